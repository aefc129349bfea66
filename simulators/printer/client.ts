import type { Socket } from 'node:net';
import type { Client, Mechanism } from './mechanism.js';

type Serving = Readonly<{ mechanism: Mechanism; id: number }>;

/** Serves one connection by the printer's behaviour, until it is closed. */
export function serveClient(socket: Socket, { mechanism, id }: Serving): void {
  let received = 0;
  let isMute = false;
  const client: Client = {
    id,
    answer: (bytes) => {
      if (!isMute && socket.writable) socket.write(bytes);
    },
  };

  socket.on('data', (chunk: Buffer) => {
    const { behaviour } = mechanism;
    const limit = 'afterBytes' in behaviour ? behaviour.afterBytes : Infinity;
    const isPast = received + chunk.length > limit;
    const read =
      behaviour.kind === 'half-close' ? chunk : chunk.subarray(0, Math.max(0, limit - received));
    received += chunk.length;
    if (read.length > 0) mechanism.receive(client, read);
    if (!isPast) return;
    if (behaviour.kind === 'never-read') socket.pause();
    if (behaviour.kind === 'reset') socket.resetAndDestroy();
    if (behaviour.kind === 'half-close' && !isMute) {
      isMute = true;
      socket.end();
    }
  });
  socket.on('end', () => socket.end());
  socket.resume();
}
