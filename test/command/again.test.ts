import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { againIn } from '../../src/command/again.ts';
import { fieldsOf } from '../../src/command/next.ts';
import type { Call, Input } from '../../src/port.ts';
import { person, place } from '../world.ts';

const callOf = (input: Input): Call => ({
  command: 'event-new',
  input,
  place,
  person,
  locale: 'en',
  id: '1',
});

const options = [
  { name: 'title', rest: true },
  { name: 'when', rest: false },
  { name: 'details', rest: false },
];

describe('the way back to a form', () => {
  test('opens it with what was written in it', () => {
    const [again] = againIn(callOf({ title: 'Docker Night', when: 'soon' }), { form: true }, 'when-past');
    expect(again).toEqual({
      label: 'Back to the form',
      command: 'event-new',
      input: 'title:"Docker Night" when:soon',
      form: true,
    });
  });

  test('keeps every sign of it', () => {
    const written = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
    fc.assert(
      fc.property(written, written, written, (title, when, details) => {
        const [again] = againIn(callOf({ title, when, details }), { form: true }, 'when-past');
        const fields = fieldsOf(again?.input ?? '', options);
        expect({ title: '', when: '', details: '', ...fields }).toEqual({ title, when, details });
      }),
    );
  });

  test('is not there where nothing that one writes would help', () => {
    expect(againIn(callOf({ title: 'x' }), { form: true }, 'organisers-decide')).toEqual([]);
  });

  test('is not there for a line that was typed, and not for a command without a form', () => {
    expect(againIn(callOf('title:x'), { form: true }, 'when-past')).toEqual([]);
    expect(againIn(callOf({ title: 'x' }), { form: false }, 'when-past')).toEqual([]);
    expect(againIn(callOf({ title: 'x' }), undefined, 'when-past')).toEqual([]);
  });
});
