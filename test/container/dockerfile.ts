/** Reads a Dockerfile as far as its rules need: instructions by stage, comments dropped, continued lines joined. */

export interface Instruction {
  /** `FROM`, `COPY`. */
  readonly name: string;
  /** All that stands behind the name, on one line. */
  readonly rest: string;
}

/** Instructions of each stage, beginning with its FROM; what stands before the first FROM is the first element. */
export function readDockerfile(text: string): readonly (readonly Instruction[])[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Instruction[][] = [[]];
  for (const line of lines) {
    const [, name = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? [];
    if (name.toUpperCase() === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name: name.toUpperCase(), rest });
  }
  return stages;
}

/** What stands behind every instruction of that name. */
export const all = (instructions: readonly Instruction[], name: string): readonly string[] =>
  instructions.filter((each) => each.name === name).map(({ rest }) => rest);

/** The words of an exec form, `null` for a shell form. */
export function execForm(command: string): readonly string[] | null {
  try {
    const words: unknown = JSON.parse(command);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : null;
  } catch {
    return null;
  }
}
