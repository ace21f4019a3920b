/** What somebody sees of messages and forms: lines of text, in their own language and zone. */
import type { APIEmbed } from 'discord.js';
import type { Component } from '../component.ts';
import { flag, has } from '../flags.ts';
import type { Message, Snapshot } from '../message.ts';
import type { ShownModal, State } from '../state.ts';
import { messageOf } from '../find.ts';
import type { Read } from './component.ts';
import { labelOf, renderComponent } from './component.ts';
import { renderText } from './text.ts';
import type { Eyes } from './time.ts';

/** The eyes of a user; where nobody in particular reads, those of Tokyo. */
export function eyesOf(state: State, user: string | null): Eyes {
  const reader = user === null ? undefined : state.users.get(user);
  return { locale: reader?.locale ?? 'ja', zone: reader?.zone ?? 'Asia/Tokyo' };
}

const lines = (text: string | undefined): string[] => (text ? text.split('\n') : []);

function renderEmbed(embed: APIEmbed, read: Read): string[] {
  const title = embed.title === undefined ? [] : [embed.url ? `${embed.title} <${embed.url}>` : embed.title];
  const body = [
    ...lines(embed.author?.name),
    ...title,
    ...lines(embed.description),
    ...(embed.fields ?? []).flatMap(({ name, value }) => [`${name}: ${value}`]),
    ...(embed.image ? ['(image)'] : []),
    ...lines(embed.footer?.text).map((line) => `~ ${line}`),
  ];
  return body.flatMap((line) => lines(read(line))).map((line) => `▏ ${line}`);
}

type Shown = Message | Snapshot;

/** Where a message is made of components, a file that none of them names is not seen. */
const renderParts = (of: Shown, read: Read): string[] => [
  ...lines(read(of.content)),
  ...of.embeds.flatMap((embed) => renderEmbed(embed, read)),
  ...(has(of.flags, flag.componentsV2) ? [] : of.attachments.map(({ name }) => `(file: ${name})`)),
  ...of.stickers.map(({ name }) => `(sticker: ${name})`),
  ...(of.components as readonly Component[]).flatMap((one) => renderComponent(one, read)),
];

function renderReply(state: State, { reference }: Message): string[] {
  if (reference?.kind !== 'reply') return [];
  const channel = state.channels.get(reference.channel);
  const found = channel && messageOf(channel, reference.message ?? '');
  return [found ? `↱ ${state.users.get(found.author)?.name ?? ''}` : '↱ (deleted)'];
}

function renderPoll({ poll }: Message): string[] {
  if (!poll) return [];
  return [
    `(poll: ${poll.question.text ?? ''})`,
    ...poll.answers.map(({ poll_media: { text } }) => `( ) ${text ?? ''}`),
  ];
}

export function renderMessage(
  { state }: { readonly state: State },
  message: Message,
  reader: string | null,
): string[] {
  const eyes = eyesOf(state, reader);
  const read: Read = (text) => renderText(state, text, eyes);
  return [
    ...renderReply(state, message),
    ...message.snapshots.flatMap((one) => [
      '(forwarded)',
      ...renderParts(one, read).map((line) => `> ${line}`),
    ]),
    ...renderParts(message, read),
    ...renderPoll(message),
  ];
}

function renderField(of: Component): string[] {
  const hint = of.description === undefined ? [] : [`~ ${of.description}`];
  const inner = of.component ?? of.components?.[0];
  const value = inner?.value ?? inner?.placeholder ?? '';
  return [
    `${of.label ?? inner?.label ?? ''}: [${inner?.type === 4 ? value : inner ? labelOf(inner) : ''}]`,
    ...hint,
  ];
}

/** A form begins with its title and ends with its button. */
export function renderModal({ data }: ShownModal): string[] {
  const body = (data.components as readonly unknown[] as readonly Component[]).flatMap((one) =>
    one.type === 10 ? lines(one.content) : renderField(one),
  );
  return [`== ${data.title} ==`, ...body, '(Submit)'];
}
