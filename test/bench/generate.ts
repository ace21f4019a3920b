/** Writes a folder of invented reports: the same ones for the same number, so that two runs can be compared. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const subjects =
  'Docker Kubernetes BuildKit containerd Rancher React Vue Rust Go TypeScript GraphQL Terraform Prometheus Envoy gRPC SQLite PostgreSQL Redis Kafka WebAssembly'.split(
    ' ',
  );
const themes = [
  '監視',
  '運用',
  '設計',
  '性能改善',
  '開発環境',
  'セキュリティ',
  'テスト',
  'デプロイ',
  '可観測性',
  '移行',
  '認証',
  'キャッシュ',
  'レビュー',
  '障害対応',
  'ログ基盤',
  '型推論',
];
const tails = [
  'の勘所',
  'を試した話',
  'に失敗した話',
  '入門',
  'の裏側',
  'を三年続けて',
  'はじめの一歩',
  'with small teams',
  'in production',
];
const places = ['Tokyo', 'Kansai', 'Nagoya', 'Fukuoka', 'Sapporo'];
const sentences = [
  (s: string, t: string) => `${s} で${t}を自動化し、手作業を半分に減らした。`,
  (s: string, t: string) => `${t}は ${s} の導入前から課題だったが、計測してはじめて原因がわかった。`,
  (s: string, t: string) => `At scale, ${s} needs a plan for ${t}, and a way back.`,
  (s: string, t: string) =>
    `設定は \`${s.toLowerCase()}.yaml\` に置き、${t}の手順も同じリポジトリで管理する。`,
  (s: string, t: string) => `質疑では ${s} と${t}の相性について議論になった。`,
];

const syllables = 'ka ro mi zen lo tu ba ri no vex shi pa do gra el wa'.split(' ');
const endings = ['', 'js', 'db', 'ops', 'kit'];
const rareNames = 20_000;

/** Of the names that few texts mention: by far the most names are such. */
export const rareName = (number: number): string => spelt(number) + endings[number % endings.length];

function spelt(number: number): string {
  const rest = Math.floor(number / syllables.length);
  return (rest === 0 ? '' : spelt(rest)) + syllables[number % syllables.length];
}

/** A small generator of numbers from 0 to 1 (mulberry32), the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** On average. */
export const talksInReport = 6;

/** `count` reports in `folder`, in a folder for each year; resolves to the number of characters written. */
export function generate(folder: string, count: number): number {
  let characters = 0;
  for (let number = 1; number <= count; number += 1) {
    const text = report(number);
    const year = String(2010 + (number % 16));
    mkdirSync(join(folder, year), { recursive: true });
    writeFileSync(join(folder, year, `report-${number}.md`), text);
    characters += text.length;
  }
  return characters;
}

function report(number: number): string {
  const random = chance(number);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
  const series = `${pick(subjects)} Meetup ${pick(places)}`;
  const talks = Array.from({ length: 4 + Math.floor(random() * 5) }, () => talk(pick, random));
  return [
    '---',
    `title: "${series} #${1 + (number % 60)} に参加した"`,
    `date: ${2010 + (number % 16)}-${month}-${day}`,
    `tags: [${pick(subjects).toLowerCase()}, event]`,
    '---',
    '',
    `[${series}](https://example.connpass.com/event/${number}/) に参加しました。`,
    '',
    ...talks,
    '## 感想',
    '',
    '学びの多い会でした。',
    '',
  ].join('\n');
}

function talk(pick: <T>(items: readonly T[]) => T, random: () => number): string {
  const subject = pick(subjects);
  const theme = pick(themes);
  const speaker = `user${Math.floor(random() * 2000)}`;
  // As in any language, the second name is said half as often as the first, the third a third as often.
  const rare = rareName(Math.floor(rareNames ** random()));
  const lines = Array.from(
    { length: 3 + Math.floor(random() * 8) },
    () => `- ${pick(sentences)(pick(subjects), pick(themes))}`,
  );
  return [
    `## ${subject} の${theme}${pick(tails)} by @${speaker}`,
    '',
    `発表資料: <https://speakerdeck.com/${speaker}/${subject.toLowerCase()}-${Math.floor(random() * 1000)}>`,
    '',
    ...lines,
    `- ${subject} と ${rare} を比べた。`,
    '',
  ].join('\n');
}
