/** Emoji by the names that chats give them: `wave` is 👋, in any tone of skin. */
import { emojiNames } from './emoji-names.ts';

let characters: ReadonlyMap<string, string> | null = null;

/** Read when the first name is asked for: most processes never ask. */
function known(): ReadonlyMap<string, string> {
  characters ??= new Map(
    emojiNames
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [character = '', ...names] = line.split(' ');
        return names.map((name): [string, string] => [name, character]);
      }),
  );
  return characters;
}

const tones = ['\u{1f3fb}', '\u{1f3fc}', '\u{1f3fd}', '\u{1f3fe}', '\u{1f3ff}'];

/** The modifier of `skin-tone-2` to `skin-tone-6`, as Slack counts them; undefined for any other number. */
const modifier = (tone: number): string | undefined => tones[tone - 2];

/**
 * Every person of the picture takes the modifier (the joined hands of two do not), and it takes the place of a variation
 * selector.
 */
const toned = (character: string, tone: string | undefined): string =>
  tone === undefined
    ? character
    : character.replace(
        /(?!\u{1f91d}\u200d)(\p{Emoji_Modifier_Base})\ufe0f?/gu,
        (_all, base: string) => base + tone,
      );

/**
 * The character that a standard emoji's name stands for, `null` for all other names (a community's own). The name stands
 * without colons, and may say its tone: `wave::skin-tone-3` → 👋🏼. `tone` is the one that is said apart from the name.
 */
export function emojiCharacter(name: string, tone?: number): string | null {
  const [, plain = name, said] = /^(.*?)::?skin-tone-([2-6])(?:-[2-6])?$/.exec(name) ?? [];
  const character = known().get(plain);
  return character === undefined ? null : toned(character, modifier(tone ?? Number(said)));
}

/** `:wave:` or `:wave::skin-tone-3:`, as they are typed. */
export const emojiSign = /:([\p{L}\p{N}_+'-]{1,100}(?:::skin-tone-[2-6](?:-[2-6])?)?):/u;

/** A text with the standard emoji that are named in it as characters. */
export const withEmoji = (text: string): string =>
  text.replace(new RegExp(emojiSign, 'gu'), (sign, name: string) => emojiCharacter(name) ?? sign);

const withoutTone = /::?skin-tone-[2-6](?:-[2-6])?$|[\u{1f3fb}-\u{1f3ff}]|\ufe0f/gu;

/** Whatever its skin: a character, or a name with or without colons. A name that is a standard emoji's is its character. */
function plainEmoji(said: string): string {
  const name = said
    .trim()
    .replace(/^:(.+):$/u, '$1')
    .replaceAll(withoutTone, '');
  return (emojiCharacter(name) ?? name).replaceAll(withoutTone, '');
}

/** Do both mean the same emoji, in whatever tone of skin? `📝`, `memo` and `:memo:` do. */
export const isSameEmoji = (one: string, other: string): boolean => plainEmoji(one) === plainEmoji(other);
