/** What was said to the bot → a tree: whom it is about are mentions by their names, all else is text. */
import type { Root } from 'mdast';
import { paragraph, root } from '../../src/view/build.ts';
import { withNamed } from '../../src/view/mention.ts';
import type { Desk } from './desk.ts';
import { unescaped } from './escape.ts';
import { inlineOf } from './message/inline.ts';
import type { Run } from './message/inline.ts';
import { entityOf } from './message/mrkdwn-entity.ts';
import { richTextOf } from './message/mrkdwn.ts';
import { flowOf } from './message/rich.ts';
import { nameSource } from './names.ts';

/** The text of a command. Slack marks people, channels and addresses in it; other signs are what was typed. */
export function typedLine(typed: string, desk: Desk): Promise<Root> {
  const runs = typed.split(/(<[^<>\n]+>)/).map(runOf);
  return withNamed(root(paragraph(...inlineOf(runs))), nameSource(desk));
}

/** The text of a message, in Slack's own markup, without the bot's own name. */
export const saidLine = (said: string, desk: Desk): Promise<Root> =>
  withNamed(root(...flowOf(richTextOf(said.replaceAll(`<@${desk.self.user}>`, ' ')))), nameSource(desk));

const runOf = (part: string): Run =>
  (part.startsWith('<') ? entityOf(part.slice(1, -1)) : null) ?? { type: 'text', text: unescaped(part) };
