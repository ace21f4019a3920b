/** The world around the process that takes notes: a Slack that outlives it, and a folder that people write in, too. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { scopesFor } from '../../../adapters/slack/setup/scopes.ts';
import type { Person } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { startSlack } from '../../slack/index.ts';
import { createWatch } from '../watch.ts';
import type { Watch } from '../watch.ts';
import type { NoteOrders } from './orders.ts';
import { createShelf } from './shelf.ts';
import type { Shelf } from './shelf.ts';
import { prepareTaker } from './taker.ts';
import type { Taker } from './taker.ts';

export interface NoteWorld {
  readonly slack: Slack;
  readonly watch: Watch;
  readonly shelf: Shelf;
  readonly data: string;
  readonly content: string;
  /** The next process. It does not outlive the world. */
  readonly prepare: () => Promise<Taker>;
  readonly close: () => Promise<void>;
}

/** Threads of the first have a file each, those of the other are added to a report of people's. */
export const rooms = ['talk', 'evening'] as const;

const page = 'https://example.org/evening';

/** What people wrote ends without a line end, and has others than the bot writes. */
const filesOn = (day: string): Readonly<Record<string, string>> => ({
  'community.md': `---
name: Docker Meetup
locale: en
zone: Asia/Tokyo
notes:
  consent: told
  channels: [{ channel: evening, event: Docker evening }]
---
`,
  'events/evening.md': `---\ntitle: Docker evening\nstart: ${day} 19:00\nurl: ${page}\n---\n`,
  'reports/evening.md': `---\r\ntitle: Our evening\r\ndate: ${day}\r\nevent_url: ${page}\r\n---\r\n\r\n## Hello (Hanako)\r\n\r\nWe met\\\r\n$& $1.\r\n\r\nThe end`,
});

/** Milliseconds. */
const day = 24 * 60 * 60_000;

export async function openNoteWorld(way: NoteOrders['way'] = 'right'): Promise<NoteWorld> {
  const base = mkdtempSync(join(tmpdir(), 'meetup-torture-'));
  const [data, content] = [join(base, 'data'), join(base, 'content')];
  mkdirSync(data);
  const past = new Date(Date.now() - 7 * day).toISOString().slice(0, 10);
  for (const [path, text] of Object.entries(filesOn(past))) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  const slack = await startSlack({
    // Nobody hears what happens: who is told of an edit is told by the harness.
    app: { scopes: scopesFor(true), events: [] },
    rooms: rooms.map((name) => ({ name, members: ['ken', 'yui', 'meetup'] })),
  });
  const watch = createWatch();
  const orders: NoteOrders = {
    state: join(data, 'state.db'),
    content,
    slack: { apiUrl: slack.apiUrl, token: slack.botToken },
    who: await whoIs(slack),
    way,
  };
  const born: Promise<Taker>[] = [];
  return {
    slack,
    watch,
    shelf: createShelf(content),
    data,
    content,
    prepare: () => {
      const taker = prepareTaker(orders, watch);
      born.push(taker);
      return taker;
    },
    close: async () => {
      for (const taker of await Promise.all(born)) {
        taker.kill();
        await taker.ended;
      }
      await slack.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Who collects, and where. */
async function whoIs(slack: Slack): Promise<NoteOrders['who']> {
  const { user, channel } = await slack.post({ user: 'ken', channel: rooms[0], text: 'Hello' });
  const person: Person = { id: user, name: 'ken', organiser: false, guest: false };
  return { person, place: { platform: 'slack', workspace: 'TMEETUP', channel, visibility: 'public' } };
}
