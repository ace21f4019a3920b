/** One digest of one channel as it would be posted: what it says, what that looks like, and what is kept of it. */
import type { Compose } from '../../digest/compose.ts';
import type { DigestChannel } from '../../digest/channel.ts';
import { isEmpty } from '../../digest/content.ts';
import type { Content } from '../../digest/content.ts';
import { editionKey } from '../../digest/edition.ts';
import type { Edition } from '../../digest/edition.ts';
import { shrink } from '../../digest/shrink.ts';
import type { Slot } from '../../digest/slot.ts';
import type { Measure, Settings, View } from '../../port.ts';
import { digestSummary, digestView, emptyView } from '../../view/digest.ts';

export interface Draft {
  readonly edition: Edition;
  /** `null`: there is nothing to say, and the channel wants nothing said then. */
  readonly view: View | null;
  /** To stand in a thread below it. */
  readonly details: View | null;
}

/** Someone who is notified. */
export interface Role {
  readonly id: string;
  readonly name: string;
}

export interface Drafting {
  readonly compose: Compose;
  readonly settings: Pick<Settings, 'name' | 'locale' | 'zone'>;
  /** ISO 8601: what is newer is news. */
  readonly since: string;
  /** What the channel was told before, the last digest last. */
  readonly before: readonly Content[];
  /** Of the channel's platform; `null`: nobody knows its limits. */
  readonly measure: Measure | null;
  readonly role: Role | null;
  readonly now: Date;
}

export function draft(channel: Pick<DigestChannel, 'place' | 'setting'>, slot: Slot, how: Drafting): Draft {
  const { setting, place } = channel;
  const { now, since, before, settings } = how;
  const zone = setting.zone ?? settings.zone;
  const whole = how.compose({ setting, zone, now, since: new Date(since), before });
  const bare: Edition = {
    key: editionKey(place, slot.period),
    place,
    period: slot.period,
    day: slot.day,
    due: slot.at.toISOString(),
    at: now.toISOString(),
    locale: setting.locale ?? settings.locale,
    zone,
    isThread: setting.thread,
    role: how.role,
    content: whole,
    ref: null,
    detailsRef: null,
  };
  const fits = (content: Content): boolean => isWithin({ ...bare, content }, how);
  const edition = { ...bare, content: shrink(whole, fits) };
  if (!isEmpty(edition.content)) return { edition, ...shown(edition, settings) };
  return { edition, view: setting.empty === 'say' ? nothingView(edition, settings) : null, details: null };
}

/** One line of a week without anything to say. */
export const nothingView = (edition: Edition, settings: Pick<Settings, 'name'>): View =>
  emptyView(shownOf(edition, settings));

const shownOf = (edition: Edition, { name }: Pick<Settings, 'name'>) => ({
  ...edition,
  community: name,
  mention: edition.role,
});

/** The messages of an edition, as it is now. */
export function shown(
  edition: Edition,
  settings: Pick<Settings, 'name'>,
): { readonly view: View; readonly details: View | null } {
  const of = shownOf(edition, settings);
  return edition.isThread ? digestSummary(of) : { view: digestView(of), details: null };
}

/** Does the longest of its messages fit? */
function isWithin(edition: Edition, { measure, settings }: Drafting): boolean {
  if (measure === null) return true;
  const { view, details } = shown(edition, settings);
  return measure(details ?? view, edition.locale).every(({ used, most }) => used <= most);
}
