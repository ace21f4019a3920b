/** What a file is by its first bytes, whatever it is called, and where it is kept. */

/** Bytes of one file, and of all files of a note. */
export const mostBytes = 10 * 1024 * 1024;
export const mostBytesOfAll = 50 * 1024 * 1024;

export interface AssetKind {
  readonly ext: string;
  readonly isImage: boolean;
}

interface Sign extends AssetKind {
  /** Each at its place. */
  readonly bytes: readonly (readonly [at: number, latin: string])[];
}

/** https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern */
const signs: readonly Sign[] = [
  { ext: 'png', isImage: true, bytes: [[0, '\u0089PNG\r\n\u001a\n']] },
  { ext: 'jpg', isImage: true, bytes: [[0, '\u00ff\u00d8\u00ff']] },
  { ext: 'gif', isImage: true, bytes: [[0, 'GIF87a']] },
  { ext: 'gif', isImage: true, bytes: [[0, 'GIF89a']] },
  {
    ext: 'webp',
    isImage: true,
    bytes: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  },
  { ext: 'pdf', isImage: false, bytes: [[0, '%PDF-']] },
];

/** `null`: nothing that is kept. A drawing that could run, a page and an archive are none. */
export function kindOf(bytes: Uint8Array): AssetKind | null {
  const found = signs.find(({ bytes: parts }) => parts.every(([at, latin]) => stands(bytes, at, latin)));
  return found === undefined ? null : { ext: found.ext, isImage: found.isImage };
}

const stands = (bytes: Uint8Array, at: number, latin: string): boolean =>
  Uint8Array.from(latin, (sign) => sign.codePointAt(0) ?? 0).every(
    (byte, index) => bytes[at + index] === byte,
  );

/** `hash`: of its bytes. The same file is kept once. */
export const assetPath = (hash: string, ext: string): string => `assets/${hash}.${ext}`;
