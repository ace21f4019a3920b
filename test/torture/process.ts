/** The process that is killed. It is ready when its modules are loaded, begins when it is told the time, and ends with its input. */
import { flushCompileCache } from 'node:module';
import { argv, exit, stderr, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import type { SqliteState } from '../../adapters/sqlite/index.ts';
import { live, readLibrary } from './living.ts';
import type { Orders } from './orders.ts';

const orders = JSON.parse(argv[2] ?? '') as Orders;
const time = { offset: 0, now: () => new Date(Date.now() + time.offset) };
const begun = Promise.withResolvers<void>();
const stopping = new AbortController();
createInterface({ input: stdin })
  .on('line', (line) => {
    time.offset = Number(line);
    begun.resolve();
  })
  .on('close', () => {
    stopping.abort();
    begun.resolve();
  });

const library = await readLibrary(orders.content, time.now);
// It will not come to its end, where that would be done by itself.
flushCompileCache();
stdout.write('ready\n');
await begun.promise;
if (!stopping.signal.aborted) {
  const state = openState();
  await live({ orders, library, state, time, signal: stopping.signal });
  await state.close();
}

/** As `start` does it: what is wrong with the file is said, and the process ends with 78. */
function openState(): SqliteState {
  try {
    return createSqliteState(orders.state);
  } catch (error) {
    stderr.write(`${Error.isError(error) ? error.message : String(error)}\n`);
    return exit(78);
  }
}
