/** What was said to the bot → a tree: whom it is about are mentions by their names, all else is text. */
import type { APIMessage } from 'discord.js';
import type { Root } from 'mdast';
import { root } from '../../src/view/build.ts';
import { withNamed } from '../../src/view/mention.ts';
import type { Desk } from './desk.ts';
import { knownIn } from './message.ts';
import { flowOf } from './message/markdown.ts';
import { nameSource } from './names.ts';

/** The text of a message, in Discord's Markdown, without the bot's own name. */
export const saidLine = (
  said: Pick<APIMessage, 'content' | 'mentions'>,
  guild: string | null,
  desk: Desk,
): Promise<Root> =>
  withNamed(
    root(...flowOf(said.content.replace(ownName(desk), ' '), knownIn(said))),
    nameSource(guild, desk),
  );

/** Mentions of the bot. */
export const ownName = ({ self }: Pick<Desk, 'self'>): RegExp => new RegExp(`<@!?${self.id}>`, 'g');
