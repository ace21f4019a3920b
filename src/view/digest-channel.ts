/** The digest of a channel as its organisers see it: when, what is in it, how it goes there, and when the next ones come. */
import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { DigestChannel } from '../digest/channel.ts';
import { comingSlots, isPausedAt, skippedSlot } from '../digest/coming.ts';
import { scheduleText } from '../content/schedule.ts';
import type { Slot } from '../digest/slot.ts';
import type { Place, Settings } from '../port.ts';
import { bullets, item, joined, paragraph, strong, text, time } from './build.ts';
import type { Time } from './node.ts';
import type { Tongue } from './results.ts';

/** Who reads it, where, and when. */
export interface Reading extends Tongue {
  readonly settings: Pick<Settings, 'zone' | 'locale'>;
  readonly now: Date;
  /** Where it is read: channels of that workspace are shown as its chat shows them. */
  readonly at: Pick<Place, 'platform' | 'workspace'>;
}

/** Digests that are said to come. */
const shown = 3;

/** `#general`, as a link where the chat can make one. */
export function channelNode(
  { platform, workspace, channel, name }: DigestChannel['place'],
  { at }: Pick<Reading, 'at'>,
): PhrasingContent {
  const isNear = platform === at.platform && workspace === at.workspace;
  const bare = name.replace(/^#/, '');
  return isNear ? { type: 'mention', of: 'channel', id: channel, name: bare } : text(`#${bare}`);
}

/** `#general: every Monday 9:00 (Asia/Tokyo)` */
export function whenLine({ place, setting }: DigestChannel, reading: Reading): Paragraph {
  const { settings, words, locale } = reading;
  const when = words.digestCommand.schedule(
    scheduleText(setting.schedule, locale),
    setting.zone ?? settings.zone,
  );
  return paragraph(strong(channelNode(place, reading)), ': ', when);
}

/** What is in it, and whatever is otherwise than usual. */
export function settingItems(channel: DigestChannel, { settings, words }: Reading): readonly ListItem[] {
  const { setting, from } = channel;
  const { digestCommand: said, digest } = words;
  const { comma } = digest;
  const { sections, tags, series, locale, thread, empty, mention, keep } = setting;
  const lines: readonly (string | false)[] = [
    `${said.contains} ${sections.map((section) => said.sections[section]).join(comma)}`,
    tags.length > 0 && `${said.tags} ${tags.join(comma)}`,
    series.length > 0 && `${said.series} ${series.join(comma)}`,
    locale !== null && locale !== settings.locale && said.language[locale],
    thread && said.thread,
    said[empty],
    mention !== null && said.mention(mention),
    keep && said.keep,
    from === 'file' && said.fromFile,
  ];
  return lines.filter((line) => line !== false).map((line) => item(paragraph(line)));
}

/** Why it is otherwise than its schedule says; none where it is not. */
export function stateLines(channel: DigestChannel, { words, settings, now }: Reading): readonly Paragraph[] {
  const said = words.digestCommand;
  const { paused, trouble, setting } = channel;
  const zone = setting.zone ?? settings.zone;
  const isPaused = isPausedAt(now, paused);
  const skipped = skippedSlot(channel, settings.zone, now);
  return [
    ...(trouble === null ? [] : [paragraph(said.trouble(trouble))]),
    ...(isPaused && paused?.until === null ? [paragraph(said.paused)] : []),
    ...(isPaused && typeof paused?.until === 'string'
      ? [paragraph(said.pausedUntil, ' ', time(paused.until, zone, 'moment'))]
      : []),
    ...(skipped === null ? [] : [paragraph(said.skipping, ' ', momentOf(skipped, zone))]),
  ];
}

/** The next digests that will really be, each in the reader's own zone. */
export function nextTimes(
  channel: DigestChannel,
  { settings, now }: Reading,
  count = shown,
): readonly PhrasingContent[] {
  const zone = channel.setting.zone ?? settings.zone;
  return comingSlots(channel, settings.zone, now, count).map((slot) => momentOf(slot, zone));
}

export const momentOf = ({ at }: Pick<Slot, 'at'>, zone: string): Time =>
  time(at.toISOString(), zone, 'moment');

/** All of it. */
export function channelBlocks(channel: DigestChannel, reading: Reading): readonly RootContent[] {
  const times = nextTimes(channel, reading);
  return [
    whenLine(channel, reading),
    bullets(settingItems(channel, reading)),
    ...stateLines(channel, reading),
    ...(times.length === 0
      ? []
      : [paragraph(reading.words.digestCommand.next), bullets(times.map((each) => item(paragraph(each))))]),
  ];
}

/** In a list of all of them. */
export function channelItem(channel: DigestChannel, reading: Reading): ListItem {
  const times = nextTimes(channel, reading);
  return item(
    whenLine(channel, reading),
    ...(times.length === 0
      ? []
      : [
          paragraph(
            ...joined(
              ' · ',
              times.map((each) => [each]),
            ),
          ),
        ]),
    ...stateLines(channel, reading),
  );
}
