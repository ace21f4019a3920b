/** Is what was sent what was frozen? Compared as it went over the wire, message by message. */
import { hash } from '../../adapters/hash/index.ts';
import { outgoing as toDiscord } from '../../adapters/discord/outgoing.ts';
import { outgoing as toSlack } from '../../adapters/slack/outgoing.ts';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { allEditions } from '../../src/digest/edition.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { Locale, View } from '../../src/port.ts';
import { detailsKey } from '../../src/round/digest/amend.ts';
import { shown } from '../../src/round/digest/draft.ts';
import { community } from './channels.ts';
import type { World } from './world.ts';

/** What was sent for a key, in the shape of its platform. */
interface Sent {
  /** Of the letter; on Discord its nonce. */
  readonly key: string;
  readonly body: string;
}

/** Letters as they were frozen, by their keys, in the shape of each platform. */
async function frozen(path: string): Promise<ReadonlyMap<string, string>> {
  const state = createSqliteState(path);
  try {
    return new Map((await allEditions(state)).flatMap(lettersOf));
  } finally {
    await state.close();
  }
}

function lettersOf(edition: Edition): readonly [string, string][] {
  const { key, locale, place } = edition;
  const { view, details } = shown(edition, { name: community });
  const letters: [string, View | null][] = [
    [key, view],
    [detailsKey(key), details],
  ];
  return letters.flatMap(([name, said]): [string, string][] =>
    said === null
      ? []
      : [place.platform === 'slack' ? [name, inSlack(said, locale)] : [hash(name), inDiscord(said, locale)]],
  );
}

const inSlack = (view: View, locale: Locale): string => JSON.stringify(toSlack(view, locale).blocks);
const inDiscord = (view: View, locale: Locale): string => unmarked(toDiscord(view, locale).body.components);

/** Without the number by which the bot knows its own messages again. */
const unmarked = (components: unknown): string =>
  JSON.stringify(components, (name, value: unknown) => (name === 'id' ? undefined : value));

function sentTo({ slack, discord }: World): readonly Sent[] {
  const said = slack.calls
    .filter(({ method, result }) => method === 'chat.postMessage' && result === 'ok')
    .map(({ args: { metadata, blocks } }) => ({
      key: (JSON.parse(String(metadata)) as { event_payload: { key: string } }).event_payload.key,
      body: JSON.stringify(JSON.parse(String(blocks))),
    }));
  const posted = discord.calls
    .filter(({ operation, status }) => operation === 'create_message' && status === 200)
    .map(({ body }) => body as { readonly nonce: string; readonly components: unknown })
    .map(({ nonce, components }) => ({ key: nonce, body: unmarked(components) }));
  return [...said, ...posted];
}

export interface Compared {
  readonly torn: number;
  /** How many messages were frozen ones that are still known. */
  readonly compared: number;
}

/** While no process has the State. */
export async function compareSent(world: World): Promise<Compared> {
  const letters = await frozen(world.state);
  const known = sentTo(world).filter(({ key }) => letters.has(key));
  return { compared: known.length, torn: known.filter(({ key, body }) => letters.get(key) !== body).length };
}
