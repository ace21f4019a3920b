/** What an organiser sees who has set a digest up: when it comes, from when on it tells, and what it will look like. */
import type { DigestChannel } from '../digest/channel.ts';
import type { CatalogueEntry, Next, View } from '../port.ts';
import { heading, paragraph, root, time } from '../view/build.ts';
import { channelBlocks } from '../view/digest-channel.ts';
import { digestButtons } from './digest.ts';
import { digestButton, readingIn } from './digest-channel.ts';
import type { Scene } from './spec.ts';

export async function begunView(channel: DigestChannel, scene: Scene): Promise<View> {
  const { words } = scene;
  const isFirst = channel.recent.length === 0;
  const offers = isFirst ? await including(channel, scene) : [];
  return {
    body: root(
      heading(3, words.digestCommand.title),
      ...channelBlocks(channel, readingIn(scene)),
      isFirst && beginning(channel, scene),
    ),
    next: [...offers, ...digestButtons(channel, scene)],
    data: channel,
  };
}

function beginning({ newsFrom, setting }: DigestChannel, { words, settings }: Scene) {
  const said = words.digestCommand;
  if (newsFrom === undefined) return paragraph(said.baseline);
  return paragraph(said.includes, ' ', time(newsFrom, setting.zone ?? settings.zone, 'day'));
}

const day = 24 * 60 * 60_000;

/** Days back of which one may be asked whether their reports are to be told: the first stretch that has any. */
const stretches = [30, 60];

async function including(channel: DigestChannel, scene: Scene): Promise<readonly Next[]> {
  const { since, newsFrom = since, place } = channel;
  const { words, now } = scene;
  const entries = await scene.library.catalogue();
  const reports = (after: number): number => entries.filter((entry) => isSince(entry, after)).length;
  const told = reports(Date.parse(newsFrom));
  const days = stretches.find((each) => reports(now().getTime() - each * day) > told);
  if (days === undefined) return [];
  const label = words.digestCommand.include(reports(now().getTime() - days * day), days);
  return [digestButton(label, { command: 'digest-on', include: days }, place)];
}

/** Of what is known by its month alone nobody knows. */
const isSince = ({ published }: CatalogueEntry, after: number): boolean =>
  published?.length === 10 && Date.parse(published) >= after;
