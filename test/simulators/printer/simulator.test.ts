import { connect } from 'node:net';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { printJob } from '../../../devices/printer/print-job.js';
import { PRINTER_PROFILES } from '../../../devices/escpos/printer-profile.js';
import { createInterpreter } from '../../../simulators/printer/escpos-interpreter.js';
import { createTokenizer } from '../../../simulators/printer/escpos-tokens.js';
import { paperImage } from '../../../simulators/printer/paper-image.js';
import {
  linesOf,
  processIdsOf,
  pulsesOf,
  qrPayloadsOf,
  type PaperMark,
} from '../../../simulators/printer/paper.js';
import { makeTempFolder } from '../../support/temp-folder.js';
import { aPrinter, aPrintJob, closePrinters } from '../../devices/a-printer.js';
import { readQr } from '../../devices/read-qr.js';

const ESC = 0x1b;
const GS = 0x1d;

afterEach(closePrinters);

describe('the simulated printer reading ESC/POS', () => {
  it('leaves the same marks however the network cuts the bytes', () => {
    const { bytes } = aPrintJob({ host: '', port: 0 });
    const whole = marksOf([bytes]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 6 }), (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        expect(marksOf(edges.slice(1).map((end, at) => bytes.subarray(edges[at], end)))).toEqual(
          whole,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('survives any bytes, and forgets nothing it has not understood yet', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(Array.isArray(marksOf([bytes]))).toBe(true);
      }),
    );
  });

  it('prints letters of the code page it is set to, until ESC @ forgets it', () => {
    const marks = marksOf([
      Uint8Array.of(
        0x82,
        0x0a,
        ESC,
        0x74,
        16,
        0xe9,
        0x0a,
        ESC,
        0x74,
        99,
        0xe9,
        0x0a,
        ESC,
        0x40,
        0x82,
        0x0a,
      ),
    ]);
    expect(textsOf(marks)).toEqual(['é', 'é', '▒', 'é']);
  });

  it('goes on to the next line at the edge of the paper', () => {
    const marks = marksOf([Buffer.from(`${'x'.repeat(50)}\n`)]);
    expect(textsOf(marks)).toEqual(['x'.repeat(48), 'xx']);
  });

  it('takes the drawer command of common libraries for one pulse and a stray byte, as printers do', () => {
    const marks = marksOf([Uint8Array.of(ESC, 0x70, 0, ESC, 0x70, 1)]);
    expect(marks).toEqual([{ kind: 'pulse', pin: 2, t1: 0x1b, t2: 0x70 }]);
  });

  it('swallows what follows an image that was broken off', () => {
    const broken = Uint8Array.of(GS, 0x76, 0x30, 0, 2, 0, 2, 0, 0xff);
    expect(marksOf([broken, Buffer.from('ab')])).toEqual([]);
    expect(marksOf([broken, Buffer.from('abcd\n')])).toMatchObject([
      { kind: 'image', width: 16, height: 2 },
      { kind: 'text', runs: [{ text: 'd' }] },
    ]);
  });

  it('says when it meets a command it does not know', () => {
    expect(marksOf([Uint8Array.of(ESC, 0x7f)])).toEqual([{ kind: 'unknown', command: 'ESC \x7f' }]);
  });
});

