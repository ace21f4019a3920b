/** `/meetup digest list`: every channel's digest, how it goes there, and its next times. */
import { allDigestChannels } from '../digest/channel.ts';
import type { DigestChannel } from '../digest/channel.ts';
import { unmet } from '../digest/wish.ts';
import type { Next } from '../port.ts';
import { bullets, heading, paragraph, root } from '../view/build.ts';
import { channelItem } from '../view/digest-channel.ts';
import { labelText } from '../view/short.ts';
import { digestButton, readingIn, stateFor } from './digest-channel.ts';
import { offsetOf, turning } from './paging.ts';
import { defineCommand } from './spec.ts';

const size = 10;

/** Characters of a channel on a button. */
const longestName = 40;

export const digestList = defineCommand({
  name: 'digest-list',
  options: { page: { type: 'number', min: 1 } },
  run: async ({ page = 1 }, scene) => {
    const { words, settings } = scene;
    const said = words.digestCommand;
    const channels = await allDigestChannels(stateFor(scene));
    const from = offsetOf({ page, size });
    const shown = channels.slice(from, from + size);
    const missing = page === 1 ? unmet(settings.digests, channels) : [];
    return {
      body: root(
        heading(3, said.title),
        paragraph(channels.length === 0 ? said.listNone : said.list(channels.length)),
        shown.length > 0 && bullets(shown.map((channel) => channelItem(channel, readingIn(scene)))),
        missing.length > 0 &&
          paragraph(said.unmet(missing.map(({ channel }) => channel).join(words.digest.comma))),
      ),
      next: [
        ...shown.map(opening),
        ...turning({ page, size }, channels.length, { command: 'digest-list', words }),
      ],
      data: channels,
    };
  },
});

const opening = ({ place }: DigestChannel): Next =>
  digestButton(labelText(place.name, longestName), { command: 'digest' }, place);
