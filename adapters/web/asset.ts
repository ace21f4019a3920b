/** Our own style, script and icon: read once, named by what is in them, so that a browser may keep them for ever. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const types = {
  'style.css': 'text/css; charset=utf-8',
  'chat.css': 'text/css; charset=utf-8',
  'chat.js': 'text/javascript; charset=utf-8',
  'suggest.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

export type AssetName = keyof typeof types;

const files = new Map(
  Object.entries(types).map(([name, type]) => {
    const content = readFileSync(new URL(`./assets/${name}`, import.meta.url));
    return [
      name,
      { type, content, version: createHash('sha256').update(content).digest('hex').slice(0, 10) },
    ];
  }),
);

/** Path of an asset below the site's root. */
export const assetPath = (name: AssetName): string => `/assets/${name}?v=${files.get(name)?.version}`;

const forEver = 'public, max-age=31536000, immutable';

export function assets(): Hono {
  const app = new Hono();
  app.get('/assets/:name', (context) => {
    const file = files.get(context.req.param('name'));
    if (file === undefined) return context.notFound();
    const isCurrent = context.req.query('v') === file.version;
    context.header('Content-Type', file.type);
    context.header('Cache-Control', isCurrent ? forEver : 'no-cache');
    return context.body(new Uint8Array(file.content));
  });
  return app;
}
