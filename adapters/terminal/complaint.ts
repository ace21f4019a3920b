/** What is said where the bot can not begin: one sentence for each thing that a person can mend. */
import type { Facts, UserError } from '../../src/error.ts';
import type { Words } from '../../src/words/index.ts';
import { exit } from './session.ts';

/** The sentence; `null` where there is none, and the error is a bug. */
export const complaintOf = ({ code, facts }: UserError, words: Words): string | null =>
  complaints[code]?.(words, facts) ??
  gitComplaint(code, words)?.(facts) ??
  noteComplaint(code, words)?.(facts) ??
  null;

/** What a chat says of them, too. */
const noteCodes = [
  'export-unreadable',
  'file-not-text',
  'folder-read-only',
  'notes-file-changed',
  'notes-marks-broken',
];

const noteComplaint = (code: string, { error }: Words): ((facts: Facts) => string) | undefined =>
  noteCodes.includes(code) ? (error as Readonly<Record<string, (facts: Facts) => string>>)[code] : undefined;

const gitComplaint = (code: string, { git }: Words): ((facts: Facts) => string) | undefined =>
  (git.error as Readonly<Record<string, (facts: Facts) => string>>)[code];

/** Nothing that a setting would mend, or a command line that is wrong; all else is a matter of settings. */
const codes: Readonly<Record<string, number>> = {
  locked: exit.wrong,
  'port-taken': exit.wrong,
  'slack-port-taken': exit.wrong,
  'state-broken': exit.wrong,
  'state-newer': exit.wrong,
  'backup-none': exit.wrong,
  'backup-exists': exit.wrong,
  'backup-unwritable': exit.wrong,
  'restore-locked': exit.wrong,
  'restore-unreadable': exit.wrong,
  'restore-foreign': exit.wrong,
  'restore-broken': exit.wrong,
  'restore-newer': exit.wrong,
  'no-file': exit.wrong,
  'manifest-unreadable': exit.wrong,
  'bad-call-url': exit.usage,
  'no-such-flag': exit.usage,
  'discord-answered': exit.wrong,
  'discord-limited': exit.wrong,
  'discord-unreachable': exit.wrong,
  ...Object.fromEntries(noteCodes.map((code) => [code, exit.wrong])),
};

export const codeOf = ({ code }: UserError): number => codes[code] ?? exit.settings;

const advice = ({ message, fix }: { readonly message: string; readonly fix: string }): string =>
  `${message} ${fix}`;

const complaints: Readonly<Record<string, (words: Words, facts: Facts) => string>> = {
  'no-folder': ({ terminal }, { folder }) => terminal.noFolder(String(folder)),
  'data-folder': ({ terminal }, { folder }) => terminal.dataFolder(String(folder)),
  locked: ({ terminal }, { folder }) => terminal.locked(String(folder)),
  'state-broken': ({ terminal }, { file }) => terminal.stateBroken(String(file)),
  'state-newer': ({ terminal }, { file }) => terminal.stateNewer(String(file)),
  'backup-none': ({ backup }, { file }) => backup.none(String(file)),
  'backup-exists': ({ backup }, { file }) => backup.exists(String(file)),
  'backup-unwritable': ({ backup }, { file }) => backup.unwritable(String(file)),
  'restore-locked': ({ backup }, { folder }) => backup.locked(String(folder)),
  'restore-unreadable': ({ backup }, { file }) => backup.fault.unreadable(String(file)),
  'restore-foreign': ({ backup }, { file }) => backup.fault.foreign(String(file)),
  'restore-broken': ({ backup }, { file }) => backup.fault.broken(String(file)),
  'restore-newer': ({ backup }, { file }) => backup.fault.newer(String(file)),
  'bad-port': ({ terminal }, { value }) => terminal.badPort(String(value)),
  'bad-public-url': ({ terminal }, { value }) => terminal.badPublicUrl(String(value)),
  'bad-feed-api-url': ({ feed }, { name, value, usual }) =>
    feed.badApi(String(name), String(value), String(usual)),
  'bad-feed-allow': ({ http }, { value }) => http.badAllow(String(value)),
  'port-taken': ({ terminal }, { port }) => terminal.portTaken(String(port)),
  'port-forbidden': ({ terminal }, { port }) => terminal.portForbidden(String(port)),
  'host-unknown': ({ terminal }, { host }) => terminal.hostUnknown(String(host)),
  'secret-twice': ({ setup }, { name }) => setup.secret['secret-twice'](String(name)),
  'secret-unreadable': ({ setup }, { name, file, reason }) =>
    setup.secret['secret-unreadable'](String(name), String(file), String(reason)),
  'secret-empty': ({ setup }, { name, file }) => setup.secret['secret-empty'](String(name), String(file)),
  'bad-slack-api-url': ({ doctor }, { value }) => advice(doctor.slack.badApi(String(value))),
  'bad-slack-port': ({ doctor }, { value }) => advice(doctor.slack.badPort(String(value))),
  'slack-port-taken': ({ doctor }, { port }) => advice(doctor.slack.portTaken(String(port))),
  'slack-no-entrance': ({ doctor }) => advice(doctor.slack.noEntrance),
  'slack-socket-off': ({ doctor }) => advice(doctor.slack.socketOff),
  'slack-workspace': ({ doctor }, { team }) => advice(doctor.slack.otherWorkspace(String(team))),
  'slack-token': ({ doctor: { slack } }, { name, reason }) =>
    advice(slack.refused(String(name), slack.reason[String(reason)] ?? String(reason))),
  'discord-no-token': ({ doctor }) => advice(doctor.discord.noToken),
  'discord-bad-token': ({ doctor }) => advice(doctor.discord.notToken),
  'discord-token': ({ doctor }) => advice(doctor.discord.refused),
  'discord-gateway': ({ doctor }, { code }) => advice(doctor.discord.shut(Number(code))),
  'bad-discord-api-url': ({ doctor }, { value }) => advice(doctor.discord.badApi(String(value))),
  'discord-answered': ({ doctor }, { reason }) => advice(doctor.discord.answered(String(reason))),
  'discord-limited': ({ doctor }, { seconds }) => advice(doctor.discord.limited(Number(seconds))),
  'discord-unreachable': ({ doctor }, { reason }) => advice(doctor.discord.unreachable(String(reason))),
  'no-such-flag': ({ setup }, { flag, platform }) => setup.noSuchFlag(String(flag), String(platform)),
  'needs-url': ({ setup }) => setup.needsUrl,
  'bad-call-url': ({ setup }, { value }) => setup.badUrl(String(value)),
  'no-file': ({ setup }, { file, reason }) => setup.noFile(String(file), String(reason)),
  'manifest-unreadable': ({ setup }) => setup.unreadable,
};
