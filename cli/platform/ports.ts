import { OperatorFault } from '../../platform/fault.js';
import { holdAnyPort, holdNextPort, holdPort, type HeldPort } from '../../platform/free-port.js';

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

/** Ports that are taken already: each is released just before its server starts. */
export type HeldPorts<Name extends string = PortName> = Readonly<{
  ports: Readonly<Record<Name, number>>;
  release: (...names: readonly string[]) => Promise<void>;
  /** Those that no server was started on. */
  releaseAll: () => Promise<void>;
}>;

/**
 * Takes a port for each server, so that nobody else gets it meanwhile. When a default port is taken, the next free one is
 * chosen and reported.
 * @throws {OperatorFault} when the wished API port is taken
 */
export async function holdPorts(wishes: PortWishes): Promise<HeldPorts> {
  const names = Object.keys(DEFAULTS) as PortName[];
  return holdEach(names, (name) => holdFor(name, wishes));
}

/** The same for the printer simulators, by the codes of the printers. */
export async function holdPrinterPorts(
  codes: readonly string[],
  { choice, say }: PortWishes,
): Promise<HeldPorts<string>> {
  return holdEach(codes, (_code, index) => {
    const wish = { name: `printer ${index + 1}`, port: FIRST_PRINTER_PORT + index };
    return choice === 'free' ? holdAnyPort() : holdNearest(wish, say);
  });
}

async function holdEach<Name extends string>(
  names: readonly Name[],
  hold: (name: Name, index: number) => Promise<HeldPort>,
): Promise<HeldPorts<Name>> {
  const held = new Map<string, HeldPort>();
  const release = async (...wanted: readonly string[]): Promise<void> => {
    const named = wanted.flatMap((name) => held.get(name) ?? []);
    await Promise.all(named.map((port) => port.release()));
  };
  const releaseAll = () => release(...held.keys());
  try {
    for (const [index, name] of names.entries()) held.set(name, await hold(name, index));
  } catch (error) {
    await releaseAll();
    throw error;
  }
  const ports = Object.fromEntries([...held].map(([name, { port }]) => [name, port]));
  return { ports: ports as Record<Name, number>, release, releaseAll };
}

function holdFor(name: PortName, { api, choice, say }: PortWishes): Promise<HeldPort> {
  if (name === 'api' && api !== undefined) return holdExactly(api);
  return choice === 'free' ? holdAnyPort() : holdNearest({ name, port: DEFAULTS[name] }, say);
}

async function holdExactly(port: number): Promise<HeldPort> {
  const held = await holdPort(port);
  if (held !== undefined) return held;
  throw new OperatorFault(
    `Port ${port} is taken: end what uses it, or give --port another number.`,
  );
}

async function holdNearest(
  { name, port }: Readonly<{ name: string; port: number }>,
  say: (line: string) => void,
): Promise<HeldPort> {
  const held = await holdNextPort(port);
  if (held === undefined)
    throw new OperatorFault(
      `There is no free port from ${port} upwards for ${name}: end the programs that use them.`,
    );
  if (held.port !== port) say(`port ${port} is taken, ${name} listens on ${held.port}`);
  return held;
}
