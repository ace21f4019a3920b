/** What connpass knows of events, field by field as its API v2 says them. https://connpass.com/about/api/v2/ */

export interface ConnpassEvent {
  readonly id: number;
  readonly title: string;
  readonly catch: string | null;
  /** HTML. */
  readonly description: string | null;
  readonly url: string;
  readonly image_url: string | null;
  readonly hash_tag: string | null;
  /** At +09:00. */
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly limit: number | null;
  readonly event_type: 'participation' | 'advertisement';
  readonly open_status: 'preopen' | 'open' | 'close' | 'cancelled';
  readonly group: {
    readonly id: number;
    readonly subdomain: string | null;
    readonly title: string;
    readonly url: string;
  } | null;
  readonly address: string | null;
  readonly place: string | null;
  /** Decimal numbers as text. */
  readonly lat: string | null;
  readonly lon: string | null;
  readonly owner_id: number | null;
  readonly owner_nickname: string | null;
  readonly owner_display_name: string | null;
  readonly accepted: number;
  readonly waiting: number;
  readonly updated_at: string;
}

export interface ConnpassPresentation {
  readonly user: { readonly id: number; readonly nickname: string } | null;
  readonly url: string;
  readonly name: string;
  readonly presenter: { readonly id: number; readonly nickname: string } | null;
  readonly presentation_type: 'slide' | 'movie' | 'blog';
  readonly created_at: string;
}

/** An evening of a group in Tokyo, but for what is said of it. */
export function connpassEvent(id: number, said: Partial<ConnpassEvent> = {}): ConnpassEvent {
  return {
    id,
    title: `Container Night #${id % 1000}`,
    catch: 'An evening about containers',
    description: '<p>Talks and drinks.</p>',
    url: `https://container.connpass.com/event/${id}/`,
    image_url: null,
    hash_tag: 'container_night',
    started_at: '2027-03-10T19:00:00+09:00',
    ended_at: '2027-03-10T21:00:00+09:00',
    limit: 50,
    event_type: 'participation',
    open_status: 'open',
    group: {
      id: 1,
      subdomain: 'container',
      title: 'Container Night',
      url: 'https://container.connpass.com/',
    },
    address: '東京都渋谷区神宮前1-1-1',
    place: 'Harajuku Hall',
    lat: '35.670000000000',
    lon: '139.700000000000',
    owner_id: 8,
    owner_nickname: 'hanako',
    owner_display_name: '山田 花子',
    accepted: 42,
    waiting: 0,
    updated_at: '2027-02-01T12:00:00+09:00',
    ...said,
  };
}
