/** How shards are kept, made safe: what the library throws over an event that is not as it should be nobody would catch. */
import { SimpleShardingStrategy } from 'discord.js';
import type { IShardingStrategy, WebSocketOptions } from 'discord.js';
import type { Options } from '../options.ts';

type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

interface Room extends Pick<Options, 'log'> {
  /** Comes when the bot stops. */
  readonly signal: AbortSignal;
}

/**
 * All shards in this process. Where the bot stops while a connection is being made anew, the library goes on by itself; it
 * asks for the session first, and from then on waits for that.
 */
export function createStrategy(manager: Manager, { log, signal }: Room): IShardingStrategy {
  const emit = (...told: Parameters<Manager['emit']>): boolean => {
    try {
      return manager.emit(...told);
    } catch (error) {
      log.warn({ err: error }, 'an event of Discord’s is not as it should be');
      return true;
    }
  };
  const retrieveSessionInfo: Manager['options']['retrieveSessionInfo'] = (shard) =>
    signal.aborted ? new Promise(() => {}) : manager.options.retrieveSessionInfo(shard);
  return new SimpleShardingStrategy(
    new Proxy(manager, {
      get: (target, name) => {
        if (name === 'emit') return emit;
        if (name === 'options') return { ...target.options, retrieveSessionInfo };
        return Reflect.get(target, name) as unknown;
      },
    }),
  );
}
