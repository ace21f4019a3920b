/** Cards below links to the community's own reports. Slack tells only of domains that the manifest names. */
import type { App, types } from '@slack/bolt';
import type { Call } from '../../../src/port.ts';
import { callOf } from '../call.ts';
import { compile } from '../compile.ts';
import type { Desk } from '../desk.ts';

/** Links of a message that get a card: more would bury what was said. */
const mostCards = 5;

type Cards = Readonly<Record<string, { blocks: types.KnownBlock[] }>>;

export function onLink(app: App, desk: Desk): void {
  app.event('link_shared', async ({ event }) => {
    const { channel, user, links } = event;
    const said = { command: 'card', input: '' };
    const call = await callOf({ said, channel, user }, desk);
    const urls = [...new Set(links.map(({ url }) => url))].slice(0, mostCards);
    const cards = await cardsAt(urls, call, desk);
    if (Object.keys(cards).length > 0) await unfurl(event, cards, desk);
  });
}

/** Everyone sees them, so they speak the community's language. Where nothing of ours stands, there is no card. */
async function cardsAt(urls: readonly string[], call: Call, { bot, settings }: Desk): Promise<Cards> {
  const { locale } = await settings();
  const cards = urls.map(async (url) => {
    const view = await bot.answer({ ...call, input: { address: url }, locale });
    return view.failure === undefined ? [[url, { blocks: [...compile(view, { locale }).blocks] }]] : [];
  });
  return Object.fromEntries((await Promise.all(cards)).flat()) as Cards;
}

/**
 * Below the message; while it is being written it has no place yet (https://docs.slack.dev/reference/methods/chat.unfurl).
 * Nobody asked for it: where Slack does not want it, it is left.
 */
async function unfurl(event: types.LinkSharedEvent, unfurls: Cards, { clients, log }: Desk): Promise<void> {
  const { channel, message_ts: ts, source, unfurl_id } = event;
  const isDraft = source === 'composer' && unfurl_id !== undefined;
  try {
    await clients.interaction.chat.unfurl({
      ...(isDraft ? { source: 'composer', unfurl_id } : { channel, ts }),
      unfurls: { ...unfurls },
    });
  } catch (error) {
    log.info({ err: error }, 'a link got no card');
  }
}
