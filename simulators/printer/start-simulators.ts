import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorFault } from '../../platform/fault.js';
import { listen, LOOPBACK } from '../../platform/listen.js';
import { simulatorApp } from './simulator-app.js';
import { createPrinterSimulator, type Simulator } from './simulator.js';

const simulatedPrinterSchema = z.strictObject({
  /** Also the name of its folder. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/),
  port: z.int().min(0).max(65_535),
  columns: z.union([z.literal(32), z.literal(42), z.literal(48)]).default(48),
});

export type SimulatedPrinter = z.infer<typeof simulatedPrinterSchema>;

const DEFAULT_PRINTERS: readonly SimulatedPrinter[] = [
  { name: 'JKT1', port: 9100, columns: 48 },
  { name: 'JKT2', port: 9101, columns: 48 },
  { name: 'BDG1', port: 9102, columns: 48 },
];

/**
 * The printers to simulate: `PRINTER_SIMULATORS` as JSON (`[{"name":"JKT1","port":9100}]`), else one for
 * each of `ports`, else three.
 *
 * @throws OperatorFault when the list cannot be read.
 */
export function simulatedPrinters(
  list: string | undefined,
  ports: readonly number[],
): readonly SimulatedPrinter[] {
  if (list === undefined || list === '') {
    const numbered = ports.map((port, index) => ({
      name: `printer-${index + 1}`,
      port,
      columns: 48 as const,
    }));
    return numbered.length === 0 ? DEFAULT_PRINTERS : numbered;
  }
  const printers = z.array(simulatedPrinterSchema).min(1).max(64).safeParse(jsonOf(list));
  const names = printers.data?.map(({ name }) => name.toLowerCase());
  if (!printers.success || new Set(names).size !== names?.length) {
    throw new OperatorFault(
      'PRINTER_SIMULATORS must be a JSON list of printers with different names: [{"name":"JKT1","port":9100}].',
    );
  }
  return printers.data;
}

export type RunningSimulators = Readonly<{
  /** URL of the page. */
  address: string;
  simulators: readonly Simulator[];
  close: () => Promise<void>;
}>;

type Options = Readonly<{
  printers: readonly SimulatedPrinter[];
  folder: string;
  pagePort: number;
}>;

/**
 * Starts the printers and their page. Their paper is kept in `folder` over restarts.
 *
 * @throws OperatorFault when a port is taken.
 */
export async function startSimulators({
  printers,
  folder,
  pagePort,
}: Options): Promise<RunningSimulators> {
  const simulators: Simulator[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(simulators.map((simulator) => simulator.close()));
  };
  try {
    for (const { name, port, columns } of printers) {
      const options = { name, port, columns, host: LOOPBACK, folder: join(folder, name) };
      simulators.push(await createPrinterSimulator(options));
    }
    const page = createServer(simulatorApp(simulators));
    const place = { host: LOOPBACK, port: pagePort, setting: 'LUNAS_PRINTER_PAGE_PORT' };
    const port = await listen(page, place);
    return {
      address: `http://${LOOPBACK}:${port}`,
      simulators,
      close: async () => void (await Promise.all([close(), ended(page)])),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function ended(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
