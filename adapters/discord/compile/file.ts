/** What a view hands over: files that are sent with the message, each named by a component, without which nobody would see it. */
import { ComponentType } from 'discord.js';
import type { APIFileComponent } from 'discord.js';
import type { Attachment } from '../../../src/port.ts';
import { fileLimits } from '../limits.ts';

export interface Files {
  readonly sent: readonly Attachment[];
  readonly components: readonly APIFileComponent[];
  /** How many are not sent. */
  readonly left: number;
}

export function filesOf(files: readonly Attachment[] = []): Files {
  const sent = files.filter(isSmall).slice(0, fileLimits.inMessage);
  return { sent, components: sent.map(component), left: files.length - sent.length };
}

/** No sign is more than three bytes for each of its UTF-16 units. */
const isSmall = ({ text }: Attachment): boolean => 3 * text.length <= fileLimits.bytes;

const component = ({ name }: Attachment): APIFileComponent => ({
  type: ComponentType.File,
  file: { url: `attachment://${name}` },
});
