/** How long it takes to write a long conversation down, and how much memory: `node --expose-gc test/bench/notes.ts [messages]`. */
import { hash } from '../../adapters/hash/index.ts';
import { mergeNote } from '../../src/note/merge.ts';
import type { Entry, Manuscript } from '../../src/note/manuscript.ts';
import { printRegion, writeHeader } from '../../src/note/print.ts';
import { bullets, code, item, link, paragraph, root, strong } from '../../src/view/build.ts';
import { timed } from './time.ts';

const [messages = 10_000] = process.argv.slice(2).map(Number);
const rounds = 3;

/** Milliseconds, and bytes that are held more while it is written. */
const goal = { ms: 2000, bytes: 200_000_000 };

const begins = Date.parse('2027-03-10T10:00:00Z');

/** Every tenth has code, a list and an answer; every five hundredth announces a talk. */
const entryOf = (at: number): Entry => ({
  id: `M${at}`,
  author: ['花子', 'ken', 'yui'][at % 3] ?? null,
  at: new Date(begins + at * 60_000),
  edited: at % 50 === 0 ? new Date(begins + at * 60_000) : null,
  body:
    at % 500 === 0
      ? root(paragraph(`LT${at / 500 + 1}: 『話 ${at}』 by 花子`))
      : at % 10 === 0
        ? rich(at)
        : plain(at),
  quotes: at % 10 === 5 ? [{ author: 'ken', of: `M${at - 5}`, body: root(paragraph('それは')) }] : [],
  files: at % 100 === 7 ? [{ name: 'a.png', path: 'assets/ab12cd34ef.png', isImage: true }] : [],
});

const plain = (at: number) =>
  root(
    paragraph(
      `${at} つ目の `,
      strong('ことば'),
      ' です。',
      link(`https://example.org/${at}`, '資料'),
      ' も {{ x }}',
    ),
  );

const rich = (at: number) =>
  root(
    paragraph('こうします: ', code(`docker build -t a:${at} .`)),
    bullets([item(paragraph('速い')), item(paragraph('安い'))]),
    { type: 'code', lang: 'yaml', value: `run: {{ x${at} }}\n\n- {a: b}` },
  );

const note: Manuscript = {
  key: 'abcdefghi2',
  title: '長い夜',
  heading: null,
  event: null,
  tags: [],
  locale: 'ja',
  zone: 'Asia/Tokyo',
  entries: Array.from({ length: messages }, (_none, at) => entryOf(at)),
  withheld: 0,
  source: { platform: 'slack', url: null },
};

const write = (): string => {
  const inner = printRegion(note, 'reports/a.md');
  return mergeNote({ before: null, header: writeHeader(note), key: note.key, url: null, inner, hash }).text;
};

globalThis.gc?.();
const before = process.memoryUsage.rss();
const texts: string[] = [];
const took: number[] = [];
for (let round = 0; round < rounds; round += 1)
  took.push(await timed(async () => void texts.splice(0, 1, write())));
const more = process.memoryUsage.rss() - before;
const [first = 0] = took;
console.log(`${messages} messages, ${Buffer.byteLength(texts[0] ?? '')} bytes of Markdown`);
console.log(
  `first ${first.toFixed(0)} ms, best ${Math.min(...took).toFixed(0)} ms, goal ${goal.ms}: ${first <= goal.ms ? 'fine' : 'missed'}`,
);
console.log(
  `${(more / 1e6).toFixed(0)} MB more after ${rounds} rounds, goal ${goal.bytes / 1e6}: ${more <= goal.bytes ? 'fine' : 'missed'}`,
);
