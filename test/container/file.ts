/** The files of the project that make its container. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder that the image is built from. */
export const project = resolve(import.meta.dirname, '../..');

export const textOf = (file: string): string => readFileSync(join(project, file), 'utf8');
