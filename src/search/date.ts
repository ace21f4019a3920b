/** Days, months and years as people ask for them: `2014年3月`, `2014/03`, `2014-3-5`, `2014`. */

const written = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u;
const glued = /^(\d{4})(\d{2})$/u;

const inRange = (value: string | undefined, from: number, to: number): boolean =>
  value === undefined || (Number(value) >= from && Number(value) <= to);

/** `2014-03-05`, `2014-03` or `2014`, as exact as the normalised text is; `null` if it is no date. */
export function readDate(text: string): string | null {
  const [, year, month, day] = written.exec(text) ?? glued.exec(text) ?? [];
  if (year === undefined || !inRange(year, 1970, 2100)) return null;
  if (!inRange(month, 1, 12) || !inRange(day, 1, 31)) return null;
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** The first day of what `readDate` gives. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);
