/**
 * Commands of two words are groups in Discord: `event-new` is `new` in the group `event`. A group can not be used by itself, so
 * the command that it is named after is one of its own: `event` is `event show`.
 */
import type { CommandInfo } from '../../src/port.ts';

/** Within a group, the command that the group is named after. */
export const namesake = 'show';

/** A command by itself, or those whose names begin with one word, that word's own first. */
export interface Group {
  readonly name: string;
  readonly isGroup: boolean;
  /** Never none. */
  readonly commands: readonly CommandInfo[];
}

const firstWord = ({ name }: CommandInfo): string => name.replace(/-.*/, '');

/** In the order in which the commands stand. */
export const groupsOf = (commands: readonly CommandInfo[]): readonly Group[] =>
  [...Map.groupBy(commands, firstWord)].map(([name, members]) => ({
    name,
    isGroup: members.some((command) => command.name !== name),
    commands: members.toSorted((left, right) => Number(right.name === name) - Number(left.name === name)),
  }));

/** What a command is called within its group. */
export const nameWithin = (group: string, command: string): string =>
  command === group ? namesake : command.slice(group.length + 1);

/** The command that is called so within a group. */
export const commandWithin = (group: string, name: string): string =>
  name === namesake ? group : `${group}-${name}`;
