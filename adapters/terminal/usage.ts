/** What is wrong with a command line, in one sentence of the reader's language. */
import type { CommanderError } from 'commander';
import type { Words } from '../../src/words/index.ts';

type Wrong = Words['commandLine']['wrong'];

/** What commander quotes, in its order, and whatever follows from what may be chosen there. */
type Say = (wrong: Wrong, quoted: readonly string[], choices: string) => string;

/** By the codes of commander. */
const sentences: Readonly<Record<string, Say>> = {
  'commander.unknownCommand': ({ noVerb }, [verb = '']) => noVerb(verb),
  'commander.unknownOption': ({ noOption }, [option = '']) => noOption(option),
  'commander.missingArgument': ({ missing }, [argument = '']) => missing(argument),
  'commander.optionMissingArgument': ({ bare }, [option = '']) => bare(option),
  'commander.invalidArgument': ({ noChoice }, quoted, choices) =>
    noChoice(quoted.find((text) => !text.startsWith('-')) ?? '', choices),
  'commander.excessArguments': ({ tooMuch }) => tooMuch,
};

/** Of what commander has no code for, its own message. */
export function usageOf({ code, message }: CommanderError, texts: Words['commandLine']): string {
  const say = sentences[code];
  if (say === undefined) return message;
  const quoted = Array.from(message.matchAll(/'([^']*)'/gu), ([, text = '']) => text);
  const choices = /Allowed choices are (.*)\./u.exec(message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?(.*)\?\)/u.exec(message)?.[1];
  return texts.both(
    say(texts.wrong, quoted, choices),
    meant === undefined ? texts.seeHelp : texts.near(meant),
  );
}
