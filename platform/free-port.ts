import { createServer } from 'node:net';

const portMax = 65_535;
const portsTriedMax = 50; // more neighbours than that in use means something else is wrong

/** A port of this machine that nothing listens on at this moment, chosen by the system. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** True when a server could listen on this port of the loopback address now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The first free port from `port` upwards; undefined when there is none near it. */
export async function nextFreePort(
  port: number,
  taken: ReadonlySet<number> = new Set(),
): Promise<number | undefined> {
  const last = Math.min(port + portsTriedMax, portMax);
  for (let candidate = port; candidate <= last; candidate += 1) {
    if (!taken.has(candidate) && (await isPortFree(candidate))) return candidate;
  }
  return undefined;
}
