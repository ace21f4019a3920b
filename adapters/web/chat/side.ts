/** What stands beside a room: the community, the rooms, whom one speaks as, and the way out. */
import { html } from 'hono/html';
import { plainly } from '../../../src/view/safe.ts';
import { locales } from '../../../src/words/index.ts';
import { languageNames } from '../layout.ts';
import type { Html } from '../layout.ts';
import { avatar } from './item.ts';
import { membersIn } from './people.ts';
import type { Member } from './people.ts';
import { rooms } from './spot.ts';
import type { Room } from './spot.ts';
import type { ChatVisit } from './visit.ts';

export const side = (visit: ChatVisit): Html => {
  const { words, settings, href } = visit;
  const { rooms: roomsLabel, people, pages } = words.playground;
  return html`<header class="side">
    <p class="brand">${plainly(words.start.welcome(settings.name))}</p>
    <p class="ways"><a href="${href('/reports')}">${pages}</a> ${languageLinks(visit)}</p>
    <nav class="rooms" aria-label="${roomsLabel}">
      <ul>
        ${rooms.map((room) => roomLink(room, visit))}
      </ul>
    </nav>
    <nav class="people" aria-labelledby="people">
      <p id="people">${people}</p>
      <ul>
        ${membersIn(visit.locale).map((person) => personLink(person, visit))}
      </ul>
    </nav>
  </header>`;
};

const roomLink = (room: Room, { spot, to, words }: ChatVisit): Html =>
  html`<li>
    <a href="${to({ room, thread: null })}" ${here(spot.room === room && 'page')}
      >${words.playground.room[room]}</a
    >
  </li>`;

/** Someone else has other threads in their direct room. */
function personLink(person: Member, visit: ChatVisit): Html {
  const { spot, to, words } = visit;
  const { role } = words.playground;
  const theirs = spot.room === 'direct' ? { ...spot, thread: null } : spot;
  return html`<li>
    <a href="${to(theirs, { as: person.id })}" ${here(person.id === visit.person.id && 'true')}
      >${avatar(person.id, visit)} <span>${person.name} <small>${role[roleOf(person)]}</small></span></a
    >
  </li>`;
}

const roleOf = ({ organiser, guest }: Member): 'organiser' | 'guest' | 'member' =>
  organiser ? 'organiser' : guest ? 'guest' : 'member';

const here = (current: 'page' | 'true' | false): Html =>
  current === false ? html`` : html`aria-current="${current}"`;

const languageLinks = ({ locale, to, spot }: ChatVisit): readonly Html[] =>
  locales
    .filter((other) => other !== locale)
    .map(
      (other) =>
        html`<a href="${to(spot, { lang: other })}" lang="${other}" hreflang="${other}"
          >${languageNames[other]}</a
        >`,
    );
