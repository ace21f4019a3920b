/** `/meetup status`: what is indexed, how old it is, and what is wrong with which file. */
import type { Status, View } from '../port.ts';
import { bullets, heading, item, paragraph, root, strong, time } from '../view/build.ts';
import { plainly } from '../view/safe.ts';
import type { Words } from '../words/index.ts';
import { offsetOf, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

const pageSize = 10;

export const status = defineCommand({
  name: 'status',
  options: { page: { type: 'number', min: 1, max: 100_000 } },
  run: async ({ page = 1 }, scene) => {
    const { library } = scene;
    return statusView(await library.status(), page, scene);
  },
});

function statusView(found: Status, page: number, scene: Scene): View {
  const { words } = scene;
  const paging = { page, size: pageSize };
  const offset = offsetOf(paging);
  const shown = found.problems.slice(offset, offset + pageSize);
  return {
    body: root(
      heading(3, words.status.title),
      !found.isReadable && paragraph(strong(words.status.unreadable)),
      paragraph(words.status.counts(found)),
      ...freshness(found, scene),
      paragraph(
        found.problems.length === 0 ? words.status.fine : words.status.problems(found.problems.length),
      ),
      shown.length > 0 && bullets(shown.map((problem) => problemItem(problem, words))),
    ),
    next: turning(paging, found.problems.length, { command: 'status', words }),
    data: found,
  };
}

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
