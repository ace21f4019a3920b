/** A search from its text to its hits: asked, excerpted, named; and what to try where nothing was found. */
import type { Hit, Passage, SearchAnswer, SearchRequest } from '../port.ts';
import { ask } from './ask.ts';
import type { Asked, Ground } from './ask.ts';
import { correctionOf } from './correction.ts';
import { excerptFor } from './excerpt.ts';
import { shownSpeakers } from './people.ts';
import type { Ranked } from './rank.ts';
import { suggestions } from './suggest.ts';
import { veilFor } from './veil.ts';

/** Hits best first; what was wrong with the query is said beside them. Never throws for what was typed. */
export async function search(request: SearchRequest, ground: Ground): Promise<Omit<SearchAnswer, 'asOf'>> {
  const { text, offset, limit } = request;
  const asked = await ask(text, ground, offset + limit);
  const { words, ranked, total, query } = asked;
  const naming: Naming = { excerpt: excerptFor(words), veil: veilFor(ground.settings.people) };
  const hits = ranked.slice(offset, offset + limit).map((each) => toHit(each, ground, naming));
  const suggestion = ranked.length === 0 ? await suggest(text, asked, ground) : null;
  return { hits, total, suggestion, correction: correctionOf(text, asked), faults: query.faults };
}

/** The first of the suggestions that would find something. */
async function suggest(text: string, { typed }: Asked, ground: Ground): Promise<string | null> {
  for (const suggestion of suggestions(text, typed, await ground.vocabulary.all())) {
    const { ranked } = await ask(suggestion, ground, 1);
    if (ranked.length > 0) return suggestion;
  }
  return null;
}

interface Naming {
  readonly excerpt: (passage: Passage) => Hit['excerpt'];
  readonly veil: (passage: Passage) => Passage;
}

function toHit({ passage, score }: Ranked, { settings, addressOf }: Ground, { excerpt, veil }: Naming): Hit {
  const { text: _text, tags: _tags, ...rest } = passage;
  return {
    ...rest,
    score,
    excerpt: excerpt(veil(passage)),
    speakers: shownSpeakers(passage.speakers, settings.people),
    url: addressOf(passage),
  };
}
