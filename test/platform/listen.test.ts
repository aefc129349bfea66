import { createServer } from 'node:net';
import { holdAnyPort } from '../../platform/free-port.js';
import { listen, LOOPBACK } from '../../platform/listen.js';

describe('a server that wants a port', () => {
  it('gets it when it is let go in a moment', async () => {
    const held = await holdAnyPort();
    const server = createServer();
    const listening = listen(server, { host: LOOPBACK, port: held.port, setting: 'A_PORT' });
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    await held.release();
    await expect(listening).resolves.toBe(held.port);
    server.close();
  });

  it('says which port is taken, and what sets another', async () => {
    const held = await holdAnyPort();
    const place = { host: LOOPBACK, port: held.port, setting: 'A_PORT' };
    await expect(listen(createServer(), place)).rejects.toThrow(
      `Port ${held.port} is taken: end what uses it, or set A_PORT.`,
    );
    await held.release();
  });
});
