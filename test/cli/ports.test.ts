import { createServer, type Server } from 'node:net';
import { holdPorts, holdPrinterPorts, type PortWishes } from '../../cli/platform/ports.js';
import { anyFreePort, isPortFree } from '../../platform/free-port.js';

let holders: Server[];
let said: string[];

beforeEach(() => {
  holders = [];
  said = [];
});

afterEach(() => {
  for (const holder of holders) holder.close();
});

describe('the ports of a platform', () => {
  it('are all different', async () => {
    const ports = Object.values(await chosen(wishes('free')));
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('pass over a default that is taken, and that is said', async () => {
    await hold(8025);
    const { mailbox } = await chosen(wishes('default'));
    expect(mailbox).toBeGreaterThan(8025);
    expect(said).toContain(`port 8025 is taken, mailbox listens on ${mailbox}`);
  });

  it('have the wished one for the API, or none at all', async () => {
    const port = await anyFreePort();
    await expect(chosen({ ...wishes('free'), api: port })).resolves.toMatchObject({
      api: port,
    });
    await hold(port);
    await expect(chosen({ ...wishes('free'), api: port })).rejects.toThrow(
      `Port ${port} is taken: end what uses it, or give --port another number.`,
    );
  });

  it('are taken when they are chosen, until their server starts', async () => {
    const [one, other] = await Promise.all([holdPorts(wishes('free')), holdPorts(wishes('free'))]);
    const all = [...Object.values(one.ports), ...Object.values(other.ports)];
    expect(new Set(all).size).toBe(all.length);
    expect(await isPortFree(one.ports.api)).toBe(false);
    await one.release('api');
    expect(await isPortFree(one.ports.api)).toBe(true);
    expect(await isPortFree(one.ports.smtp)).toBe(false);
    await Promise.all([one.releaseAll(), other.releaseAll()]);
    expect(await isPortFree(one.ports.smtp)).toBe(true);
  });

  it('have one for each printer', async () => {
    for (const choice of ['default', 'free'] as const) {
      const held = await holdPrinterPorts(['a', 'b', 'c', 'd', 'e'], wishes(choice));
      expect(new Set(Object.values(held.ports)).size).toBe(5);
      await held.releaseAll();
    }
  });
});

async function chosen(of: PortWishes) {
  const { ports, releaseAll } = await holdPorts(of);
  await releaseAll();
  return ports;
}

function wishes(choice: 'default' | 'free') {
  return { choice, say: (line: string) => said.push(line) };
}

/** Takes a port; another program may hold it already, which does as well. */
async function hold(port: number): Promise<void> {
  const holder = createServer();
  holders.push(holder);
  await new Promise<void>((resolve) => {
    holder.once('error', () => resolve());
    holder.listen(port, '127.0.0.1', resolve);
  });
}
