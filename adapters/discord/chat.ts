/** Discord as a Chat: six members over every server that the bot is in, and the calendar of each. */
import { RESTJSONErrorCodes as codes } from 'discord.js';
import type { Calendar, Chat, Directory, Locale, Person, Place } from '../../src/port.ts';
import { viewText } from '../../src/view/text.ts';
import { createCalendar } from './calendar.ts';
import type { Desk } from './desk.ts';
import { createDirectory } from './directory.ts';
import { discreet } from './discreet.ts';
import { edit } from './edit.ts';
import { identify } from './identity.ts';
import { createLife, end, open, prepare } from './life.ts';
import type { Opened } from './life.ts';
import type { Options } from './options.ts';
import { channelOf, placeOf } from './place.ts';
import { readRef } from './ref.ts';
import type { Target } from './target.ts';
import { threadOf } from './thread.ts';
import { platform } from './workspace.ts';

export interface DiscordChat extends Chat {
  /** Of servers; it can be asked once the chat has started. */
  readonly calendar: Calendar;
  readonly directory: Directory;
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
    post: async (to, view, how) => {
      const locale = how.locale ?? (await localeFor(to, started()));
      const target = targetOf(to, how.below, () => viewText(view.body, locale));
      if (target === null) return { status: 'refused', reason: String(codes.UnknownMessage) };
      return started().posts.post({ ...how, client: clients.posting, to: target, view, locale });
    },
    edit: async (ref, view, how) => {
      const locale = how?.locale ?? (await options.settings()).locale;
      return edit({ client: clients.posting, ref, view, locale }, options);
    },
    thread: (at, reader) => threadOf(at, reader, started()),
    calendar: createCalendar(started),
    directory: createDirectory(started),
  };
}

/** `null`: `below` is no message. A thread is called what stands in its first line; within a thread there are none. */
function targetOf(to: Place | Person, below: string | undefined, text: () => string): Target | null {
  const here = 'channel' in to ? { channel: channelOf(to) } : { user: to.id };
  if (below === undefined) return here;
  const above = readRef(below);
  const [name = ''] = text().split('\n');
  return above && ('channel' in to && to.thread !== undefined ? here : { below: above, name });
}

const localeFor = async (to: Place | Person, desk: Desk): Promise<Locale> =>
  'channel' in to
    ? (await desk.settings()).locale
    : desk.bot.localeOf(to, placeOf({ guild: null, channel: to.id }, '', desk));
