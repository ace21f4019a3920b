/** What Discord registers of the bot: one command, of which all others are subcommands, and one for messages. */
import {
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType as CommandType,
  ApplicationIntegrationType as Installation,
  InteractionContextType as Context,
} from 'discord.js';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandGroupOption,
  APIApplicationCommandSubcommandOption,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { readCall } from '../../../src/command/next.ts';
import type { AppRequest, CommandInfo, Locale } from '../../../src/port.ts';
import { words } from '../../../src/words/index.ts';
import type { Words } from '../../../src/words/index.ts';
import { postable } from '../directory.ts';
import { groupsOf, nameWithin } from '../group.ts';
import type { Group } from '../group.ts';

/** What is asked of Discord: https://docs.discord.com/developers/interactions/application-commands */
export type Command =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

export const commandName = 'meetup';

/** A command can not be called bare where it has subcommands, so what `/meetup` alone calls elsewhere is one of them. */
const bare = readCall('', []).command;

/** In servers and in the conversation with the bot; for everyone there, not for single people wherever they are. */
const reach = {
  contexts: [Context.Guild, Context.BotDM],
  integration_types: [Installation.GuildInstall],
};

type Choosable = APIApplicationCommandSubcommandGroupOption | APIApplicationCommandSubcommandOption;

/** `request.locale` is the language for people whose own the bot does not speak. */
export const commandsFor = ({ commands, locale }: AppRequest): Command[] => [
  {
    type: CommandType.ChatInput,
    name: commandName,
    ...described(locale, (said) => said.setup.description),
    options: groupsOf(commands.filter(({ listed, name }) => listed || name === bare)).flatMap(
      (group): Choosable[] =>
        group.isGroup ? [groupOf(group, locale)] : group.commands.map((each) => subcommand(each, locale)),
    ),
    ...reach,
  },
  // A slash command can not be used on a message. This name comes back with every use, whatever the language.
  {
    type: CommandType.Message,
    ...named(words.en.setup.shortcut.collect.name, (said) => said.setup.shortcut.collect.name),
    ...reach,
  },
];

/** Said in the words of its first command, and called like the one that it is named after. */
function groupOf({ name, commands }: Group, locale: Locale): Choosable {
  const calledIn = (language: Locale): string | undefined =>
    commands.find((each) => each.name === name)?.describe(language).called[0];
  return {
    type: OptionType.SubcommandGroup,
    ...named(name, (_said, language) => legal(calledIn(language))),
    ...described(locale, (_said, language) => commands[0]?.describe(language).summary ?? name),
    options: commands.map((command) => ({
      ...subcommand(command, locale),
      ...named(nameWithin(name, command.name), (said, language) =>
        command.name === name
          ? said.setup.discord.namesake
          : legal(wordBeside(calledIn(language), command.describe(language).called[0])),
      ),
    })),
  };
}

/** What a command is called in a group that says one of the words already: `new event` is `new` in `event`. */
function wordBeside(group: string | undefined, called = ''): string | undefined {
  const [word, ...others] = called.split(/[\s　]+/u).filter((each) => each !== group);
  return others.length === 0 ? word : undefined;
}

const subcommand = (command: CommandInfo, locale: Locale): APIApplicationCommandSubcommandOption => ({
  type: OptionType.Subcommand,
  ...named(command.name, (_said, language) => legal(command.describe(language).called[0])),
  ...described(locale, (_said, language) => command.describe(language).summary),
  options: command.options
    .filter(({ listed }) => listed)
    // Discord wants those first that are required.
    .toSorted((left, right) => Number(right.required) - Number(left.required))
    .map((option) => optionOf(option, command, locale)),
});

type OptionInfo = CommandInfo['options'][number];

function optionOf(
  option: OptionInfo,
  command: CommandInfo,
  locale: Locale,
): APIApplicationCommandBasicOption {
  const { name, type } = option;
  // Without any option it is asked for as a form, which then requires them itself.
  const required = option.required && !command.form;
  const about = {
    ...named(name, ({ setup }) => legal(setup.discord.option[name])),
    ...described(locale, (_said, language) => command.describe(language).options[name] ?? name),
    required,
  };
  return { ...about, ...kinds[type](option) };
}

/** What Discord lets people fill in. */
const kinds = {
  text: ({ suggests }) => ({ type: OptionType.String, autocomplete: suggests }),
  number: ({ min, max }) => ({
    type: OptionType.Integer,
    ...(min === null ? {} : { min_value: min }),
    ...(max === null ? {} : { max_value: max }),
  }),
  person: () => ({ type: OptionType.User }),
  channel: () => ({ type: OptionType.Channel, channel_types: [...postable] }),
} satisfies Record<OptionInfo['type'], (option: OptionInfo) => Partial<APIApplicationCommandBasicOption>>;

type Say<T> = (said: Words, locale: Locale) => T;

/** The name by which a command is known, and what languages call it otherwise. */
const named = (name: string, say: Say<string | undefined>) => ({
  name,
  name_localizations: inLanguages((said, locale) => {
    const called = say(said, locale);
    return called === name ? undefined : called;
  }),
});

/** A sentence in the language of `locale`, and in all others. */
const described = (locale: Locale, say: Say<string>) => ({
  description: say(words[locale], locale),
  description_localizations: inLanguages((said, other) => (other === locale ? undefined : say(said, other))),
});

/** https://docs.discord.com/developers/reference#locales */
const languages = { ja: ['ja'], en: ['en-US', 'en-GB'] } as const;

const inLanguages = (say: Say<string | undefined>): LocalizationMap =>
  Object.fromEntries(
    (Object.keys(languages) as Locale[]).flatMap((locale) => {
      const text = say(words[locale], locale);
      return text === undefined ? [] : languages[locale].map((language) => [language, text]);
    }),
  );

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const nameShape = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** What people call it may be nothing that Discord takes as a name: then it has none in that language. */
const legal = (name: string | undefined): string | undefined =>
  name !== undefined && nameShape.test(name) && name === name.toLowerCase() ? name : undefined;
