/** A second opinion that asks the first one is none: a simulator knows nothing of the adapters, nor of the bot. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsIn } from '../imports.ts';

/** Files of TypeScript below a folder, relative to it. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** What a file imports of the adapters or the core. */
export const opinionsIn = (folder: string, file: string): readonly string[] =>
  importsIn(readFileSync(join(folder, file), 'utf8'))
    .map(({ name }) => name)
    .filter((name) => /\/(adapters|src)\//.test(name));
