import { parentPort } from 'node:worker_threads';
import { drawPdf, type PdfJob } from './draw-pdf.js';
import type { Drawn } from './pdf-desk.js';

parentPort?.on('message', (job: PdfJob) => {
  drawPdf(job).then(
    (pdf) => {
      // A copy of its own: small buffers share their memory with others.
      const bytes = Uint8Array.from(pdf);
      parentPort?.postMessage({ kind: 'drawn', bytes } satisfies Drawn, [bytes.buffer]);
    },
    (error: unknown) =>
      parentPort?.postMessage({
        kind: 'failed',
        why: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies Drawn),
  );
});
