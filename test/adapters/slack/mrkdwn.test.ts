/** Slack's own markup as a note has it: what Slack would show, and nothing that a page would run. */
import { describe, expect, test } from '@jest/globals';
import { richTextOf } from '../../../adapters/slack/message/mrkdwn.ts';
import { markdownOf, treeFrom } from './spoken.ts';

const read = (text: string): Promise<string> => markdownOf({ text });

describe('code', () => {
  test.each([
    ['```a *b* c\n~x~```', '```\na *b* c\n~x~\n```'],
    ['`a *b* :wave: <@U1>`', '`a *b* :wave: <@U1>`'],
    ['```\nif (a &lt; b &amp;&amp; c) {}\n```', '```\nif (a < b && c) {}\n```'],
    ['`&amp;lt;`', '`&lt;`'],
    ['`a\u00a0b`', '`a b`'],
    ['```a\u00a0\u00a0b```', '```\na  b\n```'],
    ['```see <https://a.example/x|a.example/x>```', '```\nsee a.example/x\n```'],
    ['before ```code``` after', 'before\n\n```\ncode\n```\n\nafter'],
    ['*no ```* bold```', '\\*no\n\n```\n* bold\n```'],
    ['an open ``` fence *b*', 'an open \\`\\`\\` fence **b**'],
  ])('%j is %j', async (text, markdown) => {
    expect(await read(text)).toBe(markdown);
  });
});

describe('styles', () => {
  test.each([
    ['*bold* _italic_ ~gone~', '**bold** *italic* ~~gone~~'],
    ['*_both_*', '***both***'],
    ['_a *b* c_', '*a **b** c*'],
    ['(*a*), "_b_"', '(**a**), "*b*"'],
    ['これは *太字* です', 'これは **太字** です'],
    ['「*太字*」', '「**太字**」'],
    ['*a* *b*', '**a** **b**'],
  ])('%j is %j', async (text, markdown) => {
    expect(await read(text)).toBe(markdown);
  });

  test.each([
    '2 * 3 * 4',
    'これは*太字*です',
    'snake_case_name',
    '3*4*5',
    '* not bold*',
    '*not bold *',
    '**two stars**',
    '*over\ntwo lines*',
    '~',
  ])('%j stays as it was typed', (text) => {
    const runs = richTextOf(text).flatMap(({ elements = [] }) => elements);
    expect(runs.every((run) => !('style' in run))).toBe(true);
    expect(runs.map((run) => ('text' in run ? run.text : '')).join('')).toBe(text);
  });
});

describe('what stands in angle brackets', () => {
  test.each([
    ['<@U1> and <@U9>', '@花子 and @unknown-c0f7'],
    ['<@U9|bob>', '@bob'],
    ['in <#C1> and <#C8|random>', 'in #general and #random'],
    ['<!here> hi <!subteam^S1|@team>', '@here hi @運営'],
    ['<!subteam^S9|@team> <!channel> <!everyone>', '@team @channel @everyone'],
    ['<!something|shown> <!else>', 'shown \\<!else>'],
    ['<!date^1392734382^{date}|2014>', 'Tue, 18 Feb 2014 (UTC)'],
    ['<!date^1392734382^at {time} sharp|2014>', 'at 14:39 (UTC) sharp'],
    ['<!date^soon^{date}|2014>', '2014'],
    [
      '<!date^1392734382^{date} {time}^https://example.org/|2014>',
      '[Tue, 18 Feb 2014, 14:39 (UTC)](https://example.org/)',
    ],
    ['<mailto:a@b.example|write to us>', 'write to us'],
    ['<tel:+81312345678|03-1234-5678>', '03-1234-5678'],
    [
      '<https://example.org/a?b=1&amp;c=2|*docs* &amp; more>',
      '[\\*docs\\* & more](https://example.org/a?b=1\\&c=2)',
    ],
    ['<https://example.org/>', '<https://example.org/>'],
    ['*<https://example.org/|x>*', '**[x](https://example.org/)**'],
    ['<javascript:alert(1)|click>', 'click'],
    ['<not a thing>', '\\<not a thing>'],
  ])('%j is %j', async (text, markdown) => {
    expect(await read(text)).toBe(markdown);
  });

  test('a mail address is its text, and no link', async () => {
    expect(await read('<mailto:a@b.example|a@b.example>')).toBe('a\\@b.example');
    expect(await read('<mailto:a@b.example>')).toBe('a\\@b.example');
  });

  test('what was escaped is unescaped once, and then is text', async () => {
    expect(await read('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('\\<script>alert(1)\\</script>');
    expect(await read('&amp;lt;b&amp;gt;')).toBe('\\&lt;b\\&gt;');
  });
});

describe('lines', () => {
  test.each([
    ['a\nb\n\nc', 'a\\\nb\n\nc'],
    ['&gt; one\n&gt; *two*\nthree', '> one\\\n> **two**\n\nthree'],
    ['a\n&gt;&gt;&gt; b\nc\n\nd', 'a\n\n> b\\\n> c\n>\n> d'],
    ['• a\n• b\n    ◦ c\n        ▪︎ d\n• e', '- a\n- b\n  - c\n    - d\n- e'],
    ['1. a\n2. b\n\n3. c', '1. a\n2. b\n3. c'],
    ['3. c\n4. d', '3. c\n4. d'],
    ['- a\n- b', '- a\n- b'],
    [':wave::skin-tone-3: :docker: 12:30:45', '👋🏼 :docker: 12:30:45'],
  ])('%j are %j', async (text, markdown) => {
    expect(await read(text)).toBe(markdown);
  });
});

describe('a text that was made to be slow', () => {
  const size = 40_000;
  test.each(
    [
      '*',
      '_a*',
      '`',
      '```',
      '<',
      '<a|',
      ':',
      ':a',
      '> ',
      '- ',
      ' ',
      '    •',
      '&gt;',
      '&amp;',
      '*a ',
      '\n',
      '。',
    ].map((piece) => [piece]),
  )('of %j again and again is read in a blink', async (piece) => {
    const start = performance.now();
    await treeFrom({ text: `${piece.repeat(size / piece.length)}x` });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
