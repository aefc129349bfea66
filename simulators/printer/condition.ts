import type { PrinterBehaviour, Trouble } from './behaviour.js';

/** State of the sensors. */
export type Condition = Readonly<{ trouble: Trouble | undefined; isPaperNearEnd: boolean }>;

export function conditionOf(behaviour: PrinterBehaviour, linesPrinted: number): Condition {
  const stopped = behaviour.kind === 'trouble' && linesPrinted >= behaviour.afterLines;
  return {
    trouble: stopped ? behaviour.trouble : undefined,
    isPaperNearEnd: behaviour.kind === 'near-end',
  };
}

/** Bits that are always set in an answer to DLE EOT. */
const REAL_TIME = 0x12;
const DRAWER_CLOSED = 0x04;

/** The answer to DLE EOT n, n from 1 to 4. */
export function realTimeStatus({ trouble, isPaperNearEnd }: Condition, n: number): number {
  const bits = [
    trouble === undefined ? DRAWER_CLOSED : DRAWER_CLOSED | 0x08,
    { 'cover-open': 0x04, 'paper-out': 0x20, 'cutter-error': 0x40, 'recoverable-error': 0x40 },
    { 'cover-open': 0, 'paper-out': 0, 'cutter-error': 0x08, 'recoverable-error': 0x40 },
    { 'cover-open': 0, 'paper-out': 0x6c, 'cutter-error': 0, 'recoverable-error': 0 },
  ][n - 1];
  const set = typeof bits === 'object' ? (trouble === undefined ? 0 : bits[trouble]) : (bits ?? 0);
  return REAL_TIME | set | (n === 4 && isPaperNearEnd ? 0x0c : 0);
}

/** The four bytes of automatic status (GS a). */
export function automaticStatus({ trouble, isPaperNearEnd }: Condition): Uint8Array {
  const first =
    0x10 |
    DRAWER_CLOSED |
    (trouble === undefined ? 0 : 0x08) |
    (trouble === 'cover-open' ? 0x20 : 0);
  const errors = {
    'cutter-error': 0x08,
    'recoverable-error': 0x04,
    'paper-out': 0,
    'cover-open': 0,
  };
  const paper =
    (trouble === 'paper-out' ? 0x0c : 0) | (isPaperNearEnd || trouble === 'paper-out' ? 0x03 : 0);
  return Uint8Array.of(first, trouble === undefined ? 0 : errors[trouble], paper, 0x0f);
}

/** The answer to GS r 1. */
export function paperSensorStatus({ trouble, isPaperNearEnd }: Condition): number {
  return (trouble === 'paper-out' ? 0x0c : 0) | (isPaperNearEnd ? 0x03 : 0);
}
