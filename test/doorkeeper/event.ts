/** What Doorkeeper knows of events, field by field as its API says them. https://www.doorkeeper.jp/developer/api */

export interface DoorkeeperEvent {
  readonly title: string;
  readonly id: number;
  /** In UTC. */
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly venue_name: string | null;
  readonly address: string | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly published_at: string;
  readonly updated_at: string;
  /** Id; where it is asked to be expanded, more of it. */
  readonly group: number;
  readonly banner: string | null;
  /** HTML. */
  readonly description: string | null;
  readonly public_url: string;
  readonly participants: number;
  readonly waitlisted: number;
  readonly ticket_limit: number | null;
}

export interface DoorkeeperGroup {
  readonly id: number;
  readonly name: string;
  /** As it stands in addresses. */
  readonly subdomain: string;
}

/** An evening in Tokyo, but for what is said of it. */
export function doorkeeperEvent(id: number, said: Partial<DoorkeeperEvent> = {}): DoorkeeperEvent {
  return {
    title: `Rubyist Evening #${id % 1000}`,
    id,
    starts_at: '2027-03-10T10:00:00.000Z',
    ends_at: '2027-03-10T12:00:00.000Z',
    venue_name: 'Harajuku Hall',
    address: '東京都渋谷区神宮前1-1-1',
    lat: 35.67,
    long: 139.7,
    published_at: '2027-02-01T03:00:00.000Z',
    updated_at: '2027-02-02T03:00:00.000Z',
    group: 24,
    banner: null,
    description: '<p>Talks and drinks.</p>',
    public_url: `https://rubyists.doorkeeper.jp/events/${id}`,
    participants: 20,
    waitlisted: 0,
    ticket_limit: 40,
    ...said,
  };
}
