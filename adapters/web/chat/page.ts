/** A room as a page: what is beside it, what was said, and where one types. The script only makes it smooth. */
import { html } from 'hono/html';
import { plainly } from '../../../src/view/safe.ts';
import { assetPath } from '../asset.ts';
import { headOf } from '../layout.ts';
import type { Html } from '../layout.ts';
import type { MessageList } from './list.ts';
import { side } from './side.ts';
import type { ChatVisit } from './visit.ts';

/** What could not be sent, and why. */
export interface Unsent {
  readonly line: string;
  readonly problem: string;
}

const scripts = ['chat.js', 'suggest.js'] as const;

export const roomPage = (
  list: MessageList,
  visit: ChatVisit,
  unsent: Unsent = { line: '', problem: '' },
): Html =>
  html`<!doctype html>
    <html lang="${visit.locale}">
      <head>
        ${headOf({ title: `${titleOf(visit)} – ${communityOf(visit)}`, styles: ['style.css', 'chat.css'] }, visit)}
        ${scripts.map((name) => html`<script type="module" src="${visit.site.root}${assetPath(name)}"></script>`)}
      </head>
      <body class="chat">
        <a class="unseen" href="#line">${visit.words.playground.toField}</a>
        ${side(visit)} ${room(list, visit, unsent)}
      </body>
    </html>`;

const communityOf = ({ words, settings }: ChatVisit): string => plainly(words.start.welcome(settings.name));

const titleOf = ({ spot, words }: ChatVisit): string =>
  words.playground.room[spot.thread === null ? spot.room : 'thread'];

function room({ revision, items }: MessageList, visit: ChatVisit, unsent: Unsent): Html {
  const { words, spot, to, person, href } = visit;
  const { about, messages, back, lost, unsent: failed } = words.playground;
  const kind = spot.thread === null ? spot.room : 'thread';
  const events = href(`/chat/${spot.room}/events`, { as: person.id });
  const suggest = href('/chat/suggest', { as: person.id });
  return html`<main
    data-events="${events}"
    data-suggest="${suggest}"
    data-asks="${kind === 'direct' ? 'always' : 'slash'}"
    data-lost="${lost}"
    data-failed="${failed}"
  >
    <header class="top">
      <h1>${titleOf(visit)}</h1>
      <p>${about[kind]}</p>
      ${kind === 'thread' ? html`<a href="${to({ ...spot, thread: null })}#m${spot.thread}">${back}</a>` : ''}
    </header>
    <div class="log" role="log" aria-label="${messages}" tabindex="0">
      <ol id="messages" data-revision="${revision}">
        ${items}
      </ol>
    </div>
    ${composer(visit, unsent)}
  </main>`;
}

/** Where one types: a form like any other. */
function composer(visit: ChatVisit, { line, problem }: Unsent): Html {
  const { words, spot, to, person } = visit;
  const { field, hint, send, suggestions } = words.playground;
  const kind = spot.thread === null ? spot.room : 'thread';
  return html`<form class="composer" id="composer" method="post" action="${to(spot)}">
    <p id="problem" role="alert">${problem}</p>
    <p id="status" role="status"></p>
    <ul id="suggestions" aria-label="${suggestions}" hidden></ul>
    <label class="unseen" for="line">${field(titleOf(visit), person.name)}</label>
    <input
      id="line"
      type="text"
      name="text"
      value="${plainly(line)}"
      placeholder="${hint[kind]}"
      aria-describedby="problem"
      autocomplete="off"
      autocapitalize="none"
      enterkeyhint="send"
      required
    />
    <button type="submit">${send}</button>
  </form>`;
}
