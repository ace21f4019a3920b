/** Hash and ids: Node's own crypto. */
import { createHash, randomBytes } from 'node:crypto';
import type { Hash } from '../../src/port.ts';

const length = 10;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** 50 bits of SHA-256 in base 32: short enough for a button, and no two of a million files share one (p < 0.001). */
export const hash: Hash = (text) => encode(createHash('sha256').update(text).digest());

/** A random id of the same form. */
export const newId = (): string => encode(randomBytes(length));

const encode = (bytes: Buffer): string =>
  [...bytes.subarray(0, length)].map((byte) => alphabet[byte & 31]).join('');
