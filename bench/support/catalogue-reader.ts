import { parentPort, workerData } from 'node:worker_threads';

/** A till that reads the catalogue. Runs as a thread, so that it does not disturb what is measured. */
export type Reading = Readonly<{ api: string; token: string; since?: number }>;

export type Read = Readonly<{
  version: number;
  items: number;
  pages: number;
  /** As sent, compressed. */
  bytes: number;
  plainBytes: number;
  pageMs: readonly number[];
}>;

type Page = Readonly<{ version: number; items: readonly unknown[]; nextCursor: string | null }>;

parentPort?.postMessage(await readAll(workerData as Reading));

async function readAll({ api, token, since }: Reading): Promise<Read> {
  const query = since === undefined ? '' : `since=${since}&`;
  const pageMs: number[] = [];
  let [version, items, bytes, plainBytes] = [0, 0, 0, 0];
  let next: string | null = '';
  while (next !== null) {
    const began = performance.now();
    const cursor = next === '' ? '' : `cursor=${next}`;
    const answer = await fetch(`${api}/v1/catalogue?${query}${cursor}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${answer.status} ${text.slice(0, 200)}`);
    pageMs.push(performance.now() - began);
    const page = JSON.parse(text) as Page;
    version = page.version;
    items += page.items.length;
    bytes += Number(answer.headers.get('content-length'));
    plainBytes += Buffer.byteLength(text);
    next = page.nextCursor;
  }
  return { version, items, pages: pageMs.length, bytes, plainBytes, pageMs };
}
