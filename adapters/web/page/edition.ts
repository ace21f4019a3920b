/** Since when a document says what it says: nothing of what it is made of knows. */
import { createHash } from 'node:crypto';

export interface Edition {
  readonly text: string;
  /** When it was first seen to be like this, and the moment that it was written with. */
  readonly at: Date;
}

interface Request {
  /** By what it is known again. */
  readonly path: string;
  readonly now: Date;
  /** The document as of a moment; as long as nothing else changes, the same moment gives the same text. */
  readonly write: (at: Date) => string;
}

/** Dates on the web have seconds (RFC 9110, 5.6.7): two editions are a second apart at least. */
const second = 1000;

/** One entry for each path that there is a document of. */
export function createEditions(): (request: Request) => Edition {
  const known = new Map<string, { readonly digest: string; readonly at: Date }>();
  return ({ path, now, write }) => {
    const last = known.get(path);
    if (last !== undefined) {
      const text = write(last.at);
      if (digestOf(text) === last.digest) return { text, at: last.at };
    }
    const at = new Date(Math.max(now.getTime(), (last?.at.getTime() ?? 0) + second));
    const text = write(at);
    known.set(path, { digest: digestOf(text), at });
    return { text, at };
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
