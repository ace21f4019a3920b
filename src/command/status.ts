/** `/meetup status`: what is indexed and how old it is; for organisers, what is wrong with which file and what was not found. */
import type { RootContent } from 'mdast';
import type { FeedStatus, Status, View } from '../port.ts';
import type { Unanswered } from '../search/unanswered.ts';
import { bullets, heading, item, paragraph, root, strong, time } from '../view/build.ts';
import { feedTrouble } from '../view/feed.ts';
import { plainly } from '../view/safe.ts';
import type { Words } from '../words/index.ts';
import { offsetOf, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { moreUnanswered, unansweredFor, unansweredItems, unansweredShown } from './unanswered.ts';

const pageSize = 10;

export const status = defineCommand({
  name: 'status',
  options: { page: { type: 'number', min: 1, max: 100_000 } },
  run: async ({ page = 1 }, scene) => {
    const { library, call } = scene;
    const found = await library.status();
    if (!call.person.organiser) return memberView(found, scene);
    const [unanswered, feeds] = [await unansweredFor(scene), await library.feeds()];
    return organiserView(found, { page, unanswered, feeds }, scene);
  },
});

/** Names of files and drafts, and what others searched for, are no matter of everyone. */
function memberView(found: Status, scene: Scene): View {
  const { problems, ...known } = found;
  const count = problems.length;
  const { fine, problemCount } = scene.words.status;
  return {
    body: root(...overview(found, scene), paragraph(count === 0 ? fine : problemCount(count))),
    next: [],
    data: { ...known, problemCount: count },
  };
}

interface Beside {
  readonly page: number;
  readonly unanswered: readonly Unanswered[];
  readonly feeds: readonly FeedStatus[];
}

function organiserView(found: Status, { page, unanswered, feeds }: Beside, scene: Scene): View {
  const { words } = scene;
  const { problems } = found;
  const paging = { page, size: pageSize };
  const shown = problems.slice(offsetOf(paging), offsetOf(paging) + pageSize);
  // Further pages are about the files.
  const asked = page === 1 ? unanswered : [];
  return {
    body: root(
      ...overview(found, scene),
      paragraph(problems.length === 0 ? words.status.fine : words.status.problems(problems.length)),
      shown.length > 0 && bullets(shown.map((problem) => problemItem(problem, words))),
      ...(page === 1 ? feedsOf(feeds, scene) : []),
      asked.length > 0 && paragraph(`${words.unanswered.title}:`),
      asked.length > 0 && bullets(unansweredItems(asked.slice(0, unansweredShown), scene)),
    ),
    next: [
      ...turning(paging, problems.length, { command: 'status', words }),
      ...moreUnanswered(asked.length, scene),
    ],
    data: { ...found, problemCount: problems.length, unanswered, feeds },
  };
}

/** Where events come from, and what is wrong there. */
function feedsOf(feeds: readonly FeedStatus[], { words, now }: Scene): RootContent[] {
  if (feeds.length === 0) return [];
  const items = feeds.flatMap((feed) => [
    words.event.feed.fine(feed.name, feed.events),
    ...feedTrouble(feed, words, now()),
  ]);
  return [
    paragraph(`${words.event.feed.title}:`),
    bullets(items.map((line) => item(paragraph(plainly(line))))),
  ];
}

/** What is known, and how fresh it is. */
const overview = (found: Status, scene: Scene): RootContent[] => [
  heading(3, scene.words.status.title),
  ...(found.isReadable ? [] : [paragraph(strong(scene.words.status.unreadable))]),
  paragraph(scene.words.status.counts(found)),
  ...freshness(found, scene),
];

function freshness({ checkedAt, changedAt }: Status, { words, zone }: Scene): ReturnType<typeof paragraph>[] {
  if (checkedAt === null) return [paragraph(words.status.never)];
  const at = (instant: Date): ReturnType<typeof time> => time(instant.toISOString(), zone, 'moment');
  const checked = paragraph(words.status.checked, ' ', at(checkedAt));
  return changedAt === null ? [checked] : [checked, paragraph(words.status.changed, ' ', at(changedAt))];
}

function problemItem(
  { file, line, code, detail }: Status['problems'][number],
  words: Words,
): ReturnType<typeof item> {
  return item(
    paragraph(strong(plainly(words.status.at(file, line))), ' — ', plainly(words.problem[code](detail))),
  );
}
