/** `/digests.xml`: the newest digests that were kept, each with its whole text. */
import type { KeptDigest } from '../../../src/port.ts';
import { inShort } from '../../../src/view/reading.ts';
import { plainly } from '../../../src/view/safe.ts';
import { compile } from '../compile.ts';
import type { Visit } from '../visit.ts';
import { mostEntries } from './atom.ts';
import type { Entry, Source } from './atom.ts';
import { digestPage, digestText } from './digest.ts';

export const digestFeed: Source<readonly KeptDigest[]> = {
  path: '/digests.xml',
  newsOf: ({ library }) => library.digests({ limit: mostEntries }),
  feedOf: async (digests, visit) => {
    const { words, settings } = visit;
    return {
      title: plainly(words.web.digest.of(words.start.welcome(settings.name))),
      list: '/digests',
      updated: digests[0] === undefined ? null : new Date(digests[0].at),
      entries: digests.map((digest) => entryOf(digest, visit)),
    };
  },
};

function entryOf(digest: KeptDigest, visit: Visit): Entry {
  const page = digestPage(digest, visit);
  const text = digestText(digest);
  return {
    page,
    url: page,
    language: digest.locale,
    title: digest.title,
    published: digest.at,
    authors: [],
    summary: inShort(text),
    content: compile(text, { ...visit, site: null }).toString(),
  };
}
