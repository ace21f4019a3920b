/** Log: pino, one JSON line each, on stderr, because stdout carries answers alone. */
import { destination, pino, stdSerializers } from 'pino';
import type { Log } from '../../src/port.ts';

export const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** `level`: one of `levels`. Throws on any other. */
export const createLog = (level: string): Log =>
  pino({ level, base: null, serializers: { err: stdSerializers.err } }, destination({ dest: 2, sync: true }));
