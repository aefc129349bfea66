import type { PaperWidth } from '../receipt/receipt-lines.js';

/**
 * What one model can do. What it cannot do has a fallback on paper: no cutter, a feed past the tear
 * bar; no QR, the payload in words; no completion reply, the status barrier; no back channel at all,
 * a job that can only ever be "sent".
 */
export type PrinterProfile = Readonly<{
  width: PaperWidth;
  hasCut: boolean;
  hasQr: boolean;
  /** Answers real-time status, automatic status and the barrier `GS r 1`. */
  hasStatus: boolean;
  /** Echoes a process id when printing is complete (`GS ( H` function 48). */
  hasCompletion: boolean;
}>;

const EPSON_80: PrinterProfile = {
  width: 48,
  hasCut: true,
  hasQr: true,
  hasStatus: true,
  hasCompletion: true,
};

export const PRINTER_PROFILES = {
  /** 80 mm paper, 576 dots: 48 columns of 12 dots. */
  'escpos-80': EPSON_80,
  /** 80 mm paper with the wider margin many models ship with. */
  'escpos-80-42': { ...EPSON_80, width: 42 },
  /** 58 mm paper, 384 dots. */
  'escpos-58': { ...EPSON_80, width: 32 },
  /** Answers status, but never that printing is complete. */
  'escpos-80-basic': { ...EPSON_80, hasCompletion: false },
  /** The cheap one: no cutter, no QR, and it never says a word. */
  'clone-58': { width: 32, hasCut: false, hasQr: false, hasStatus: false, hasCompletion: false },
} as const satisfies Record<string, PrinterProfile>;

export type PrinterProfileName = keyof typeof PRINTER_PROFILES;

export function isPrinterProfileName(name: string): name is PrinterProfileName {
  return Object.hasOwn(PRINTER_PROFILES, name);
}
