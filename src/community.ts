/** A community as the process has it: its bot, what it knows, and what it does of its own accord. */
import { createBot } from './bot.ts';
import { createLedger } from './event/ledger.ts';
import { elsewhere } from './library/elsewhere.ts';
import { publishing } from './library/publishing.ts';
import { remembering } from './library/remembering.ts';
import type { Timing } from './outbox/timing.ts';
import type {
  Bot,
  Hash,
  Joined,
  Library,
  Log,
  Measure,
  Now,
  OpenCommunity,
  Publisher,
  State,
} from './port.ts';
import { carryOut, createRound } from './round.ts';
import { createDigesting } from './round/digesting.ts';
import { createNoting } from './round/note/noting.ts';
import { createReader } from './round/note/read.ts';
import type { NoteRoom } from './round/note/room.ts';
import { createImporting } from './round/importing.ts';
import { ownPagesAt } from './view/own-pages.ts';

export interface CommunityParts {
  readonly library: Library;
  /** `null`: nothing is remembered. */
  readonly state: State | null;
  /** Base address of pages that whoever is answered can not reach; `null`: there are none of them. */
  readonly hiddenPages: string | null;
  /** Base address of pages for everyone; `null`: there are none. */
  readonly pages: string | null;
  /** Platforms that have a calendar of their own. */
  readonly calendars: readonly string[];
  /** What a message takes of each platform's limits. */
  readonly measures?: Readonly<Record<string, () => Promise<Measure>>>;
  /** How long the outbox waits for what; else as long as is wise. */
  readonly timing?: Timing;
  /** What the folder is published by; without it, it is not. */
  readonly publisher?: Publisher | null;
  /** Without it no notes are taken. */
  readonly hash?: Hash;
  readonly now: Now;
  readonly log: Log;
  readonly newId: () => string;
}

export function createCommunity({
  state,
  hiddenPages,
  pages,
  calendars,
  measures = {},
  publisher = null,
  ...parts
}: CommunityParts): OpenCommunity {
  const ledger = state === null ? null : createLedger(state);
  const own =
    publisher === null || state === null ? parts.library : publishing(parts.library, publisher, state);
  const library = ledger === null ? own : remembering(own, ledger);
  // Who reads it elsewhere can follow no address of this machine.
  const told = hiddenPages === null ? library : elsewhere(library, hiddenPages);
  const digests = createDigesting({ library: told, state, ledger, measures });
  let joined: readonly Joined[] = [];
  const notes: NoteRoom | null =
    state === null || parts.hash === undefined
      ? null
      : {
          ...parts,
          hash: parts.hash,
          library,
          state,
          publisher,
          chat: (platform) => joined.find((chat) => chat.platform === platform) ?? null,
          directory: (platform) => joined.find((chat) => chat.platform === platform)?.directory ?? null,
          reader: createReader(parts),
        };
  const community = {
    library: told,
    publicPages: pages,
    calendars,
    measures,
    digests,
    directory: (platform: string) => joined.find((chat) => chat.platform === platform)?.directory ?? null,
    ...(state === null ? {} : { state }),
    ...(notes === null ? {} : { notes: createNoting(notes) }),
  };
  const bot: Bot = createBot({ ...parts, community: async () => community });
  const open = { bot, library, state, digests };
  if (state === null || ledger === null) return { ...open, importing: null, round: null };
  const carrying = { ...parts, library, announced: parts.library, told, state, ledger, measures, notes };
  const pageOf = (id: string): string | null => (pages === null ? null : ownPagesAt(pages).event(id));
  return {
    ...open,
    importing: createImporting(carrying, (steps) => carryOut(steps, carrying)),
    round: (chats) => {
      joined = chats;
      return createRound({ ...carrying, chats, pageOf });
    },
  };
}
