/**
 * Is a digest posted once, whatever dies? `npm run torture` kills the real bot, between a Slack and a Discord that remember,
 * at every system call by which something outside of it comes to be, at any time while it posts, and on a disk that fails.
 *   npm run torture -- --points 200      other than 1,000
 *   npm run torture -- --only moments    campaigns whose names begin like that
 *   npm run torture -- --seed 7          other chances
 */
import { parseArgs } from 'node:util';
import { fight } from './campaign.ts';
import type { Outcome } from './campaign.ts';
import { createChance } from './chance.ts';
import { planOf, right } from './plan.ts';
import { pointsOf } from './sweep.ts';
import { tableOf } from './table.ts';
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
const points = await pointsOf(right(createChance(seed)));
const campaigns = planOf(points, { points: wanted, seed }).filter(({ name }) => name.startsWith(values.only));
const total = campaigns.reduce((sum, { blows }) => sum + blows.length, 0);
process.stderr.write(`${points.length} system calls in a life of one week; ${total} points, seed ${seed}\n`);

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
process.stdout.write(
  `\n${tableOf(outcomes)}\n\n${faults.length === 0 ? 'Nothing broke.' : faults.join('\n')}\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

function say(name: string, done: number): void {
  const minutes = (performance.now() - begun) / done / 60_000;
  const left = Math.ceil(minutes * (total - done));
  process.stderr.write(`${name}: ${done} of ${total}, about ${left} min left\n`);
}
