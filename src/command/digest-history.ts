/** `/meetup digest history`: the last digests of a channel, the newest first, and what became of them. */
import type { ListItem } from 'mdast';
import type { Appearance } from '../digest/channel.ts';
import { bullets, heading, item, joined, paragraph, root, strong, time } from '../view/build.ts';
import { whenLine } from '../view/digest-channel.ts';
import { askedFor, channelOption, digestAt, digestButton, readingIn } from './digest-channel.ts';
import { offsetOf, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

const size = 10;

export const digestHistory = defineCommand({
  name: 'digest-history',
  options: { channel: channelOption, page: { type: 'number', min: 1 } },
  run: async ({ channel: named, page = 1 }, scene) => {
    const channel = await digestAt(await askedFor(named, scene), scene);
    const { words, settings } = scene;
    const said = words.digestCommand;
    const zone = channel.setting.zone ?? settings.zone;
    const all = channel.recent.toReversed();
    const from = offsetOf({ page, size });
    const shown = all.slice(from, from + size);
    const button = digestButton('', { command: 'digest-history' }, channel.place);
    return {
      body: root(
        heading(3, said.history),
        whenLine(channel, readingIn(scene)),
        all.length === 0 && paragraph(said.historyNone),
        shown.length > 0 && bullets(shown.map((each) => appearanceItem(each, zone, scene))),
      ),
      next: turning({ page, size }, all.length, { command: button.command, rest: button.input, words }),
      data: all,
    };
  },
});

function appearanceItem(
  { period, at, outcome, items }: Appearance,
  zone: string,
  { words }: Scene,
): ListItem {
  const said = words.digestCommand;
  const facts = joined(' · ', [
    [strong(period)],
    [time(at, zone, 'moment')],
    [said.outcome[outcome]],
    items > 0 ? [said.things(items)] : [],
  ]);
  return item(paragraph(...facts));
}
