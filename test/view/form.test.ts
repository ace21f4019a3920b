import { expect, test } from '@jest/globals';
import type { CommandInfo } from '../../src/port.ts';
import { filledForm, formOf } from '../../src/view/form.ts';

const option = {
  name: 'title',
  type: 'text',
  suggests: false,
  rest: false,
  required: true,
  listed: true,
  long: false,
  min: null,
  max: null,
} as const;

const info = (title?: string): CommandInfo => ({
  name: 'event-new',
  answer: 'private',
  listed: true,
  form: true,
  options: [
    option,
    { ...option, name: 'details', required: false, long: true },
    { ...option, name: 'who', type: 'person' },
    { ...option, name: 'where', type: 'channel' },
    { ...option, name: 'back', listed: false },
  ],
  describe: () => ({
    called: [],
    summary: 'Announce an event',
    ...(title !== undefined && { title }),
    options: { title: 'What it is called' },
    examples: [],
  }),
});

test('a form has a field for each option that people type, with what is given', () => {
  expect(formOf(info(), { details: 'Bring a laptop.', back: 'x' }, 'en')).toEqual({
    command: 'event-new back:x',
    title: 'Announce an event',
    fields: [
      { name: 'title', label: 'What it is called', long: false, required: true, value: '' },
      { name: 'details', label: 'details', long: true, required: false, value: 'Bring a laptop.' },
    ],
  });
});

test('a form may have a title of its own', () => {
  expect(formOf(info('New event'), {}, 'en').title).toBe('New event');
});

test('what has no field goes with the form, and comes back with what is filled in', () => {
  const { command } = formOf(info(), { back: 'a1b2', title: 'Old' }, 'en');
  expect(filledForm(command, { title: 'New', details: 'a b:c' })).toEqual({
    command: 'event-new',
    input: { back: 'a1b2', title: 'New', details: 'a b:c' },
  });
  expect(filledForm('event-new', {})).toEqual({ command: 'event-new', input: {} });
});

test('only keys of the bot’s own go with it: no text of anybody’s', () => {
  expect(formOf(info(), { back: 'two words' }, 'en').command).toBe('event-new');
});
