import type { Language } from '../../domain/money/format-money.js';
import { toLogo } from '../logo/to-logo.js';
import type { ReceiptDocument } from '../receipt/receipt-document.js';
import type { A4Document } from './a4-content.js';
import { drawA4Document } from './a4-document.js';
import { drawReceiptPdf } from './receipt-pdf.js';

/** One document to draw. Plain data, so that it can be handed to another thread. */
export type PdfJob =
  | Readonly<{ kind: 'a4'; document: A4Document; language: Language }>
  | Readonly<{ kind: 'receipt'; document: ReceiptDocument; logo?: Uint8Array | undefined }>
  /** A picture that was handed in becomes a logo: it takes as long as drawing. */
  | Readonly<{ kind: 'logo'; file: Uint8Array }>;

/** Draws it here and now, which takes some ten milliseconds of this thread. */
export async function drawPdf(job: PdfJob): Promise<Buffer> {
  if (job.kind === 'a4') return drawA4Document(job.document, job.language);
  return job.kind === 'logo' ? toLogo(job.file) : drawReceiptPdf(job.document, job.logo);
}
