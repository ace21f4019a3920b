/** A note in its file: only what is the bot's changes. */
import { describe, expect, test } from '@jest/globals';
import { array, check, constant, constantFrom, oneof, property, string, tuple } from 'fast-check';
import type { IProperty } from 'fast-check';
import { hash } from '../../adapters/hash/index.ts';
import { holdsNote, mergeNote, putBack, removeRegion, settle } from '../../src/note/merge.ts';
import type { Merged } from '../../src/note/merge.ts';
import { innerOf, isTheBots, regionIn } from '../../src/note/region.ts';

const [key, other] = ['abcdefghi2', 'zzzzzzzzz7'];
const url = 'https://example.slack.com/archives/C1/p1';
const header = '---\ntitle: "A"\n---\n';
const hello = '\n**ken** · 19:00\n\nHello\n\n';
const goodbye = '\n**ken** · 19:00\n\nGoodbye $& $1 $`\n\n';

const merge = (before: string | null, inner = hello, of = key): Merged =>
  mergeNote({ before, header, key: of, url, inner, hash });

const textOf = (before: string | null, inner = hello, of = key): string => merge(before, inner, of).text;

const inside = (text: string, of = key): string | null => {
  const region = regionIn(text, of);
  return region && innerOf(text, region);
};

const offer = `${key}.incoming`;

