/** Lines → components: events, time zones and what stands in them (RFC 5545 §3.6). */
import type { Line } from './line.ts';

export interface Component {
  /** `VEVENT` */
  readonly name: string;
  readonly lines: readonly Line[];
  readonly parts: readonly Component[];
  /** Did it come to its end? */
  readonly isWhole: boolean;
}

/** While it is being read. */
interface Open extends Component {
  readonly lines: Line[];
  readonly parts: Open[];
  isWhole: boolean;
}

/** They stand in a calendar and in nothing else: where one begins, everything before it is over. */
const TOP: ReadonlySet<string> = new Set([
  'VCALENDAR',
  'VEVENT',
  'VTIMEZONE',
  'VTODO',
  'VJOURNAL',
  'VFREEBUSY',
]);

/** An alarm in an event is the deepest that there is; deeper ones are not followed. */
const DEEPEST = 3;

/**
 * Calendars' own lines as `VCALENDAR`s, events and zones, each as soon as it is over. One that breaks off does not take
 * the next one with it.
 */
export function* componentsOf(lines: Iterable<Line>): Generator<Component> {
  let open: readonly Open[] = [];
  for (const line of lines) {
    const kind = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      if (TOP.has(kind)) yield* open.slice(0, 1);
      open = begin(TOP.has(kind) ? [] : open, kind);
    } else if (line.name === 'END') {
      const at = open.findLastIndex(({ name }) => name === kind);
      for (const ended of open.slice(Math.max(at, 0), at + 1)) ended.isWhole = true;
      if (at === 0) yield* open.slice(0, 1);
      open = at < 0 ? open : open.slice(0, at);
    } else {
      open.at(-1)?.lines.push(line);
    }
  }
  yield* open.slice(0, 1);
}

function begin(open: readonly Open[], name: string): readonly Open[] {
  if (open.length === DEEPEST) return open;
  const begun: Open = { name, lines: [], parts: [], isWhole: false };
  open.at(-1)?.parts.push(begun);
  return [...open, begun];
}

/** The first line of a name; a second one is a mistake. */
export const lineOf = (component: Component, name: string): Line | undefined =>
  component.lines.find((line) => line.name === name);

export const linesNamed = (component: Component, name: string): readonly Line[] =>
  component.lines.filter((line) => line.name === name);
