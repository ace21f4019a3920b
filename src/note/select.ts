/** Whose words are kept, and what everyone is called: what the community decided, and what each of them said. */
import type {
  LeftOut,
  Locale,
  NoteAuthor,
  NoteConsent,
  NoteSettings,
  Quote,
  Remark,
  Settings,
  Whose,
} from '../port.ts';
import { viewText } from '../view/text.ts';
import { asksForNotes } from './asking.ts';
import type { Consent } from './consent.ts';
import type { Entry, KeptQuote } from './manuscript.ts';
import { createNaming } from './naming.ts';
import type { Naming } from './naming.ts';

export interface Rules {
  readonly platform: string;
  readonly policy: NoteConsent;
  /** Id of whoever collects. */
  readonly by: string;
  readonly consents: readonly Consent[];
  readonly isForgotten: (who: Whose) => boolean;
  readonly names: NoteSettings['names'];
  /** Names of programs that are kept. */
  readonly programs: readonly string[];
  readonly people: Settings['people'];
  /** Ids of remarks that are left out. */
  readonly left: readonly string[];
  readonly locale: Locale;
}

export interface Selection {
  readonly entries: readonly Entry[];
  readonly dropped: readonly { readonly id: string; readonly reason: LeftOut }[];
  /** Everyone who wrote in it, programs left out. */
  readonly authors: readonly NoteAuthor[];
  /** How many messages are not kept because of what their authors said, or did not say. */
  readonly withheld: number;
}

const byTheirWill: ReadonlySet<LeftOut> = new Set(['opted-out', 'not-agreed', 'not-own']);

export function select(remarks: readonly Remark[], rules: Rules): Selection {
  const says = saysIn(rules);
  const unwanted = new Map(remarks.map((remark) => [remark.id, reasonOf(remark, says, rules)]));
  const readable = remarks.map((remark) => ({
    ...remark,
    quotes: remark.quotes.filter((quote) => mayQuote(quote, { unwanted, says, rules })),
  }));
  const reasons = new Map(
    readable.map((remark) => [remark.id, unwanted.get(remark.id) ?? (isEmpty(remark) ? 'empty' : null)]),
  );
  const dropped = [...reasons].flatMap(([id, reason]) => (reason === null ? [] : [{ id, reason }]));
  const kept = readable.filter(({ id }) => reasons.get(id) === null);
  const naming = createNaming(rules, (id) => unwilling(id, says, rules) === null);
  const ids = new Set(kept.map(({ id }) => id));
  return {
    entries: kept.map((remark) => entryOf(remark, { naming, ids })),
    dropped,
    authors: authorsIn(remarks, says),
    withheld: dropped.filter(({ reason }) => byTheirWill.has(reason)).length,
  };
}

/** What someone said. Whoever collects agrees by doing so, unless they said otherwise. */
type Says = (id: string) => NoteAuthor['says'];

function saysIn({ platform, by, consents, isForgotten }: Rules): Says {
  const said = new Map(
    consents.filter(({ who }) => who.platform === platform).map(({ who, says }) => [who.id, says]),
  );
  return (id) => {
    if (isForgotten({ platform, id })) return 'no';
    return said.get(id) ?? (id === by ? 'yes' : null);
  };
}

function reasonOf({ id, author, isProgram, body }: Remark, says: Says, rules: Rules): LeftOut | null {
  if (asksForNotes(body)) return 'bot-itself';
  if (isProgram) {
    if (!rules.programs.includes(author.name)) return 'program';
  } else {
    const reason = unwilling(author.id, says, rules);
    if (reason !== null) return reason;
  }
  return rules.left.includes(id) ? 'unticked' : null;
}

/** Why somebody's words are not kept; `null`: they may be. */
function unwilling(id: string, says: Says, { policy, by }: Pick<Rules, 'policy' | 'by'>): LeftOut | null {
  if (says(id) === 'no') return 'opted-out';
  if (policy === 'own' && id !== by) return 'not-own';
  return policy === 'agreed' && says(id) !== 'yes' ? 'not-agreed' : null;
}

const isEmpty = ({ body, files, quotes }: Remark): boolean =>
  files.length === 0 && quotes.length === 0 && viewText(body, 'en').trim() === '';

interface Quoting {
  /** Why messages are not kept, by their ids; an empty one is no reason yet. */
  readonly unwanted: ReadonlyMap<string, LeftOut | null>;
  readonly says: Says;
  readonly rules: Rules;
}

/** What is not kept where it was said is not kept in an answer to it either. */
function mayQuote({ author, remark }: Quote, { unwanted, says, rules }: Quoting): boolean {
  const reason = remark === null ? undefined : unwanted.get(remark);
  if (reason !== undefined) return reason === null;
  return author === null ? rules.policy === 'told' : unwilling(author.id, says, rules) === null;
}

interface Keeping {
  readonly naming: Naming;
  /** Of what is kept. */
  readonly ids: ReadonlySet<string>;
}

function entryOf(remark: Remark, { naming, ids }: Keeping): Entry {
  const quoteOf = ({ author, remark: of, body }: Quote): KeptQuote => ({
    author: author && naming.nameOf(author),
    of: of !== null && ids.has(of) ? of : null,
    body: naming.named(body),
  });
  return {
    id: remark.id,
    author: remark.isProgram ? remark.author.name : naming.nameOf(remark.author),
    at: remark.at,
    edited: remark.edited,
    body: naming.named(remark.body),
    quotes: remark.quotes.map(quoteOf),
    files: remark.files.map(({ name }) => ({ name, path: null, isImage: false })),
  };
}

function authorsIn(remarks: readonly Remark[], says: Says): readonly NoteAuthor[] {
  const written = Map.groupBy(
    remarks.filter(({ isProgram }) => !isProgram),
    ({ author }) => author.id,
  );
  return [...written].map(([id, all]) => ({
    id,
    name: all[0]?.author.name ?? '',
    says: says(id),
    messages: all.length,
  }));
}
