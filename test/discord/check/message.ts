/** Limits of messages that Discord's specification leaves out. https://docs.discord.com/developers/resources/message */
import type { APIEmbed } from 'discord.js';
import type { Component } from '../component.ts';
import { everyComponent } from '../component.ts';
import { flag, has } from '../flags.ts';
import { messageLimits } from '../limits.ts';
import type { Fault } from '../refusal.ts';
import { componentFaults } from './component.ts';
import { hasTwice, when } from './fault.ts';

/** What these checks look at in the body of a message. */
export interface Payload {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly Component[] | null;
  readonly allowed_mentions?: {
    readonly parse?: readonly string[];
    readonly users?: readonly string[];
    readonly roles?: readonly string[];
  } | null;
  readonly flags?: number | null;
  readonly poll?: unknown;
  readonly sticker_ids?: readonly string[] | null;
}

const embedLength = (embed: APIEmbed): number =>
  [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);

function embedFaults(embeds: readonly APIEmbed[]): readonly Fault[] {
  const empty = embeds.flatMap(({ fields = [] }, index) =>
    fields.flatMap(({ name, value }, place) => [
      ...when(name.trim() === '', ['embeds', index, 'fields', place, 'name'], 'required'),
      ...when(value.trim() === '', ['embeds', index, 'fields', place, 'value'], 'required'),
    ]),
  );
  const sum = embeds.reduce((all, embed) => all + embedLength(embed), 0);
  return [...empty, ...when(sum > messageLimits.embedsText, ['embeds'], 'embedsLength')];
}

/** Kinds that may be listed by id. */
const kinds = ['users', 'roles'] as const;

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
function mentionFaults(allowed: NonNullable<Payload['allowed_mentions']>): readonly Fault[] {
  return kinds.flatMap((kind) => {
    const ids = allowed[kind] ?? [];
    const path = ['allowed_mentions', kind];
    return [
      ...when(ids.length > 0 && allowed.parse?.includes(kind) === true, path, 'parseAndList'),
      ...when(hasTwice(ids), path, 'listedTwice'),
    ];
  });
}

const legacy = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

const isThere = (value: unknown): boolean => Boolean(value) && !(Array.isArray(value) && value.length === 0);

/** `flags`: those that the message has then. */
export function messageFaults(payload: Payload, flags: number): readonly Fault[] {
  const isV2 = has(flags, flag.componentsV2);
  return [
    ...when((payload.content ?? '').length > messageLimits.content, ['content'], 'contentLength'),
    ...embedFaults(payload.embeds ?? []),
    ...mentionFaults(payload.allowed_mentions ?? {}),
    ...componentFaults(payload.components ?? [], isV2),
    ...legacy.flatMap((key) => when(isV2 && isThere(payload[key]), [key], 'legacyField')),
  ];
}

const scheme = 'attachment://';

/** What a component shows has to be there. https://docs.discord.com/developers/components/reference#file */
export const attachmentFaults = (
  components: readonly Component[],
  names: readonly string[],
): readonly Fault[] =>
  everyComponent(components).flatMap(({ file }) =>
    when(
      file !== undefined && !names.some((name) => file.url === `${scheme}${name}`),
      ['components'],
      'attachmentMissing',
    ),
  );
