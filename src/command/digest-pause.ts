/** `/meetup digest pause until next Friday`, `resume`: a digest rests for a while, also one that the file sets up. */
import { Temporal } from 'temporal-polyfill';
import { readWhen } from '../content/when.ts';
import { instantOf } from '../event/local.ts';
import { root } from '../view/build.ts';
import { channelBlocks } from '../view/digest-channel.ts';
import { digestButtons } from './digest.ts';
import { askedFor, changeDigest, channelOption, readingIn } from './digest-channel.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { notRead } from './when.ts';
import type { DigestChannel } from '../digest/channel.ts';
import { paragraph } from '../view/build.ts';
import type { View } from '../port.ts';

export const digestPause = defineCommand({
  name: 'digest-pause',
  options: { channel: channelOption, until: { type: 'text', rest: true } },
  run: async ({ channel: named, until }, scene) => {
    const asked = await askedFor(named, scene);
    const channel = await changeDigest(asked, scene, (there) => ({
      ...there,
      paused: { until: until === '' ? null : endOf(until, there, scene) },
    }));
    return changedView(channel, scene);
  },
});

export const digestResume = defineCommand({
  name: 'digest-resume',
  options: { channel: channelOption },
  run: async ({ channel: named }, scene) => {
    const asked = await askedFor(named, scene);
    const channel = await changeDigest(asked, scene, (there) => ({ ...there, paused: null, trouble: null }));
    const view = changedView(channel, scene);
    const said = paragraph(scene.words.digestCommand.resumed);
    return { ...view, body: root(said, ...view.body.children) };
  },
});

const changedView = (channel: DigestChannel, scene: Scene): View => ({
  body: root(...channelBlocks(channel, readingIn(scene))),
  next: digestButtons(channel, scene),
  data: channel,
});

/** In Japanese, until a day is to its end; in English, to its beginning. The next digest is said, so that nobody is surprised. */
const through = /(?:まで|迄)(?:休み|休む|休止)?$/u;

/** ISO 8601. Throws UserError `when-…`. */
function endOf(text: string, { setting }: DigestChannel, { settings, now, locale }: Scene): string {
  const zone = setting.zone ?? settings.zone;
  const bare = text.replace(/^(?:until|till)\s+/iu, '').replace(through, '');
  const when = readWhen(bare, { zone, now: now() });
  if (!when.ok) throw notRead(text, when, locale);
  if (when.repeat !== null) throw notRead(text, { reason: 'unclear', detail: text }, locale);
  const isWholeDay = when.start.length === 10;
  const local = isWholeDay && through.test(text) ? dayAfter(when.start) : when.start;
  const end = instantOf(local, zone);
  if (end <= now().getTime()) throw notRead(text, { reason: 'past', detail: local }, locale);
  return new Date(end).toISOString();
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
