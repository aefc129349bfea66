import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { createHash } from 'node:crypto';
import { PRINTER_PROFILES } from '../../devices/escpos/printer-profile.js';
import { kickDrawer, printJob } from '../../devices/printer/print-job.js';
import { createPrinterLane } from '../../devices/printer/printer-lane.js';
import { cutsOf, processIdsOf, pulsesOf } from '../../simulators/printer/paper.js';
import { aPrinter, aPrintJob, closePrinters } from './a-printer.js';

const STATUS_ONLY = PRINTER_PROFILES['escpos-80-basic'];
const CLONE = PRINTER_PROFILES['clone-58'];

afterEach(closePrinters);

describe('printing on a printer that is ready', () => {
  it('is printed once the printer has echoed the id of the job', async () => {
    const printer = await aPrinter();
    const job = aPrintJob(printer);

    expect(await printJob(job)).toEqual({ kind: 'printed', proof: 'completion' });

    const [paper, ...others] = printer.jobs();
    expect(others).toEqual([]);
    expect(paper).toMatchObject({ n: 1, sha256: sha256(job.bytes), bytes: job.bytes.length });
    expect(paper && processIdsOf(paper)).toEqual([job.processId]);
    expect(paper && cutsOf(paper)).toBe(1);
    expect(paper && pulsesOf(paper)).toEqual([]);
  });

  it('is printed by the barrier where the model has no completion', async () => {
    const printer = await aPrinter();
    const outcome = await printJob(aPrintJob(printer, { profile: STATUS_ONLY }));
    expect(outcome).toEqual({ kind: 'printed', proof: 'barrier' });
    expect(printer.jobs()).toHaveLength(1);
  });

  it('prints when the roll is near its end', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'near-end' } });
    expect(await printJob(aPrintJob(printer))).toMatchObject({ kind: 'printed' });
  });

  it('waits for a printer that takes its time', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'slow', msPerLine: 25 } });
    const outcome = await printJob(aPrintJob(printer));
    expect(outcome).toEqual({ kind: 'printed', proof: 'completion' });
  });

  it('ends an image that another client broke off, instead of printing into it', async () => {
    const printer = await aPrinter();
    await sendRaw(printer, Uint8Array.of(0x1d, 0x76, 0x30, 0, 72, 0, 100, 0, 1, 2, 3));

    const job = aPrintJob(printer);
    expect(await printJob(job)).toEqual({ kind: 'printed', proof: 'completion' });
    expect(printer.jobs().at(-1)).toMatchObject({ sha256: sha256(job.bytes) });
  });

  it('asks again one by one where a printer takes one status request at a time', async () => {
    const printer = await aPrinter();
    const asked: number[] = [];
    const { server, port } = await oneRequestAtATime(printer, (request) => asked.push(request));

    const job = aPrintJob({ host: '127.0.0.1', port });
    expect(await printJob(job)).toEqual({ kind: 'printed', proof: 'completion' });

    expect(asked.slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(printer.jobs()).toMatchObject([{ sha256: sha256(job.bytes) }]);
    server.close();
  });
});

describe('a job that was not sent', () => {
  it.each([
    ['paper-out', 'paper-out'],
    ['cover-open', 'cover-open'],
    ['cutter-error', 'error'],
    ['recoverable-error', 'error'],
  ] as const)('says why (%s) and left not one byte', async (trouble, reason) => {
    const printer = await aPrinter({ behaviour: { kind: 'trouble', trouble, afterLines: 0 } });

    expect(await printJob(aPrintJob(printer))).toMatchObject({ kind: 'not-sent', reason });

    printer.behave({ kind: 'ready' });
    await printer.settled();
    expect(printer.jobs()).toEqual([]);
  });

  it('is unreachable where nothing listens', async () => {
    const printer = await aPrinter();
    await printer.close();
    const outcome = await printJob(aPrintJob(printer));
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: 'unreachable' });
  });

  it('is busy where the printer turns a second connection away', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'refuse-second', lockoutMs: 10_000 } });
    expect(await printJob(aPrintJob(printer))).toMatchObject({ kind: 'printed' });
    expect(await printJob(aPrintJob(printer))).toMatchObject({ kind: 'not-sent', reason: 'busy' });
    expect(printer.jobs()).toHaveLength(1);
  });

  it.each([
    ['never answers', { kind: 'silent' }],
    ['accepts and never reads', { kind: 'never-read', afterBytes: 0 }],
    ['resets at the first byte', { kind: 'reset', afterBytes: 0 }],
    ['closes its side at the first byte', { kind: 'half-close', afterBytes: 0 }],
  ] as const)('is busy where a printer that should answer %s', async (_, behaviour) => {
    const printer = await aPrinter({ behaviour });
    expect(await printJob(aPrintJob(printer))).toMatchObject({ kind: 'not-sent', reason: 'busy' });
    await printer.settled();
    expect(printer.jobs()).toEqual([]);
  });

  it('comes back before its deadline, whatever the printer does', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'never-read', afterBytes: 0 } });
    const outcome = await printJob(aPrintJob(printer, { deadlineMs: 150 }));
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: 'busy' });
  });
});

