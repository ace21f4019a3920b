/** The figures of the outbox, as they depend on each other and on those of the chats. */
import { expect, test } from '@jest/globals';
import { usualTiming } from '../../src/outbox/timing.ts';
import { usualChatTiming } from '../../src/view/timing.ts';

const { lease, settle, request } = usualTiming;

test('nobody looks before a request has been given up and a slow platform has done what it took', () => {
  expect(settle).toBeGreaterThanOrEqual(usualChatTiming.request + 30_000);
});

test('what is begun at the last moment has come to its end before somebody else begins', () => {
  expect(request).toBeGreaterThan(usualChatTiming.request);
  expect(lease).toBeGreaterThan(settle + request);
});
