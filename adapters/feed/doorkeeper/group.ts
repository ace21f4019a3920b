/** The events of one group from some day on, page by page. */
import type { Failed } from '../answer.ts';
import type { Api } from './api.ts';

interface Found {
  readonly status: 'ok';
  /** As Doorkeeper says them. */
  readonly events: readonly unknown[];
  /** Events of the first page that was too many; what comes behind it is not known. */
  readonly left: number;
}

/** Of 25 events each. */
const MAX_PAGES = 20;

export interface Wanted {
  readonly group: string;
  /** `2027-03-10` */
  readonly since: string;
}

/** Pages do not say whether they are the last: it is the one before an empty one. Never rejects. */
export async function eventsOf(
  api: Api,
  { group, since }: Wanted,
  signal?: AbortSignal,
): Promise<Found | Failed> {
  const events: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const query = new URLSearchParams({ since, sort: 'starts_at', 'expand[]': 'group', page: String(page) });
    const answer = await api(`groups/${encodeURIComponent(group)}/events?${String(query)}`, signal);
    if (answer.status === 'failed') return { ...answer, detail: `${group}: ${answer.detail}` };
    const isOver = answer.value.length === 0 || page > MAX_PAGES;
    if (isOver) return { status: 'ok', events, left: answer.value.length };
    events.push(...answer.value);
  }
}
