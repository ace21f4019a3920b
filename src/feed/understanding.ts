/** What feeds are given to understand the texts of their events. */
import { isRule } from '../content/rule.ts';
import type { Understanding } from '../port.ts';
import { readDescription } from './description.ts';

export const understanding: Understanding = { description: readDescription, isRule };
