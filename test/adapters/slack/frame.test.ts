/** What comes over a socket: whatever it is, it is read or left alone. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { endingOf, readFrame } from '../../../adapters/slack/receiver/frame.ts';

describe('a frame', () => {
  test('is one with a type, and with an event where it says so, or none, whatever was sent', () => {
    const event = fc.oneof(fc.constant({ type: 'message' }), fc.jsonValue());
    const payload = fc.oneof(fc.record({ event }), fc.constant({ type: 'app_rate_limited' }), fc.jsonValue());
    const type = fc.oneof(fc.constantFrom('hello', 'events_api', 'disconnect'), fc.jsonValue());
    const sent = fc.oneof(fc.record({ type, payload }), fc.jsonValue()).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.oneof(sent, fc.string(), fc.uint8Array()), (data) => {
        const frame = readFrame(data);
        if (frame === null) return;
        const said = (frame.payload as { event?: { type?: unknown } } | null)?.event?.type;
        expect(frame.type === 'events_api' ? typeof said : 'string').toBe('string');
        expect(typeof frame.type).toBe('string');
      }),
    );
  });

  test('that says that events are too many has that as its type', () => {
    const payload = { type: 'app_rate_limited', minute_rate_limited: 1_518_467_820 };
    const frame = readFrame(JSON.stringify({ type: 'events_api', envelope_id: 'e', payload }));
    expect(frame).toEqual({ type: 'app_rate_limited', envelope_id: 'e', payload });
  });

  test.each([
    ['warning', 'refresh'],
    ['refresh_requested', 'refresh'],
    ['too_many_websockets', 'crowded'],
    ['link_disabled', 'switched-off'],
    ['something new', 'refresh'],
    [undefined, 'refresh'],
  ])('that says goodbye for %s is an ending: %s', (reason, ending) => {
    expect(endingOf({ type: 'disconnect', reason })).toBe(ending);
  });
});
