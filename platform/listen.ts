import type { AddressInfo, Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode, OperatorFault } from './fault.js';

/** Development parts listen only here, so that nobody else on the network can connect. */
export const LOOPBACK = '127.0.0.1';

export type Place = Readonly<{
  host: string;
  /** 0 lets the system choose. */
  port: number;
  /** The environment variable that sets another port. */
  setting: string;
}>;

/** Who looks whether a port is free holds it for a moment; a predecessor that was killed holds it a little longer. */
const TRIED_AGAIN_FOR_MS = 2_000;
const TRIED_AGAIN_EVERY_MS = 50;

/**
 * Waits until the server listens. A port that is taken is tried again for a moment.
 * @returns the port
 * @throws {OperatorFault} when another program listens there
 */
export async function listen(server: Server, { host, port, setting }: Place): Promise<number> {
  const deadline = performance.now() + TRIED_AGAIN_FOR_MS;
  for (;;) {
    const error = await listenOnce(server, { host, port });
    if (error === undefined) return (server.address() as AddressInfo).port;
    if (!hasCode(error, 'EADDRINUSE')) throw error;
    if (performance.now() > deadline)
      throw new OperatorFault(`Port ${port} is taken: end what uses it, or set ${setting}.`);
    await sleep(TRIED_AGAIN_EVERY_MS);
  }
}

function listenOnce(
  server: Server,
  { host, port }: Pick<Place, 'host' | 'port'>,
): Promise<Error | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}
