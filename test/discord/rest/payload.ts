/** What a message is to be, from the body and the files of a call: checked, and with the ids that Discord gives. */
import type { APIAllowedMentions, APIEmbed, APIMessageTopLevelComponent, APIPoll } from 'discord.js';
import type { Payload } from '../check/message.ts';
import { attachmentFaults, messageFaults } from '../check/message.ts';
import type { Component } from '../component.ts';
import type { Draft } from '../conversation.ts';
import { flag } from '../flags.ts';
import { messageLimits } from '../limits.ts';
import { InvalidForm, refuse } from '../refusal.ts';
import type { Attachment, Message } from '../message.ts';
import type { Context, Upload } from './define.ts';

/** The body of anything that makes or changes a message. */
export interface Body extends Payload {
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly attachments?:
    | readonly {
        readonly id: string;
        readonly filename?: string;
        readonly description?: string;
        readonly is_spoiler?: boolean;
      }[]
    | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly message_reference?: {
    readonly type?: number;
    readonly message_id: string;
    readonly channel_id?: string;
    readonly fail_if_not_exists?: boolean;
  } | null;
}

/** Numbers components as Discord does, where they have no number. */
function numbered(components: readonly Component[]): readonly Component[] {
  let last = 0;
  const number = (of: Component): Component => {
    last += 1;
    return {
      id: last,
      ...of,
      ...(of.components ? { components: of.components.map(number) } : {}),
      ...(of.component ? { component: number(of.component) } : {}),
      ...(of.accessory ? { accessory: number(of.accessory) } : {}),
    };
  };
  return components.map(number);
}

function refuseSize(files: readonly Upload[]): void {
  const sizes = files.map(({ content }) => content.byteLength);
  const sum = sizes.reduce((all, size) => all + size, 0);
  if (sizes.some((size) => size > messageLimits.file) || sum > messageLimits.request)
    throw refuse('entityTooLarge');
}

function stored({ world, files }: Context, body: Body): Attachment[] {
  refuseSize(files);
  return files.map((file, index) => {
    const said = body.attachments?.find(({ id }) => id === String(index));
    const name = said?.filename ?? file.name;
    return {
      id: world.id(),
      name: name.replace(/^SPOILER_/, ''),
      isSpoiler: said?.is_spoiler ?? name.startsWith('SPOILER_'),
      type: file.type,
      description: said?.description ?? null,
      content: file.content,
    };
  });
}

/** Of a message that is changed, those that the call keeps. */
const kept = (before: Message | null, { attachments }: Body): readonly Attachment[] =>
  (before?.attachments ?? []).filter(({ id }) => !attachments || attachments.some((one) => one.id === id));

/** Nothing is a message of nothing. */
export const bodyOf = ({ body }: Pick<Context, 'body'>): Body => body ?? {};

export type Content = Pick<Draft, 'content' | 'allowed'> &
  Pick<Message, 'embeds' | 'components' | 'attachments' | 'flags' | 'poll' | 'nonce'>;

/** Flags that an app may set: no previews, no sound, components of the second kind. */
const settable = flag.suppressEmbeds | flag.suppressNotifications | flag.componentsV2;

const isEmpty = (of: Omit<Content, 'allowed'>): boolean =>
  of.content.trim() === '' &&
  of.embeds.length === 0 &&
  of.components.length === 0 &&
  of.attachments.length === 0 &&
  of.poll === null;

/** Components of the second kind stay; previews come back where the body does not speak of them. */
function flagsOf({ flags }: Body, before: Message | null): number {
  const old = before?.flags ?? 0;
  return flags === undefined || flags === null ? old : (flags & settable) | (old & ~flag.suppressEmbeds);
}

/** What does not stand in the body stays as it was. Throws where nothing would be left. */
export function contentOf(context: Context, body: Body, before: Message | null): Content {
  const flags = flagsOf(body, before);
  const attachments = [...kept(before, body), ...stored(context, body)];
  const names = attachments.map(({ name }) => name);
  const faults = [...messageFaults(body, flags), ...attachmentFaults(body.components ?? [], names)];
  if (faults.length > 0)
    throw new InvalidForm(faults.map((one) => ({ ...one, path: at(context, one.path) })));
  const content = {
    content: body.content === undefined ? (before?.content ?? '') : (body.content ?? ''),
    embeds: body.embeds === undefined ? (before?.embeds ?? []) : ((body.embeds ?? []) as APIEmbed[]),
    components:
      body.components === undefined
        ? (before?.components ?? [])
        : (numbered(body.components ?? []) as unknown as readonly APIMessageTopLevelComponent[]),
    attachments,
    poll: (body.poll as APIPoll | undefined) ?? before?.poll ?? null,
    nonce: body.nonce ?? null,
    flags,
  };
  if (isEmpty(content)) throw refuse('emptyMessage');
  return { ...content, allowed: body.allowed_mentions ?? undefined };
}

/** In a callback the message stands below `data`. */
const at = ({ params }: Context, path: readonly (string | number)[]): readonly (string | number)[] =>
  params['interaction'] === undefined ? path : ['data', ...path];
