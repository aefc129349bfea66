import type { Simulator, SimulatorOptions } from '../../simulators/printer/simulator.js';
import { createPrinterSimulator } from '../../simulators/printer/simulator.js';
import { PRINTER_PROFILES } from '../../devices/escpos/printer-profile.js';
import { processIdOf } from '../../devices/escpos/commands.js';
import { renderReceiptBytes } from '../../devices/escpos/render-receipt-bytes.js';
import type { PrintJob } from '../../devices/printer/print-job.js';
import { renderReceipt } from '../../devices/receipt/receipt-document.js';
import type { ReceiptSale } from '../../devices/receipt/receipt-sale.js';
import { aReceiptSale } from './a-receipt-sale.js';

const opened: Simulator[] = [];

/** A simulated printer on a free port, closed by `closePrinters`. */
export async function aPrinter(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await createPrinterSimulator({ port: 0, ...options });
  opened.push(simulator);
  return simulator;
}

export async function closePrinters(): Promise<void> {
  await Promise.all(opened.splice(0).map((simulator) => simulator.close()));
}

/** A receipt as a job for a printer, with a deadline that a test can wait for. */
export function aPrintJob(
  { host, port }: Readonly<{ host: string; port: number }>,
  { sale = {}, ...changes }: Partial<PrintJob> & { sale?: Partial<ReceiptSale> } = {},
): PrintJob {
  const profile = changes.profile ?? PRINTER_PROFILES['escpos-80'];
  const processId = changes.processId ?? processIdOf('print-job-1');
  const document = renderReceipt(aReceiptSale(sale));
  const { bytes } = renderReceiptBytes({ document, profile, processId });
  return { host, port, bytes, processId, profile, deadlineMs: 10_000, ...changes };
}
