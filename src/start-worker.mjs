// The search thread has a cache of compiled code of its own to turn on: see start.mjs.
import module from 'node:module';

module.enableCompileCache?.();
await import('./worker.ts');
