/** What only the terminal says. */
import { plural } from './plural.ts';

export const terminal = {
  prompt: 'Type words to search, a number to press a button, "help", or "exit".',
  everyoneSees: 'Everyone here sees this:',
  /** Of an answer; a chat hands them over. */
  files: (names: string) => `Not shown here: ${names}`,
  noSuchButton: (number: number, count: number) =>
    `There is no button ${number}; they go from 1 to ${count}.`,
  asking: (done: number, of: number) => `Asking where events come from: ${done} of ${of}`,
  dry: (command: string) => `Nothing was changed. To do it: ${command}`,
  reading: (done: number, of: number) => `Reading reports: ${done} of ${of}`,
  looking: (done: number, of: number) => `Looking at servers: ${done} of ${of}`,
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
  stateBroken: (file: string) =>
    `What the bot has to remember is damaged, or is not its own: ${file}. It was left as it is. “meetup restore FILE” puts a backup in its place; or move it away to begin anew, without what was remembered.`,
  stateNewer: (file: string) =>
    `${file} was written by a later version of the bot. Start that version again, or put a backup from before in its place: “meetup restore FILE”.`,
  serving: (url: string) => `Open ${url} in a browser and talk to the bot. Ctrl-C stops it.`,
  servingPages: (url: string) => `The pages are at ${url}. Ctrl-C stops the bot.`,
  openPlayground:
    'Everyone who can reach this address can talk in the playground as anyone, as an organiser too. It is for trying; HOST=127.0.0.1 keeps it to this machine.',
  badPort: (value: string) => `PORT needs a number up to 65535, not "${value}".`,
  badPublicUrl: (value: string) =>
    `PUBLIC_URL needs an address such as https://meetup.example.org, not "${value}".`,
  portTaken: (port: string) =>
    `Another program uses port ${port}. Stop it, or choose another port: PORT=3001 npm start`,
  portForbidden: (port: string) =>
    `Port ${port} may not be used by this user. Choose one from 1024 on: PORT=3000 npm start`,
  hostUnknown: (host: string) =>
    `This machine has no address ${host}. HOST=127.0.0.1 is this machine alone, HOST=0.0.0.0 all of its addresses.`,
  badTime: (value: string) =>
    `--at needs a date or an instant, such as 2027-03-10 or 2027-03-10T19:00:00+09:00, not "${value}".`,
  notTalk: 'not a talk',
};
