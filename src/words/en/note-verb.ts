/** What the verb `collect` says. */
import { plural } from './plural.ts';

export const noteVerb = {
  which: 'Say which export it is: --slack-json FILE or --discord-json FILE.',
  masked: (kind: string, hint: string) => `Masked: ${kind} ${hint}`,
  missing: (count: number) =>
    `${plural(count, 'message')} of the conversation ${count === 1 ? 'is' : 'are'} not in the export. It is not written down until it is whole.`,
  written: (path: string) => `Written to ${path}.`,
};
