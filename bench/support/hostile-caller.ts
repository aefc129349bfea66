import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { createHttpCaller } from '../../platform/http-caller.js';
import { runLoad } from './load.js';

/** How a hostile caller spends its allowed rate. Runs as a thread, so that it does not disturb what is measured. */
export type Hostility = Readonly<{
  api: string;
  token: string;
  kind: 'refused-sales' | 'documents';
  /** A sale whose receipt is asked for again and again. */
  saleId: string;
  perSecond: number;
  durationMs: number;
}>;

export type HostileEnd = Readonly<{ answers: Readonly<Record<string, number>> }>;

const CALLERS = 16;
/** Near the largest body that is read. */
const BROKEN_SALE = `{"terminal":"${'x'.repeat(200_000)}`;

const { api, token, kind, saleId, perSecond, durationMs } = workerData as Hostility;
const caller = createHttpCaller(api, CALLERS);
const answers: Record<string, number> = {};
await runLoad({
  callers: CALLERS,
  durationMs,
  perSecond,
  operate: async () => {
    const { status } = await (kind === 'documents' ? askForDocument() : sendBrokenSale());
    answers[status] = (answers[status] ?? 0) + 1;
  },
});
caller.close();
parentPort?.postMessage({ answers } satisfies HostileEnd);

function sendBrokenSale() {
  const raw = { content: BROKEN_SALE, type: 'application/json' };
  return caller.send({ method: 'PUT', path: `/v1/sales/${randomUUID()}`, token, raw });
}

function askForDocument() {
  const headers = { accept: 'application/pdf' };
  return caller.send({ method: 'GET', path: `/v1/sales/${saleId}/receipt`, token, headers });
}
