/** What is to be done at Discord so that it knows the commands as they are now. */
import { ApplicationCommandType as CommandType } from 'discord.js';
import type { APIApplicationCommand } from 'discord.js';
import type { Difference, Step } from '../../../src/port.ts';
import { differencesOf } from '../../../src/view/difference.ts';
import type { Tree } from '../../../src/view/difference.ts';
import type { Command } from './commands.ts';

/** What Discord has, asked for `with_localizations`. */
export type Registered = APIApplicationCommand;

/** One step for each command that is asked for, in that order, and one for each that is there beside them. */
export function planOf(asked: readonly Command[], registered: readonly Registered[]): Step[] {
  const others = registered.filter((old) => !asked.some((command) => isSame(command, old)));
  return [
    ...asked.map((command) => stepOf(command, registered)),
    ...others.map((old): Step => ({ kind: 'delete', name: nameOf(old), differences: [] })),
  ];
}

export const isToDo = ({ kind }: Step): boolean => kind !== 'nothing';

/** Commands of several types may have one name. */
const isSame = (command: Command, old: Registered): boolean =>
  command.name === old.name && command.type === old.type;

const nameOf = ({ name, type }: Command | Registered): string =>
  type === CommandType.ChatInput ? `/${name}` : name;

function stepOf(command: Command, registered: readonly Registered[]): Step {
  const name = nameOf(command);
  const old = registered.find((each) => isSame(command, each));
  if (old === undefined) return { kind: 'create', name, differences: [] };
  const differences = changesOf(old, command);
  return { kind: differences.length === 0 ? 'nothing' : 'change', name, differences };
}

/** What we decide; all else of a command is Discord's: ids, versions, and what it deduces. */
const decided = new Set([
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'contexts',
  'integration_types',
  'default_member_permissions',
  'nsfw',
]);

const decidedOf = (command: object): Tree =>
  Object.fromEntries(Object.entries(command).filter(([key]) => decided.has(key)));

const changesOf = (old: Registered, command: Command): Difference[] => [
  ...differencesOf(decidedOf(old), decidedOf(command), ['name']),
  ...orderOf(old, command),
];

/** Options are shown in their order. One that is missing does not change that of the others. */
function orderOf(old: Registered, command: Command): Difference[] {
  const [before, after] = [namesIn(old), namesIn(command)];
  const saved = before.filter((name) => after.includes(name)).join(' ');
  const asked = after.filter((name) => before.includes(name)).join(' ');
  return saved === asked ? [] : [{ kind: 'different', path: 'options', saved, asked }];
}

interface Branch {
  readonly name: string;
  readonly options?: readonly Branch[] | undefined;
}

const namesIn = ({ options = [] }: Partial<Branch>, path = ''): string[] =>
  options.flatMap((option) => [`${path}${option.name}`, ...namesIn(option, `${path}${option.name}.`)]);
