/** What was filled in of a command → a Call's input: each option by its name. */
import { ApplicationCommandOptionType as Type } from 'discord.js';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataBasicOption as Filled,
  APIApplicationCommandInteractionDataSubcommandOption,
  APIChatInputApplicationCommandInteractionData,
  APIInteractionDataResolved,
} from 'discord.js';
import { readCall, writePerson } from '../../../src/command/next.ts';

type Data =
  | APIApplicationCommandAutocompleteInteraction['data']
  | APIChatInputApplicationCommandInteractionData;

export interface Typed {
  readonly command: string;
  readonly input: Readonly<Record<string, string>>;
  /** The option that is being typed. */
  readonly focused: string | null;
}

/** All commands are subcommands of one. */
export function typedIn({ options = [], resolved }: Data): Typed {
  const sub = (options as readonly APIApplicationCommandInteractionDataSubcommandOption[])[0];
  const filled = sub?.options ?? [];
  return {
    command: sub?.name ?? readCall('', []).command,
    input: Object.fromEntries(filled.map((option) => [option.name, textOf(option, resolved)])),
    focused: filled.find((option) => 'focused' in option && option.focused)?.name ?? null,
  };
}

const textOf = ({ type, value }: Filled, resolved: Partial<APIInteractionDataResolved> = {}): string =>
  type === Type.User ? writePerson({ id: value, name: nameOf(value, resolved) }) : String(value);

function nameOf(id: string, { members, users }: Partial<APIInteractionDataResolved>): string {
  const user = users?.[id];
  return members?.[id]?.nick ?? user?.global_name ?? user?.username ?? '';
}
