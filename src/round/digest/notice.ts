/** What organisers are told of a digest that did not go well: whoever set it up, else all who have set something up. */
import type { DigestChannel } from '../../digest/channel.ts';
import { allOrganisers } from '../../event/organiser.ts';
import { personOf } from '../../event/who.ts';
import { put } from '../../outbox/letter.ts';
import type { Next, Records } from '../../port.ts';
import { paragraph, root } from '../../view/build.ts';
import { words } from '../../words/index.ts';
import type { Words } from '../../words/index.ts';

export interface Notice {
  /** Which one: told of the same twice, one is told once. */
  readonly key: string;
  readonly said: (tongue: Words['digestNotice']) => string;
  readonly next: (tongue: Words['digestNotice']) => readonly Next[];
}

/** Milliseconds that it is of use. */
const life = 7 * 24 * 60 * 60_000;

/** Within a transaction. Those of another platform can do nothing about it, and could not press its buttons. */
export async function tellOrganisers(
  { by, place }: Pick<DigestChannel, 'by' | 'place'>,
  { key, said, next }: Notice,
  { records, now }: { readonly records: Records; readonly now: Date },
): Promise<void> {
  const all = by === null ? (await allOrganisers(records)).map(({ who }) => who) : [by];
  for (const who of all.filter(({ platform }) => platform === place.platform)) {
    const tongue = words[who.locale].digestNotice;
    await put(
      {
        key: `${key} ${who.id}`,
        platform: who.platform,
        to: personOf(who),
        view: { body: root(paragraph(said(tongue))), next: next(tongue) },
        until: new Date(now.getTime() + life).toISOString(),
      },
      records,
    );
  }
}

/** As the chat calls the channel. */
export const channelName = ({ place }: Pick<DigestChannel, 'place'>): string => place.name;
