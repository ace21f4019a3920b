/** What people call something on a platform → the one thing that is meant. */

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The one with that id, else the only one of that name, else the only one that is written otherwise. `null`: none, or several. */
export function called<T extends Named>(all: readonly T[], by: string): T | null {
  const wanted = by.trim().replace(/^[#＃@＠]/u, '');
  const ways: readonly ((each: T) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ name }) => name === wanted,
    ({ name }) => folded(name) === folded(wanted),
  ];
  for (const isMeant of ways) {
    const found = all.filter(isMeant);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** Names that notify everyone: there is no role of that name. */
export const isForEveryone = (name: string): boolean =>
  /^[@＠]?(?:everyone|here|channel)$/iu.test(name.trim());
