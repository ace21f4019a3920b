/** Whether something that was to be posted has left at all: what has not is posted later, whatever became of the connection. */

/** The cause's code where nothing was even begun, as too much had failed just before. */
export const unasked = 'CIRCUIT_OPEN';

/** No connection was made. */
const unconnected: ReadonlySet<string> = new Set([
  unasked,
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Did a `fetch` that failed so send nothing? */
export const isUnsent = ({ cause }: Error): boolean =>
  unconnected.has((cause as { readonly code?: string } | undefined)?.code ?? '');
