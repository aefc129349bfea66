import type { PaperWidth } from '../receipt/receipt-lines.js';

/**
 * The abilities of a printer model. Fallbacks: without a cutter, a feed past the tear bar; without QR, the payload in
 * words; without images, no logo; without a completion reply, the status barrier; without a back channel, a job can only be "sent".
 */
export type PrinterProfile = Readonly<{
  width: PaperWidth;
  hasCut: boolean;
  hasQr: boolean;
  /** Prints raster images (`GS v 0`). */
  hasImages: boolean;
  /** Answers real-time status, automatic status and the barrier `GS r 1`. */
  hasStatus: boolean;
  /** Echoes a process id when printing is complete (`GS ( H` function 48). */
  hasCompletion: boolean;
}>;

const EPSON_80: PrinterProfile = {
  width: 48,
  hasCut: true,
  hasQr: true,
  hasImages: true,
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
  /** The same papers on printers that print an image as letters. */
  'escpos-80-text': { ...EPSON_80, hasImages: false },
  'escpos-58-text': { ...EPSON_80, width: 32, hasImages: false },
  /** Answers status, but never that printing is complete. */
  'escpos-80-basic': { ...EPSON_80, hasCompletion: false },
  /** A cheap model: no cutter, no QR, no images, no back channel. */
  'clone-58': {
    width: 32,
    hasCut: false,
    hasQr: false,
    hasImages: false,
    hasStatus: false,
    hasCompletion: false,
  },
} as const satisfies Record<string, PrinterProfile>;

export type PrinterProfileName = keyof typeof PRINTER_PROFILES;

export function isPrinterProfileName(name: string): name is PrinterProfileName {
  return Object.hasOwn(PRINTER_PROFILES, name);
}
