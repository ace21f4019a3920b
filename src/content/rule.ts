/** Which recurrence rules (RFC 5545 §3.3.10) an event may have. */

const list = (item: string): RegExp => new RegExp(`^${item}(?:,${item})*$`, 'u');

/**
 * The parts that are understood. Those below a day are left out on purpose: an occurrence is known by its day, and
 * a rule by the second would never end.
 */
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/u,
  INTERVAL: /^[1-9]\d{0,2}$/u,
  COUNT: /^[1-9]\d{0,3}$/u,
  UNTIL: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])(?:[0-5]\d){2}Z?)?$/u,
  BYDAY: list('(?:[+-]?(?:[1-9]|[1-4]\\d|5[0-3]))?(?:MO|TU|WE|TH|FR|SA|SU)'),
  BYMONTH: list('(?:[1-9]|1[0-2])'),
  BYMONTHDAY: list('[+-]?(?:[1-9]|[12]\\d|3[01])'),
  BYSETPOS: list('[+-]?[1-9]\\d{0,2}'),
  WKST: /^(?:MO|TU|WE|TH|FR|SA|SU)$/u,
};

/** Is this, in capitals and without its prefix, a rule that can be followed? */
export function isRule(rule: string): boolean {
  const parts = rule.split(';').map((part) => part.split('='));
  const names = new Set(parts.map(([name]) => name));
  return (
    names.has('FREQ') &&
    names.size === parts.length &&
    parts.every(([name = '', value = '', ...rest]) => rest.length === 0 && PARTS[name]?.test(value))
  );
}
