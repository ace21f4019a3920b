/** How an operation of the REST API is written down: where it is, who may call it, what it does. */
import type { World } from '../world.ts';

/** A file that came with a request. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Request {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** JSON that is as the specification has it. */
  readonly body: unknown;
  readonly files: readonly Upload[];
}

export interface Context extends Request {
  readonly world: World;
}

/** What goes back: JSON, or nothing (204). Throws Refusal. */
export type Run = (context: Context) => unknown;

export interface Route {
  readonly method: string;
  /** `/channels/:channel/messages`. */
  readonly path: string;
  /** As Discord's specification calls it: `create_message`. */
  readonly operation: string;
  /** May it be called without the token of the bot? */
  readonly isOpen: boolean;
  readonly run: Run;
}

const routeOf =
  (isOpen: boolean) =>
  (line: string, operation: string, run: Run): Route => {
    const [method = '', path = ''] = line.split(' ');
    return { method, path, operation, isOpen, run };
  };

/** `route('POST /channels/:channel/messages', 'create_message', …)`. */
export const route = routeOf(false);

/** One that needs no token but that in its own address. */
export const openRoute = routeOf(true);

/** A parameter of the path. */
export const param = ({ params }: Request, name: string): string => params[name] ?? '';

/** A number in the query, within its bounds. */
export function limitOf({ query }: Request, usual: number, max: number): number {
  const asked = Number(query.get('limit') ?? usual);
  return Math.min(Math.max(1, asked), max);
}
