/** What hangs on a message: attachments of the old kind, which are a part of it, and messages that were shared, which are not. */
import type { BlockContent, RootContent } from 'mdast';
import { bullets, item, paragraph, quote, strong } from '../../../src/view/build.ts';
import { linkOrText } from '../../../src/view/link.ts';
import { plainly } from '../../../src/view/safe.ts';
import { flowOfBlocks } from './block.ts';
import type { Block } from './block.ts';
import type { File } from './file.ts';
import { isThere } from './file.ts';
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
  readonly is_share?: boolean;
  readonly is_msg_unfurl?: boolean;
  /** Of a message that was shared: its blocks, its files, who wrote it, and where it stands. */
  readonly message_blocks?: readonly { readonly message?: { readonly blocks?: readonly Block[] } }[];
  readonly files?: readonly File[];
  readonly author_id?: string;
  readonly channel_id?: string;
  readonly ts?: string;
}

/** Is it a message that was shared, or that a link leads to? Its words are somebody else's. */
export const isShared = ({ is_share: shared, is_msg_unfurl: isMessage }: Attachment): boolean =>
  shared === true || isMessage === true;

/** What Slack shows of a link's page is no word of who wrote the link. */
const isOwn = (attachment: Attachment): boolean => !isShared(attachment) && attachment.from_url === undefined;

/** What a program says in attachments: each as a quote, under the name that it gives. */
export const flowOfAttachments = (attachments: readonly Attachment[]): readonly RootContent[] =>
  attachments
    .filter(isOwn)
    .map((attachment) => [...authorOf(attachment), ...contentOf(attachment)])
    .filter(({ length }) => length > 0)
    .map((flow) => quote(...(flow as BlockContent[])));

const authorOf = ({ author_name: name = '' }: Attachment): readonly RootContent[] =>
  name === '' ? [] : [paragraph(strong(plainly(name)))];

/** The words of a message that was shared, and what its files are called. */
export const flowOfShared = (attachment: Attachment): readonly RootContent[] => [
  ...contentOf(attachment),
  ...fileNames(attachment.files ?? []),
];

function fileNames(files: readonly File[]): readonly RootContent[] {
  const items = files.filter(isThere).map(({ name }) => item(paragraph(plainly(name))));
  return items.length === 0 ? [] : [bullets(items)];
}

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
