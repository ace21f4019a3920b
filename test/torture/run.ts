/**
 * Is a digest posted once, and is a note whole, whatever dies? `npm run torture` kills the real bot, between a Slack and a
 * Discord that remember, at every system call by which something outside of it comes to be, at any time while it posts, and on
 * a disk that fails; and it lets people push whenever the bot does.
 *   npm run torture -- --points 200      other than 1,000; a third as many of notes, a fifth as many pushes
 *   npm run torture -- --only moments    campaigns whose names begin like that; `notes` all that are about notes, `git` the pushes
 *   npm run torture -- --seed 7          other chances
 */
import { parseArgs } from 'node:util';
import { fight } from './campaign.ts';
import type { Outcome } from './campaign.ts';
import { createChance } from './chance.ts';
import { faultsOfRaces, runRaces } from './git.ts';
import type { RaceResult } from './git.ts';
import { notePoints } from './note/blow.ts';
import { faultsOfNotes, fightNotes } from './note/campaign.ts';
import type { NoteOutcome } from './note/campaign.ts';
import { notePlanOf } from './note/plan.ts';
import { planOf, right } from './plan.ts';
import { pointsOf } from './sweep.ts';
import { noteTableOf, raceTableOf, tableOf } from './table.ts';
import { whyNoTrace } from './trace.ts';
import { faultsOf, slownessOf } from './verdict.ts';

const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
});
const [wanted, seed] = [Number(values.points), Number(values.seed)];

const why = whyNoTrace();
if (why !== null) {
  process.stderr.write(`The bot can not be tortured: ${why}.\n`);
  process.exit(1);
}

const begun = performance.now();
const isWanted = ({ name }: { readonly name: string }): boolean => name.startsWith(values.only);
const isOther = (kind: string): boolean =>
  /^(?:notes|git)/u.test(values.only) && !values.only.startsWith(kind);
const points = isOther('digests') ? [] : await pointsOf(right(createChance(seed)));
const campaigns = points.length === 0 ? [] : planOf(points, { points: wanted, seed }).filter(isWanted);
const notes = isOther('notes') ? [] : await notePoints();
const noteCampaigns =
  notes.length === 0 ? [] : notePlanOf(notes, { points: Math.ceil(wanted / 3), seed }).filter(isWanted);
const pushes = isWanted({ name: 'git' }) ? Math.ceil(wanted / 5) : 0;
const total = [...campaigns, ...noteCampaigns].reduce((sum, { blows }) => sum + blows.length, pushes);
process.stderr.write(
  `${points.length} system calls in a life of one week, ${notes.length} while a note is taken; ${total} points, seed ${seed}\n`,
);

const outcomes: Outcome[] = [];
const faults: string[] = [];
let before = 0;
for (const campaign of campaigns) {
  const outcome = await fight(campaign, (done) => say(campaign.name, before + done));
  before += campaign.blows.length;
  outcomes.push(outcome);
  faults.push(...faultsOf(outcome, campaign), ...slownessOf(outcome));
  process.stdout.write(`\n${tableOf([outcome])}\n`);
}
const noteOutcomes: NoteOutcome[] = [];
for (const campaign of noteCampaigns) {
  const outcome = await fightNotes(campaign, (done) => say(campaign.name, before + done));
  before += campaign.blows.length;
  noteOutcomes.push(outcome);
  faults.push(...faultsOfNotes(outcome, campaign));
  process.stdout.write(`\n${noteTableOf([outcome])}\n`);
}
const races: RaceResult[] = [];
if (pushes > 0) {
  const result = await runRaces(pushes, (done) => say('git', before + done));
  races.push(result);
  faults.push(...faultsOfRaces(result));
}
process.stdout.write(
  `\n${tableOf(outcomes)}\n\n${noteTableOf(noteOutcomes)}\n\n${raceTableOf(races)}\n\n${faults.length === 0 ? 'Nothing broke.' : faults.join('\n')}\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

function say(name: string, done: number): void {
  const minutes = (performance.now() - begun) / done / 60_000;
  const left = Math.ceil(minutes * (total - done));
  process.stderr.write(`${name}: ${done} of ${total}, about ${left} min left\n`);
}
