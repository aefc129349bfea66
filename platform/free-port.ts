import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { OperatorFault } from './fault.js';

const PORT_MAX = 65_535;
// Linux gives connections 32768 and up, Windows, macOS and the standard (RFC 6335) 49152 and up.
const [chosenPortMin, chosenPortMax] = [15_000, 32_000];
const PORTS_TRIED_MAX = 50; // more neighbours than that in use means something else is wrong

/**
 * A random port of this machine that nothing listens on now. It lies below the range for outgoing connections, so that
 * it is not taken before it is used.
 */
export async function anyFreePort(): Promise<number> {
  for (let attempt = 0; attempt < PORTS_TRIED_MAX; attempt += 1) {
    const port = randomInt(chosenPortMin, chosenPortMax);
    if (await isPortFree(port)) return port;
  }
  throw new OperatorFault(
    `No free port was found between ${chosenPortMin} and ${chosenPortMax}: end the programs that use them.`,
  );
}

/** True when a server could listen on this port of the loopback address now. */
export async function isPortFree(port: number): Promise<boolean> {
  const held = await holdPort(port);
  await held?.release();
  return held !== undefined;
}

/** A port that nobody else can take until it is released, which is done just before its server starts. */
export type HeldPort = Readonly<{ port: number; release: () => Promise<void> }>;

/** Takes a port of the loopback address; undefined when something else has it. */
export function holdPort(port: number): Promise<HeldPort | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', () => resolve(undefined));
    server.unref().listen(port, '127.0.0.1', () => {
      const release = () =>
        new Promise<void>((done) => {
          server.close(() => done());
        });
      resolve({ port, release });
    });
  });
}

/** Takes a port as `anyFreePort` chooses it. */
export async function holdAnyPort(): Promise<HeldPort> {
  for (;;) {
    const held = await holdPort(await anyFreePort());
    if (held !== undefined) return held;
  }
}

/** Takes the first free port from `port` upwards; undefined when there is none near it. */
export async function holdNextPort(port: number): Promise<HeldPort | undefined> {
  const last = Math.min(port + PORTS_TRIED_MAX, PORT_MAX);
  for (let candidate = port; candidate <= last; candidate += 1) {
    const held = await holdPort(candidate);
    if (held !== undefined) return held;
  }
  return undefined;
}
