/** More people are asking than the search thread can answer. */
import { UserError } from '../../src/error.ts';

export const isBusy = (error: unknown): boolean => error instanceof UserError && error.code === 'busy';
