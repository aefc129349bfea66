import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { createDeviceActivities } from '../../../activities/receipt/receipt-activities.js';
import { linesOf, processIdsOf } from '../../../simulators/printer/paper.js';
import { createPrinterSimulator, type Simulator } from '../../../simulators/printer/simulator.js';
import { asOwner, verifyAfterEach } from '../../support/books.js';
import { testContext } from '../../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';
import * as receiptCommands from '../../../prisma/commands/receipt.js';

let trade: TradingBooks;
let printer: Simulator;
let devices: ReturnType<typeof createDeviceActivities>;

beforeAll(async () => {
  trade = await openTradingBooks();
  printer = await createPrinterSimulator({ port: 0 });
  await placePrinters({ port: printer.port });
});
beforeEach(() => {
  devices = agent();
});
afterEach(() => printer.behave({ kind: 'ready' }));
afterAll(async () => {
  await printer.close();
  await trade.close();
});
verifyAfterEach(() => trade.now());

describe('printReceipt', () => {
  it('prints the original once, and knows from the printer that it is on paper', async () => {
    const { id: saleId, number } = await sell();
    const papers = await onPaper(() => devices.printReceipt({ saleId }));
    expect(papers).toHaveLength(1);
    expect(papers[0]?.lines.join('\n')).toContain(number);
    const job = await jobOf(saleId);
    expect(job).toMatchObject({ state: 'PRINTED', attempts: 1, failure: null });
    expect(hex(job.contentSha256)).toBe(papers[0]?.sha256);
    expect(papers[0]?.processIds).toEqual([job.processId]);
    expect(await eventsOf(saleId)).toContain('receipt-printed');

    expect(await onPaper(() => devices.printReceipt({ saleId }))).toEqual([]);
  });

  it('does nothing for a sale whose till has printed the slip itself', async () => {
    const { id: saleId } = await sell({ receipt: { printedAt: trade.clock.iso() } });
    expect(await onPaper(() => devices.printReceipt({ saleId }))).toEqual([]);
  });

  it('is to be tried again while the paper is out, and prints once when there is paper', async () => {
    const { id: saleId } = await sell();
    printer.behave({ kind: 'trouble', trouble: 'paper-out', afterLines: 0 });
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await expect(devices.printReceipt({ saleId })).rejects.toMatchObject({
        type: 'PRINTER_NOT_READY',
        nonRetryable: false,
      });
      expect(await jobOf(saleId)).toMatchObject({
        state: 'NOT_SENT',
        attempts: attempt,
        endedAt: null,
      });
    }
    expect((await jobOf(saleId)).failure).toMatch(/^paper-out: /);
    expect(await workItems(saleId)).toEqual([]);

    printer.behave({ kind: 'ready' });
    expect(await onPaper(() => devices.printReceipt({ saleId }))).toHaveLength(1);
    expect(await jobOf(saleId)).toMatchObject({ state: 'PRINTED', attempts: 3, failure: null });
  });

  it('is to be tried again while the printer cannot be reached', async () => {
    const { id: saleId } = await sell();
    const gone = await createPrinterSimulator({ port: 0 });
    await gone.close();
    await placePrinters({ port: gone.port });
    await expect(devices.printReceipt({ saleId })).rejects.toMatchObject({
      type: 'PRINTER_NOT_READY',
    });
    await placePrinters({ port: printer.port });
    expect(await onPaper(() => devices.printReceipt({ saleId }))).toHaveLength(1);
  });

  it('never sends again what a broken connection left in doubt, and tells a person', async () => {
    const { id: saleId } = await sell();
    printer.behave({ kind: 'reset', afterBytes: 300 });
    await devices.printReceipt({ saleId });
    const job = await jobOf(saleId);
    expect(job).toMatchObject({ state: 'UNKNOWN', attempts: 1 });
    expect(job.failure).toMatch(/^connection-lost: /);
    expect(await workItems(saleId)).toEqual(['receipt-in-doubt']);

    printer.behave({ kind: 'ready' });
    expect(await onPaper(() => devices.printReceipt({ saleId }))).toEqual([]);
    expect(await jobOf(saleId)).toMatchObject({ state: 'UNKNOWN', attempts: 1 });
  });

  it('leaves half a receipt in doubt when the paper ends in the middle of it', async () => {
    const { id: saleId } = await sell();
    printer.behave({ kind: 'trouble', trouble: 'paper-out', afterLines: 6 });
    await devices.printReceipt({ saleId });
    expect(await jobOf(saleId)).toMatchObject({ state: 'UNKNOWN' });
    expect(await workItems(saleId)).toEqual(['receipt-in-doubt']);
    // The printer prints the rest when it has paper again, and that is all that ever comes out of it.
    printer.behave({ kind: 'ready' });
    await printer.settled();
    expect(await onPaper(() => devices.printReceipt({ saleId }))).toEqual([]);
  });

  it('leaves in doubt what an agent that was killed had begun to send', async () => {
    const { id: saleId } = await sell();
    const { id: printJobId } = await jobOf(saleId);
    await trade.call(receiptCommands.claimPrintJob, { printJobId });
    expect(await onPaper(() => devices.printReceipt({ saleId }))).toEqual([]);
    expect(await jobOf(saleId)).toMatchObject({
      state: 'UNKNOWN',
      failure: 'the agent stopped while it was sending',
    });
    expect(await workItems(saleId)).toEqual(['receipt-in-doubt']);
  });

  it('writes a doubt into the story once, however often it is asked', async () => {
    const { id: saleId } = await sell();
    const { id: printJobId } = await jobOf(saleId);
    await trade.call(receiptCommands.claimPrintJob, { printJobId });
    await devices.printReceipt({ saleId });
    const before = await jobOf(saleId);
    await devices.printReceipt({ saleId });
    await devices.printReceipt({ saleId });
    const doubts = (await eventsOf(saleId)).filter((kind) => kind === 'receipt-in-doubt');
    expect(doubts).toHaveLength(1);
    expect(await jobOf(saleId)).toEqual(before);
  });

  it('says "sent" and no more of a printer that never answers', async () => {
    const { id: saleId } = await sell();
    await placePrinters({ profile: 'clone-58' });
    printer.behave({ kind: 'silent' });
    expect(await onPaper(() => devices.printReceipt({ saleId }))).toHaveLength(1);
    await placePrinters({ profile: 'escpos-80' });
    expect(await jobOf(saleId)).toMatchObject({ state: 'SENT_UNCONFIRMED' });
  });

  it('prints once and doubts nothing when two attempts at the same job meet', async () => {
    const { id: saleId } = await sell();
    printer.behave({ kind: 'slow', msPerLine: 3 });
    const attempts = () => Promise.all([1, 2, 3].map(() => devices.printReceipt({ saleId })));
    expect(await onPaper(attempts)).toHaveLength(1);
    expect(await jobOf(saleId)).toMatchObject({ state: 'PRINTED', attempts: 1 });
    expect(await workItems(saleId)).toEqual([]);
  });

  it('does not send again when the books could not be told how it ended', async () => {
    const { id: saleId } = await sell();
    const forgetful = agent({
      ...trade.database,
      call: (command, ctx, input) =>
        command.name === 'end_print_job'
          ? Promise.reject(new Error('the database is gone'))
          : trade.database.call(command, ctx, input),
    });
    expect(
      await onPaper(() => expect(forgetful.printReceipt({ saleId })).rejects.toThrow('is gone')),
    ).toHaveLength(1);
    expect(await onPaper(() => devices.printReceipt({ saleId }))).toEqual([]);
    expect(await jobOf(saleId)).toMatchObject({ state: 'UNKNOWN' });
  });

  it('keeps the receipts of sales that are printed at once apart, each whole', async () => {
    const sales = await Promise.all(Array.from({ length: 4 }, () => sell()));
    const papers = await onPaper(() =>
      Promise.all(sales.map(({ id: saleId }) => devices.printReceipt({ saleId }))),
    );
    const numbers = papers.map(({ lines }) =>
      sales.filter(({ number }) => lines.join('\n').includes(number)).map(({ number }) => number),
    );
    expect(numbers.map((found) => found.length)).toEqual([1, 1, 1, 1]);
    expect(new Set(numbers.flat()).size).toBe(4);
  });
});

