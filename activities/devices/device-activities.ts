import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { renderReceiptBytes } from '../../devices/escpos/render-receipt-bytes.js';
import {
  isPrinterProfileName,
  PRINTER_PROFILES,
  type PrinterProfile,
} from '../../devices/escpos/printer-profile.js';
import type { PrintOutcome } from '../../devices/printer/print-outcome.js';
import { printJob, type PrintJob } from '../../devices/printer/print-job.js';
import { createPrinterLane } from '../../devices/printer/printer-lane.js';
import { checkReceipt } from '../../devices/receipt/check-receipt.js';
import { renderReceipt } from '../../devices/receipt/receipt-document.js';
import { Refusal } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import type { Database } from '../../prisma/database.js';
import { refusingAsFailure } from '../refusal.js';
import { loadReceiptSale } from '../sale/load-receipt-sale.js';

export type DeviceDependencies = Readonly<{ database: Database; clock: Clock; logger: Logger }>;

/** A long receipt on a slow printer; after this nobody knows what is on the paper. */
const printDeadlineMs = 30_000;

const stateOf = {
  printed: 'PRINTED',
  'sent-unconfirmed': 'SENT_UNCONFIRMED',
  'not-sent': 'NOT_SENT',
  unknown: 'UNKNOWN',
} as const satisfies Record<PrintOutcome['kind'], string>;

type Prepared = Omit<PrintJob, 'deadlineMs'> & Readonly<{ sha256: string }>;

export type DeviceActivities = ReturnType<typeof createDeviceActivities>;

/**
 * Printing. An original is sent at most once: the job is claimed in the books before its first byte,
 * a printer that was not ready is tried again, and a job whose fate is unknown is left to a person.
 */
export function createDeviceActivities({ database, clock, logger }: DeviceDependencies) {
  const lane = createPrinterLane();
  const context = (origin: string) => systemContext({ clock, name: 'device-agent', origin });

  return refusingAsFailure({
    /** Prints the original of a sale's receipt. Throws (to be retried) while the printer is not ready. */
    printReceipt: async ({ saleId }: Readonly<{ saleId: string }>): Promise<void> => {
      const job = await database.prisma.printJob.findFirst({ where: { saleId, kind: 'RECEIPT' } });
      if (job !== null) await printOne(job.id);
    },

    /** Prints a copy that a person asked for, with its banner. */
    printCopy: async ({ printJobId }: Readonly<{ printJobId: string }>): Promise<void> => {
      await printOne(printJobId);
    },
  });

  async function printOne(printJobId: string): Promise<void> {
    const prepared = await prepare(printJobId);
    const outcome = await lane.inTurn(prepared, () => claimAndPrint(printJobId, prepared));
    if (outcome?.kind !== 'not-sent') return;
    logger.warn({ printJobId, reason: outcome.reason }, 'the printer is not ready; trying again');
    throw ApplicationFailure.create({
      message: outcome.detail,
      type: 'PRINTER_NOT_READY',
      category: 'BENIGN',
    });
  }

  /**
   * The turn at the printer ends only when the books know how it went: another attempt at the same job
   * that waits behind it must not find it begun and take it for abandoned.
   */
  async function claimAndPrint(
    printJobId: string,
    prepared: Prepared,
  ): Promise<PrintOutcome | undefined> {
    const origin = `print:${printJobId}`;
    const claim = await database.call<{ kind: string }>('claim_print_job', context(origin), {
      printJobId,
    });
    if (claim.kind !== 'claimed') return undefined;
    const outcome = await printJob({ ...prepared, deadlineMs: printDeadlineMs });
    await database.call('end_print_job', context(origin), {
      printJobId,
      state: stateOf[outcome.kind],
      contentSha256: prepared.sha256,
      ...('detail' in outcome ? { failure: `${outcome.reason}: ${outcome.detail}` } : {}),
    });
    return outcome;
  }

  async function prepare(printJobId: string): Promise<Prepared> {
    const job = await database.prisma.printJob.findUnique({
      where: { id: printJobId },
      include: { printer: true },
    });
    if (job === null)
      throw new Refusal({ code: 'PRINT_JOB_NOT_FOUND', detail: 'There is no such print job.' });
    if (job.saleId === null)
      throw new Refusal({ code: 'PRINT_JOB_EMPTY', detail: 'The job has no sale.' });
    const copy =
      job.kind === 'REPRINT'
        ? { number: job.copyNumber, printedAt: job.createdAt.toISOString(), by: job.createdBy }
        : undefined;
    const sale = await loadReceiptSale(database, { saleId: job.saleId, copy });
    const profile = profileNamed(job.printer.profile);
    const rendered = renderReceiptBytes({
      document: checkReceipt(renderReceipt(sale)),
      profile,
      processId: job.processId,
    });
    return {
      host: job.printer.host,
      port: job.printer.port,
      profile,
      processId: job.processId,
      ...rendered,
    };
  }
}

function profileNamed(name: string): PrinterProfile {
  if (!isPrinterProfileName(name)) {
    throw new Refusal({
      code: 'PRINTER_PROFILE_UNKNOWN',
      detail: `There is no printer profile ${name}.`,
    });
  }
  return PRINTER_PROFILES[name];
}
