/** A fresh process finds what another has built: `node reopen.ts ENGINE FOLDER` prints the milliseconds until the first answer. */
import { engineCalled } from './engine/index.ts';
import { timed } from './time.ts';

const [name, folder = ''] = process.argv.slice(2);
const kind = engineCalled(name);
const ms = await timed(async () => (await kind.open(folder)).search({ text: 'docker' }, 10));
console.log(JSON.stringify(ms));