describe('a job whose end is unknown', () => {
  /** Preflight takes 15 bytes; the job begins after it. */
  const IN_THE_JOB = 400;

  it.each([
    ['resets the connection', { kind: 'reset', afterBytes: IN_THE_JOB }, 'connection-lost'],
    ['closes its side', { kind: 'half-close', afterBytes: IN_THE_JOB }, 'connection-lost'],
    ['stops reading', { kind: 'never-read', afterBytes: IN_THE_JOB }, 'no-answer'],
    ['runs out of paper', trouble('paper-out'), 'paper-out'],
    ['has its cover opened', trouble('cover-open'), 'cover-open'],
    ['jams its cutter', trouble('cutter-error'), 'error'],
  ] as const)('is one where the printer %s in the middle', async (_, behaviour, reason) => {
    const printer = await aPrinter({ behaviour });
    const outcome = await printJob(aPrintJob(printer, { deadlineMs: 3500 }));
    expect(outcome).toMatchObject({ kind: 'unknown', reason });
  });

  it('is one where the printer drains too slowly for the deadline', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'slow', msPerLine: 500 } });
    const outcome = await printJob(aPrintJob(printer, { deadlineMs: 900 }));
    expect(outcome).toMatchObject({ kind: 'unknown', reason: 'no-answer' });
  });

  it('is one where the network never takes the last byte', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'never-read', afterBytes: IN_THE_JOB } });
    const bytes = new Uint8Array(32 * 1024 * 1024).fill(0x20);
    const outcome = await printJob(aPrintJob(printer, { bytes, deadlineMs: 1500 }));
    expect(outcome).toMatchObject({ kind: 'unknown', reason: 'no-answer' });
  });

  it('may come out of the printer after all: the ghost print is on paper, once', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'late-print', delayMs: 3000 } });
    const job = aPrintJob(printer, { deadlineMs: 800 });
    expect(await printJob(job)).toMatchObject({ kind: 'unknown', reason: 'no-answer' });
    expect(printer.jobs()).toEqual([]);

    await printer.settled();
    expect(printer.jobs()).toMatchObject([{ sha256: sha256(job.bytes) }]);
  });

  it('is printed when somebody puts paper in while it is waited for', async () => {
    const printer = await aPrinter({ behaviour: trouble('paper-out') });
    const printing = printJob(aPrintJob(printer));
    await until(() => printer.condition().trouble === 'paper-out');
    printer.behave({ kind: 'ready' });
    expect(await printing).toEqual({ kind: 'printed', proof: 'completion' });
    expect(printer.jobs().map(cutsOf)).toEqual([1]);
  });

  it('is never taken for another job that the printer completes', async () => {
    const printer = await aPrinter();
    const another = aPrintJob(printer, { processId: 'AAAA' });
    const outcome = await printJob({ ...another, processId: 'BBBB', deadlineMs: 1500 });
    expect(outcome).toEqual({ kind: 'printed', proof: 'barrier' });
  });
});

describe('a printer without a back channel', () => {
  it('can only be sent to', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'silent' }, columns: 32 });
    const job = aPrintJob(printer, { profile: CLONE });
    expect(await printJob(job)).toEqual({ kind: 'sent-unconfirmed' });
    await until(() => printer.jobs().length === 1);
    await printer.settled();
    expect(printer.jobs()).toMatchObject([{ sha256: sha256(job.bytes) }]);
  });

  it('may print nothing at all and nobody can know', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'never-read', afterBytes: 0 } });
    const outcome = await printJob(aPrintJob(printer, { profile: CLONE }));
    expect(outcome).toEqual({ kind: 'sent-unconfirmed' });
    expect(printer.jobs()).toEqual([]);
  });
});

describe('the cash drawer', () => {
  it('opens by a command of its own, one pulse of a length that drawers take', async () => {
    const printer = await aPrinter();
    const outcome = await kickDrawer({
      host: printer.host,
      port: printer.port,
      profile: STATUS_ONLY,
      pin: 2,
      deadlineMs: 3000,
    });
    expect(outcome).toEqual({ kind: 'printed', proof: 'barrier' });
    expect(printer.jobs().flatMap(pulsesOf)).toEqual([
      { kind: 'pulse', pin: 2, t1: 0x32, t2: 0xfa },
    ]);
  });

  it('stays shut while the printer is in trouble, and says so', async () => {
    const printer = await aPrinter({
      behaviour: { kind: 'trouble', trouble: 'cover-open', afterLines: 0 },
    });
    const { host, port } = printer;
    const outcome = await kickDrawer({
      host,
      port,
      profile: STATUS_ONLY,
      pin: 5,
      deadlineMs: 3000,
    });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: 'cover-open' });
    expect(printer.jobs()).toEqual([]);
  });
});

