/** The process that is killed while it takes notes: it goes its rounds, does what it is told, and says what came of it. */
import { closeSync, fchmodSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { createOwnFiles } from '../../../adapters/files/index.ts';
import { newId } from '../../../adapters/hash/index.ts';
import { createLog } from '../../../adapters/log/index.ts';
import { createSlack } from '../../../adapters/slack/chat.ts';
import { createSqliteState } from '../../../adapters/sqlite/index.ts';
import type { TextChange, View } from '../../../src/port.ts';
import { surroundingsOf } from '../../adapters/surroundings.ts';
import { communityOf, libraryOver } from '../../community.ts';
import type { NoteOrders, Wish } from './orders.ts';

/** Milliseconds between two rounds. */
const pause = 20;

const { state: path, content, slack, who, way } = JSON.parse(argv[2] ?? '') as NoteOrders;
const log = createLog('warn');
const now = (): Date => new Date();
const state = createSqliteState(path);
const library = libraryOver(content, {
  now,
  own: { ...createOwnFiles(content), ...(way === 'in-place' && { change: changeInPlace }) },
});
await library.sync();
const { bot, round } = communityOf({
  library,
  state,
  now,
  log,
  timing: { settle: 200, lease: 300, request: 50 },
});
/** In two halves. In between it makes a call that it makes nowhere else: there it can be killed. */
async function changeInPlace({ path: name, after }: TextChange): Promise<boolean> {
  const [file, text] = [openSync(join(content, name), 'w'), after ?? ''];
  writeSync(file, text.slice(0, text.length / 2));
  fchmodSync(file, 0o644);
  writeSync(file, text.slice(text.length / 2));
  closeSync(file);
  return true;
}

const failed = (reason: Error): void => {
  stderr.write(`${reason.message}\n`);
  exit(1);
};
const chat = createSlack({
  ...surroundingsOf({ state, log, now, failed, settings: () => library.settings() }),
  ...slack,
  way: { signingSecret: 'unused', port: 0, host: '127.0.0.1' },
});
await chat.start(bot);
const go = round?.([chat]);

const ask = (command: string, input: string | Readonly<Record<string, string>>): Promise<View> =>
  bot.answer({ ...who, command, input, locale: 'en', id: newId() });

/** What a person does: looks at the preview, and saves it. */
async function collect(at: string): Promise<View> {
  const look = await ask('collect', { at });
  const save = look.next.find(({ label }) => label === 'Save');
  return save === undefined ? look : ask(save.command, save.input);
}

const doing: Readonly<Record<Wish['wish'], (at: string) => Promise<View>>> = {
  collect,
  changed: (at) => ask('changed', at),
};

const stopping = new AbortController();
createInterface({ input: stdin })
  .on('line', (line) => {
    const { id, wish, at } = JSON.parse(line) as Wish;
    const say = ({ failure, data }: View): void => {
      const { change = '' } = (data ?? {}) as { readonly change?: string };
      stdout.write(`said ${id} ${failure?.code ?? 'fine'} ${change}\n`);
    };
    void doing[wish](at).then(say);
  })
  .on('close', () => stopping.abort());

stdout.write('ready\n');
while (!stopping.signal.aborted) {
  await go?.(stopping.signal);
  stdout.write('round\n');
  await wait(pause);
}
await chat.stop();
await state.close();
