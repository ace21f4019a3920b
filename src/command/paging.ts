/** Lists in pages: which part is shown, and the buttons to the others. */
import type { Next } from '../port.ts';
import type { Words } from '../words/index.ts';
import { writeInput } from './input.ts';

/** A page of a list, counted from 1. */
export interface Paging {
  readonly page: number;
  readonly size: number;
}

export const offsetOf = ({ page, size }: Paging): number => (page - 1) * size;

/** How a call says which page it wants: the first one needs no words. */
export const pageOption = (page: number): { readonly page: number | undefined } => ({
  page: page > 1 ? page : undefined,
});

/** Buttons to the next page, if `total` goes beyond this one, and to the one before. `call` is the call without its page. */
export function turning(
  { page, size }: Paging,
  total: number,
  call: {
    readonly command: string;
    readonly rest?: string;
    readonly named?: Readonly<Record<string, string | number | undefined>>;
    readonly words: Words;
  },
): Next[] {
  const { command, rest = '', named = {}, words } = call;
  const to = (label: string, target: number): Next => ({
    label,
    command,
    input: writeInput(rest, { ...named, ...pageOption(target) }),
  });
  const left = total - page * size;
  return [
    ...(left > 0 ? [to(words.button.more(left), page + 1)] : []),
    ...(page > 1 ? [to(words.button.page(page - 1), page - 1)] : []),
  ];
}
