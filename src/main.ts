/** Composition root of the process: wires the adapters that the command line asks for, and nothing more. */
import { realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { adapters } from '../adapters/index.ts';
import type { Face, Join, Opened, Opening, Wiring } from '../adapters/terminal/index.ts';
import { UserError } from './error.ts';
import type { Publisher, State, Surroundings } from './port.ts';
import { words } from './words/index.ts';
import type { FeedAccess, WorkerData } from './worker.ts';

const { env } = process;
const [{ hash, newId }, { createLog, levels }, { hasSecret, readSecret }, terminal] = await Promise.all([
  adapters.hash(),
  adapters.log(),
  adapters.secret(),
  adapters.terminal(),
]);
const { exit, localeOf, runCommandLine } = terminal;

const tongue = words[localeOf(env) ?? 'ja'];
const logLevel = levelOf(env['LOG_LEVEL']);
const log = createLog(logLevel);
const ownContent = fileURLToPath(new URL('../content', import.meta.url));
const dataFolder = resolve(env['INIT_CWD'] ?? '.', env['MEETUP_DATA'] ?? 'data');
const stateFile = join(dataFolder, 'state.db');
const lockFile = join(dataFolder, 'lock');

/** The wish of the environment; what is no level is said once, and does not keep the bot from starting. */
function levelOf(wish: string | undefined): string {
  const usual = 'warn';
  if (!wish || levels.some((level) => level === wish)) return wish || usual;
  process.stderr.write(`${tongue.terminal.logLevel(wish, levels.join(', '))}\n`);
  return usual;
}

/** The playground is for trying, where no chat is set up. */
const hasChat = ['SLACK_BOT_TOKEN', 'DISCORD_TOKEN'].some((name) => hasSecret(env, name));

const world = { now: () => new Date(), log, newId };

/** Where our own pages are, for answers given elsewhere: `null` unless they have a public address. */
async function publicUrl(): Promise<string | null> {
  return env['PUBLIC_URL'] ? (await adapters.web()).readAddress(env).publicUrl : null;
}

/** What is remembered, until it is released. */
interface Held {
  readonly state: State;
  readonly release: () => Promise<void>;
}

/** No other bot is on the data folder until it is released. */
async function takeData(): Promise<() => void> {
  const lock = (await adapters.lock()).takeLock(lockFile);
  if (lock === null) throw new UserError('locked', { folder: dataFolder });
  return lock.release;
}

/** It is the only one on its data folder, and begins with the sample if the content is to lie in there. */
async function takeFolders(content: string): Promise<Held> {
  const { isOwn, seedContent } = await adapters.files();
  const release = await takeData();
  if (isOwn(content, dataFolder)) seedContent(ownContent, content);
  const { state, release: close } = await openState();
  return { state, release: () => close().finally(release) };
}

async function openState(): Promise<Held> {
  const { createSqliteState } = await adapters.sqlite();
  const state = createSqliteState(stateFile);
  return { state, release: () => state.close() };
}

/** Where the content is, and what it is published by: what the operator's own `community.md` says, and no clone's. */
async function findContent(folder: Opening & { content: string }): Promise<Found> {
  const { content, lock, show } = folder;
  const place = await clonePlace(content);
  const asIs = { content, publisher: null, settingsFrom: null };
  if (place === null) return asIs;
  const { contentOf, isCloned, openPublisher } = await adapters.git();
  if (!lock)
    return isCloned(place.folder) ? { ...asIs, content: contentOf(place), settingsFrom: content } : asIs;
  const opened = await openPublisher({
    ...place,
    openRequest: await requestsAt(place),
    failed: notPublished,
    ...(show && { show }),
  });
  return { ...opened, settingsFrom: content };
}

const notPublished = (error: unknown): void => log.error({ err: error }, 'publishing failed');

interface Found {
  readonly content: string;
  readonly publisher: Publisher | null;
  /** Folder whose settings hold where the content has none. */
  readonly settingsFrom: string | null;
}

/** A clone for each repository and branch; `null`: nothing is published. */
async function clonePlace(content: string) {
  const { publish: setting } = (await settingsOf(content)).settings;
  if (setting === null) return null;
  const folder = join(dataFolder, `clone-${hash(`${setting.git} ${setting.branch ?? ''}`)}`);
  return { setting, folder, token: readSecret(env, 'GITHUB_TOKEN') };
}

type ClonePlace = NonNullable<Awaited<ReturnType<typeof clonePlace>>>;

/** How one asks GitHub about the repository; `null`: it is elsewhere, or there is no token. */
async function gitHubOf({ setting: { git: address }, token }: ClonePlace) {
  const api = (await adapters.github()).readGitHubApi(env, address);
  return api === null || token === null ? null : { api, token, address };
}

async function requestsAt(place: ClonePlace) {
  const at = await gitHubOf(place);
  return at === null ? null : (await adapters.github()).createOpenRequest(at);
}

const examineRemote: Wiring['examineRemote'] = async (content) => {
  const place = await clonePlace(content);
  if (place === null) return null;
  const { setting, ...rest } = place;
  const { git: address, branch } = setting;
  const remote = await (await adapters.git()).checkRemote({ ...rest, address, branch }, dataFolder);
  const at = await gitHubOf(place);
  const mayPush = at === null ? null : await (await adapters.github()).mayPush(at).catch(() => null);
  return { address, mayPush, ...remote };
};

async function open(folder: Opening & { content: string }): Promise<Opened> {
  const { watch, pages = await publicUrl() } = folder;
  const { prepareData, requireContent } = await adapters.files();
  prepareData(dataFolder);
  const held = folder.lock ? await takeFolders(folder.content) : folder.remembers ? await openState() : null;
  const { content, publisher, settingsFrom } = await findContent(folder).catch(async (error: unknown) => {
    await held?.release();
    throw error;
  });
  requireContent(content);

  // One index for each folder, however one got there. Both threads load at the same time.
  const name = hash(realpathSync(content));
  const index = join(dataFolder, `index-${name}.db`);
  const feeds = { ...(await feedAccess()), copies: join(dataFolder, `feeds-${name}`) };
  const workerData: WorkerData = { content, settingsFrom, index, watch, pages, logLevel, feeds };
  const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  worker.once('error', failed);
  const [{ connectLibrary }, { createCommunity }] = await Promise.all([
    adapters.worker(),
    import('./community.ts'),
  ]);
  const { library, close } = connectLibrary(worker);
  const community = createCommunity({
    ...world,
    library,
    publisher,
    state: held?.state ?? null,
    hash,
    // Whoever is answered in a chat can follow no address of this machine.
    hiddenPages: hasChat && (await publicUrl()) === null ? pages : null,
    pages: await publicUrl(),
    calendars: hasSecret(env, 'DISCORD_TOKEN') ? ['discord'] : [],
    measures: {
      slack: async () => (await adapters.slack()).measure,
      discord: async () => (await adapters.discord()).measure,
    },
  });
  return {
    ...community,
    close: async () => {
      try {
        await close();
      } finally {
        await held?.release();
      }
    },
  };
}

/** What the environment says of where events come from. Nothing of it is loaded that nobody asks for. */
async function feedAccess(): Promise<FeedAccess> {
  const [{ readConnpassUrl }, { readDoorkeeperUrl }] = await Promise.all([
    adapters.connpass(),
    adapters.doorkeeper(),
  ]);
  return {
    allow: env['MEETUP_FEED_ALLOW'] ? (await adapters.http()).readAllow(env) : new Set(),
    connpass: { key: readSecret(env, 'CONNPASS_API_KEY'), url: readConnpassUrl(env) },
    doorkeeper: { token: readSecret(env, 'DOORKEEPER_TOKEN'), url: readDoorkeeperUrl(env) },
  };
}

/** Listens at once, so that it can say that it is alive while the folder is being read; from now on it is to hear people. */
async function listen(): Promise<Face> {
  const [{ createWeb, isLocal, readAddress }, { watchLoop }] = await Promise.all([
    adapters.web(),
    adapters.watchdog(),
  ]);
  watchLoop({ log, stuck: failed });
  const address = readAddress(env);
  const playground = hasChat ? {} : { playground: join(dataFolder, 'playground.db') };
  const web = await createWeb({ ...world, address, ...playground });
  return { ...web, isLocal: isLocal(address) };
}

/** The chats beside the pages: what is said of them in the environment is read before anything else begins. */
async function joining(): Promise<readonly Join[]> {
  const all = await Promise.all([joiningSlack(), joiningDiscord()]);
  return all.filter((one) => one !== null);
}

/** What every chat is given. */
type Given = Parameters<Join>;

const shared = async ([{ library, state }, ended]: Given): Promise<Surroundings> => ({
  ...world,
  state,
  hash,
  newBreaker: (await adapters.breaker()).createBreaker,
  sleep: (await adapters.clock()).sleep,
  settings: () => library.settings(),
  failed: ended,
});

async function joiningSlack(): Promise<Join | null> {
  if (!hasSecret(env, 'SLACK_BOT_TOKEN')) return null;
  const { createSlack, readOptions } = await adapters.slack();
  const options = readOptions(outside);
  if (options === null) return null;
  return async (...given) => createSlack({ ...(await shared(given)), ...options });
}

async function joiningDiscord(): Promise<Join | null> {
  if (!hasSecret(env, 'DISCORD_TOKEN')) return null;
  const { createDiscord, readOptions } = await adapters.discord();
  const options = readOptions(outside);
  if (options === null) return null;
  return async (...given) => createDiscord({ ...(await shared(given)), ...options });
}

/** Without any index. */
async function settingsOf(content: string): ReturnType<Wiring['settings']> {
  const [{ readMarkdownFile }, { readSettings }] = await Promise.all([
    adapters.files(),
    import('./config.ts'),
  ]);
  const path = 'community.md';
  const { text } = await readMarkdownFile(join(content, path));
  return readSettings(text === null ? null : { path, text });
}

/** Without a bot that could run them. */
async function commandInfos(): ReturnType<Wiring['commands']> {
  const { commands, infoOf } = await import('./command/index.ts');
  return commands.map(infoOf);
}

const needs: Wiring['needs'] = {
  content: async (folder) => (await adapters.files()).requireContent(folder),
  data: async () => {
    (await adapters.files()).prepareData(dataFolder);
    return dataFolder;
  },
  address: async () => void (await adapters.web()).readAddress(env),
  lock: async () => {
    (await adapters.files()).prepareData(dataFolder);
    return takeData();
  },
};

const keeping: Wiring['keeping'] = {
  backup: async (file) => (await adapters.sqlite()).backUpState(stateFile, file),
  restore: async (file) => {
    const [{ prepareData }, { takeLock }, { restoreState }, { noteRestored }] = await Promise.all([
      adapters.files(),
      adapters.lock(),
      adapters.sqlite(),
      import('./outbox/restored.ts'),
    ]);
    prepareData(dataFolder);
    const lock = takeLock(lockFile);
    if (lock === null) throw new UserError('restore-locked', { folder: dataFolder });
    const note = (state: State): Promise<void> =>
      state.transaction((records) => noteRestored(records, world.now()));
    return restoreState({ path: stateFile, file, note }).finally(lock.release);
  },
};

const outside = {
  env,
  has: (name: string) => hasSecret(env, name),
  secret: (name: string) => readSecret(env, name),
};

const setups: Wiring['setups'] = {
  slack: async () => (await adapters.slack()).createSetup(outside),
  discord: async () => (await adapters.discord()).createSetup(outside),
};

const outgoing: Wiring['outgoing'] = {
  slack: async () => (await adapters.slack()).outgoing,
  discord: async () => {
    const { outgoing: messageOf } = await adapters.discord();
    return (...given) => messageOf(...given).body;
  },
};

const exportNote: Wiring['exportNote'] = async ({ platform, json, users }, content) => {
  const [{ settings }, { noteOfExport }] = await Promise.all([
    settingsOf(content),
    import('./note/exported.ts'),
  ]);
  const exported =
    platform === 'slack'
      ? await (await adapters.slack()).readExport(json, users, { hash })
      : await (await adapters.discord()).readExport(json, { hash });
  return noteOfExport(exported, { platform, settings, hash });
};

/** A file of the content folder is read as the folder's settings say; any other as a folder of its own. */
async function parse(file: string, content: string): ReturnType<Wiring['parse']> {
  const [{ readMarkdownFile }, { readReport }, { readSettings }] = await Promise.all([
    adapters.files(),
    import('./content/report.ts'),
    import('./config.ts'),
  ]);
  const { text, problems } = await readMarkdownFile(file);
  if (text === null) return { report: null, problems };
  const below = relative(content, file);
  const isInside = !below.startsWith('..');
  const { settings } = isInside ? await settingsOf(content) : readSettings(null);
  const report = readReport({ path: isInside ? below : file, text }, { zone: settings.zone, hash });
  return { report: { ...report, problems: [...problems, ...report.problems] }, problems };
}

/** A bug, or a search thread that died: said once to people, once to the log; whoever supervises the bot starts it again. */
function failed(error: unknown): never {
  const id = newId();
  log.error({ id, err: error }, 'the bot failed');
  process.stderr.write(`${tongue.terminal.failed(id)}\n`);
  process.exit(exit.bug);
}

// Whoever read the answer may have read enough: `meetup ask docker | head -3`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exit.fine);
});

try {
  const { stdin, stdout, stderr } = process;
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    open,
    listen,
    joining,
    parse,
    examineRemote,
    settings: settingsOf,
    commands: commandInfos,
    alarm: async () => (await adapters.cron()).setAlarm,
    log,
    publicUrl,
    needs,
    keeping,
    exportNote,
    setups,
    outgoing,
    content: ownContent,
    env,
    stdin,
    stdout,
    stderr,
  });
} catch (error) {
  failed(error);
}
