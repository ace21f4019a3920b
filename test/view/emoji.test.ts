/** Emoji by name: the standard ones are characters, all others are not. */
import { describe, expect, test } from '@jest/globals';
import { emojiCharacter, isSameEmoji } from '../../src/view/emoji.ts';
import { emojiNames } from '../../src/view/emoji-names.ts';

describe('the name of an emoji', () => {
  test.each([
    ['wave', '👋'],
    ['+1', '👍'],
    ['thumbsup', '👍'],
    ['tada', '🎉'],
    ['heavy_dollar_sign', '💲'],
    ['flag-jp', '🇯🇵'],
    ['jp', '🇯🇵'],
    ['woman-heart-man', '👩‍❤️‍👨'],
    ['skin-tone-3', '🏼'],
  ])('%s stands for %s', (name, character) => {
    expect(emojiCharacter(name)).toBe(character);
  });

  test.each([
    ['wave::skin-tone-3', '👋🏼'],
    ['wave:skin-tone-6', '👋🏿'],
    ['woman-lifting-weights::skin-tone-2', '🏋🏻‍♀️'],
    ['people_holding_hands::skin-tone-4', '🧑🏽‍🤝‍🧑🏽'],
    ['handshake::skin-tone-2-3', '🤝🏻'],
  ])('%s has its tone of skin: %s', (name, character) => {
    expect(emojiCharacter(name)).toBe(character);
  });

  test('takes a tone that is said apart from it', () => {
    expect(emojiCharacter('wave', 5)).toBe('👋🏾');
  });

  test('takes no tone where nothing has skin, and none that does not exist', () => {
    expect(emojiCharacter('tada::skin-tone-3')).toBe('🎉');
    expect(emojiCharacter('wave::skin-tone-7')).toBeNull();
    expect(emojiCharacter('wave', 1)).toBe('👋');
    expect(emojiCharacter('wave', 99)).toBe('👋');
  });

  test.each(['docker', 'meetup-kansai', '', '30', '__proto__', 'toString', 'スライド'])(
    '%j is no standard one',
    (name) => {
      expect(emojiCharacter(name)).toBeNull();
    },
  );

  test('is the only one of its kind', () => {
    const names = emojiNames
      .trim()
      .split('\n')
      .flatMap((line) => line.split(' ').slice(1));
    expect(names.length).toBeGreaterThan(1900);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what a community chose', () => {
  test.each([
    ['📝', 'memo'],
    [':memo:', 'memo'],
    ['📝', 'pencil'],
    ['wave', '👋🏽'],
    [':wave::skin-tone-3:', 'wave'],
    ['❤️', '❤'],
    [':docker:', 'docker'],
  ])('%s is %s as well', (one, other) => {
    expect(isSameEmoji(one, other)).toBe(true);
    expect(isSameEmoji(other, one)).toBe(true);
  });

  test.each([
    ['memo', 'wave'],
    ['docker', 'dockers'],
    ['📝', 'docker'],
  ])('%s is not %s', (one, other) => {
    expect(isSameEmoji(one, other)).toBe(false);
  });
});
