/** A loop that is really held: the thread of the test waits, and does nothing else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { watchLoop } from '../../adapters/watchdog/index.ts';

let lags: number[] = [];
let reasons: string[] = [];
let end = (): void => {};

afterEach(() => end());

function watch(): void {
  [lags, reasons] = [[], []];
  const warn = (facts: object): void => void lags.push((facts as { readonly lag: number }).lag);
  end = watchLoop({
    log: { info: () => {}, warn, error: () => {} },
    stuck: ({ message }) => void reasons.push(message),
    every: 5,
    slow: 100,
    most: 400,
  });
}

/** As a regular expression that does not end, or a loop without a way out. */
function hold(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** Until the loop has been looked at. */
const looked = async (): Promise<void> => {
  while (lags.length + reasons.length === 0) await setTimeout(1);
};

test('a loop that was held is worth a line that says how long', async () => {
  watch();
  await setTimeout(20);
  hold(200);
  await looked();
  expect(lags[0]).toBeGreaterThanOrEqual(190);
  expect(reasons).toEqual([]);
});

test('a loop that was held for very long ends the process', async () => {
  watch();
  await setTimeout(20);
  hold(600);
  await looked();
  expect(reasons[0]).toMatch(/held for [4-9]\d\d ms|held for \d{4,} ms/);
});

test('a process that was stopped for a while was not held', async () => {
  const program = `
    import { watchLoop } from ${JSON.stringify(import.meta.resolve('../../adapters/watchdog/index.ts'))};
    const warn = ({ lag }) => console.log('held', lag);
    watchLoop({ log: { warn }, stuck: console.log, every: 5, slow: 400 });
    process.stdin.once('data', () => setTimeout(() => process.exit(), 50));
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  await setTimeout(600);
  child.kill('SIGCONT');
  child.stdin.write('end');
  await once(child, 'exit');
  expect(said).toBe('ready\n');
});
