/** Files that hang on messages are kept beside the report: addresses of the platform's expire. */
import { assetPath, kindOf, mostBytes, mostBytesOfAll } from '../../note/asset.ts';
import type { Entry, KeptFile, Manuscript } from '../../note/manuscript.ts';
import type { Remark, RemarkFile } from '../../port.ts';
import type { Prepared } from './prepare.ts';
import type { NoteRoom } from './room.ts';

/** The manuscript, whose files lie where they say. What is no image or paper, or too large, is only named. */
export async function withAssets(
  { manuscript, conversation, settings }: Prepared,
  { library, hash }: NoteRoom,
): Promise<Manuscript> {
  if (!settings.notes.files) return manuscript;
  const remarks = new Map(conversation.remarks.map((remark) => [remark.id, remark]));
  let left = mostBytesOfAll;
  const kept = async (file: RemarkFile): Promise<KeptFile> => {
    const named = { name: file.name, path: null, isImage: false };
    const bytes = left > 0 ? await file.read(Math.min(mostBytes, left)) : null;
    const kind = bytes && kindOf(bytes);
    if (bytes === null || kind === null) return named;
    left -= bytes.length;
    const path = assetPath(hash(latin.decode(bytes)), kind.ext);
    await library.keep({ path, bytes });
    return { ...named, path, isImage: kind.isImage };
  };
  const entries: Entry[] = [];
  for (const entry of manuscript.entries) {
    const files: KeptFile[] = [];
    for (const file of filesOf(remarks.get(entry.id))) files.push(await kept(file));
    entries.push({ ...entry, files });
  }
  return { ...manuscript, entries };
}

/** A character for each byte. */
const latin = new TextDecoder('latin1');

const filesOf = (remark: Remark | undefined): readonly RemarkFile[] => remark?.files ?? [];
