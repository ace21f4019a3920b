/** Discord as a Chat: six members over every server that the bot is in, and the calendar of each. */
import type { Calendar, Chat } from '../../src/port.ts';
import { createCalendar } from './calendar.ts';
import type { Desk } from './desk.ts';
import { discreet } from './discreet.ts';
import { edit } from './edit.ts';
import { identify } from './identity.ts';
import { createLife, end, open, prepare } from './life.ts';
import type { Opened } from './life.ts';
import type { Options } from './options.ts';
import { channelOf, placeOf } from './place.ts';
import { threadOf } from './thread.ts';
import { platform } from './workspace.ts';

export interface DiscordChat extends Chat {
  /** Of servers; it can be asked once the chat has started. */
  readonly calendar: Calendar;
}

/** Nothing is asked of Discord before `start`. `start` rejects with UserError where Discord does not take the bot. */
export function createDiscord(given: Options): DiscordChat {
  const options: Options = { ...given, log: discreet(given.log) };
  const life = createLife(options);
  const { clients } = life;
  let opened: Opened | null = null;
  const started = (): Desk => {
    if (opened === null) throw new Error('Discord has not been started');
    return opened.desk;
  };
  return {
    platform,
    start: async (bot) => {
      const self = await identify({ ...options, ...life });
      if (self === null) return;
      opened = prepare(options, life, { self, bot });
      await open(opened, life);
    },
    stop: () => end(life, opened?.gateway ?? null),
    post: (to, view, { key, since }) => post(to, view, { desk: started(), key, ...(since && { since }) }),
    edit: async (ref, view) => {
      const { locale } = await options.settings();
      return edit({ client: clients.posting, ref, view, locale }, options);
    },
    thread: (ref, reader) => threadOf(ref, reader, started()),
    calendar: createCalendar(started),
  };
}

async function post(
  to: Parameters<Chat['post']>[0],
  view: Parameters<Chat['post']>[1],
  { desk, ...asked }: { readonly desk: Desk; readonly key: string; readonly since?: Date },
): ReturnType<Chat['post']> {
  const isPlace = 'channel' in to;
  const { locale } = await desk.settings();
  return desk.posts.post({
    ...asked,
    client: desk.clients.posting,
    to: isPlace ? { channel: channelOf(to) } : { user: to.id },
    view,
    locale: isPlace
      ? locale
      : await desk.bot.localeOf(to, placeOf({ guild: null, channel: to.id }, '', desk)),
  });
}
