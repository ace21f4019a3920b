/** A conversation that was exported, as a note. Consent is a matter of whoever exported it: everyone in it is kept. */
import type { Exported, ExportNote, Hash, Settings } from '../port.ts';
import { guessTitle } from './guess.ts';
import { findSecrets, masked } from './mask.ts';
import { holdsNote, mergeNote } from './merge.ts';
import { notePath, printRegion, writeHeader } from './print.ts';
import type { Manuscript } from './manuscript.ts';
import { select } from './select.ts';

interface Exporting {
  readonly platform: string;
  readonly settings: Settings;
  readonly hash: Hash;
}

export function noteOfExport(exported: Exported, { platform, settings, hash }: Exporting): ExportNote {
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
  const path = notePath(manuscript, settings.notes.folder);
  return {
    path,
    text: fileOf({ manuscript, path, before: null, hash }),
    isIn: (file) => holdsNote(file, manuscript.key),
    in: (before) => fileOf({ manuscript, path, before, hash }),
    secrets: findSecrets(entries),
    missing: Math.max(0, (exported.expected ?? 0) - remarks.length),
  };
}

interface Writing {
  readonly manuscript: Manuscript;
  readonly path: string;
  /** `null`: there is no file yet. */
  readonly before: string | null;
  readonly hash: Hash;
}

const fileOf = ({ manuscript, path, before, hash }: Writing): string =>
  mergeNote({
    before,
    header: writeHeader(manuscript),
    key: manuscript.key,
    url: manuscript.source.url,
    inner: printRegion(manuscript, path),
    hash,
  }).text;
