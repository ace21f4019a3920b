/** What became of the letters of a digest, noted where the digest is kept. */
import { changeDigestChannel, withAppearance } from '../../digest/channel.ts';
import type { DigestChannel, Outcome } from '../../digest/channel.ts';
import { editionAt, putEdition } from '../../digest/edition.ts';
import type { Edition } from '../../digest/edition.ts';
import { put } from '../../outbox/letter.ts';
import type { Letter, Settled } from '../../outbox/letter.ts';
import { writeChannel, writeOption } from '../../command/next.ts';
import type { Records, Settings } from '../../port.ts';
import { detailsKey, putCorrections } from './amend.ts';
import { shown } from './draft.ts';
import { noteKept } from './keep.ts';
import { tellOrganisers } from './notice.ts';

interface Settling {
  readonly records: Records;
  readonly settings: Pick<Settings, 'name'>;
  readonly now: Date;
}

/** In the transaction in which the letter leaves the outbox. Letters that are no digest's are left alone. */
export async function noteEnding(letter: Letter, ending: Settled, settling: Settling): Promise<void> {
  const { records } = settling;
  const edition = await editionAt(records, letter.key);
  if (edition !== null) return void (await endings[ending.status](edition, { letter, ending, ...settling }));
  const above = await editionAt(records, letter.key.replace(/^details /, ''));
  if (above !== null && ending.status === 'posted')
    await putEdition(records, above.key, { ...above, detailsRef: ending.ref });
}

interface Ended extends Settling {
  readonly letter: Letter;
  readonly ending: Settled;
}

type Noting = (edition: Edition, ended: Ended) => Promise<unknown>;

const endings: Readonly<Record<Settled['status'], Noting>> = {
  /** What it would have told is told by the next one. */
  late: (edition, { records }) => noteOutcome(edition, 'late', records),
  posted: async (edition, { letter, ending, ...settling }) => {
    const { records, settings, now } = settling;
    const next = { ...edition, ref: ending.status === 'posted' ? ending.ref : null };
    const { view, details } = shown(next, settings);
    await putEdition(records, edition.key, next);
    const channel = await noteOutcome(next, 'posted', records);
    if (details !== null) await put(detailsOf(next, details, now), records);
    if (channel?.setting.keep === true) await noteKept(records, next);
    // Something of it may have changed while it was on its way.
    if (JSON.stringify(view) !== JSON.stringify(letter.view)) await putCorrections(next, settling);
  },
  refused: async (edition, { ending, records, now }) => {
    const reason = ending.status === 'refused' ? ending.reason : '';
    const channel = await noteOutcome(edition, 'refused', records, reason);
    if (channel === null) return;
    const input = { command: 'digest-resume', input: channelInput(channel) };
    await tellOrganisers(
      channel,
      {
        key: `digest-trouble ${edition.period} ${edition.place.channel}`,
        said: ({ trouble }) => trouble(edition.place.name, reason),
        next: ({ resume, off }) => [
          { label: resume, ...input },
          { label: off, ...input, command: 'digest-off' },
        ],
      },
      { records, now },
    );
  },
  unknown: async (edition, { ending, records, now }) => {
    const channel = await noteOutcome(edition, 'unknown', records);
    if (channel === null || ending.status !== 'unknown' || !ending.isParked) return;
    const call = (answer: string) => ({ command: 'digest-settle', input: `answer:${answer} ${edition.key}` });
    await tellOrganisers(
      channel,
      {
        key: `digest-unknown ${edition.period} ${edition.place.channel}`,
        said: ({ unknown }) => unknown(edition.place.name, edition.period),
        next: ({ again, there }) => [
          { label: again, ...call('again') },
          { label: there, ...call('there') },
        ],
      },
      { records, now },
    );
  },
};

/** Where a platform does not take it, the channel's digest rests. */
function noteOutcome(
  edition: Edition,
  outcome: Outcome,
  records: Records,
  trouble: string | null = null,
): Promise<DigestChannel | null> {
  const { key, place } = edition;
  return changeDigestChannel(records, place, (channel) => {
    const appearance = channel?.recent.find((each) => each.key === key);
    if (channel === null || appearance === undefined) return channel;
    return { ...withAppearance(channel, { ...appearance, outcome }), trouble: trouble ?? channel.trouble };
  });
}

const channelInput = ({ place }: DigestChannel): string =>
  writeOption('channel', writeChannel({ id: place.channel, name: place.name }));

const detailsOf = ({ key, place, ref, due, locale }: Edition, view: Letter['view'], now: Date): Letter => ({
  key: detailsKey(key),
  platform: place.platform,
  to: place,
  view,
  ...(ref === null ? {} : { below: ref }),
  due,
  locale,
  until: new Date(now.getTime() + 24 * 60 * 60_000).toISOString(),
});
