import { createServer, type Server, type Socket } from 'node:net';
import { listen, LOOPBACK } from '../../platform/listen.js';
import { READY, type PrinterBehaviour } from './behaviour.js';
import type { Condition } from './condition.js';
import { serveClient } from './client.js';
import { Mechanism } from './mechanism.js';
import type { PaperJob } from './paper.js';
import { createPaperRoll } from './paper-roll.js';

export type SimulatorOptions = Readonly<{
  /** 0 takes a free port. */
  port: number;
  host?: string;
  name?: string;
  behaviour?: PrinterBehaviour;
  /** 12-dot columns: 48 on 80 mm paper, 32 on 58 mm. */
  columns?: number;
  /** Where the paper is kept over a restart. */
  folder?: string;
  /** The printer's own clock, RFC 3339. */
  now?: () => string;
}>;

/** A printer on the network, for development and tests. */
export type Simulator = Readonly<{
  name: string;
  host: string;
  port: number;
  columns: number;
  behaviour: () => PrinterBehaviour;
  condition: () => Condition;
  behave: (behaviour: PrinterBehaviour) => void;
  /** Jobs numbered above `since`, oldest first; without it, all. */
  jobs: (since?: number) => PaperJob[];
  job: (n: number) => PaperJob | undefined;
  /** Counts every change of the paper. */
  revision: () => number;
  /** Resolves when everything received is printed, or stuck. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
}>;

const COLUMNS_80_MM = 48;
/** Real printers hold few connections in their backlog and refuse the rest. */
const WAITING_MAX = 16;

export async function createPrinterSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port, host = LOOPBACK, name = 'printer', columns = COLUMNS_80_MM } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const roll = createPaperRoll({ folder: options.folder, now });
  const mechanism = new Mechanism({ columns, roll });
  mechanism.behave(options.behaviour ?? READY);

  const sockets = new Set<Socket>();
  const server = listenOneAtATime(mechanism, sockets);
  const place = { host, port, setting: 'LUNAS_PRINTER_PORTS or PRINTER_SIMULATORS' };
  const boundPort = await listen(server, place);
  return {
    name,
    host,
    port: boundPort,
    columns,
    behaviour: () => mechanism.behaviour,
    condition: () => mechanism.condition,
    behave: (behaviour) => {
      // A printer that has stopped reading recovers only by being switched off and on.
      if (mechanism.behaviour.kind === 'never-read') for (const socket of sockets) socket.destroy();
      mechanism.behave(behaviour);
    },
    jobs: (since = 0) => roll.jobs(since),
    job: (n) => roll.job(n),
    revision: () => roll.revision(),
    settled: () => mechanism.settled(),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      mechanism.switchOff();
      await closed;
    },
  };
}

/** Printers serve one connection; the next waits without an answer or is refused. */
function listenOneAtATime(mechanism: Mechanism, sockets: Set<Socket>): Server {
  const waiting: Socket[] = [];
  let isServing = false;
  let lockedUntil = 0;
  let connections = 0;

  const serveNext = (): void => {
    const socket = waiting.shift();
    isServing = socket !== undefined;
    if (socket === undefined) return;
    connections += 1;
    socket.once('close', () => {
      const { behaviour } = mechanism;
      lockedUntil =
        performance.now() + (behaviour.kind === 'refuse-second' ? behaviour.lockoutMs : 0);
      serveNext();
    });
    serveClient(socket, { mechanism, id: connections });
  };

  return createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    const isLocked = isServing || performance.now() < lockedUntil;
    const isRefused = mechanism.behaviour.kind === 'refuse-second' && isLocked;
    if (isRefused || waiting.length >= WAITING_MAX) {
      socket.resetAndDestroy();
      return;
    }
    waiting.push(socket);
    if (!isServing) serveNext();
  });
}