describe('several jobs for one printer', () => {
  it('come out one after the other, whole, in the order they were given', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'slow', msPerLine: 2 } });
    const lane = createPrinterLane();
    const numbers = ['JKT1-1', 'JKT1-2', 'JKT1-3', 'JKT1-4'];
    const jobs = numbers.map((receiptNumber, index) =>
      aPrintJob(printer, { sale: { receiptNumber }, processId: `JOB${index}` }),
    );

    const outcomes = await Promise.all(jobs.map((job) => lane.inTurn(job, () => printJob(job))));

    expect(outcomes.map(({ kind }) => kind)).toEqual(numbers.map(() => 'printed'));
    expect(printer.jobs().map(({ sha256: hash }) => hash)).toEqual(
      jobs.map(({ bytes }) => sha256(bytes)),
    );
    expect(printer.jobs().map(cutsOf)).toEqual([1, 1, 1, 1]);
  });

  it('stay separate even without a lane: the printer serves one connection at a time', async () => {
    const printer = await aPrinter({ behaviour: { kind: 'slow', msPerLine: 2 } });
    const [first, second] = [
      aPrintJob(printer, { processId: 'AAAA' }),
      aPrintJob(printer, { processId: 'BBBB' }),
    ];

    await Promise.all([printJob(first), printJob(second)]);

    const hashes = printer.jobs().map(({ sha256: hash }) => hash);
    expect(hashes.toSorted()).toEqual([sha256(first.bytes), sha256(second.bytes)].toSorted());
  });

  it('come out after one that failed', async () => {
    const printer = await aPrinter();
    const lane = createPrinterLane();
    const failing = lane.inTurn(printer, () => Promise.reject(new Error('no bytes')));
    const printing = lane.inTurn(printer, () => printJob(aPrintJob(printer)));
    await expect(failing).rejects.toThrow('no bytes');
    expect(await printing).toMatchObject({ kind: 'printed' });
  });

  it('are told so when fifty wait already, and other printers go on', async () => {
    const lane = createPrinterLane();
    const stuck = { host: '127.0.0.1', port: 1 };
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const waiting = Array.from({ length: 50 }, () => lane.inTurn(stuck, () => held));
    await expect(lane.inTurn(stuck, () => held)).rejects.toThrow('50 jobs already wait');
    expect(await lane.inTurn({ ...stuck, port: 2 }, () => Promise.resolve('done'))).toBe('done');
    release();
    await Promise.all(waiting);
    expect(await lane.inTurn(stuck, () => Promise.resolve('done'))).toBe('done');
  });
});

describe('the transport', () => {
  it('does not send to a printer that answers with noise', async () => {
    const server = await noisyPrinter();
    const { port } = server.address() as AddressInfo;
    const outcome = await printJob(aPrintJob({ host: '127.0.0.1', port }, { deadlineMs: 3000 }));
    await new Promise((resolve) => server.close(resolve));
    expect(outcome).toMatchObject({ kind: 'not-sent' });
  });

  it('refuses a job without bytes before it connects', async () => {
    const printer = await aPrinter();
    const job = aPrintJob(printer, { bytes: new Uint8Array(0) });
    await expect(printJob(job)).rejects.toThrow('a print job has bytes');
  });
});

function trouble(what: 'paper-out' | 'cover-open' | 'cutter-error') {
  return { kind: 'trouble', trouble: what, afterLines: 5 } as const;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function sendRaw(
  { host, port }: Readonly<{ host: string; port: number }>,
  bytes: Uint8Array,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host, port }, () => socket.end(bytes));
    socket.once('close', () => resolve());
    socket.once('error', reject);
    socket.resume();
  });
}

/** Answers whatever it gets with every byte there is. */
async function noisyPrinter(): Promise<Server> {
  const everything = Uint8Array.from({ length: 256 }, (_, byte) => 255 - byte);
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => socket.write(everything));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Stands before a printer and lets only the first of the status requests that arrive together through. */
async function oneRequestAtATime(
  printer: Readonly<{ host: string; port: number }>,
  asked: (request: number) => void,
): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    const behind = connect(printer);
    socket.on('data', (bytes: Buffer) => {
      const isStatus = bytes[0] === 0x10 && bytes[1] === 0x04;
      if (isStatus) asked(bytes[2] ?? 0);
      behind.write(isStatus ? bytes.subarray(0, 3) : bytes);
    });
    behind.pipe(socket);
    socket.on('end', () => behind.end());
    for (const end of [socket, behind]) end.on('error', () => end.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}
