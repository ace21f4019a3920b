/** Slack. */
export { createSetup } from './setup.ts';