describe('printCopy', () => {
  it('names who asked for it, not the number under which the books know them', async () => {
    const { id: saleId } = await sell();
    await devices.printReceipt({ saleId });
    const actor = { kind: 'user', id: randomUUID(), name: 'Sri Wahyuni' } as const;
    const { printJobId } = await trade.database.call(
      receiptCommands.requestCopy,
      { ...testContext(), at: trade.clock.iso(), actor },
      { saleId },
    );
    const [copy] = await onPaper(() => devices.printCopy({ printJobId }));
    expect(copy?.lines.join('\n')).toContain('oleh Sri Wahyuni');
  });

  it('prints a copy with its banner and number, while the original has none', async () => {
    const { id: saleId } = await sell();
    const [original] = await onPaper(() => devices.printReceipt({ saleId }));
    const { printJobId } = await requestCopy(saleId);
    const [copy] = await onPaper(() => devices.printCopy({ printJobId }));
    expect(original?.lines.join('\n')).not.toMatch(/SALINAN/);
    expect(copy?.lines.join('\n')).toMatch(/SALINAN 1/);
    expect(await onPaper(() => devices.printCopy({ printJobId }))).toEqual([]);
  });

  it('comes out after the original and the copies that were asked for before it', async () => {
    const { id: saleId } = await sell();
    const copies = [await requestCopy(saleId), await requestCopy(saleId)] as const;
    for (const { printJobId } of copies.toReversed()) {
      await expect(devices.printCopy({ printJobId })).rejects.toMatchObject({
        type: 'PRINT_WAITS',
        nonRetryable: false,
      });
    }
    await devices.printReceipt({ saleId });
    const [first, second] = copies;
    await expect(devices.printCopy(second)).rejects.toMatchObject({ type: 'PRINT_WAITS' });
    for (const copy of [first, second])
      expect(await onPaper(() => devices.printCopy(copy))).toHaveLength(1);
  });

  it('does not wait for what another printer is to print', async () => {
    const { id: saleId } = await sell();
    await asOwner(trade.books, async (tx) => {
      const { printer: old } = await tx.printJob.findFirstOrThrow({
        where: { saleId },
        include: { printer: true },
      });
      const { id: _id, ...like } = old;
      const spare = await tx.printer.create({
        data: { ...like, code: `SPARE-${saleId.slice(-8)}` },
      });
      await tx.printJob.updateMany({ where: { saleId }, data: { printerId: spare.id } });
    });
    const { printJobId } = await requestCopy(saleId);
    expect(await onPaper(() => devices.printCopy({ printJobId }))).toHaveLength(1);
  });

  it('may be printed while the original is in doubt', async () => {
    const { id: saleId } = await sell();
    await trade.call(receiptCommands.claimPrintJob, { printJobId: (await jobOf(saleId)).id });
    await devices.printReceipt({ saleId });
    const { printJobId } = await requestCopy(saleId);
    expect(await onPaper(() => devices.printCopy({ printJobId }))).toHaveLength(1);
  });

  it('refuses a job that is not there, instead of trying for ever', async () => {
    await expect(devices.printCopy({ printJobId: randomUUID() })).rejects.toMatchObject({
      type: 'PRINT_JOB_NOT_FOUND',
      nonRetryable: true,
    });
  });

  it('refuses a printer of a kind that nobody knows', async () => {
    const { id: saleId } = await sell();
    await placePrinters({ profile: 'typewriter' });
    await expect(devices.printReceipt({ saleId })).rejects.toMatchObject({
      type: 'PRINTER_PROFILE_UNKNOWN',
      nonRetryable: true,
    });
    await placePrinters({ profile: 'escpos-80' });
    expect(await jobOf(saleId)).toMatchObject({ state: 'QUEUED', attempts: 0 });
  });
});

