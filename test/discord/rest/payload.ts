/** What a message is to be, from the body and the files of a call: checked, and with the ids that Discord gives. */
import type { APIAllowedMentions, APIEmbed, APIMessageTopLevelComponent, APIPoll } from 'discord.js';
import type { Payload } from '../check.ts';
import { componentsV2, messageFaults } from '../check.ts';
import type { Component } from '../component.ts';
import type { Draft } from '../conversation.ts';
import { messageLimits } from '../limits.ts';
import { InvalidForm, refuse } from '../refusal.ts';
import type { Attachment, Message } from '../state.ts';
import type { Context, Upload } from './define.ts';

/** The body of anything that makes or changes a message. */
export interface Body extends Payload {
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly attachments?:
    | readonly { readonly id: string; readonly filename?: string; readonly description?: string }[]
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
      isSpoiler: name.startsWith('SPOILER_'),
      type: file.type,
      description: said?.description ?? null,
      content: file.content,
    };
  });
}

/** Of a message that is changed, those that the call keeps. */
const kept = (before: Message | null, { attachments }: Body): readonly Attachment[] =>
  (before?.attachments ?? []).filter(({ id }) => !attachments || attachments.some((one) => one.id === id));

export type Content = Pick<Draft, 'content' | 'allowed'> &
  Pick<Message, 'embeds' | 'components' | 'attachments' | 'flags' | 'poll' | 'nonce'>;

/** Flags that an app may set: no previews, no sound, components of the second kind. */
const settable = (1 << 2) | (1 << 12) | componentsV2;

const isEmpty = (of: Omit<Content, 'allowed'>): boolean =>
  of.content.trim() === '' &&
  of.embeds.length === 0 &&
  of.components.length === 0 &&
  of.attachments.length === 0 &&
  of.poll === null;

/** What does not stand in the body stays as it was. Throws where nothing would be left. */
export function contentOf(context: Context, body: Body, before: Message | null): Content {
  const given = (body.flags ?? 0) & settable;
  const flags = body.flags == null ? (before?.flags ?? 0) : given | ((before?.flags ?? 0) & ~(1 << 2));
  const faults = messageFaults(body, flags);
  if (faults.length > 0)
    throw new InvalidForm(faults.map((one) => ({ ...one, path: at(context, one.path) })));
  const content = {
    content: body.content === undefined ? (before?.content ?? '') : (body.content ?? ''),
    embeds: body.embeds === undefined ? (before?.embeds ?? []) : ((body.embeds ?? []) as APIEmbed[]),
    components:
      body.components === undefined
        ? (before?.components ?? [])
        : (numbered(body.components ?? []) as unknown as readonly APIMessageTopLevelComponent[]),
    attachments: [...kept(before, body), ...stored(context, body)],
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
