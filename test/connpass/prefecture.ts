/** Where an event is, as connpass takes it from the address. */
import type { ConnpassEvent } from './event.ts';

/** A few of the 47, and what is none of them. */
export const prefectures: ReadonlyMap<string, string> = new Map([
  ['online', 'オンライン'],
  ['hokkaido', '北海道'],
  ['tokyo', '東京都'],
  ['kanagawa', '神奈川県'],
  ['aichi', '愛知県'],
  ['kyoto', '京都府'],
  ['osaka', '大阪府'],
  ['fukuoka', '福岡県'],
]);

export const isInPrefecture = ({ address, place }: ConnpassEvent, name: string): boolean =>
  [address, place].some((text) => text?.startsWith(prefectures.get(name) ?? '?') === true);
