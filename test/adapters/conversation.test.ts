/** One conversation, had in Slack and in Discord: what a note would have of it is the same to the byte. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { printMarkdown } from '../../src/content/markdown.ts';
import type { Chat } from '../../src/port.ts';
import { worded } from '../../src/view/text.ts';
import { botOf, say } from './bot.ts';
import { blocks } from './conversation/any.ts';
import { markdown } from './conversation/discord.ts';
import type { Block, Remark } from './conversation/said.ts';
import { codeIn, fence, group, says, text } from './conversation/said.ts';
import { conversation } from './conversation/scene.ts';
import { richText } from './conversation/slack.ts';
import { openDiscord } from './discord/connected.ts';
import type { Connected as InDiscord } from './discord/connected.ts';
import { markdownOf as markdownOfDiscord } from './discord/spoken.ts';
import { openSlack } from './slack/connected.ts';
import type { Connected as InSlack } from './slack/connected.ts';
import { markdownOf as markdownOfSlack } from './slack/spoken.ts';

const golden = join(import.meta.dirname, '../golden/conversation.md');

/** `GOLDEN=write npm test -- test/adapters/conversation` writes the file anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

const bot = botOf(() => say(''));

/** What each remark of a thread is as Markdown, under the name of who made it. */
async function noteOf(chat: Chat, ref: string, readerId: string): Promise<readonly string[]> {
  const reader = { id: readerId, name: 'hanako', organiser: false, guest: false };
  const thread = await chat.thread(ref, reader);
  const notes: string[] = [];
  for await (const { author, body } of thread.remarks())
    notes.push(`${author.name}:\n\n${printMarkdown(worded(body, 'en'))}`);
  expect(notes).toHaveLength(thread.expected ?? 0);
  return notes;
}

const channel = 'general';

/** They have it in Slack; resolves to the reference of its first message. */
async function inSlack({ slack }: InSlack, remarks: readonly Remark[]): Promise<string> {
  let first: { readonly ts: string; readonly thread: string | null; readonly channel: string } | null = null;
  for (const { by, blocks: said, files, edited } of remarks) {
    const where = { user: by, channel, ...(first === null ? {} : { thread: first }) };
    const posted = await slack.post({ ...where, text: '', blocks: richText(said), files });
    if (edited !== null) await slack.edit(posted, edited);
    first ??= posted;
  }
  return `${first?.channel}/${first?.ts}`;
}

/** And in Discord. */
async function inDiscord({ discord }: InDiscord, [opening, ...rest]: readonly Remark[]): Promise<string> {
  const tell = async (place: string, { by, blocks: said, files, edited }: Remark) => {
    const posted = await discord.post({ user: by, channel: place, text: markdown(said), files });
    return edited === null ? posted : discord.edit(posted, edited);
  };
  if (opening === undefined) throw new Error('nothing is said');
  const on = await tell(channel, opening);
  const thread = await discord.startThread({ user: opening.by, name: 'notes', on });
  for (const remark of rest) await tell(thread.id, remark);
  return `${on.channel}/${on.id}`;
}

let slack: InSlack;
let discord: InDiscord;
let chats: { readonly slack: Chat; readonly discord: Chat };

beforeAll(async () => {
  [slack, discord] = await Promise.all([openSlack(), openDiscord()]);
  const [there, here] = await Promise.all([slack.start(bot), discord.start(bot)]);
  chats = { slack: there, discord: here };
});
afterAll(() => Promise.all([slack.stop(), discord.stop()]));

const fromSlack = async (remarks: readonly Remark[]): Promise<readonly string[]> =>
  noteOf(chats.slack, await inSlack(slack, remarks), 'UHANAKO');

const fromDiscord = async (remarks: readonly Remark[]): Promise<readonly string[]> =>
  noteOf(chats.discord, await inDiscord(discord, remarks), discord.discord.idOf.user('hanako'));

test('one conversation is the same Markdown from Slack and from Discord', async () => {
  const notes = await Promise.all([fromSlack(conversation), fromDiscord(conversation)]);
  const [there = '', here] = notes.map((note) => note.join('\n---\n\n'));
  if (isWriting) writeFileSync(golden, there);
  expect(here).toBe(there);
  expect(there).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '');
});

describe('what only one of them has', () => {
  const bare = ([note = '']: readonly string[]): string => note.slice(note.indexOf('\n\n')).trim();

  test.each<readonly [what: string, block: Block, there: string, here: string]>([
    ['a heading is Discord’s', text('# 見出し'), '\\# 見出し', '# 見出し'],
    ['small print is Discord’s, without its sign', text('-# 小さく'), '-# 小さく', '小さく'],
    ['the language of code is Discord’s', codeIn('go', 'x := 1'), '```\nx := 1\n```', '```go\nx := 1\n```'],
    [
      'what ends code in Discord is a part of it in Slack',
      fence('a', '```', 'b'),
      '````\na\n```\nb\n````',
      '```\na\n```\n\nb\\\n\\`\\`\\`',
    ],
    [
      'the name of a role is Discord’s: Slack would ask for a scope',
      text(group('organisers')),
      '@unknown-91c4',
      '@organisers',
    ],
  ])('%s', async (_what, block, there, here) => {
    expect(bare(await fromSlack([says('hanako', block)]))).toBe(there);
    expect(bare(await fromDiscord([says('hanako', block)]))).toBe(here);
  });
});

test('whatever is said with what both have is the same Markdown', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, async (said) => {
      const there = await markdownOfSlack({ blocks: richText(said) });
      expect(await markdownOfDiscord({ content: markdown(said) })).toBe(there);
    }),
    { numRuns: 100 },
  );
});
