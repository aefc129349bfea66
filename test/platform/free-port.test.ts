import { createServer, type Server } from 'node:net';
import { anyFreePort, holdNextPort, isPortFree } from '../../platform/free-port.js';

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

  it('are searched upwards from the wished one, passing those that are held', async () => {
    const first = await holdNextPort(port);
    const second = await holdNextPort(port);
    expect(first?.port).toBeGreaterThan(port);
    expect(second?.port).toBeGreaterThan(first?.port ?? 0);
    await Promise.all([first?.release(), second?.release()]);
  });
});
