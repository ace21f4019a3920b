/** What the index holds of each file, kept in memory: it is compared with the folder every few seconds. */
import type { FileInfo, Index } from '../port.ts';

export interface Known {
  /** Stamps by path. */
  stamps(): Promise<ReadonlyMap<string, string>>;
  /** As the index does it. */
  put(change: Parameters<Index['put']>[0]): Promise<void>;
}

/** Read again only when somebody else has changed the index. */
export function createKnown(index: Index): Known {
  let kept: { readonly changes: number; readonly stamps: Map<string, string> } | null = null;
  return {
    stamps: async () => {
      const { changes } = await index.state();
      if (kept?.changes !== changes) kept = { changes, stamps: stampsOf(await index.files()) };
      return kept.stamps;
    },
    put: async (change) => {
      await index.put(change);
      if (kept === null) return;
      const { changes, stamps } = kept;
      for (const path of change.gone) stamps.delete(path);
      for (const { path, stamp } of change.files) stamps.set(path, stamp);
      kept = { changes: changes + 1, stamps };
    },
  };
}

const stampsOf = (files: readonly FileInfo[]): Map<string, string> =>
  new Map(files.map(({ path, stamp }) => [path, stamp]));
