import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../domain/refusal.js';
import { drawPdf, type PdfJob } from './draw-pdf.js';
import type { Drawn } from './pdf-desk.js';

// Who sells comes first. On Linux this is the priority of this thread alone; elsewhere it would be that of the process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

parentPort?.on('message', (job: PdfJob) => {
  drawPdf(job).then(
    (pdf) => {
      // A copy of its own: small buffers share their memory with others.
      const bytes = Uint8Array.from(pdf);
      parentPort?.postMessage({ kind: 'drawn', bytes } satisfies Drawn, [bytes.buffer]);
    },
    (error: unknown) => parentPort?.postMessage(failureOf(error)),
  );
});

function failureOf(error: unknown): Drawn {
  if (error instanceof Refusal) return { kind: 'refused', code: error.code, detail: error.detail };
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', why };
}
