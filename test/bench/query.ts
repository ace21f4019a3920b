/** What members ask, in the words of the invented reports: the same mix for every engine. */
import type { Query } from './engine/engine.ts';
import { rareName } from './generate.ts';

const texts: Readonly<Record<string, readonly string[]>> = {
  common: ['docker', 'kubernetes', 'react', 'meetup'],
  rare: [40, 400, 4_000, 14_000].map(rareName),
  several: ['kubernetes 監視', 'postgresql 移行', `docker ${rareName(90)}`, 'rust 開発環境 テスト'],
  japanese: ['監視', '認証', '設計', '運用'],
  compound: ['性能改善', '障害対応', '可観測性', 'ログ基盤'],
  spoken: ['リアクト', 'クバネティス', 'テラフォーム', 'グラフキューエル'],
  misspelt: ['kubernets', 'postgress', 'terrafrom', 'prometeus'],
  sentence: ['監視を試した話', 'キャッシュの裏側', 'デプロイに失敗した', 'how we run kafka in production'],
  speaker: ['user7', '@user1200', 'user42 docker', 'user999'],
  series: ['docker meetup tokyo 6', 'Rust Meetup Kansai #12', 'react fukuoka', 'go sapporo'],
  nothing: ['zzyzx', 'qwrtpsdf', 'ぬぬぬ', 'xylophonist'],
};

const filtered: readonly Query[] = ['rust', 'セキュリティ', 'kafka 運用', 'buildkit'].map((text, at) => ({
  text,
  year: 2012 + 3 * at,
}));

export const queries: readonly Query[] = [
  ...Object.values(texts)
    .flat()
    .map((text) => ({ text })),
  ...filtered,
];
