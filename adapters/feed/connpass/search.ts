/** All events of a setting that are near enough to matter, page by page. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Failed } from '../answer.ts';
import type { FeedSetting } from '../../../src/port.ts';
import type { Api } from './api.ts';
import { ZONE } from './event.ts';

export type Setting = Extract<FeedSetting, { kind: 'connpass' }>;

interface Found {
  readonly status: 'ok';
  /** As connpass says them. */
  readonly events: readonly unknown[];
  /** Events beyond the last page. */
  readonly left: number;
}

/** Events of this month are asked for, and of so many before and after it: a group may have hundreds of past ones. */
const MONTHS_BEFORE = 3;
const MONTHS_AFTER = 24;
const PAGE = 100;
const MAX_PAGES = 10;
const BY_DATE = '2';

const page = z.object({ results_available: z.int().nonnegative(), events: z.array(z.unknown()) });

/** Never rejects. Where one page fails, all of it has. */
export async function search(api: Api, query: string, signal?: AbortSignal): Promise<Found | Failed> {
  const events: unknown[] = [];
  for (let asked = 1; ; asked += 1) {
    const answer = await api(`events/?${query}&start=${events.length + 1}`, page, signal);
    if (answer.status === 'failed') return answer;
    const { results_available: available, events: more } = answer.value;
    events.push(...more);
    const left = more.length === 0 ? 0 : Math.max(0, available - events.length);
    if (left === 0 || asked === MAX_PAGES) return { status: 'ok', events, left };
  }
}

/** Groups, months and places: one of each. Keywords: all; each by itself, as it may have a comma. */
export function queryOf({ groups, keywords, prefectures }: Setting, now: Date): string {
  const query = new URLSearchParams({ order: BY_DATE, count: String(PAGE) });
  const lists = { subdomain: groups, prefecture: prefectures, ym: monthsAround(now) };
  for (const [name, values] of Object.entries(lists))
    if (values.length > 0) query.append(name, values.join(','));
  for (const keyword of keywords) query.append('keyword', keyword);
  return String(query);
}

function monthsAround(now: Date): readonly string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  const first = today.toPlainDate().toPlainYearMonth().subtract({ months: MONTHS_BEFORE });
  return Array.from({ length: MONTHS_BEFORE + 1 + MONTHS_AFTER }, (_each, months) =>
    first.add({ months }).toString().replace('-', ''),
  );
}
