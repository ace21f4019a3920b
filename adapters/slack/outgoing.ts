/** A view as every method that sends messages takes it. Links in it get no cards: it says itself what they lead to. */
import type { types } from '@slack/bolt';
import type { Locale, View } from '../../src/port.ts';
import { compile } from './compile.ts';

interface Outgoing {
  readonly blocks: types.KnownBlock[];
  readonly text: string;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

export function outgoing(view: View, locale: Locale): Outgoing {
  const { blocks, text } = compile(view, { locale });
  return { blocks: [...blocks], text, unfurl_links: false, unfurl_media: false };
}
