// Draws the pictures of the README: runs the real program on the real content and turns what it prints into SVG.
//   npm run pictures
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const data = mkdtempSync(join(tmpdir(), 'meetup-picture-'));

const scenes = [
  { name: 'search-ja', locale: 'ja', question: '監視' },
  { name: 'search-en', locale: 'en', question: 'kubernetes' },
];

const cell = { width: 8.4, height: 20 };
const columns = 100;
const margin = 20;

const colours = { 2: '#8b949e', 32: '#7ee787', 33: '#e3b341', 36: '#79c0ff' };

const escapes = /\u001b\[([\d;]*)m|\u001b\]8;;(.*?)\u001b\\/g;

// Moving the cursor and taking lines away, as progress does.
const notStyle = /\u001b\[[\d;?]*[A-LN-Za-ln-z]/g;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const widthOf = (text) =>
  [...graphemes.segment(text)].reduce((sum, { segment }) => sum + (wide.test(segment) ? 2 : 1), 0);

const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

// A line of terminal output → runs of text that share a style.
function* runsOf(line, style) {
  let at = 0;
  for (const match of line.matchAll(escapes)) {
    if (match.index > at) yield { text: line.slice(at, match.index), ...style };
    at = match.index + match[0].length;
    if (match[1] === undefined) continue;
    for (const code of match[1].split(';').map(Number)) apply(code, style);
  }
  if (at < line.length) yield { text: line.slice(at), ...style };
}

function apply(code, style) {
  if (code === 0 || code === 39 || code === 22) style.colour = undefined;
  if (code === 0 || code === 22) style.bold = false;
  if (code === 1) style.bold = true;
  if (code === 4) style.underline = true;
  if (code === 0 || code === 24) style.underline = false;
  if (colours[code]) style.colour = colours[code];
}

// Long lines break at the edge, as in a terminal.
function wrapped(runs) {
  const rows = [[]];
  let column = 0;
  for (const run of runs)
    for (const { segment } of graphemes.segment(run.text)) {
      const width = widthOf(segment);
      if (column + width > columns) {
        rows.push([]);
        column = 0;
      }
      const row = rows.at(-1);
      const last = row.at(-1);
      if (last && last.run === run) last.text += segment;
      else row.push({ run, text: segment, column });
      column += width;
    }
  return rows;
}

// Spaces at the ends of a text are dropped by some browsers: they become a place to begin.
function textOf({ run, text: padded, column: first }, y) {
  const text = padded.trim();
  if (text === '') return '';
  const column = first + widthOf(padded) - widthOf(padded.trimStart());
  const attributes = [
    `x="${(margin + column * cell.width).toFixed(1)}" y="${y}"`,
    `textLength="${(widthOf(text) * cell.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`,
    run.bold ? 'font-weight="bold"' : '',
    run.underline ? 'text-decoration="underline"' : '',
    run.colour ? `fill="${run.colour}"` : '',
  ];
  return `<text ${attributes.filter(Boolean).join(' ')}>${escaped(text)}</text>`;
}

function draw(output) {
  const style = { bold: false, underline: false, colour: undefined };
  const rows = output
    .trimEnd()
    .split('\n')
    .flatMap((line) => wrapped([...runsOf(line, style)]));
  const width = Math.ceil(columns * cell.width + 2 * margin);
  const height = rows.length * cell.height + 2 * margin;
  const lines = rows.flatMap((row, index) =>
    row.map((part) => textOf(part, margin + (index + 0.75) * cell.height)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace" font-size="14" fill="#e6edf3">
<rect width="100%" height="100%" rx="10" fill="#0d1117"/>
${lines.filter(Boolean).join('\n')}
</svg>
`;
}

// The program paints only where it sees a terminal; `script` gives it one.
function play({ locale, question }) {
  const program = `${process.execPath} ${resolve(here, '../../src/start.mjs')} ask --locale ${locale} '${question}'`;
  const env = { ...process.env, MEETUP_DATA: data, TZ: 'Asia/Tokyo', TERM: 'xterm-256color', NO_COLOR: '' };
  const { stdout } = spawnSync(
    'script',
    ['--quiet', '--return', '--command', `stty cols ${columns}; ${program}`, '/dev/null'],
    { env, encoding: 'utf8' },
  );
  return stdout.replaceAll('\r', '').replaceAll(notStyle, '');
}

// The first start of all reads the reports, with progress; the picture is of any later one.
spawnSync(process.execPath, [resolve(here, '../../src/start.mjs'), 'index'], {
  env: { ...process.env, MEETUP_DATA: data },
});
for (const scene of scenes) {
  const prompt = `\u001b[32m$\u001b[39m npm run -s meetup -- ask --locale ${scene.locale} '${scene.question}'\n\n`;
  writeFileSync(join(here, `${scene.name}.svg`), draw(prompt + play(scene)));
}
rmSync(data, { recursive: true });
