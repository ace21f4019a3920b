/** The only list of adapters. Each is loaded when it is first needed, so that a chat nobody uses costs nothing. */
export const adapters = {
  breaker: () => import('./breaker/index.ts'),
  clock: () => import('./clock/index.ts'),
  discord: () => import('./discord/index.ts'),
  files: () => import('./files/index.ts'),
  hash: () => import('./hash/index.ts'),
  http: () => import('./http/index.ts'),
  lock: () => import('./lock/index.ts'),
  log: () => import('./log/index.ts'),
  secret: () => import('./secret/index.ts'),
  slack: () => import('./slack/index.ts'),
  sqlite: () => import('./sqlite/index.ts'),
  terminal: () => import('./terminal/index.ts'),
  watchdog: () => import('./watchdog/index.ts'),
  web: () => import('./web/index.ts'),
  worker: () => import('./worker/index.ts'),
} as const;
