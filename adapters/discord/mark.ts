/**
 * How the bot knows its own posts again. Discord keeps no note beside a message and forgets a nonce after minutes; but each
 * component may have a number of its own, which nobody sees and the history shows. That of the first one says which key it is.
 */
import type { Hash } from '../../src/port.ts';
import type { Component } from './compile.ts';

/** Numbers from here on are ours: Discord itself counts from 1. https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
const least = 1000;
const most = 2 ** 31 - 1;

/** The same for the same key, and hardly ever for another. */
export const markOf = (key: string, hash: Hash): number =>
  least + (Number.parseInt(hash(key), 36) % (most - least));

export const marked = ([first, ...rest]: readonly Component[], mark: number): Component[] =>
  first === undefined ? [] : [{ ...first, id: mark }, ...rest];

export const isMarked = (
  components: readonly { readonly id?: number }[] | undefined,
  mark: number,
): boolean => components?.[0]?.id === mark;
