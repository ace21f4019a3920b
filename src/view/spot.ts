/** Where one goes to: what is only said to be online is no place. */
import type { Happening } from '../port.ts';

const online = /^(?:online|オンライン)/iu;

/** Its place and its address, as far as they are known and are any. */
export const spotOf = ({ place, address }: Pick<Happening, 'place' | 'address'>): readonly string[] =>
  [place, address].filter((part) => part !== null).filter((part) => !online.test(part.trim()));
