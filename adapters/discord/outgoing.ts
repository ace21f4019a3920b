/** A view as every method that sends or edits messages takes it. It notifies whom its command mentions, and nobody else. */
import { MessageFlags } from 'discord.js';
import type { APIAllowedMentions, RawFile } from 'discord.js';
import type { Nodes, Root } from 'mdast';
import type { Attachment, Locale } from '../../src/port.ts';
import type { Mention } from '../../src/view/node.ts';
import { compile } from './compile.ts';
import type { Component, Shown } from './compile.ts';
import { canNotify } from './compile/mark.ts';
import { mentionLimits } from './limits.ts';

export interface Outgoing {
  readonly body: {
    readonly components: Component[];
    /** For an answer that only one person sees, `MessageFlags.Ephemeral` is added. */
    readonly flags: number;
    readonly allowed_mentions: APIAllowedMentions;
    /** All that the message is to have: those that it had before an edit go. */
    readonly attachments: { readonly id: string; readonly filename: string }[];
  };
  readonly files: RawFile[];
}

/** Links get no previews: a view says itself what they lead to. */
const flags = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

export function outgoing(view: Shown, locale: Locale): Outgoing {
  const { components, files, body } = compile(view, { locale });
  return {
    body: {
      components: [...components],
      flags,
      allowed_mentions: allowedMentions(body),
      attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })),
    },
    files: files.map(rawFile),
  };
}

const rawFile = ({ name, type, text }: Attachment): RawFile => ({ name, data: text, contentType: type });

/** Ids of the mentions in a tree. Without this field Discord would notify everyone whom a text names. */
function allowedMentions(body: Root): APIAllowedMentions {
  const mentions = mentionsIn(body).filter(canNotify);
  const ids = (of: Mention['of'], most: number): string[] =>
    [...new Set(mentions.filter((mention) => mention.of === of).map(({ id }) => id))].slice(0, most);
  return {
    parse: [],
    users: ids('person', mentionLimits.people),
    roles: ids('role', mentionLimits.roles),
    replied_user: false,
  };
}

const mentionsIn = (node: Nodes): readonly Mention[] => {
  if (node.type === 'mention') return [node];
  return 'children' in node ? node.children.flatMap(mentionsIn) : [];
};
