// Runs on any Node, so that an old one gets a sentence instead of a syntax error.
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `Node.js 24.12 以降が必要です（これは ${process.version}）。Linux（x64、arm64）なら npm ci で入るので、npm start で始めてください。\n` +
      `This bot needs Node.js 24.12 or newer; this is ${process.version}. "npm ci" installs one for Linux (x64, arm64): start the bot with "npm start".`,
  );
  process.exit(78);
}
// A signal that nobody listens for does not end process 1 of a container: until the bot does, this does.
if (process.pid === 1)
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, (_, number) => process.listenerCount(signal) > 1 || process.exit(128 + number));
// The second start is a third faster. Where the cache can not be written, nothing is cached.
module.enableCompileCache?.();
await import('./main.ts');
