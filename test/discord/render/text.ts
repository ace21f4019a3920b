/** Text as its reader sees it: Markdown stays as it is, what Discord fills in is filled in. */
import type { State } from '../state.ts';
import type { Eyes } from './time.ts';
import { renderTime } from './time.ts';

type Fill = (state: State, match: readonly string[], eyes: Eyes) => string;

const roleName = (state: State, id: string): string =>
  [...state.guilds.values()].flatMap(({ roles }) => roles.get(id)?.name ?? [])[0] ?? id;

const channelName = (state: State, id: string): string => state.channels.get(id)?.name ?? 'unknown';

/** https://docs.discord.com/developers/reference#message-formatting */
const fills: readonly (readonly [pattern: RegExp, fill: Fill])[] = [
  [/<@!?(\d+)>/g, (state, [, id = '']) => `@${state.users.get(id)?.name ?? 'unknown-user'}`],
  [/<@&(\d+)>/g, (state, [, id = '']) => `@${roleName(state, id)}`],
  [/<#(\d+)>/g, (state, [, id = '']) => `#${channelName(state, id)}`],
  [/<\/([^:>]+):\d+>/g, (_, [, name = '']) => `/${name}`],
  [/<a?:(\w+):\d+>/g, (_, [, name = '']) => `:${name}:`],
  [
    /<t:(-?\d+)(?::([a-zA-Z]))?>/g,
    (_, [, seconds = '0', style = 'f'], eyes) => renderTime(seconds, style, eyes),
  ],
  [
    /https:\/\/discord\.com\/channels\/(\d+|@me)\/(\d+)(?:\/\d+)?/g,
    (state, [, , channel = '']) => `(link to #${channelName(state, channel)})`,
  ],
];

/** Ids become names, times become times. */
export const renderText = (state: State, text: string, eyes: Eyes): string =>
  fills.reduce(
    (done, [pattern, fill]) => done.replaceAll(pattern, (...match) => fill(state, match as string[], eyes)),
    text,
  );
