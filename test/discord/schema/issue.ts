/** What zod finds wrong, in Discord's words. https://docs.discord.com/developers/reference#error-messages */
import type { z } from 'zod';
import type { Fault } from '../refusal.ts';

type Issue = z.core.$ZodIssue;

const words: {
  readonly [Code in Issue['code']]?: (issue: Extract<Issue, { code: Code }>) => [string, string];
} = {
  too_big: ({ maximum, origin }) =>
    origin === 'string'
      ? ['BASE_TYPE_MAX_LENGTH', `Must be ${maximum} or fewer in length.`]
      : ['BASE_TYPE_BAD_LENGTH', `Must be ${maximum} or fewer.`],
  too_small: ({ minimum, origin }) =>
    origin === 'string'
      ? ['BASE_TYPE_BAD_LENGTH', `Must be ${minimum} or more in length.`]
      : ['BASE_TYPE_BAD_LENGTH', `Must be ${minimum} or more.`],
  invalid_type: ({ input, expected }) =>
    input === undefined
      ? ['BASE_TYPE_REQUIRED', 'This field is required']
      : ['BASE_TYPE_WRONG', `Only values of type ${expected} are allowed.`],
  invalid_value: ({ values }) => ['BASE_TYPE_CHOICES', `Value must be one of (${values.join(', ')}).`],
  invalid_format: ({ format }) => ['BASE_TYPE_FORMAT', `Value is no ${format}.`],
};

/** Of a union, the alternative of the right `type`: every other one is wrong already about that. */
function meant(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] {
  const right = issue.errors.find((issues) => issues.every(({ path }) => path[0] !== 'type'));
  return right ?? [];
}

const pathOf = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((key) => (typeof key === 'symbol' ? String(key) : key));

export function faultsOf(issue: Issue, at: readonly (string | number)[] = []): Fault[] {
  const path = [...at, ...pathOf(issue.path)];
  if (issue.code === 'invalid_union') {
    const inner = meant(issue);
    if (inner.length > 0) return inner.flatMap((one) => faultsOf(one, path));
    return [{ path, code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" is none of those allowed.' }];
  }
  const word = words[issue.code] as ((issue: Issue) => [string, string]) | undefined;
  const [code, message] = word?.(issue) ?? ['BASE_TYPE_INVALID', issue.message];
  return [{ path, code, message }];
}
