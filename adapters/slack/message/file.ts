/** Files of a message, as Slack describes them: https://docs.slack.dev/reference/objects/file-object */

export interface File {
  readonly id?: string;
  /** `check_file_info`: it comes from another workspace, and no more is said of it. */
  readonly file_access?: string;
  readonly name?: string | null;
  /** Where it lies: `hosted` and `snippet` with Slack itself, `external` elsewhere; a `tombstone` is gone. */
  readonly mode?: string;
  readonly is_external?: boolean;
  /** Bytes. */
  readonly size?: number;
  readonly url_private?: string;
  readonly url_private_download?: string;
}

/** What was deleted, or lies beyond what the workspace pays for, has no name any more. */
export const isThere = (file: File): file is File & { readonly name: string } =>
  Boolean(file.name) && file.mode !== 'tombstone';

const withSlack: ReadonlySet<string | undefined> = new Set(['hosted', 'snippet']);

/** Where Slack hands it out to whoever brings a token; `null`: it lies elsewhere. */
export const addressOf = (file: File): string | null =>
  withSlack.has(file.mode) && file.is_external !== true
    ? (file.url_private_download ?? file.url_private ?? null)
    : null;
