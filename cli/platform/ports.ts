import { OperatorFault } from '../../platform/fault.js';
import { anyFreePort, isPortFree, nextFreePort } from '../../platform/free-port.js';

const DEFAULTS = {
  api: 3000,
  postgres: 54_329,
  temporal: 7233,
  temporalUi: 8233,
  codecServer: 8234,
  smtp: 1025,
  mailbox: 8025,
  printerPage: 9180,
} as const;

/** The port that receipt printers listen on ("raw" or JetDirect printing); the simulators count up from it. */
const FIRST_PRINTER_PORT = 9100;

export type PortName = keyof typeof DEFAULTS;
export type Ports = Readonly<Record<PortName, number>>;

export type PortWishes = Readonly<{
  /** The exact port of the API; the start fails when it is taken. */
  api?: number | undefined;
  /** `free` takes any free ports, for platforms that run beside another one. */
  choice: 'default' | 'free';
  say: (line: string) => void;
}>;

/**
 * A port for each server. When a default port is taken, the next free one is chosen and reported.
 * @throws {OperatorFault} when the wished API port is taken
 */
export async function choosePorts(wishes: PortWishes): Promise<Ports> {
  const taken = new Set<number>();
  const chosen: Partial<Record<PortName, number>> = {};
  for (const name of Object.keys(DEFAULTS) as PortName[]) {
    const port = await choosePort(name, { wishes, taken });
    taken.add(port);
    chosen[name] = port;
  }
  return chosen as Ports;
}

/** Ports for the printer simulators, one each. */
export async function choosePrinterPorts(
  count: number,
  { choice, say }: PortWishes,
): Promise<number[]> {
  const ports: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const wish = { name: `printer ${index + 1}`, port: FIRST_PRINTER_PORT + index };
    ports.push(
      choice === 'free'
        ? await unusedPort(new Set(ports))
        : await nearestPort(wish, { taken: new Set(ports), say }),
    );
  }
  return ports;
}

async function choosePort(
  name: PortName,
  { wishes, taken }: Readonly<{ wishes: PortWishes; taken: ReadonlySet<number> }>,
): Promise<number> {
  if (name === 'api' && wishes.api !== undefined) return exactPort(wishes.api);
  if (wishes.choice === 'free') return unusedPort(taken);
  return nearestPort({ name, port: DEFAULTS[name] }, { taken, say: wishes.say });
}

async function exactPort(port: number): Promise<number> {
  if (await isPortFree(port)) return port;
  throw new OperatorFault(
    `Port ${port} is taken: end what uses it, or give --port another number.`,
  );
}

async function unusedPort(taken: ReadonlySet<number>): Promise<number> {
  for (;;) {
    const port = await anyFreePort();
    if (!taken.has(port)) return port;
  }
}

async function nearestPort(
  wish: Readonly<{ name: string; port: number }>,
  { taken, say }: Readonly<{ taken: ReadonlySet<number>; say: (line: string) => void }>,
): Promise<number> {
  const port = await nextFreePort(wish.port, taken);
  if (port === undefined)
    throw new OperatorFault(
      `There is no free port from ${wish.port} upwards for ${wish.name}: end the programs that use them.`,
    );
  if (port !== wish.port) say(`port ${wish.port} is taken, ${wish.name} listens on ${port}`);
  return port;
}
