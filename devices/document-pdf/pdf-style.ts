import { fontOf, isFallback, type FallbackName, type FontName } from '../fonts.js';
import { shapedFontOf } from './shaped-font.js';

export type Pdf = PDFKit.PDFDocument;

export type Style = Readonly<{ font: FontName; size: number; colour: string }>;

export type Box = Readonly<{ x: number; y: number; width: number }>;

export type TextAt = Box & Readonly<{ style: Style; align?: 'left' | 'center' | 'right' }>;

/** Space between lines as a share of the letters. */
export const LEADING = 0.25;

/** Fonts can be measured before there is a page; colours need one. */
export function use(
  pdf: Pdf,
  { font, size }: Readonly<{ font: FontName | FallbackName; size: number }>,
): void {
  // Read once a process: parsing a font anew for each document costs more than all the rest of it.
  const source = isFallback(font) ? fontOf(font) : shapedFontOf(font);
  pdf.font(source as unknown as PDFKit.Mixins.PDFFontSource, font).fontSize(size);
}
