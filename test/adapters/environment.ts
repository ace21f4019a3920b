/** An environment as adapters get it: with its secrets. */
import { hasSecret, readSecret } from '../../adapters/secret/index.ts';
import type { Environment } from '../../src/port.ts';

export const environmentOf = (env: NodeJS.ProcessEnv): Environment => ({
  env,
  has: (name) => hasSecret(env, name),
  secret: (name) => readSecret(env, name),
});
