/** A part of a list, and how long the whole is. */
import type { Page } from '../port.ts';

export const pageOf = <T>(
  items: readonly T[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Page<T> => ({ items: items.slice(offset, offset + limit), total: items.length });
