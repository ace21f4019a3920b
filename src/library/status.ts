/** What is known, how old it is, and what was not understood of which file. */
import type { Index, Status } from '../port.ts';
import type { Shelf } from './shelf.ts';
import type { Sync } from './sync.ts';

/** Counts everything that is known, hidden reports too. */
export async function statusOf(index: Index, shelf: Shelf, sync: Sync): Promise<Status> {
  const [files, { changedAt }, reports, events, problems] = await Promise.all([
    index.files(),
    index.state(),
    shelf.of('report'),
    shelf.of('event'),
    shelf.of('problem'),
  ]);
  return {
    files: files.length,
    reports: reports.length,
    talks: reports.reduce((sum, { data }) => sum + data.talks, 0),
    events: events.length,
    isReadable: sync.isReadable(),
    checkedAt: sync.checkedAt(),
    changedAt,
    problems: problems.map(({ data, file }) => ({ ...data, file })),
  };
}
