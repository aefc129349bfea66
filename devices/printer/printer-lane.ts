import { kickDrawer, printJob, type DrawerKick, type PrintJob } from './print-job.js';
import type { PrintOutcome } from './print-outcome.js';

/**
 * One job at a time for each printer of this process: printers take one connection, and two receipts
 * that meet would end up in each other. Across processes the store's one device agent sees to it.
 */
export type PrinterLane = Readonly<{
  /** Runs `work` when the printer's turn comes; a lane that is full answers `busy` without running it. */
  inTurn: <Outcome>(
    printer: Readonly<{ host: string; port: number }>,
    work: () => Promise<Outcome>,
  ) => Promise<Outcome | PrintOutcome>;
  print: (job: PrintJob) => Promise<PrintOutcome>;
  kickDrawer: (kick: DrawerKick) => Promise<PrintOutcome>;
}>;

/** More customers than wait at one till; a job that comes on top is better told to wait elsewhere. */
const WAITING_MAX = 50;

type Lane = { last: Promise<unknown>; waiting: number };

/** The deadline of a job runs from when its turn comes. */
export function createPrinterLane(): PrinterLane {
  const lanes = new Map<string, Lane>();
  const inTurn = async <Outcome>(
    { host, port }: Readonly<{ host: string; port: number }>,
    deliver: () => Promise<Outcome>,
  ): Promise<Outcome | PrintOutcome> => {
    const key = `${host}:${port}`;
    const lane = lanes.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    if (lane.waiting >= WAITING_MAX) return full(key);
    lanes.set(key, lane);
    lane.waiting += 1;
    const mine = lane.last.then(deliver).finally(() => {
      lane.waiting -= 1;
      if (lane.waiting === 0) lanes.delete(key);
    });
    lane.last = mine.catch(() => undefined);
    return mine;
  };
  return {
    inTurn,
    print: (job) => inTurn(job, () => printJob(job)),
    kickDrawer: (kick) => inTurn(kick, () => kickDrawer(kick)),
  };
}

function full(printer: string): PrintOutcome {
  const detail = `${WAITING_MAX} jobs already wait for the printer at ${printer}.`;
  return { kind: 'not-sent', reason: 'busy', detail };
}