describe('the simulated printer on the network', () => {
  it('answers real-time requests even in the middle of an image', async () => {
    const printer = await aPrinter();
    const answer = await exchange(printer, [GS, 0x76, 0x30, 0, 72, 0, 100, 0, 1, 2, 0x10, 0x04, 1]);
    expect([...answer]).toEqual([0x16]);
  });

  it('reports the moment its cover is opened to who asked for it', async () => {
    const printer = await aPrinter();
    const openCover = () =>
      printer.behave({ kind: 'trouble', trouble: 'cover-open', afterLines: 0 });
    const answers = exchange(printer, [GS, 0x61, 0xff], { count: 8, afterFirst: openCover });
    expect([...(await answers)]).toEqual([0x14, 0, 0, 0x0f, 0x3c, 0, 0, 0x0f]);
  });

  it('still has its paper after it was switched off and on', async () => {
    const folder = makeTempFolder();
    const first = await aPrinter({ folder: folder.path });
    await printJob(aPrintJob(first, { processId: 'AAAA' }));
    const before = first.jobs();
    await first.close();

    const second = await aPrinter({ folder: folder.path });
    expect(second.jobs()).toEqual(before);
    await printJob(aPrintJob(second, { processId: 'BBBB' }));
    expect(second.jobs().map((job) => [job.n, ...processIdsOf(job)])).toEqual([
      [1, 'AAAA'],
      [2, 'BBBB'],
    ]);
    folder.remove();
  });

  it('gives a client that never stops a limited length of paper', async () => {
    const printer = await aPrinter();
    await exchange(printer, [...new Uint8Array(12_000).fill(0x0a), GS, 0x72, 1]);
    expect(printer.jobs()).toMatchObject([{ bytes: 12_000 }]);
    expect(printer.jobs()[0]?.marks).toHaveLength(10_000);
  });

  it('keeps what a client without manners prints: text without a cut, and two pulses', async () => {
    const printer = await aPrinter();
    await exchange(printer, [
      ...Buffer.from('hello\n'),
      ESC,
      0x70,
      0,
      1,
      2,
      ESC,
      0x70,
      1,
      3,
      4,
      GS,
      0x72,
      1,
    ]);
    const [job] = printer.jobs();
    expect(job && linesOf(job)).toEqual(['hello']);
    expect(job && pulsesOf(job).map(({ pin }) => pin)).toEqual([2, 5]);
  });
});

describe('the picture of the paper', () => {
  it.each([32, 42, 48] as const)(
    'of %i columns shows the QR code so that it can be scanned',
    async (columns) => {
      const printer = await aPrinter({ columns });
      const profile = { ...PRINTER_PROFILES['escpos-80'], width: columns };
      await printJob(aPrintJob(printer, { profile }));
      const [job] = printer.jobs();
      if (job === undefined) throw new Error('nothing was printed');

      const scanned = readQr(PNG.sync.read(paperImage(job, columns)));

      expect(scanned).toEqual({ payload: qrPayloadsOf(job)[0], isQuietAround: true });
    },
  );

  it('is as wide as the paper and shows ink where there are letters', () => {
    const text: PaperMark = {
      kind: 'text',
      align: 'left',
      runs: [{ text: 'MM', bold: true, underline: false, inverse: false, width: 2, height: 2 }],
    };
    const png = PNG.sync.read(
      paperImage({ n: 1, at: '', bytes: 0, sha256: '', marks: [text] }, 32),
    );
    expect(png.width).toBe(32 * 12 + 2 * 36);
    const inked = Array.from({ length: png.width }, (_, x) => x).filter((x) => isInked(png, x));
    expect(inked.length).toBeGreaterThan(20);
    expect(Math.min(...inked)).toBeGreaterThanOrEqual(36);
    expect(Math.max(...inked)).toBeLessThan(36 + 4 * 12);
  });
});

function isInked({ width, height, data }: PNG, x: number): boolean {
  return Array.from({ length: height }, (_, y) => data[(y * width + x) * 4] ?? 255).some(
    (red) => red < 100,
  );
}

function marksOf(chunks: readonly Uint8Array[]): PaperMark[] {
  const tokenizer = createTokenizer();
  const interpreter = createInterpreter(48);
  return chunks.flatMap((chunk) => {
    tokenizer.push(chunk);
    const actions = [];
    for (let token = tokenizer.next(); token !== undefined; token = tokenizer.next()) {
      actions.push(...interpreter.apply(token));
    }
    return actions.flatMap((action) => (action.kind === 'mark' ? [action.mark] : []));
  });
}

function textsOf(marks: readonly PaperMark[]): string[] {
  return marks.flatMap((mark) =>
    mark.kind === 'text' ? [mark.runs.map(({ text }) => text).join('')] : [],
  );
}

type Expected = Readonly<{ count: number; afterFirst?: () => void }>;

/** Sends bytes and resolves with the first `count` bytes of the answer. */
async function exchange(
  { host, port }: Readonly<{ host: string; port: number }>,
  bytes: readonly number[],
  { count, afterFirst }: Expected = { count: 1 },
): Promise<Uint8Array> {
  return await new Promise((resolve, reject) => {
    let answer: Uint8Array = new Uint8Array(0);
    const socket = connect({ host, port }, () => socket.write(Uint8Array.from(bytes)));
    socket.once('error', reject);
    socket.once('data', () => afterFirst?.());
    socket.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length < count) return;
      socket.destroy();
      resolve(answer);
    });
  });
}
