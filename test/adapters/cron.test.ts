/** The alarm rings once a minute, whatever the clock does. Timers and the clock are the test's own: no minute is waited for. */
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { setAlarm } from '../../adapters/cron/index.ts';
import type { Alarm } from '../../src/port.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const set: Alarm[] = [];
let rings: Date[] = [];
let failures: unknown[] = [];

const keep = (alarm: Alarm): Alarm => {
  set.push(alarm);
  return alarm;
};

const fail = (error: unknown): void => void failures.push(error);

/** Rings until the end of the test. */
const setRecorder = (): Alarm => keep(setAlarm(async () => void rings.push(new Date()), fail));

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/** The clock of the system is set; no timer notices. */
const setClock = (by: number): void => jest.setSystemTime(Date.now() + by);

const times = (): readonly string[] => rings.map((at) => at.toISOString().slice(11, 19));

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2027-03-10T10:00:30Z') });
  [rings, failures] = [[], []];
});

afterEach(async () => {
  await Promise.all(set.splice(0).map((alarm) => alarm.stop()));
  jest.useRealTimers();
});

describe('the alarm', () => {
  test('rings at every full minute', async () => {
    setRecorder();
    await pass(3 * minute);
    expect(times()).toEqual(['10:01:00', '10:02:00', '10:03:00']);
  });

  test('rings 60 times an hour', async () => {
    setRecorder();
    await pass(6 * hour);
    expect(rings).toHaveLength(360);
  });

  test('rings no more once it is stopped', async () => {
    const alarm = setRecorder();
    await pass(minute);
    await alarm.stop();
    await pass(5 * minute);
    expect(rings).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
    await alarm.stop(); // twice is once
  });
});

describe('a ring', () => {
  test('does not begin before the last is over', async () => {
    const endings: (() => void)[] = [];
    keep(setAlarm(() => new Promise((resolve) => endings.push(resolve)), fail));
    await pass(5 * minute);
    expect(endings).toHaveLength(1);
    endings[0]?.();
    await pass(minute);
    expect(endings).toHaveLength(2);
    endings[1]?.();
  });

  test('that fails is told, and the next one rings', async () => {
    const error = new Error('down');
    const ring = (): Promise<void> => {
      rings.push(new Date());
      return rings.length === 1 ? Promise.reject(error) : Promise.resolve();
    };
    keep(setAlarm(ring, fail));
    await pass(2 * minute);
    expect(failures).toEqual([error]);
    expect(rings).toHaveLength(2);
  });

  test('that throws before it has begun is told, too', async () => {
    const error = new Error('down');
    const ring = (): never => {
      throw error;
    };
    keep(setAlarm(ring, fail));
    await pass(2 * minute);
    expect(failures).toEqual([error, error]);
  });

  test('under way is asked to end, and waited for', async () => {
    const ending = Promise.withResolvers<void>();
    const aborted = jest.fn();
    const alarm = keep(
      setAlarm((signal) => {
        signal.addEventListener('abort', aborted);
        return ending.promise;
      }, fail),
    );
    await pass(minute);
    let isStopped = false;
    const stopped = alarm.stop().then(() => (isStopped = true));
    await pass(minute);
    expect(aborted).toHaveBeenCalledTimes(1);
    expect(isStopped).toBe(false);
    ending.resolve();
    await stopped;
    expect(isStopped).toBe(true);
  });

  test('that ends because it was asked to has not failed', async () => {
    const ring = (signal: AbortSignal): Promise<void> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const alarm = keep(setAlarm(ring, fail));
    await pass(minute);
    await alarm.stop();
    expect(failures).toEqual([]);
  });
});

describe('a clock that is set', () => {
  test.each([
    ['back by an hour', -hour],
    ['back by three minutes', -3 * minute],
    ['back by a year', -365 * 24 * hour],
    ['on by three hours', 3 * hour],
    ['on by fifty years', 50 * 365 * 24 * hour],
  ])('(%s) does not silence it', async (_, by) => {
    setRecorder();
    await pass(minute);
    setClock(by);
    await pass(3 * minute);
    expect([rings.length, times().filter((each) => each.endsWith(':00'))]).toEqual([4, times()]);
  });

  test('back and forth all the time leaves it ringing', async () => {
    setRecorder();
    for (let each = 0; each < 60; each += 1) {
      setClock(each % 2 === 0 ? -hour : hour);
      await pass(minute);
    }
    expect(rings.length).toBeGreaterThanOrEqual(59);
  });

  test('while a ring is under way does not begin a second', async () => {
    const ending = Promise.withResolvers<void>();
    const ring = jest.fn(() => ending.promise);
    keep(setAlarm(ring, fail));
    await pass(minute);
    setClock(-hour);
    await pass(5 * minute);
    expect(ring).toHaveBeenCalledTimes(1);
    ending.resolve();
  });
});

test('the hour that autumn repeats is rung through twice', () => {
  // A process of its own: inside of a test the zone of the process can not be changed.
  const script = `
    import { mock } from 'node:test';
    import { getTasks } from 'node-cron';
    import { setAlarm } from './adapters/cron/index.ts';
    mock.timers.enable({ apis: ['Date'], now: new Date('2027-10-30T23:30:30Z') });
    const alarm = setAlarm(async () => {}, console.error);
    const [task] = getTasks().values();
    const rings = task.getNextRuns(180);
    await alarm.stop();
    console.log(new Date().getTimezoneOffset(), rings[0].toISOString(), rings[179].toISOString());`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TZ: 'Europe/Berlin' },
    encoding: 'utf8',
  });
  expect(stdout).toBe('-120 2027-10-30T23:31:00.000Z 2027-10-31T02:30:00.000Z\n');
});
