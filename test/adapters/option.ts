/** An option of a command as most are: a test says what is otherwise. */
import type { CommandInfo } from '../../src/port.ts';

export type Option = CommandInfo['options'][number];

export const usualOption: Omit<Option, 'name'> = {
  type: 'text',
  suggests: false,
  rest: false,
  required: false,
  listed: true,
  long: false,
  min: null,
  max: null,
};
