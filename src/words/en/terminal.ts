/** What only the terminal says. */
import { plural } from './plural.ts';

export const terminal = {
  prompt: 'Type words to search, a number to press a button, "help", or "exit".',
  everyoneSees: 'Everyone here sees this:',
  noSuchButton: (number: number, count: number) =>
    `There is no button ${number}; they go from 1 to ${count}.`,
  reading: (done: number, of: number) => `Reading reports: ${done} of ${of}`,
  left: (seconds: number) =>
    seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`,
  indexed: (facts: {
    files: number;
    read: number;
    unchanged: number;
    removed: number;
    talks: number;
    ms: number;
  }) =>
    `${plural(facts.files, 'file')} with ${plural(facts.talks, 'talk')}: ${facts.read} read, ${facts.unchanged} unchanged, ${facts.removed} removed, in ${(facts.ms / 1000).toFixed(1)} s.`,
  noFolder: (folder: string) =>
    `There is no folder ${folder} that can be read. Name one with --content, or set MEETUP_CONTENT.`,
  dataFolder: (folder: string) =>
    `The index can not be written in ${folder}. Make room or give rights there, or name another folder with MEETUP_DATA.`,
  logLevel: (wish: string, levels: string) =>
    `LOG_LEVEL can be ${levels}; "${wish}" is none of them and was ignored.`,
  failed: (id: string) =>
    `Sorry, the bot failed, and it is not your doing. LOG_LEVEL=error shows why; the number of this failure is ${id}.`,
  locked: (folder: string) =>
    `Another bot is running on ${folder}. Stop it first, or give this one its own folder with MEETUP_DATA.`,
  badTime: (value: string) => `--at needs an instant such as 2027-03-10T19:00:00+09:00, not "${value}".`,
  notTalk: 'not a talk',
};
