/** The terminal: a chat that needs no account anywhere, and the verbs of the command line. */
export { createTerminal } from './chat.ts';
export { runCommandLine } from './command-line.ts';
export { localeOf } from './reader.ts';
export { exit } from './session.ts';
export type { Face, Join, Opened, Opening, Wiring } from './wiring.ts';
