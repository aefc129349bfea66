import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { Authority, Certificate } from './certificates.js';

export type TlsDoor = Readonly<{ address: string; close: () => Promise<void> }>;

/** Stands before a server and lets in only those whose certificate `clients` has issued (mutual TLS, HTTP/2). */
export async function openTlsDoor(
  behind: string,
  { shows, clients }: Readonly<{ shows: Certificate; clients: Authority }>,
): Promise<TlsDoor> {
  const [host = '', port = ''] = behind.split(':', 2);
  const open = new Set<Socket>();
  const server = createServer(
    {
      ...shows,
      ca: clients.cert,
      requestCert: true,
      rejectUnauthorized: true,
      ALPNProtocols: ['h2'],
    },
    (inside) => {
      const outside = connect(Number(port), host);
      for (const socket of [inside, outside]) {
        open.add(socket);
        socket.on('error', () => socket.destroy());
        socket.once('close', () => open.delete(socket));
      }
      inside.once('close', () => outside.destroy());
      outside.once('close', () => inside.destroy());
      inside.pipe(outside).pipe(inside);
    },
  );
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}
