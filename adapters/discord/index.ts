/** Discord. */

export { readOptions } from './environment.ts';
export { createSetup } from './setup.ts';
