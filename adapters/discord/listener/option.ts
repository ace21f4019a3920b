/** What was filled in of a command → a Call's input: each option by its name. */
import { ApplicationCommandOptionType as Type } from 'discord.js';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataBasicOption as Filled,
  APIApplicationCommandInteractionDataSubcommandGroupOption,
  APIApplicationCommandInteractionDataSubcommandOption,
  APIChatInputApplicationCommandInteractionData,
  APIInteractionDataResolved,
} from 'discord.js';
import { readCall, writeChannel, writePerson } from '../../../src/command/next.ts';
import { commandWithin, namesake } from '../group.ts';

type Data =
  | APIApplicationCommandAutocompleteInteraction['data']
  | APIChatInputApplicationCommandInteractionData;

export interface Typed {
  readonly command: string;
  readonly input: Readonly<Record<string, string>>;
  /** The option that is being typed. */
  readonly focused: string | null;
}

type Sub = APIApplicationCommandInteractionDataSubcommandOption;
type Chosen = Sub | APIApplicationCommandInteractionDataSubcommandGroupOption;

/** All commands are subcommands of one, or stand in groups of it. */
export function typedIn({ options = [], resolved }: Data): Typed {
  const { command, filled } = chosen((options as readonly Chosen[])[0]);
  return {
    command,
    input: Object.fromEntries(filled.map((option) => [option.name, textOf(option, resolved)])),
    focused: filled.find((option) => 'focused' in option && option.focused)?.name ?? null,
  };
}

function chosen(option: Chosen | undefined): {
  readonly command: string;
  readonly filled: readonly Filled[];
} {
  if (option === undefined) return { command: readCall('', []).command, filled: [] };
  if (option.type === Type.Subcommand) return { command: option.name, filled: option.options ?? [] };
  const [within] = option.options;
  return { command: commandWithin(option.name, within?.name ?? namesake), filled: within?.options ?? [] };
}

type Resolved = Partial<APIInteractionDataResolved>;

const textOf = ({ type, value }: Filled, resolved: Resolved = {}): string =>
  named[type]?.(String(value), resolved) ?? String(value);

/** Whom and what Discord names beside it, under an id. */
const named: Readonly<Partial<Record<Type, (id: string, resolved: Resolved) => string>>> = {
  [Type.User]: (id, resolved) => writePerson({ id, name: nameOf(id, resolved) }),
  [Type.Channel]: (id, { channels }) => writeChannel({ id, name: channels?.[id]?.name ?? '' }),
};

function nameOf(id: string, { members, users }: Resolved): string {
  const user = users?.[id];
  return members?.[id]?.nick ?? user?.global_name ?? user?.username ?? '';
}
