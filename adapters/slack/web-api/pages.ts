/** Lists that Slack hands out a page at a time: https://docs.slack.dev/apis/web-api/pagination */

interface Page {
  readonly response_metadata?: { readonly next_cursor?: string };
}

/** Every page, each asked for when it is wanted. */
export async function* pagesOf<P extends Page>(
  ask: (at: { readonly cursor?: string }) => Promise<P>,
): AsyncGenerator<P> {
  let cursor = '';
  do {
    const page = await ask(cursor === '' ? {} : { cursor });
    yield page;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
}
