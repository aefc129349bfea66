import type { Language } from '../../domain/money/format-money.js';
import type { ReceiptDocument } from '../receipt/receipt-document.js';
import type { A4Document } from './a4-content.js';
import { drawA4Document } from './a4-document.js';
import { drawReceiptPdf } from './receipt-pdf.js';

/** One document to draw. Plain data, so that it can be handed to another thread. */
export type PdfJob =
  | Readonly<{ kind: 'a4'; document: A4Document; language: Language }>
  | Readonly<{ kind: 'receipt'; document: ReceiptDocument }>;

/** Draws it here and now, which takes some ten milliseconds of this thread. */
export function drawPdf(job: PdfJob): Promise<Buffer> {
  return job.kind === 'a4'
    ? drawA4Document(job.document, job.language)
    : drawReceiptPdf(job.document);
}
