/** Days that are told from today: `last year`, 去年, 先月. */
import type { Chunk } from './query.ts';

interface Told {
  readonly unit: 'year' | 'month';
  readonly back: number;
}

const told: Readonly<Record<string, Told>> = {
  今年: { unit: 'year', back: 0 },
  去年: { unit: 'year', back: 1 },
  昨年: { unit: 'year', back: 1 },
  一昨年: { unit: 'year', back: 2 },
  来年: { unit: 'year', back: -1 },
  今月: { unit: 'month', back: 0 },
  先月: { unit: 'month', back: 1 },
  来月: { unit: 'month', back: -1 },
  'this year': { unit: 'year', back: 0 },
  'last year': { unit: 'year', back: 1 },
  'next year': { unit: 'year', back: -1 },
  'this month': { unit: 'month', back: 0 },
  'last month': { unit: 'month', back: 1 },
  'next month': { unit: 'month', back: -1 },
};

/** 去年の is followed by what it was: 去年のまとめ. */
const japanese = /^(今年|去年|昨年|一昨年|来年|今月|先月|来月)の?/u;

/** The chunks of a query, with what they say of a date as one of their own. `today`: a local day. */
export function withRelativeDates(chunks: readonly Chunk[], today: string): readonly Chunk[] {
  const found: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const [one, next] = [chunks[at], chunks[at + 1]];
    if (one === undefined) continue;
    const pair = `${one.text} ${next?.text ?? ''}`;
    const isPair = !one.quoted && next?.quoted === false && told[pair] !== undefined;
    found.push(...(isPair ? [dated(pair, today)] : split(one, today)));
    if (isPair) at += 1;
  }
  return found;
}

function split(chunk: Chunk, today: string): readonly Chunk[] {
  const [whole, text] = (chunk.quoted ? null : japanese.exec(chunk.text)) ?? [];
  if (whole === undefined || text === undefined) return [chunk];
  const rest = chunk.text.slice(whole.length);
  return [dated(text, today), ...(rest === '' ? [] : [{ text: rest, quoted: false }])];
}

const dated = (text: string, today: string): Chunk => ({ text, quoted: false, date: dateOf(text, today) });

function dateOf(text: string, today: string): string {
  const { unit, back } = told[text] ?? { unit: 'year', back: 0 };
  const [year = 0, month = 1] = today.split('-').map(Number);
  if (unit === 'year') return String(year - back);
  const months = year * 12 + (month - 1) - back;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
