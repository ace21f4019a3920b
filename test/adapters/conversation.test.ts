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
import { inDiscord, inSlack } from './conversation/held.ts';
import type { Block, Remark } from './conversation/said.ts';
import { codeIn, fence, says, text } from './conversation/said.ts';
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

/** What each remark of a thread is as Markdown, under the name of who made it, and which files hang on it. */
async function noteOf(chat: Chat, ref: string, readerId: string): Promise<readonly string[]> {
  const reader = { id: readerId, name: 'hanako', organiser: false, guest: false };
  const thread = await chat.thread(ref, reader);
  const notes: string[] = [];
  for await (const { author, body, edited, files } of thread.remarks()) {
    const names = files.map(({ name, size }) => `\n(${name}, ${size} bytes)\n`);
    const head = `${author.name}${edited === null ? '' : ' (edited)'}:`;
    notes.push([`${head}\n\n${printMarkdown(worded(body, 'en'))}`, ...names].join(''));
  }
  expect(notes).toHaveLength(thread.expected ?? 0);
  return notes;
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
