/**
 * Runs one task at a time for each printer of this process: printers accept one connection, and two concurrent receipts
 * would be mixed. Across processes the store's single device agent ensures it.
 */
export type PrinterLane = Readonly<{
  /**
   * Runs `task` when all earlier tasks for the same printer have ended, in any way. Late decisions, such as claiming
   * the job in the books, belong into the task.
   */
  inTurn: <Result>(
    printer: Readonly<{ host: string; port: number }>,
    task: () => Promise<Result>,
  ) => Promise<Result>;
}>;

/** With more waiting tasks the printer has been stuck for long, so further ones are refused. */
const WAITING_MAX = 50;

type Lane = { last: Promise<unknown>; waiting: number };

/** `inTurn` throws, without running the task, while fifty already wait for the printer. */
export function createPrinterLane(): PrinterLane {
  const lanes = new Map<string, Lane>();
  return {
    inTurn: async ({ host, port }, task) => {
      const key = `${host}:${port}`;
      const lane = lanes.get(key) ?? { last: Promise.resolve(), waiting: 0 };
      if (lane.waiting >= WAITING_MAX) {
        throw new Error(`${WAITING_MAX} jobs already wait for the printer at ${key}.`);
      }
      lanes.set(key, lane);
      lane.waiting += 1;
      const mine = lane.last.then(task).finally(() => {
        lane.waiting -= 1;
        if (lane.waiting === 0) lanes.delete(key);
      });
      lane.last = mine.catch(() => undefined);
      return mine;
    },
  };
}
