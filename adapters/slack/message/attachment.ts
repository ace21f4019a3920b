/** What hangs on a message: attachments of the old kind, messages that were shared, files. */
import type { BlockContent, RootContent } from 'mdast';
import { bullets, item, paragraph, quote, strong } from '../../../src/view/build.ts';
import { linkOrText } from '../../../src/view/link.ts';
import { plainly } from '../../../src/view/safe.ts';
import { flowOfBlocks } from './block.ts';
import type { Block } from './block.ts';
import { flowOf } from './rich.ts';
import { richTextOf } from './mrkdwn.ts';

/** What an attachment of the old kind has: https://docs.slack.dev/messaging/formatting-message-text#attachments */
export interface Attachment {
  readonly fallback?: string;
  readonly pretext?: string;
  readonly author_name?: string;
  readonly title?: string;
  readonly title_link?: string;
  readonly text?: string;
  readonly fields?: readonly { readonly title?: string; readonly value?: string }[];
  readonly image_url?: string;
  readonly blocks?: readonly Block[];
  /** The address that Slack itself looked at to show what is behind it. */
  readonly from_url?: string;
  /** Of a message that was shared: its blocks. */
  readonly message_blocks?: readonly { readonly message?: { readonly blocks?: readonly Block[] } }[];
  readonly is_share?: boolean;
  readonly is_msg_unfurl?: boolean;
}

/** What Slack shows of a link's page is no word of who wrote the link; a message that was shared is. */
const isPreview = ({ from_url: url, is_share: shared, is_msg_unfurl: isMessage }: Attachment): boolean =>
  url !== undefined && shared !== true && isMessage !== true;

/** Each as a quote, under the name of its author. */
export const flowOfAttachments = (attachments: readonly Attachment[]): readonly RootContent[] =>
  attachments
    .filter((attachment) => !isPreview(attachment))
    .map((attachment) => [...authorOf(attachment), ...contentOf(attachment)])
    .filter(({ length }) => length > 0)
    .map((flow) => quote(...(flow as BlockContent[])));

const authorOf = ({ author_name: name = '' }: Attachment): readonly RootContent[] =>
  name === '' ? [] : [paragraph(strong(plainly(name)))];

const marked = (text: string | undefined): readonly RootContent[] => flowOf(richTextOf(text ?? ''));

/** Its blocks; without any, its fields; without those, what it says of itself for old clients. */
function contentOf(attachment: Attachment): readonly RootContent[] {
  const {
    blocks,
    message_blocks: shared = [],
    fallback,
    pretext,
    text,
    title,
    title_link: page,
  } = attachment;
  const own = blocks ?? shared.flatMap(({ message }) => message?.blocks ?? []);
  const flow = flowOfBlocks(own);
  if (flow.length > 0) return flow;
  const parts = [
    ...marked(pretext),
    ...(title === undefined ? [] : [paragraph(strong(linkOrText(page, title)))]),
    ...marked(text),
    ...(attachment.fields ?? []).flatMap((field) => [
      ...(field.title === undefined ? [] : [paragraph(strong(plainly(field.title)))]),
      ...marked(field.value),
    ]),
    ...(attachment.image_url === undefined ? [] : [paragraph(linkOrText(attachment.image_url, ''))]),
  ];
  return parts.length > 0 ? parts : marked(fallback);
}

export interface File {
  readonly name?: string | null;
}

/** A list of names: an address of Slack's would lead nobody there who is not in the workspace. A file that is gone has none. */
export function flowOfFiles(files: readonly File[]): readonly RootContent[] {
  const items = files.flatMap(({ name }) => (name ? [item(paragraph(plainly(name)))] : []));
  return items.length === 0 ? [] : [bullets(items)];
}
