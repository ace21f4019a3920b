/** `digest [--channel C] [--at TIME]`: the next digest of every channel as it would be, one a line. Nothing is posted, and nothing remembered. */
import type { DigestPreview } from '../../../src/port.ts';
import { printMarkdown } from '../../../src/content/markdown.ts';
import { previewView } from '../../../src/view/digest-preview.ts';
import { worded } from '../../../src/view/text.ts';
import { compile } from '../compile.ts';
import { askFeeds } from '../feeds.ts';
import { instantOf } from '../instant.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';
import type { Flags } from '../verbs.ts';

/** What is remembered is looked into, without being the only one. */
export const digestOpening = { watch: false, lock: false, remembers: true } as const;

/** IANA name of the community's zone. */
export const zoneOf = async ({ settings, folder }: Session): Promise<string> =>
  (await settings(folder)).settings.zone;

export async function digest(asked: Session, { channel: name, at }: Flags): Promise<number> {
  const zone = await zoneOf(asked);
  const instant = at === undefined ? new Date() : instantOf(at, zone);
  if (instant === null) {
    asked.complain(asked.words.terminal.badTime(at ?? ''));
    return exit.usage;
  }
  const { library, digests, session, close } = await openLibrary(asked, digestOpening);
  try {
    await askFeeds(session, library);
    const previews = await digests.preview({ channel: name ?? null, at: instant });
    for (const preview of previews)
      session.print(session.json ? digestLine(preview) : page(preview, zone, session));
    if (previews.length > 0) return exit.fine;
    session.complain(session.words.digestVerb.noChannel(name ?? ''));
    return exit.wrong;
  } finally {
    await close();
  }
}

/** The form that others rely on. */
export function digestLine(preview: DigestPreview): string {
  const { channel, period, skipped } = preview;
  const items = preview.items.map(({ id, kind, title, url, kept, reason }) => {
    return { id, kind, title, url, kept, reason };
  });
  return JSON.stringify({ channel, period, skipped, items, text: messageText(preview) });
}

/** What people read, as Markdown: the message, and what stands in the thread below it. */
const messageText = ({ view, details, locale }: DigestPreview): string =>
  [view, ...(details === null ? [] : [details])]
    .map(({ body }) => printMarkdown(worded(body, locale)).trimEnd())
    .join('\n\n');

function page(preview: DigestPreview, zone: string, { words, reader }: Session): string {
  const view = previewView({ preview, zone, measured: [], trouble: null }, { words, locale: reader.locale });
  return `${compile(view, reader)}\n`;
}
