import { closedAfterTest } from './left-open.js';
import type { TestApi } from './api-client.js';

export type EventFrame = Readonly<{
  /** Empty where the frame has none. */
  id: string;
  event: string;
  /** Of a sale: what happened. Of an import: how far it is. */
  data: Readonly<{ saleId: string; kind: string; id: string; status: string; rows: RowCounts }>;
}>;

type RowCounts = Readonly<Record<string, number>>;

export type EventStream = Readonly<{
  /** What has been told until now, in the order in which it was. */
  frames: () => EventFrame[];
  close: () => Promise<void>;
}>;

/** Opens `GET /v1/events` and collects what it tells; the answer has begun when this returns. */
export async function listenToEvents(
  { url }: Pick<TestApi, 'url'>,
  { as, headers = {} }: Readonly<{ as: string; headers?: Readonly<Record<string, string>> }>,
): Promise<EventStream> {
  const aborter = new AbortController();
  // Before anything can fail: an open request is left behind by a refused one too.
  let reading = Promise.resolve();
  const close = closedAfterTest(() => {
    aborter.abort();
    return reading;
  });
  const response = await fetch(`${url}/v1/events`, {
    headers: { authorization: `Bearer ${as}`, ...headers },
    signal: aborter.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  reading = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  })().catch(() => {});
  return {
    // What stands behind the last empty line has not arrived as a whole yet.
    frames: () => text.split('\n\n').slice(0, -1).flatMap(frameOf),
    close,
  };
}

function frameOf(block: string): EventFrame[] {
  const found = /^(?:id: (?<id>\d+)\n)?event: (?<event>\w+)\ndata: (?<data>.*)$/m.exec(
    block,
  )?.groups;
  if (found === undefined) return [];
  const { id = '', event = '', data = '' } = found;
  return [{ id, event, data: JSON.parse(data) as EventFrame['data'] }];
}
