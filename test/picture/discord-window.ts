/** What somebody has before them in Discord: a channel with its messages, or a command that they type. */
import type { Element } from 'hast';
import type { Component } from '../discord/component.ts';
import { messageOf } from '../discord/find.ts';
import type { Message } from '../discord/message.ts';
import type { Choice, Typing } from '../discord/people/command.ts';
import { renderText } from '../discord/render/text.ts';
import { timeOf } from '../discord/snowflake.ts';
import type { State } from '../discord/state.ts';
import { drawComponents } from './discord-component.ts';
import { drawText } from './discord-text.ts';
import { element } from './element.ts';
import { drawSaid, drawWindow, languageOf } from './window.ts';
import type { Looker } from './window.ts';

export interface Eyes extends Looker {
  /** Names of people and channels by their ids. */
  readonly state: State;
}

/** What the client says of its own accord, in the language of whoever looks. */
interface Notes {
  readonly own: string;
  readonly used: (by: string, command: string) => string;
}

const notes: Readonly<Record<string, Notes>> = {
  ja: {
    own: 'これはあなただけに表示されています',
    used: (by, command) => `${by} さんが /${command} を使用しました`,
  },
  en: { own: 'Only you can see this', used: (by, command) => `${by} used /${command}` },
};

function notesFor(eyes: Eyes): Notes {
  const found = notes[languageOf(eyes)];
  if (found === undefined) throw new Error(`nobody looks in ${eyes.locale} yet`);
  return found;
}

const nameOf = (id: string, { state }: Eyes): string => state.users.get(id)?.name ?? '';

/** Above a name stands what the message answers: a command, or another message. */
function drawAbove({ origin, reference }: Message, eyes: Eyes): readonly Element[] {
  if (origin !== null && origin.name !== null)
    return [element('p.used', `↱ ${notesFor(eyes).used(nameOf(origin.user, eyes), origin.name)}`)];
  if (reference?.kind !== 'reply') return [];
  const channel = eyes.state.channels.get(reference.channel);
  const answered = channel && messageOf(channel, reference.message ?? '');
  return answered === undefined
    ? []
    : [element('p.used', `↱ @${nameOf(answered.author, eyes)} ${answered.content}`)];
}

function drawMessage(message: Message, eyes: Eyes): Element {
  const { id, author, onlyFor, content, components } = message;
  const read = (text: string): string => renderText(eyes.state, text, eyes);
  const isOwn = onlyFor !== null;
  const drawn = [
    ...drawText(content, read),
    ...drawComponents(components as readonly Component[], read),
    ...(isOwn ? [element('p.note', notesFor(eyes).own)] : []),
  ];
  const above = drawAbove(message, eyes);
  return drawSaid({ by: nameOf(author, eyes), at: timeOf(id), isOwn, above, content: drawn }, eyes);
}

/** The messages that this person sees there. */
export const drawChannel = (title: string, messages: readonly Message[], eyes: Eyes): Element =>
  drawWindow(title, ...messages.map((message) => drawMessage(message, eyes)));

/** A command as far as it is typed, below what is offered for it. */
export function drawTyping(title: string, typing: Typing, choices: readonly Choice[]): Element {
  const offered = choices.map(({ name }, index) => element(index === 0 ? 'div.first' : 'div', name));
  const typed = `${typing.option}: ${String(typing.options?.[typing.option] ?? '')}`;
  return drawWindow(
    title,
    element('div.choices', element('div.note', typing.option), ...offered),
    element('div.composer', element('b', `/${typing.name}`), element('span.option', typed)),
  );
}
