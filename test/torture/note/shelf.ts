/** The folder of a community, looked at from outside: what is people's in it, what is the bot's, and whether all of it is whole. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '../../../adapters/hash/index.ts';
import { markersIn } from '../../../src/content/note-marker.ts';
import { removeRegion } from '../../../src/note/merge.ts';
import { innerOf, isTheBots, regionIn } from '../../../src/note/region.ts';

/** What must not be. */
export interface Damage {
  /** Files of which nobody can tell what is a note in them, or whose notes are not what was written. */
  readonly torn: number;
  /** Files in which other bytes of people's stand than they wrote. */
  readonly changed: number;
  /** Notes that stand there more than once. */
  readonly double: number;
}

export interface Shelf {
  /** Throws Error where one of the notes says that. Resolves to its file; `null`: none says it. */
  readonly fileOf: (words: string) => string | null;
  readonly text: (path: string) => string;
  /** People have changed a file: that is how it is to be from now on. */
  readonly note: (path: string) => void;
  /** Everything that is there now. */
  readonly inspect: () => Damage;
}

/** The header of a file that the bot has made, of which people have written nothing. */
const onlyHeader = /^---\n(?:(?!---\n).*\n)*---\n$/;

export function createShelf(folder: string): Shelf {
  const people = new Map<string, string>();
  const paths = (): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  const text = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const note = (path: string): void => void people.set(path, bare(text(path)));
  const isChanged = (path: string): boolean => {
    const now = bare(text(path));
    if (!people.has(path) && onlyHeader.test(now)) people.set(path, now);
    return people.get(path) !== now;
  };
  for (const path of paths()) note(path);
  return {
    fileOf: (words) =>
      paths().find((path) => notesIn(text(path)).some((inner) => inner.includes(words))) ?? null,
    text,
    note,
    inspect: () => {
      const all = paths();
      const keys = all.flatMap((path) => keysIn(text(path)));
      return {
        torn: all.filter((path) => isTorn(text(path))).length,
        changed: all.filter(isChanged).length,
        double: keys.length - new Set(keys).size,
      };
    },
  };
}

const keysIn = (text: string): readonly string[] =>
  markersIn(text).flatMap(({ key, hash: made }) => (made === null ? [key] : []));

const notesIn = (text: string): readonly string[] =>
  keysIn(text).flatMap((key) => {
    const region = regionIn(text, key);
    return region === null ? [] : [innerOf(text, region)];
  });

function isTorn(text: string): boolean {
  const isWhole = (key: string): boolean => {
    const region = regionIn(text, key);
    return region !== null && isTheBots(text, region, hash);
  };
  const ends = markersIn(text).filter((marker) => marker.hash !== null);
  return ends.length !== keysIn(text).length || !keysIn(text).every(isWhole);
}

/** Without any note: what people wrote, and the header of a file that the bot has made. */
const bare = (text: string): string => keysIn(text).reduceRight(removeRegion, text);
