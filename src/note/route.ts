/** Channels whose threads belong to an event, as organisers said it in chat. */
import type { Place, Records, State } from '../port.ts';

type Where = Pick<Place, 'platform' | 'workspace' | 'channel'>;

export interface Route extends Where {
  /** Its id. */
  readonly event: string;
}

const kind = 'note-route';

const keyOf = ({ platform, workspace, channel }: Where): string => `${platform} ${workspace} ${channel}`;

export const allRoutes = async (records: Pick<Records, 'list'>): Promise<readonly Route[]> =>
  (await records.list(kind)).map(({ value }) => value as Route);

/** Id of the event; `null`: to none in particular. */
export async function routeAt(records: Pick<Records, 'get'>, where: Where): Promise<string | null> {
  const record = await records.get(kind, keyOf(where));
  return (record?.value as Route | undefined)?.event ?? null;
}

export async function writeRoute(state: State, where: Where, event: string | null): Promise<void> {
  const { platform, workspace, channel } = where;
  const value: Route | null = event === null ? null : { platform, workspace, channel, event };
  await state.transaction(async (records) => {
    const version = (await records.get(kind, keyOf(where)))?.version ?? null;
    if (value !== null || version !== null) await records.put({ kind, key: keyOf(where), version, value });
  });
}
