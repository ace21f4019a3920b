/** Is it valid HTML that everybody can use? */
import { HtmlValidate } from 'html-validate';
import type { RuleConfig } from 'html-validate';

/** The presets as they are, but for four matters of taste. */
const rules: RuleConfig = {
  // Our formatter writes `<!doctype html>`.
  'doctype-style': ['error', { style: 'lowercase' }],
  // HTML knows both `<br>` and `<br />`: our formatter writes one, the library that prints trees the other.
  'void-style': 'off',
  // Spaces at the end of a line are nobody's trouble, and a report may have them.
  'no-trailing-whitespace': 'off',
  // The ids of sections may begin with a digit, as HTML allows.
  'valid-id': ['error', { relaxed: true }],
};

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules,
});

/** What is wrong with a page, one sentence each; `path` is how it is named in them. */
export async function faultsOf(html: string, path: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`),
  );
}