describe('a note', () => {
  test('makes a file where there is none', () => {
    expect(merge(null)).toEqual({
      text: `${header}\n<!-- notes:begin ${key} ${url} -->\n${hello}<!-- notes:end ${key} ${hash(hello)} -->\n`,
      did: 'created',
    });
  });

  test('is added at the end of a file that people wrote, behind a blank line', () => {
    const { text, did } = merge('# Ours\n');
    expect(did).toBe('added');
    expect(text).toMatch(/^# Ours\n\n<!-- notes:begin [^]*-->\n$/);
  });

  test('takes the place of the one before, with whatever signs it has', () => {
    const before = textOf('# Ours\n').concat('\nOurs, too');
    const { text, did } = merge(before, goodbye);
    expect(did).toBe('updated');
    expect(inside(text)).toBe(goodbye);
    expect(text).toBe(before.replace(hello, () => goodbye).replace(hash(hello), hash(goodbye)));
  });

  test('collected twice is collected once', () => {
    const text = textOf('# Ours\n');
    expect(merge(text)).toEqual({ text, did: 'same' });
  });

  test('says where its conversation is now', () => {
    const text = textOf('# Ours\n');
    const moved = mergeNote({ before: text, header, key, url: 'https://b.example/', inner: hello, hash });
    expect(moved).toEqual({ text: text.replace(url, 'https://b.example/'), did: 'updated' });
  });

  test('stands beside others, each for itself', () => {
    const both = textOf(textOf('# Ours\n'), goodbye, other);
    expect([inside(both), inside(both, other)]).toEqual([hello, goodbye]);
    expect(inside(textOf(both, goodbye), other)).toBe(goodbye);
  });

  test('is never made of text that has the marks of one', () => {
    expect(() => merge('# Ours\n', `\n<!-- notes:end ${key} aaaaaaaaaa -->\n`)).toThrow('marks of one');
  });

  test('is not touched where nobody can tell where it begins and ends', () => {
    const half = textOf('# Ours\n').replace(/<!-- notes:end .*/, '');
    expect(() => merge(half)).toThrow('notes-marks-broken');
    expect(holdsNote(half, key)).toBe(true);
    expect(holdsNote('# Ours\n', key)).toBe(false);
  });
});

describe('where people changed it', () => {
  const edited = textOf('# Ours\n').replace('Hello', 'Hello, said Ken');
  const open = textOf(edited, goodbye);

  test('it stays while its conversation does', () => {
    expect(merge(edited)).toEqual({ text: edited, did: 'same' });
  });

  test('both are kept, theirs to the byte and the other one right behind it', () => {
    expect(merge(edited, goodbye).did).toBe('choice');
    expect(open.startsWith(edited.slice(0, -1))).toBe(true);
    expect(inside(open)).toBe(inside(edited));
    expect(inside(open, offer)).toBe(goodbye);
  });

  test('what is offered is there once, and remains a choice', () => {
    expect(merge(open, goodbye)).toEqual({ text: open, did: 'choice' });
    const later = merge(open, '\nLater\n\n');
    expect(later.did).toBe('choice');
    expect(inside(later.text, offer)).toBe('\nLater\n\n');
    expect(later.text.match(/notes:begin/g)).toHaveLength(2);
  });

  test('nothing is offered any more where the conversation is again what it was', () => {
    expect(merge(open)).toEqual({ text: edited, did: 'updated' });
  });

  test('nothing is offered where they wrote the same, and it is the bot’s again', () => {
    const same = textOf('# Ours\n').replace(hello, () => goodbye);
    const { text, did } = merge(same, goodbye);
    expect(did).toBe('updated');
    const region = regionIn(text, key);
    expect(region && isTheBots(text, region, hash)).toBe(true);
    expect(text).not.toContain('incoming');
  });

  test('people’s stays for good if they say so, until the conversation changes', () => {
    const settled = settle(open, key, 'people');
    expect(inside(settled)).toBe(inside(edited));
    expect(settled).not.toContain('incoming');
    expect(merge(settled, goodbye)).toEqual({ text: settled, did: 'same' });
    expect(merge(settled, '\nLater\n\n').did).toBe('choice');
  });

  test('the bot’s takes its place if they say so', () => {
    const settled = settle(open, key, 'bot');
    expect(settled).toBe(textOf('# Ours\n', goodbye));
    expect(merge(settled, '\nLater\n\n').did).toBe('updated');
  });

  test('what they changed in the offer is theirs as well', () => {
    const both = open.replace('Goodbye', 'Farewell');
    expect(merge(both, '\nLater\n\n')).toEqual({ text: both, did: 'choice' });
    expect(inside(settle(both, key, 'bot'))).toContain('Farewell');
    expect(merge(settle(both, key, 'bot'), '\nLater\n\n').did).toBe('choice');
  });

  test('an offer that alone they kept is the note', () => {
    const region = regionIn(open, key);
    const alone = `# Ours\n\n${open.slice((region?.to ?? 0) + 1)}`;
    expect(holdsNote(alone, key)).toBe(true);
    expect(merge(alone, goodbye)).toEqual({ text: textOf('# Ours\n', goodbye), did: 'updated' });
  });

  test('an offer that they moved goes from where it is', () => {
    const region = regionIn(open, offer);
    const moved = `${open.slice(region?.from, region?.to)}\n\n${open.slice(0, region?.from)}Ours, too\n`;
    expect(settle(moved, key, 'bot')).toBe(`\n${textOf('# Ours\n', goodbye)}Ours, too\n`);
  });

  test('a file without a choice has none to settle', () => {
    expect(settle(edited, key, 'people')).toBe(edited);
  });
});

describe('taken out again', () => {
  const ours = [
    '',
    'A',
    'A\n',
    'A\n\n',
    '\n',
    'A\r\n',
    'A\r\nB',
    'A\r',
    'A\nB\r\n',
    '\uFEFF',
    '\uFEFFA\n',
    header,
  ];

  test.each(ours)('the file is %j, as it was before', (file) => {
    expect(removeRegion(textOf(file), key)).toBe(file);
  });

  test('it is gone with what was offered', () => {
    const open = textOf(textOf('A\n').replace('Hello', 'Hi'), goodbye);
    expect(removeRegion(open, key)).toBe('A\n');
  });

  test('a file that has none stays as it is', () => {
    expect(removeRegion('A\n', key)).toBe('A\n');
  });

  test('what was collected later can be what was collected before', () => {
    const first = textOf('A\n');
    const region = regionIn(first, key);
    const later = textOf(first, goodbye);
    expect(putBack(later, key, first.slice(region?.from, region?.to))).toBe(first);
  });
});

/** Whatever people write, with marks that are none of this note’s, line ends of every kind, and none at the end. */
const people = array(
  oneof(
    string({ unit: 'binary', maxLength: 8 }),
    constantFrom(
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      '\uFEFF',
      '---\n',
      '\u0085',
      '\u2028',
      '<!-- notes:begin ',
      '```\n',
    ),
    constant(`<!-- notes:begin ${other} -->\n`),
  ),
  { maxLength: 8 },
).map((parts) => parts.join(''));

const notes = array(
  oneof(constantFrom('Hello', '$&', '$`', "$'", '$1', '<!-- notes', '', '----'), string({ maxLength: 6 })),
  {
    maxLength: 4,
  },
).map((lines) => `\n${lines.map((line) => ` ${line.replaceAll(/[\r\n]/g, '')}`).join('\n')}\n`);

/** A case in which it does not hold; `null`: it holds in 20,000. */
const exception = <T>(claim: IProperty<T>): T | null => check(claim, { numRuns: 20_000 }).counterexample;

// Compared by hand: so often `expect` would take most of the time.
describe('whatever stands in the file', () => {
  test('a note that was added and taken out leaves it as it was', () => {
    expect(
      exception(property(people, notes, (file, inner) => removeRegion(textOf(file, inner), key) === file)),
    ).toBeNull();
  });

  test('nothing around the note changes, and collecting it twice is collecting it once', () => {
    expect(
      exception(
        property(people, people, tuple(notes, notes), (above, below, [first, second]) => {
          // What people add stands on lines of its own.
          const file = `${textOf(above, first)}\n${below}`;
          const { text } = merge(file, second);
          const again = merge(text, second);
          const [was, is] = [regionIn(file, key), regionIn(text, key)];
          return (
            text.slice(0, is?.from) === file.slice(0, was?.from) &&
            text.slice(is?.to) === file.slice(was?.to) &&
            again.text === text &&
            again.did === 'same'
          );
        }),
      ),
    ).toBeNull();
  });

  test('what people made of the note is there after every collection, and a choice brings back either', () => {
    expect(
      exception(
        property(people, notes, tuple(notes, notes), (above, text, [first, second]) => {
          const file = textOf(above, first);
          const region = regionIn(file, key);
          const lineEnd = /\r\n|[\r\n]/.exec(file.slice(region?.from))?.[0] ?? '';
          const mine = text.replaceAll('\n', () => lineEnd);
          const edited = file.slice(0, region?.inner.from) + mine + file.slice(region?.inner.to);
          const merged = merge(edited, second);
          if (text === first || first === second || text === second)
            return merged.did !== 'choice' && !merged.text.includes('incoming');
          return (
            merged.did === 'choice' &&
            inside(merged.text) === mine &&
            inside(settle(merged.text, key, 'people')) === mine &&
            settle(merged.text, key, 'bot') === textOf(file, second) &&
            removeRegion(merged.text, key) === above
          );
        }),
      ),
    ).toBeNull();
  });
});
