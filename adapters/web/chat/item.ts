/** One message: who, when, for whom, what, its files, and the form or the buttons to go on from it. */
import { html } from 'hono/html';
import { writeCall } from '../../../src/command/next.ts';
import type { Next, View } from '../../../src/port.ts';
import { timeText } from '../../../src/view/date.ts';
import { outlined } from '../../../src/view/outline.ts';
import { plainly } from '../../../src/view/safe.ts';
import { assetPath } from '../asset.ts';
import { compile } from '../compile.ts';
import type { Html } from '../layout.ts';
import type { Message } from './history.ts';
import { filePath } from './download.ts';
import { formOn } from './form.ts';
import { botId, nameOf } from './people.ts';
import type { AuthorId } from './people.ts';
import type { ChatVisit } from './visit.ts';

/** `id` of a message's element. */
export const anchorOf = (id: number): string => `m${id}`;

export const messageItem = (message: Message, visit: ChatVisit): Html =>
  html`<li
    id="${anchorOf(message.id)}"
    class="message ${message.author}${message.only === null ? '' : ' private'}"
  >
    ${avatar(message.author, visit)}${byline(message, visit)} ${content(message, visit, `${message.id}-`)}
    ${fileLinks(message, visit)} ${message.form === null ? '' : formOn(message.form, message.id, visit)}
    ${threadLink(message, visit)}
  </li>`;

/** What the bot says before anyone has said anything. */
export const greetingItem = (view: View, visit: ChatVisit): Html =>
  html`<li id="start" class="message ${botId}">
    ${avatar(botId, visit)}
    <p class="byline">${author(botId, visit)}</p>
    ${content(view, visit, 'start-')}
  </li>`;

/** The first letter of a name; the bot has its own face. */
export const avatar = (id: AuthorId, { site, locale }: ChatVisit): Html =>
  id === botId
    ? html`<img class="avatar" src="${site.root}${assetPath('icon.svg')}" alt="" width="36" height="36" />`
    : html`<span class="avatar ${id}" aria-hidden="true">${nameOf(id, locale).slice(0, 1)}</span>`;

const author = (id: AuthorId, { locale, words }: ChatVisit): Html =>
  html`<b>${nameOf(id, locale)}</b
    >${id === botId ? html` <span class="badge">${words.playground.role.bot}</span>` : ''}`;

function byline({ id, author: writer, only, edited }: Message, visit: ChatVisit): Html {
  const { playground } = visit.words;
  const at = new Date(id).toISOString();
  const clock = timeText({ value: at, zone: visit.zone, style: 'clock' }, visit);
  return html`<p class="byline">
    ${author(writer, visit)} <time datetime="${at}">${clock}</time>
    ${edited === null ? '' : html`<span>${playground.edited}</span>`}
    ${only === null ? '' : html`<span class="only">${playground.onlyYou}</span>`}
  </p>`;
}

const content = ({ body, next }: Pick<View, 'body' | 'next'>, visit: ChatVisit, prefix: string): Html =>
  html`<div class="said">${compile(outlined(body, 1), visit, prefix)}</div>
    ${next.length === 0 ? '' : buttons(next, visit)}`;

const fileLinks = ({ id, files }: Message, { spot, person, href }: ChatVisit): readonly Html[] =>
  files.map(
    ({ name }) =>
      html`<p class="file">
        <a href="${href(filePath(spot, id, name), { as: person.id })}" download>${name}</a>
      </p>`,
  );

/** Each carries its whole call, so that an old message still works after a restart. */
const buttons = (next: readonly Next[], { to, spot }: ChatVisit): Html =>
  html`<form class="buttons" method="post" action="${to(spot)}">${next.map(button)}</form>`;

function button(next: Next): Html {
  const [name, call, label] = [next.form ? 'open' : 'call', writeCall(next), plainly(next.label)];
  return html`<button type="submit" name="${name}" value="${call}">${label}</button> `;
}

/** What only one person sees is no place to talk. */
function threadLink({ id, only, thread, replies }: Message, { spot, to, words }: ChatVisit): Html {
  if (only !== null || thread !== null || spot.thread !== null) return html``;
  return html`<p class="thread">
    <a href="${to({ room: spot.room, thread: id })}">${words.playground.replies(replies)}</a>
  </p>`;
}
