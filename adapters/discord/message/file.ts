/** Files of a message: https://docs.discord.com/developers/resources/message#attachment-object */
import type { RootContent } from 'mdast';
import { bullets, item, paragraph } from '../../../src/view/build.ts';
import { plainly } from '../../../src/view/safe.ts';

export interface Attachment {
  readonly filename: string;
  /** What the file was called before Discord made a name for an address of it. */
  readonly title?: string | undefined;
  /** Bytes. */
  readonly size?: number | undefined;
  readonly url?: string | undefined;
}

/** The title has no ending. */
export function fileName({ filename, title }: Attachment): string {
  const ending = /\.\w{1,10}$/.exec(filename)?.[0] ?? '';
  return title === undefined ? filename : title.endsWith(ending) ? title : title + ending;
}

/** What the files of a message are called, where it is quoted. */
export function flowOfFiles(files: readonly Attachment[]): readonly RootContent[] {
  const items = files.map((file) => item(paragraph(plainly(fileName(file)))));
  return items.length === 0 ? [] : [bullets(items)];
}
