/** Whom a message names, and whom it notifies: what is written, as far as `allowed_mentions` lets it. https://docs.discord.com/developers/resources/message#allowed-mentions-object */
import type { APIAllowedMentions, APIMessageTopLevelComponent } from 'discord.js';
import { may } from './permission.ts';
import type { Mentions } from './message.ts';
import type { Channel, State } from './state.ts';

/** Nobody is named in code. */
const code = /```[\s\S]*?```|``[^`][\s\S]*?``|`[^`]*`/g;

const idsIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, id = '']) => id)),
];

/** Text displays name people as content does; embeds never do. */
export function textsOf(components: readonly unknown[]): string[] {
  return components.flatMap((one) => {
    const of = one as { type?: number; content?: string; components?: unknown[]; accessory?: unknown };
    const own = of.type === 10 && of.content !== undefined ? [of.content] : [];
    return [...own, ...textsOf(of.components ?? []), ...textsOf(of.accessory ? [of.accessory] : [])];
  });
}

interface Written {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: readonly ('@everyone' | '@here')[];
}

function writtenIn(texts: readonly string[]): Written {
  const text = texts.join('\n').replaceAll(code, '');
  return {
    users: idsIn(text, /<@!?(\d+)>/g),
    roles: idsIn(text, /<@&(\d+)>/g),
    everyone: (['@everyone', '@here'] as const).filter((one) => text.includes(one)),
  };
}

export interface Speech {
  readonly author: string;
  readonly channel: Channel;
  readonly content: string;
  readonly components: readonly APIMessageTopLevelComponent[];
  /** `undefined`: nothing was said, and Discord's default holds. */
  readonly allowed: APIAllowedMentions | undefined;
  /** By default an answer to an interaction names users alone. */
  readonly isAnswer: boolean;
  /** Who wrote what this replies to. */
  readonly repliesTo: string | null;
}

type Kind = 'users' | 'roles' | 'everyone';

const byDefault = ({ isAnswer }: Speech): readonly Kind[] =>
  isAnswer ? ['users'] : ['users', 'roles', 'everyone'];

const isAllowed =
  (speech: Speech, kind: Kind) =>
  (id: string): boolean => {
    const { allowed } = speech;
    if (!allowed) return byDefault(speech).includes(kind);
    const listed = kind === 'everyone' ? [] : (allowed[kind] ?? []);
    return ((allowed.parse ?? []) as readonly string[]).includes(kind) || listed.includes(id);
  };

function rolesPinged(state: State, speech: Speech, roles: readonly string[]): string[] {
  const guild = state.guilds.get(speech.channel.guild ?? '');
  const isFree = may(state, { user: speech.author, channel: speech.channel }, 'mentionEveryone');
  return roles.filter((id) => guild?.roles.has(id) && (isFree || guild.roles.get(id)?.mentionable));
}

/** `names`: what `mentions` of the message says. `whom`: who is notified, in the words of a test. */
export interface Heard {
  readonly names: Mentions;
  readonly whom: readonly string[];
}

const repliedUser = ({ allowed, repliesTo }: Speech): string[] =>
  repliesTo !== null && (allowed?.replied_user ?? allowed === undefined) ? [repliesTo] : [];

export function hear(state: State, speech: Speech): Heard {
  const written = writtenIn([speech.content, ...textsOf(speech.components)]);
  const known = written.users.filter((id) => state.users.has(id)).filter(isAllowed(speech, 'users'));
  const users = [...new Set([...known, ...repliedUser(speech)])];
  const roles = rolesPinged(state, speech, written.roles.filter(isAllowed(speech, 'roles')));
  const guild = state.guilds.get(speech.channel.guild ?? '');
  const isLoud = may(state, { user: speech.author, channel: speech.channel }, 'mentionEveryone');
  const everyone = guild && isLoud ? written.everyone.filter(isAllowed(speech, 'everyone')) : [];
  const others = users.filter((id) => id !== speech.author);
  return {
    names: { users, roles, everyone: everyone.length > 0 },
    whom: [
      ...others.map((id) => state.users.get(id)?.name ?? id),
      ...roles.map((id) => `@${guild?.roles.get(id)?.name ?? id}`),
      ...everyone,
    ],
  };
}
