import { createServer, type Server } from 'node:net';
import { anyFreePort, isPortFree, nextFreePort } from '../../platform/free-port.js';

let server: Server;
let port: number;

beforeAll(async () => {
  port = await anyFreePort();
  server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
});

afterAll(() => {
  server.close();
});

describe('free ports', () => {
  it('are told from taken ones', async () => {
    await expect(isPortFree(port)).resolves.toBe(false);
    await expect(isPortFree(await anyFreePort())).resolves.toBe(true);
  });

  it('are searched upwards from the wished one, passing those that are spoken for', async () => {
    const found = await nextFreePort(port);
    expect(found).toBeGreaterThan(port);
    expect(await nextFreePort(port, new Set([found ?? 0]))).toBeGreaterThan(found ?? 0);
  });
});
