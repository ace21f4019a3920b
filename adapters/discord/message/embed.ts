/** What a message says besides its text: embeds, components, polls, stickers. */
import type { BlockContent, RootContent } from 'mdast';
import { bullets, item, paragraph, quote, strong } from '../../../src/view/build.ts';
import { linkOrText } from '../../../src/view/link.ts';
import { plainly } from '../../../src/view/safe.ts';
import type { Known } from './entity.ts';
import { flowOf } from './markdown.ts';

/** What an embed has: https://discord.com/developers/docs/resources/message#embed-object */
export interface Embed {
  readonly type?: string;
  readonly author?: { readonly name: string };
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  readonly image?: { readonly url: string };
}

/** What Discord shows of a link's page is no word of who wrote the link; an embed that a bot made is. */
const isPreview = ({ type = 'rich' }: Embed): boolean => type !== 'rich';

/** Each as a quote, under the name of its author. */
export const flowOfEmbeds = (embeds: readonly Embed[], known: Known): readonly RootContent[] =>
  embeds
    .filter((embed) => !isPreview(embed))
    .map((embed) => partsOf(embed, known))
    .filter(({ length }) => length > 0)
    .map((flow) => quote(...(flow as BlockContent[])));

function partsOf(embed: Embed, known: Known): readonly RootContent[] {
  const { author, title, url, description = '', fields = [], image } = embed;
  return [
    ...bold(author?.name),
    ...(title === undefined ? [] : [paragraph(strong(linkOrText(url, title)))]),
    ...flowOf(description, known),
    ...fields.flatMap(({ name, value }) => [...bold(name), ...flowOf(value, known)]),
    ...(image === undefined ? [] : [paragraph(linkOrText(image.url, ''))]),
  ];
}

const bold = (said: string | undefined): readonly RootContent[] =>
  said === undefined || plainly(said).trim() === '' ? [] : [paragraph(strong(plainly(said)))];

/** A component: those that have words, and those that others stand in. https://discord.com/developers/docs/components/reference */
export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
}

const textDisplay = 10;
const separator = 14;

/** The words of them; what one presses is left out. */
export const flowOfComponents = (components: readonly Component[], known: Known): readonly RootContent[] =>
  components.flatMap(({ type, content = '', components: inside = [] }): readonly RootContent[] => {
    if (type === textDisplay) return flowOf(content, known);
    if (type === separator) return [{ type: 'thematicBreak' }];
    return flowOfComponents(inside, known);
  });

export interface Poll {
  readonly question: { readonly text?: string };
  readonly answers: readonly { readonly poll_media: { readonly text?: string } }[];
}

/** What was asked, and what one may answer. */
export function flowOfPoll({ question, answers }: Poll): readonly RootContent[] {
  const items = answers.flatMap(({ poll_media: { text: said = '' } }) =>
    said === '' ? [] : [item(paragraph(plainly(said)))],
  );
  return [...bold(question.text), ...(items.length === 0 ? [] : [bullets(items)])];
}

/** A sticker is its name, as an emoji of one's own is. */
export const flowOfStickers = (stickers: readonly { readonly name: string }[]): readonly RootContent[] =>
  stickers.length === 0 ? [] : [paragraph(stickers.map(({ name }) => `:${plainly(name)}:`).join(' '))];
