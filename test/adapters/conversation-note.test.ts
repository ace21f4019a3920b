/** One conversation, had in Slack and in Discord at the same times: what a note of it says is the same to the byte. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { printRegion } from '../../src/note/print.ts';
import { select } from '../../src/note/select.ts';
import type { Chat, Remark } from '../../src/port.ts';
import { botOf, say } from './bot.ts';
import { inDiscord, inSlack } from './conversation/held.ts';
import type { Turn } from './conversation/held.ts';
import { conversation } from './conversation/scene.ts';
import { openDiscord } from './discord/connected.ts';
import type { Connected as InDiscord } from './discord/connected.ts';
import { openSlack } from './slack/connected.ts';
import type { Connected as InSlack } from './slack/connected.ts';

const golden = join(import.meta.dirname, '../golden/conversation-note.md');

/** `GOLDEN=write npm test -- test/adapters/conversation-note` writes the file anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

/** Seven in the evening in Tokyo. A remark is made every two minutes, however long the machine takes for it. */
const begins = Date.parse('2027-03-10T10:00:00Z');
const apart = 2 * 60_000;

/** A clock of a platform that people set before they speak. It goes on from there. */
function createTurns(): { readonly now: () => number; readonly turn: Turn } {
  let at = begins;
  let since = Date.now();
  return {
    now: () => at + Date.now() - since,
    turn: (index) => {
      at = begins + index * apart;
      since = Date.now();
    },
  };
}

const [slackTurns, discordTurns] = [createTurns(), createTurns()];
let slack: InSlack;
let discord: InDiscord;
let chats: { readonly slack: Chat; readonly discord: Chat };

beforeAll(async () => {
  [slack, discord] = await Promise.all([
    openSlack({ now: slackTurns.now }),
    openDiscord({ now: discordTurns.now }),
  ]);
  const bot = botOf(() => say(''));
  const [there, here] = await Promise.all([slack.start(bot), discord.start(bot)]);
  chats = { slack: there, discord: here };
});
afterAll(() => Promise.all([slack.stop(), discord.stop()]));

/** What would stand between the bot's two marks, and nothing of the platform in it. */
async function noteOf(chat: Chat, ref: string): Promise<string> {
  const { platform } = chat;
  const thread = await chat.thread(ref, null);
  const remarks: Remark[] = [];
  for await (const remark of thread.remarks()) remarks.push(remark);
  const { entries, withheld } = select(remarks, {
    platform,
    policy: 'told',
    by: '',
    consents: [],
    isForgotten: () => false,
    names: 'shown',
    programs: [],
    people: [],
    left: [],
    locale: 'ja',
  });
  const title = 'BuildKit';
  const source = { platform, url: thread.url };
  const settings = { locale: 'ja', zone: 'Asia/Tokyo' } as const;
  const about = { key: 'abcdefghij', title, heading: null, event: null, tags: [], source };
  return printRegion({ ...about, ...settings, entries, withheld }, 'reports/2027-03-10-buildkit.md');
}

test('one conversation is the same note from Slack and from Discord', async () => {
  const [there, here] = await Promise.all([
    inSlack(slack, conversation, slackTurns.turn).then((ref) => noteOf(chats.slack, ref)),
    inDiscord(discord, conversation, discordTurns.turn).then((ref) => noteOf(chats.discord, ref)),
  ]);
  if (isWriting) writeFileSync(golden, there);
  expect(here).toBe(there);
  expect(there).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '');
});
