/** A conversation that was exported, as a note. Consent is a matter of whoever exported it: everyone in it is kept. */
import type { Exported, FoundSecret, Hash, Settings } from '../port.ts';
import { guessTitle } from './guess.ts';
import { findSecrets, masked } from './mask.ts';
import { mergeNote } from './merge.ts';
import type { Merged } from './merge.ts';
import { notePath, printRegion, writeHeader } from './print.ts';
import type { Manuscript } from './manuscript.ts';
import { select } from './select.ts';

interface Exporting {
  readonly platform: string;
  readonly settings: Settings;
  readonly hash: Hash;
}

export interface ExportedNote {
  readonly path: string;
  /** What is secret in it is masked. */
  readonly manuscript: Manuscript;
  readonly secrets: readonly FoundSecret[];
}

export function noteOfExport(exported: Exported, { platform, settings, hash }: Exporting): ExportedNote {
  const { remarks, title, url } = exported;
  const { entries } = select(remarks, {
    platform,
    policy: 'told',
    by: '',
    consents: [],
    isForgotten: () => false,
    names: settings.notes.names,
    programs: settings.notes.programs,
    people: settings.people,
    left: [],
    locale: settings.locale,
  });
  const hidden = masked(entries, settings.locale);
  const manuscript: Manuscript = {
    key: hash(`${platform} ${remarks[0]?.id ?? ''}`),
    title: guessTitle(hidden, title),
    heading: null,
    event: null,
    tags: [],
    locale: settings.locale,
    zone: settings.zone,
    entries: hidden,
    withheld: 0,
    source: { platform, url },
  };
  return {
    path: notePath(manuscript, settings.notes.folder),
    manuscript,
    secrets: findSecrets(entries),
  };
}

/** The file with the note in it. `before`: as it is; `null`: there is none. */
export const fileOf = (
  { manuscript, path }: Pick<ExportedNote, 'manuscript' | 'path'>,
  before: string | null,
  hash: Hash,
): Merged =>
  mergeNote({
    before,
    header: writeHeader(manuscript),
    key: manuscript.key,
    url: manuscript.source.url,
    inner: printRegion(manuscript, path),
    hash,
  });
