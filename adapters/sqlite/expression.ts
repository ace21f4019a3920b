/** Expressions in the language of FTS5. Each term is quoted: nothing that a person typed is ever syntax. */
import type { Expression } from '../../src/port.ts';

/** What no passage matches. */
const nothing = '""';

/** What no term has: it would be cut there, and FTS5 refuses what is more than one token. */
const foreign = /[\p{ASCII}--[A-Za-z0-9+#.:\-]]/v;

/** An FTS5 query, https://www.sqlite.org/fts5.html#full_text_query_syntax; `null` if it asks for nothing in particular. */
export function toMatch(expression: Expression): string | null {
  if ('all' in expression) return joined(expression.all, ' AND ');
  if ('any' in expression) return joined(expression.any, ' OR ') ?? nothing;
  if (foreign.test(expression.term)) return nothing;
  const columns = expression.in === undefined ? '' : `{${expression.in.join(' ')}} : `;
  return `${columns}"${expression.term}"` + (expression.prefix === true ? ' *' : '');
}

function joined(parts: readonly Expression[], operator: string): string | null {
  const asked = parts.map(toMatch).filter((part) => part !== null);
  return asked.length === 0 ? null : `(${[...new Set(asked)].join(operator)})`;
}
