import { createServer, type Server } from 'node:net';
import { choosePorts, choosePrinterPorts } from '../../cli/platform/ports.js';
import { anyFreePort } from '../../platform/free-port.js';

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
    const ports = Object.values(await choosePorts(wishes('free')));
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('pass over a default that is taken, and that is said', async () => {
    await hold(8025);
    const { mailbox } = await choosePorts(wishes('default'));
    expect(mailbox).toBeGreaterThan(8025);
    expect(said).toContain(`port 8025 is taken, mailbox listens on ${mailbox}`);
  });

  it('have the wished one for the API, or none at all', async () => {
    const port = await anyFreePort();
    await expect(choosePorts({ ...wishes('free'), api: port })).resolves.toMatchObject({
      api: port,
    });
    await hold(port);
    await expect(choosePorts({ ...wishes('free'), api: port })).rejects.toThrow(
      `Port ${port} is taken: end what uses it, or give --port another number.`,
    );
  });

  it('have one for each printer', async () => {
    for (const choice of ['default', 'free'] as const) {
      const ports = await choosePrinterPorts(5, wishes(choice));
      expect(new Set(ports).size).toBe(5);
    }
  });
});

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
