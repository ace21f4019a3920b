/** What the verb `collect` says. */
import type { Words } from '../en.ts';

export const noteVerb: Words['noteVerb'] = {
  which: 'どの書き出しかを指定してください: --slack-json FILE か --discord-json FILE',
  masked: (kind, hint) => `伏せました: ${kind} ${hint}`,
  missing: (count) => `会話のうち ${count} 件が書き出しに入っていません。そろうまで書き込みません。`,
  written: (path) => `${path} に書き込みました。`,
};
