/** How precisely katakana is read over the words of real reports: which reading is taken for the usual one, and what stands above a true hit. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createFiles } from '../../adapters/files/index.ts';
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { createLibrary } from '../../src/library.ts';
import type { ExplainedHit, Library } from '../../src/port.ts';
import { unlikeness } from '../../src/search/likeness.ts';
import { fold } from '../../src/search/normalise.ts';
import { now } from './shelf.ts';

describe('of spellings that sound alike, the usual one', () => {
  test.each([
    ['ブランチ', 'branch', 'brunch'],
    ['エラー', 'error', 'array'],
    ['クッキー', 'cookie', 'check'],
    ['ヘロク', 'heroku', 'falcor'],
    ['パイソン', 'python', 'person'],
    ['ルビー', 'ruby', 'love'],
  ])('%s is %s rather than %s', (katakana, usual, other) => {
    expect(unlikeness(fold(katakana), usual)).toBeLessThan(unlikeness(fold(katakana), other));
  });
});

/** Words of the trade, as they are said. */
const readings = Object.entries({
  angular: 'アンギュラー',
  react: 'リアクト',
  docker: 'ドッカー',
  typescript: 'タイプスクリプト',
  babel: 'バベル',
  node: 'ノード',
  browser: 'ブラウザー',
  server: 'サーバー',
  component: 'コンポーネント',
  framework: 'フレームワーク',
  module: 'モジュール',
  plugin: 'プラグイン',
  error: 'エラー',
  debug: 'デバッグ',
  promise: 'プロミス',
  cache: 'キャッシュ',
  stream: 'ストリーム',
  process: 'プロセス',
  worker: 'ワーカー',
  cookie: 'クッキー',
  rendering: 'レンダリング',
  animation: 'アニメーション',
  canvas: 'キャンバス',
  font: 'フォント',
  shell: 'シェル',
  package: 'パッケージ',
  release: 'リリース',
  branch: 'ブランチ',
  issue: 'イシュー',
  review: 'レビュー',
  document: 'ドキュメント',
  parser: 'パーサー',
  token: 'トークン',
  macro: 'マクロ',
  haskell: 'ハスケル',
  scala: 'スカラ',
  ruby: 'ルビー',
  python: 'パイソン',
  swift: 'スウィフト',
  android: 'アンドロイド',
  chrome: 'クローム',
  electron: 'エレクトロン',
  backbone: 'バックボーン',
  polymer: 'ポリマー',
  mocha: 'モカ',
  heroku: 'ヘロク',
  twitter: 'ツイッター',
  mozilla: 'モジラ',
  socket: 'ソケット',
  redux: 'リダックス',
});

const reports = resolve(import.meta.dirname, '../../../shared/corpus/reports');
const reason = 'the corpus does not lie beside the project (../shared/corpus)';
// Skipped where the corpus is not beside the project: its texts are not ours to include.
const whereCorpus = existsSync(reports) ? describe : describe.skip;

whereCorpus(`over the words of a corpus, skipped where ${reason}`, () => {
  let library: Library;
  beforeAll(async () => {
    const index = createSqliteIndex({ path: ':memory:', version: 'katakana' });
    library = createLibrary({ content: createFiles(reports), index, hash, now: () => now, pages: null });
    await library.sync();
  }, 60_000);

  const explained = async (text: string) => library.explain({ text, limit: 10, offset: 0 });

  test('the usual reading is the right one nearly always', async () => {
    const wrong: string[] = [];
    for (const [latin, katakana] of readings) {
      const { words } = await explained(katakana);
      const read =
        words[0]?.variants.filter(({ why, text }) => why === 'sound' && /^[a-z]+$/u.test(text)) ?? [];
      if (!read.some(({ text, weight }) => weight > 0.8 && text.startsWith(latin))) wrong.push(katakana);
    }
    expect(wrong.length).toBeLessThanOrEqual(readings.length * 0.06);
  });

  test('no false friend stands above a true hit, with two exceptions among fifty words', async () => {
    const above: string[] = [];
    for (const [latin, katakana] of readings) {
      const { hits } = await explained(katakana);
      const isTrue = hits.map((hit) => says(hit, latin));
      if (isTrue.indexOf(false) !== -1 && isTrue.indexOf(false) < isTrue.lastIndexOf(true))
        above.push(katakana);
    }
    // Spelling does not tell release from rails; the last of the true hits for macro are mentions in very long texts.
    expect(above.toSorted()).toEqual(['マクロ', 'リリース']);
  });
});

/** Has it the word itself, in either script, or only what sounds alike? */
const says = ({ reasons }: ExplainedHit, latin: string): boolean =>
  reasons.some(({ findings }) =>
    findings.some(
      ({ variant: { why, text } }) => why !== 'sound' || text.startsWith(latin) || /[ァ-ヺ]/u.test(text),
    ),
  );
