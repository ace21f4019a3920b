/** Visitors of a bot in a container: programs that run beside it and ask it for pages. */
import type { Running } from './container.ts';

/** What a program prints that runs beside the bot and may `get(path)`. */
const evaluate = (bot: Running, script: string): string =>
  bot.exec(
    'node',
    '--input-type=module',
    '--eval',
    `const get = (path) => fetch('http://127.0.0.1:3000' + path);
     ${script}`,
  ).out;

export const page = (bot: Running, path: string): string =>
  evaluate(bot, `console.log(await (await get('${path}')).text());`);

/** Returns when that path is answered with success, or when the bot has ended. */
export const waitFor = (bot: Running, path: string): void =>
  void evaluate(
    bot,
    `const isFine = () => get('${path}').then(({ ok }) => ok, () => false);
     while (!(await isFine())) await new Promise((next) => setTimeout(next, 20));`,
  );

const paths = ['/search?q=docker', '/reports', '/speakers', '/tags', '/events', '/feed.xml'];

/** Reads so many pages, one after the other; returns how many came. */
export const browse = (bot: Running, pages: number): number =>
  Number(
    evaluate(
      bot,
      `const paths = ${JSON.stringify(paths)};
       let read = 0;
       for (let index = 0; index < ${pages}; index += 1) {
         const answer = await get(paths[index % paths.length]);
         await answer.text();
         if (answer.ok) read += 1;
       }
       console.log(read);`,
    ),
  );
