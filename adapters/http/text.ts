/** Bytes and their Content-Type → text. */
import { MIMEType } from 'node:util';

export interface Text {
  /** What can not be decoded is replaced by U+FFFD. */
  readonly text: string;
  /** `text/calendar`, in lower case and without parameters; `null` where nothing is said that can be read. */
  readonly type: string | null;
}

/** In the charset that is named, if it is one of https://encoding.spec.whatwg.org/#names-and-labels; else in UTF-8. */
export function readText(bytes: Uint8Array, contentType: string): Text {
  const type = typeOf(contentType);
  const charset = type?.params.get('charset') ?? 'utf-8';
  return { text: decode(bytes, charset), type: type?.essence ?? null };
}

function typeOf(contentType: string): MIMEType | null {
  try {
    return new MIMEType(contentType);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
