import type { AddressInfo, Server } from 'node:net';
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

/**
 * Waits until the server listens.
 * @returns the port
 * @throws {OperatorFault} when another program listens there
 */
export async function listen(server: Server, { host, port, setting }: Place): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) =>
      reject(
        hasCode(error, 'EADDRINUSE')
          ? new OperatorFault(`Port ${port} is taken: end what uses it, or set ${setting}.`)
          : error,
      );
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}
