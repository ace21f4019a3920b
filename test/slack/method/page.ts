/** Pages of a list, with a cursor to the next. https://docs.slack.dev/apis/web-api/pagination */
import { maxPage } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { count, optionalText } from './define.ts';
import type { Context } from './define.ts';

/** Arguments of every method that answers in pages. */
export const pageArgs = { cursor: optionalText, limit: count.optional() };

export interface Page<T> {
  readonly items: readonly T[];
  readonly facts: { readonly response_metadata: { readonly next_cursor: string } };
  readonly more: boolean;
}

/** Slack may put less on a page than it was asked for, and so does this, never more than `pageSize`. */
export function page<T>(
  { world }: Context,
  all: readonly T[],
  { cursor, limit = 100 }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Page<T> {
  if (limit < 1 || limit > maxPage) throw new Refusal('invalid_limit');
  const from = cursor === undefined || cursor === '' ? 0 : Number(atob(cursor).replace(/^from:/, ''));
  if (!Number.isInteger(from)) throw new Refusal('invalid_cursor');
  const to = from + Math.min(limit, world.pageSize);
  const more = to < all.length;
  return {
    items: all.slice(from, to),
    facts: { response_metadata: { next_cursor: more ? btoa(`from:${to}`) : '' } },
    more,
  };
}
