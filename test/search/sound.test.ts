import { describe, expect, test } from '@jest/globals';
import { fold } from '../../src/search/normalise.ts';
import { soundDistance, soundOf, soundsOf } from '../../src/search/sound.ts';

const near = 0.16;
const soundsLike = (katakana: string, latin: string): boolean => {
  const said = fold(katakana);
  return soundsOf(said).includes(soundOf(latin)) && soundDistance(said, latin) <= near;
};

describe('katakana as spoken', () => {
  test.each([
    ['テラフォーム', 'terraform'],
    ['グラファナ', 'grafana'],
    ['レディス', 'redis'],
    ['ジェンキンス', 'jenkins'],
    ['アンシブル', 'ansible'],
    ['パイソン', 'python'],
    ['ポストグレス', 'postgres'],
    ['フラッター', 'flutter'],
    ['オーケストレーション', 'orchestration'],
    ['ネットワーク', 'network'],
    ['ブロックチェーン', 'blockchain'],
    ['アーキテクチャ', 'architecture'],
    ['デプロイ', 'deploy'],
    ['スケール', 'scale'],
    ['コンテナ', 'container'],
    ['キャッシュ', 'cache'],
    ['コンポーネント', 'components'],
    ['ワーカー', 'worker'],
  ])('%s is %s', (katakana, latin) => {
    expect(soundsLike(katakana, latin)).toBe(true);
  });

  test.each([
    ['ラスト', 'rest'],
    ['ドッカー', 'dock'],
    ['ドッカー', 'deck'],
    ['サーバー', 'java'],
    ['ローレベル', 'laravel'],
    ['カバレッジ', 'cobol'],
    ['レール', 'ruby'],
  ])('%s is not %s', (katakana, latin) => {
    expect(soundsLike(katakana, latin)).toBe(false);
  });
});

test('katakana words that differ in long vowels sound the same', () => {
  expect(soundDistance('サーバーレス', 'サーバレス')).toBe(0);
  expect(soundDistance('サーバーレス', 'サービス')).toBeGreaterThan(near);
});

test.each(['8080', 'e3b0c442', '勉強会', 'x'.repeat(30)])('%s has no sound', (word) => {
  expect(soundOf(word)).toBe('');
  expect(soundsOf(word)).toEqual([]);
});
