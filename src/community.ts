/** A community as the process has it: its bot, what it knows, and what it does of its own accord. */
import { createBot } from './bot.ts';
import { createLedger } from './event/ledger.ts';
import { elsewhere } from './library/elsewhere.ts';
import { remembering } from './library/remembering.ts';
import type { Bot, Library, Log, Now, OpenCommunity, State } from './port.ts';
import { carryOut, createRound } from './round.ts';
import { createDigesting } from './round/digesting.ts';
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
  readonly now: Now;
  readonly log: Log;
  readonly newId: () => string;
}

export function createCommunity({
  state,
  hiddenPages,
  pages,
  calendars,
  ...parts
}: CommunityParts): OpenCommunity {
  const told = (library: Library): Library =>
    hiddenPages === null ? library : elsewhere(library, hiddenPages);
  const botOf = (library: Library): Bot => {
    const community = {
      library: told(library),
      publicPages: pages,
      calendars,
      ...(state === null ? {} : { state }),
    };
    return createBot({ ...parts, community: async () => community });
  };
  const digests = createDigesting({ ...parts, state });
  if (state === null)
    return {
      bot: botOf(parts.library),
      library: parts.library,
      state,
      importing: null,
      digests,
      round: null,
    };
  const ledger = createLedger(state);
  const library = remembering(parts.library, ledger);
  const carrying = { ...parts, library, announced: parts.library, state, ledger };
  const pageOf = (id: string): string | null => (pages === null ? null : ownPagesAt(pages).event(id));
  return {
    bot: botOf(library),
    library,
    state,
    importing: createImporting(carrying, (steps) => carryOut(steps, carrying)),
    digests,
    round: (chats) => createRound({ ...carrying, chats, pageOf }),
  };
}
