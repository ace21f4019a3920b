/** Help of the command line, and what it says of what was typed wrong, in both languages. */
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { aboutFlag } from '../../adapters/terminal/help.ts';
import { runCommandLine } from '../../adapters/terminal/index.ts';
import type { Wiring } from '../../adapters/terminal/index.ts';
import { verbs } from '../../adapters/terminal/verbs.ts';
import type { Verb } from '../../adapters/terminal/verbs.ts';
import type { Locale } from '../../src/port.ts';
import { words } from '../../src/words/index.ts';

const locales = ['ja', 'en'] as const;

async function typed(line: string, LANG = 'en_US.UTF-8') {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const setups = { slack: null, discord: null };
  const outgoing = { slack: null, discord: null };
  const wiring = { env: { LANG }, stdout, stderr, setups, outgoing } as unknown as Wiring;
  const code = await runCommandLine(line.split(' '), wiring);
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

const all = (list: readonly Verb[] = verbs, before = ''): readonly (readonly [string, Verb])[] =>
  list.flatMap((verb) => [
    [`${before}${verb.name}`, verb],
    ...all(verb.under ?? [], `${before}${verb.name} `),
  ]);

/** Two cells for what is wide in a terminal. */
const cells = (line: string): number =>
  Array.from(line).reduce(
    (sum, sign) =>
      sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。（）「」]/u.test(sign) ? 2 : 1),
    0,
  );

describe.each(locales)('help in %s', (locale: Locale) => {
  test.each(all())(
    'of %s says what it does and what each flag means, in lines of a terminal',
    async (line, verb) => {
      const { code, out, err } = await typed(`${line} --help --locale ${locale}`);
      const texts = words[locale].commandLine;
      expect([code, err]).toEqual([0, '']);
      expect(out.startsWith(texts.title.usage)).toBe(true);
      for (const flag of verb.flags ?? []) expect(aboutFlag(verb, flag, texts)).not.toBe('');
      const [body = ''] = out.split(texts.title.example);
      expect(body.split('\n').filter((each) => cells(each) > 80)).toEqual([]);
    },
  );

  test('of all lists the verbs', async () => {
    const { out } = await typed(`--help --locale=${locale}`);
    const about = words[locale].commandLine.verb;
    for (const { name } of verbs) expect(out).toContain(about[name].about.slice(0, 10));
  });
});

test('help is in the language of the environment, where none is named', async () => {
  expect((await typed('--help', 'ja_JP.UTF-8')).out).toContain('使い方:');
  expect((await typed('--help', 'ja_JP.UTF-8')).out).not.toContain('Usage');
});

describe('what was typed wrong is said in one sentence, and what to do', () => {
  test.each([
    ['aks', 'There is no verb “aks”. Did you mean ask?'],
    ['xyzzy', 'There is no verb “xyzzy”. --help says what there is.'],
    ['ask --jsno', 'There is no option --jsno here. Did you mean --json?'],
    ['parse', 'Behind the verb FILE is missing. --help says what there is.'],
    ['collect --users', '--users <file> needs something behind it. --help says what there is.'],
    ['ask --locale fr', '“fr” is not one of: ja, en. --help says what there is.'],
    ['setup irc', '“irc” is not one of: slack, discord. --help says what there is.'],
    ['start now', 'There are more words than the verb takes. --help says what there is.'],
  ])('%s', async (line, sentence) => {
    expect(await typed(line)).toEqual({ code: 2, out: '', err: `${sentence}\n` });
  });

  test('in Japanese as well', async () => {
    expect((await typed('aks', 'ja_JP.UTF-8')).err).toBe(
      '「aks」というコマンドはありません。もしかして ask ですか？\n',
    );
    expect((await typed('ask --locale fr', 'ja_JP.UTF-8')).err).toBe(
      '「fr」は使えません（使えるもの: ja, en）。--help で使い方を見られます。\n',
    );
  });
});
