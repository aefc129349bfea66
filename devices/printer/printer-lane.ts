/**
 * One thing at a time for each printer of this process: printers take one connection, and two receipts
 * that meet would end up in each other. Across processes the store's one device agent sees to it.
 */
export type PrinterLane = Readonly<{
  /**
   * Runs `task` when everything given before for the same printer has ended, whatever its end. What has
   * to be decided last, such as claiming the job in the books, belongs into the task.
   */
  inTurn: <Result>(
    printer: Readonly<{ host: string; port: number }>,
    task: () => Promise<Result>,
  ) => Promise<Result>;
}>;

/** More than this and the printer has stood still for long; what comes on top is better told so. */
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
