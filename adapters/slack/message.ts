/** A message as Slack has it → a tree: its blocks, or, where it has none that say anything, its text. */
import type { Root } from 'mdast';
import { root } from '../../src/view/build.ts';
import { withNames } from '../../src/view/mention.ts';
import type { Names } from '../../src/view/mention.ts';
import { flowOfAttachments, flowOfShared } from './message/attachment.ts';
import type { Attachment } from './message/attachment.ts';
import { flowOfBlocks } from './message/block.ts';
import type { Block } from './message/block.ts';
import type { File } from './message/file.ts';
import { flowOf } from './message/rich.ts';
import { richTextOf } from './message/mrkdwn.ts';

/** As conversations.replies, an event and a message shortcut have it. */
export interface Message {
  /** In Slack's own markup. */
  readonly text?: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
  readonly files?: readonly File[];
}

/** Its own words. The tree has no id of Slack's in it and no mention: names are text. */
export async function treeOf(message: Message, names: Names): Promise<Root> {
  const { text = '', blocks = [], attachments = [] } = message;
  const said = flowOfBlocks(blocks);
  const flow = said.length > 0 ? said : flowOf(richTextOf(text));
  return withNames(root(...flow, ...flowOfAttachments(attachments)), names);
}

/** Words of a message that was shared, likewise. */
export const sharedTree = (attachment: Attachment, names: Names): Promise<Root> =>
  withNames(root(...flowOfShared(attachment)), names);
