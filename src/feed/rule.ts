/** Which recurrence rules a feed may announce: those that the community's own files may have. */
export { isRule } from '../content/rule.ts';
