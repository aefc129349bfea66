import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../domain/refusal.js';
import type { PdfJob } from './draw-pdf.js';

export type Drawn =
  | Readonly<{ kind: 'drawn'; bytes: Uint8Array }>
  /** What was handed in is no picture that we take. */
  | Readonly<{ kind: 'refused'; code: Refusal['code']; detail: string }>
  | Readonly<{ kind: 'failed'; why: string }>;

/** Too many documents wait to be drawn; try again later. */
export class DrawingBusy extends Error {
  override readonly name = 'DrawingBusy';
}

/** One thread draws, so that drawing takes at most one core from those who sell. */
export type PdfDesk = Readonly<{
  /** @throws {DrawingBusy} when so many wait already; Error when it cannot be drawn or takes too long */
  draw: (job: PdfJob) => Promise<Buffer>;
  close: () => Promise<void>;
}>;

/** Some seconds of work: who comes later is better told to come again. */
const WAITING_MAX = 64;
/** An invoice of a thousand lines takes two seconds. */
const DRAWN_WITHIN_MS = 30_000;

type Waiting = Readonly<{
  job: PdfJob;
  resolve: (pdf: Buffer) => void;
  reject: (error: Error) => void;
}>;

/**
 * Draws one document after the other on a thread of its own, which starts with the first document and begins anew when a
 * document breaks it.
 */
export function createPdfDesk(
  script: string,
  { waitingMax = WAITING_MAX, withinMs = DRAWN_WITHIN_MS } = {},
): PdfDesk {
  const waiting: Waiting[] = [];
  let thread: Worker | undefined;
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;

  const settle = (act: (ended: Waiting) => void): void => {
    clearTimeout(timer);
    const ended = current;
    current = undefined;
    if (ended !== undefined) act(ended);
    next();
  };
  const breakOff = (error: Error): void => {
    void thread?.terminate();
    thread = undefined;
    settle(({ reject }) => reject(error));
  };
  const begin = (): Worker => {
    const begun = new Worker(script);
    begun.on('message', (drawn: Drawn) =>
      settle(({ resolve, reject }) =>
        drawn.kind === 'drawn' ? resolve(Buffer.from(drawn.bytes)) : reject(errorOf(drawn)),
      ),
    );
    begun.on('error', (error) => {
      if (thread === begun) breakOff(error instanceof Error ? error : new Error(String(error)));
    });
    begun.unref();
    return begun;
  };
  const next = (): void => {
    if (current !== undefined) return;
    current = waiting.shift();
    if (current === undefined) return;
    thread ??= begin();
    timer = setTimeout(() => breakOff(new Error('the document took too long')), withinMs);
    thread.postMessage(current.job);
  };
  return {
    draw: (job) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= waitingMax) {
          reject(new DrawingBusy(`${waitingMax} documents wait to be drawn already`));
          return;
        }
        waiting.push({ job, resolve, reject });
        next();
      }),
    close: async () => {
      await thread?.terminate();
      thread = undefined;
    },
  };
}

function errorOf(drawn: Exclude<Drawn, { kind: 'drawn' }>): Error {
  return drawn.kind === 'refused' ? new Refusal(drawn) : new Error(drawn.why);
}

/** The desk of this process; where the sources themselves run (in tests), documents are drawn in place. */
let desk: Pick<PdfDesk, 'draw'> | undefined;

export function renderPdf(job: PdfJob): Promise<Buffer> {
  desk ??= deskHere();
  return desk.draw(job);
}

function deskHere(): Pick<PdfDesk, 'draw'> {
  const script = fileURLToPath(new URL('./pdf-thread.js', import.meta.url));
  return existsSync(script) ? createPdfDesk(script) : { draw: drawHere };
}

/** What draws is loaded when the first document is: a process that has the thread never needs it. */
async function drawHere(job: PdfJob): Promise<Buffer> {
  const { drawPdf } = await import('./draw-pdf.js');
  return drawPdf(job);
}
