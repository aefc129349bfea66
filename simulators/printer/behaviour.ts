import { z } from 'zod';

const MS_MAX = 10 * 60 * 1000;
const BYTES_MAX = 10_000_000;
const LINES_MAX = 10_000;

export const TROUBLES = ['paper-out', 'cover-open', 'cutter-error', 'recoverable-error'] as const;

export type Trouble = (typeof TROUBLES)[number];

/** How a simulated printer behaves; all kinds occur in practice. */
export const printerBehaviourSchema = z.discriminatedUnion('kind', [
  /** Answers every request and prints at once. A second connection waits until the first is closed. */
  z.strictObject({ kind: z.literal('ready') }),
  /** Prints, and says that the roll will end soon. */
  z.strictObject({ kind: z.literal('near-end') }),
  /** A clone without a back channel: prints and never answers. */
  z.strictObject({ kind: z.literal('silent') }),
  /** Stops after so many printed lines (0: is stopped already) until the behaviour is changed; then goes on. */
  z.strictObject({
    kind: z.literal('trouble'),
    trouble: z.enum(TROUBLES),
    afterLines: z.int().min(0).max(LINES_MAX).default(0),
  }),
  /** Prints slowly, long after the network has taken all bytes. */
  z.strictObject({ kind: z.literal('slow'), msPerLine: z.int().min(1).max(MS_MAX) }),
  /** Keeps the connection but stops reading after so many bytes. */
  z.strictObject({ kind: z.literal('never-read'), afterBytes: z.int().min(0).max(BYTES_MAX) }),
  /** Resets the connection after so many bytes. */
  z.strictObject({ kind: z.literal('reset'), afterBytes: z.int().min(0).max(BYTES_MAX) }),
  /** Prints on, but closes its own direction after so many bytes and answers no more. */
  z.strictObject({ kind: z.literal('half-close'), afterBytes: z.int().min(0).max(BYTES_MAX) }),
  /** Refuses a second connection, and any connection for some time after the first is closed. */
  z.strictObject({ kind: z.literal('refuse-second'), lockoutMs: z.int().min(0).max(MS_MAX) }),
  /** Accepts the job and prints it later, when the client may have given up (a ghost print). */
  z.strictObject({ kind: z.literal('late-print'), delayMs: z.int().min(1).max(MS_MAX) }),
]);

export type PrinterBehaviour = z.infer<typeof printerBehaviourSchema>;

export const READY: PrinterBehaviour = { kind: 'ready' };