describe('request_copy', () => {
  it('numbers copies that are asked for at once, without gap or repetition, and asks for their workflows', async () => {
    const { id: saleId } = await sell();
    const copies = await Promise.all(Array.from({ length: 8 }, () => requestCopy(saleId)));
    expect(copies.map(({ copyNumber }) => copyNumber).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    const ids = copies.map(({ printJobId }) => `print:${printJobId}`);
    const starts = await trade.database.prisma.workflowStart.findMany({
      where: { workflowId: { in: ids } },
    });
    expect(starts.map(({ workflowType }) => workflowType)).toEqual(Array(8).fill('printCopy'));
  });

  it('refuses a till without a printer', async () => {
    const { id: saleId } = await sell(
      { terminal: 'BDG1-01', lines: [{ sku: 'JASA-KADO', quantity: '1' }] },
      10_000,
    );
    await trade.database.transaction(testContext(), (tx) =>
      tx.terminal.update({ where: { code: 'BDG1-01' }, data: { printerId: null } }),
    );
    await expect(requestCopy(saleId)).rejects.toMatchObject({ code: 'PRINTER_MISSING' });
  });
});

function agent(database = trade.database) {
  return createDeviceActivities({
    database,
    clock: trade.clock,
    logger: pino({ level: 'silent' }),
    printers: { environment: 'development' },
  });
}

async function sell(changes: Parameters<TradingBooks['sell']>[0] = {}, amount = 45_000) {
  const tenders = [{ type: 'cash' as const, amount: { amount: String(amount), currency: 'IDR' } }];
  return (await trade.sell({ tenders, ...changes })).sale;
}

function requestCopy(saleId: string): Promise<{ printJobId: string; copyNumber: number }> {
  return trade.call(receiptCommands.requestCopy, { saleId });
}

type Paper = Readonly<{ lines: string[]; sha256: string; processIds: string[] }>;

/** What came out of the printer meanwhile, job by job. */
async function onPaper(work: () => Promise<unknown>): Promise<Paper[]> {
  const before = printer.jobs().at(-1)?.n ?? 0;
  await work();
  await printer.settled();
  return printer.jobs(before).map((job) => ({
    lines: linesOf(job),
    sha256: job.sha256,
    processIds: processIdsOf(job),
  }));
}

function jobOf(saleId: string) {
  return trade.database.prisma.printJob.findFirstOrThrow({ where: { saleId, kind: 'RECEIPT' } });
}

function hex(bytes: Uint8Array | null): string {
  return Buffer.from(bytes ?? []).toString('hex');
}

async function eventsOf(saleId: string): Promise<string[]> {
  const events = await trade.database.prisma.lifecycleEvent.findMany({ where: { saleId } });
  return events.map(({ kind }) => kind);
}

async function workItems(saleId: string): Promise<string[]> {
  const items = await trade.database.prisma.workItem.findMany({ where: { saleId } });
  return items.map(({ kind }) => kind);
}

function placePrinters(place: Readonly<{ port?: number; profile?: string }>): Promise<unknown> {
  return trade.database.transaction(testContext(), (tx) => tx.printer.updateMany({ data: place }));
}
