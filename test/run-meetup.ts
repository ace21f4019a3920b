/** The program as people start it, from its command line to its exit code. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../src/start.mjs');

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** None of the tokens of whoever runs the tests. */
const bare = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:SLACK|DISCORD|MEETUP|PUBLIC)_/.test(name)),
);

/** As someone who stands in `folder` and reads English, unless `env` says otherwise; with the data folder in there. */
export const runMeetup = (
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> =>
  new Promise((settle) => {
    const surroundings = {
      ...bare,
      MEETUP_DATA: join(folder, 'data'),
      INIT_CWD: folder,
      LANG: 'en_US.UTF-8',
      LC_ALL: '',
      ...env,
    };
    execFile(process.execPath, [program, ...args], { env: surroundings }, (error, out, err) =>
      settle({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
