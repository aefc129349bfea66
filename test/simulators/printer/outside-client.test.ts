import { randomInt } from 'node:crypto';
import { print } from 'receiptio';
import type { PrinterBehaviour } from '../../../simulators/printer/behaviour.js';
import { linesOf } from '../../../simulators/printer/paper.js';
import { createPrinterSimulator, type Simulator } from '../../../simulators/printer/simulator.js';

/**
 * An independent client (receiptio) judges the simulator: it speaks DLE EOT, automatic status and GS r
 * on its own, and always to port 9100. So each test takes an address of the loopback network for itself.
 */
describe('the printer simulator, to a client written by others,', () => {
  let simulator: Simulator;

  afterEach(() => simulator.close());

  it('prints a receipt and answers that it is on paper', async () => {
    simulator = await onPort9100({ kind: 'ready' });
    const receipt = 'Kopi | 18.000\n---\n{code:LUNAS-1;option:qrcode}';
    const result = await print(receipt, `-d ${simulator.host} -p epson -l id`);

    expect(result).toBe('success');
    const [job] = simulator.jobs();
    expect(job && linesOf(job).join('\n')).toMatch(/Kopi +18\.000/);
    expect(job?.marks.map(({ kind }) => kind)).toEqual(['text', 'text', 'image', 'cut']);
  });

  it.each([
    ['paperempty', { kind: 'trouble', trouble: 'paper-out', afterLines: 0 }],
    ['coveropen', { kind: 'trouble', trouble: 'cover-open', afterLines: 0 }],
    ['error', { kind: 'trouble', trouble: 'cutter-error', afterLines: 0 }],
    ['paperempty', { kind: 'trouble', trouble: 'paper-out', afterLines: 1 }],
  ] as const)('is %s when that is so', async (verdict, behaviour) => {
    simulator = await onPort9100(behaviour);
    expect(await print('Kopi | 18.000\nTeh | 9.000\nAir | 4.000', `-d ${simulator.host}`)).toBe(
      verdict,
    );
  });

  it.each([
    ['printer', 'online'],
    ['drawer', 'drawerclosed'],
  ])('says of its %s: %s', async (what, verdict) => {
    simulator = await onPort9100({ kind: 'ready' });
    expect(await print('', `-d ${simulator.host} -q ${what}`)).toBe(verdict);
  });
});

async function onPort9100(behaviour: PrinterBehaviour): Promise<Simulator> {
  const host = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;
  return createPrinterSimulator({ host, port: 9100, behaviour });
}
