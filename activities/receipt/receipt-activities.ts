import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { renderReceiptBytes } from '../../devices/escpos/render-receipt-bytes.js';
import {
  isPrinterProfileName,
  PRINTER_PROFILES,
  type PrinterProfile,
} from '../../devices/escpos/printer-profile.js';
import type { Logo } from '../../devices/logo/logo.js';
import type { PrintOutcome } from '../../devices/printer/print-outcome.js';
import { printJob, type PrintJob } from '../../devices/printer/print-job.js';
import { createPrinterLane } from '../../devices/printer/printer-lane.js';
import { checkReceipt } from '../../devices/receipt/check-receipt.js';
import { Refusal } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import { systemContext } from '../../platform/context.js';
import * as receiptCommands from '../../prisma/commands/receipt.js';
import type { Database } from '../../prisma/database.js';
import { refusingAsFailure } from '../refusal.js';
import { logoOf } from '../company/logos.js';
import { findPrinter, type PrinterRules } from '../company/printer-address.js';
import { receiptOf } from '../sale/capture/capture-answer.js';
import { findOriginal, loadPrintJob, type QueuedJob } from './load-print-job.js';

export type DeviceDependencies = Readonly<{
  database: Database;
  clock: Clock;
  logger: Logger;
  printers: Omit<PrinterRules, 'networks'>;
}>;

/** Enough for a long receipt on a slow printer; after this it is unknown what was printed. */
const PRINT_DEADLINE_MS = 30_000;

const STATE_OF = {
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
export function createDeviceActivities({ database, clock, logger, printers }: DeviceDependencies) {
  const lane = createPrinterLane();
  const context = (origin: string) => systemContext({ clock, name: 'device-agent', origin });

  return refusingAsFailure({
    /** Prints the original of a sale's receipt. Throws (to be retried) while the printer is not ready. */
    printReceipt: async ({ saleId }: Readonly<{ saleId: string }>): Promise<void> => {
      const job = await findOriginal(database, saleId);
      if (job !== undefined) await printOne(job);
    },

    /** Prints a copy that a person asked for, with its banner. */
    printCopy: async ({ printJobId }: Readonly<{ printJobId: string }>): Promise<void> => {
      await printOne(await loadPrintJob(database, printJobId));
    },
  });

  async function printOne(job: QueuedJob): Promise<void> {
    const logo = await logoOf(database.prisma, job.priced?.seller.logoId);
    const prepared = { ...prepare(job, logo), host: await addressOf(job) };
    const outcome = await lane.inTurn(prepared, () => claimAndPrint(job.id, prepared));
    if (outcome?.kind === 'waits')
      throw notYet('PRINT_WAITS', 'What was asked for before it is not printed yet.');
    if (outcome?.kind !== 'not-sent') return;
    logger.warn(
      { printJobId: job.id, reason: outcome.reason },
      'the printer is not ready; trying again',
    );
    throw notYet('PRINTER_NOT_READY', outcome.detail);
  }

  /** Looked up anew for each job, and this very address is connected to. */
  async function addressOf({ id, host, networks }: QueuedJob): Promise<string> {
    const found = await findPrinter(host, { ...printers, networks });
    if (found.kind === 'known') return found.address;
    logger.warn({ printJobId: id, reason: found.reason }, 'the address of the printer is not used');
    throw notYet('PRINTER_NOT_READY', `The address ${host} is not used: ${found.reason}.`);
  }

  /**
   * The job keeps its turn at the printer until the books have its result. Otherwise a waiting attempt at the same job
   * would find it begun and take it for abandoned.
   */
  async function claimAndPrint(
    printJobId: string,
    prepared: Prepared,
  ): Promise<PrintOutcome | Readonly<{ kind: 'waits' }> | undefined> {
    const origin = `print:${printJobId}`;
    const claim = await database.call(receiptCommands.claimPrintJob, context(origin), {
      printJobId,
    });
    if (claim.kind === 'waits') return { kind: 'waits' };
    if (claim.kind !== 'claimed') return undefined;
    const outcome = await printJob({ ...prepared, deadlineMs: PRINT_DEADLINE_MS });
    await database.call(receiptCommands.endPrintJob, context(origin), {
      printJobId,
      state: STATE_OF[outcome.kind],
      contentSha256: prepared.sha256,
      ...('detail' in outcome ? { failure: `${outcome.reason}: ${outcome.detail}` } : {}),
    });
    return outcome;
  }

  function prepare(job: QueuedJob, logo: Logo | undefined): Prepared {
    const { saleId, saleNumber, priced } = job;
    if (saleId === null || saleNumber === null || priced === null)
      throw new Refusal({ code: 'PRINT_JOB_EMPTY', detail: 'The job has no sale.' });
    const copy =
      job.kind === 'REPRINT'
        ? { number: job.copyNumber, printedAt: job.createdAt.toISOString(), by: job.askedBy ?? '-' }
        : undefined;
    const { host, port, processId } = job;
    const profile = profileNamed(job.profile);
    const document = checkReceipt(receiptOf({ saleId, number: saleNumber, priced, copy }));
    return {
      host,
      port,
      profile,
      processId,
      ...renderReceiptBytes({ document, profile, processId, logo }),
    };
  }
}

/** Not a fault: Temporal tries again. */
function notYet(type: string, message: string): ApplicationFailure {
  return ApplicationFailure.create({ type, message, category: 'BENIGN' });
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
