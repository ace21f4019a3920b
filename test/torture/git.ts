/**
 * Races for a repository: while the bot publishes, a person saves, deletes, renames or changes history in the moment between
 * commit and push.
 */
import { readdirSync } from 'node:fs';
import { gitIn } from '../git/server.ts';
import { openGitWorld } from '../git/world.ts';
import type { GitBot, GitWorld, Person } from '../git/world.ts';

export interface RaceResult {
  readonly races: number;
  /** Lines of people that are nowhere any more. */
  readonly humanLost: number;
  /** Notes that stand neither on people's branch nor on one of the bot's, or not in the bot's own files. */
  readonly notesLost: number;
  /** Blocks of which a file has two. */
  readonly doubled: number;
  readonly pushed: number;
  readonly proposed: number;
  readonly waiting: number;
  readonly seconds: number;
}

const page = (note: string, mine: string): string =>
  `# Report\n\nmine: ${mine}\n\n${'x\n'.repeat(5)}\n<!-- notes:begin abcdefghij -->\n${note}\n<!-- notes:end abcdefghij 0123456789 -->\n\n${'y\n'.repeat(5)}`;

interface Race {
  readonly person: Person;
  readonly path: string;
  /** What the person writes in this race, and nobody else ever. */
  readonly line: string;
}

type InTheWay = (race: Race) => void;

/** Each as people do it. A line in the way has to be there afterwards. */
const ways: Readonly<Record<string, InTheWay>> = {
  'other lines': ({ person, path, line }) => person.save(path, page('begun', line)),
  'the same block': ({ person, path, line }) => person.save(path, page(line, 'begun')),
  'another file': ({ person, line }) => person.save(`people/${line}.md`, line),
  'the file goes': ({ person, path, line }) => {
    person.save(path, null);
    person.save(`people/${line}.md`, line);
  },
  'the file moves': ({ person, path, line }) => {
    person.rename(path, path.replace('.md', '-moved.md'));
    person.save(`people/${line}.md`, line);
  },
  'history changes': ({ person, line }) => {
    person.save('people/taken-back.md', 'taken back');
    person.forcePush(`people/${line}.md`, line);
  },
};

export async function runRaces(
  count: number,
  show: (done: number) => void = () => undefined,
): Promise<RaceResult> {
  const begun = performance.now();
  const world = await openGitWorld();
  const names = Object.keys(ways);
  for (let at = 0; at < count; at++) world.person.save(`reports/r${at}.md`, page('begun', 'begun'));
  const bot = await world.open();
  const statuses: string[] = [];
  for (let at = 0; at < count; at++) {
    statuses.push(await race(world, bot, { at, way: names[at % names.length] ?? '' }));
    show(at + 1);
  }
  await bot.publisher.pull();
  const counted = { races: count, ...losses(world, bot, count) };
  await world.close();
  const of = (status: string): number => statuses.filter((each) => each === status).length;
  const seconds = (performance.now() - begun) / 1000;
  return { ...counted, pushed: of('pushed'), proposed: of('proposed'), waiting: of('later'), seconds };
}

async function race(world: GitWorld, bot: GitBot, { at, way }: { at: number; way: string }): Promise<string> {
  const path = `reports/r${at}.md`;
  bot.write(path, page(`note-${at}-`, 'begun'));
  world.server.beforePush = () => {
    world.server.beforePush = null;
    ways[way]?.({ person: world.person, path, line: `human-${at}-` });
  };
  const { status } = await bot.publish([path], { key: `race-${at}` });
  return status;
}

const marker = '<!-- notes:begin abcdefghij';

function losses(world: GitWorld, bot: GitBot, races: number) {
  const { repository } = world.server;
  const branches = gitIn(repository, 'for-each-ref', '--format=%(refname)').split('\n');
  const proposed = branches.filter((name) => name.includes('/meetup/'));
  const main = filesAt(repository, 'refs/heads/main');
  const there = main.join('\n');
  const own = readdirSync(bot.content, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('.git'))
    .map((name) => bot.read(name));
  const here = own.join('\n');
  const numbers = Array.from({ length: races }, (_, at) => at);
  const isProposed = (at: number): boolean =>
    proposed.some(
      (name) =>
        name.endsWith(`/race-${at}`) &&
        gitIn(repository, 'show', `${name}:reports/r${at}.md`).includes(`note-${at}-`),
    );
  return {
    humanLost: numbers.filter((at) => !there.includes(`human-${at}-`)).length,
    notesLost: numbers.filter(
      (at) => !here.includes(`note-${at}-`) || !(there.includes(`note-${at}-`) || isProposed(at)),
    ).length,
    doubled: [...main, ...own].filter((text) => text.split(marker).length > 2).length,
  };
}

const filesAt = (repository: string, ref: string): string[] =>
  gitIn(repository, 'ls-tree', '-r', '--name-only', ref)
    .split('\n')
    .map((name) => gitIn(repository, 'show', `${ref}:${name}`));

/** A sentence for each thing that is not as it has to be. */
export const faultsOfRaces = ({ humanLost, notesLost, doubled, waiting }: RaceResult): readonly string[] =>
  [
    humanLost > 0 ? `git: ${humanLost} lines of people are lost` : '',
    notesLost > 0 ? `git: ${notesLost} notes are lost` : '',
    doubled > 0 ? `git: ${doubled} files have a note twice` : '',
    waiting > 0 ? `git: ${waiting} notes were never published` : '',
  ].filter((fault) => fault !== '');
