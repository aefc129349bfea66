import { breakLines, fontRuns, type FontRun } from './font-runs.js';
import { LEADING, use, type Pdf, type Style, type TextAt } from './pdf-style.js';

/**
 * A run is laid out as a whole. Word by word, the library's default, would put words of right-to-left scripts in the
 * wrong order. No additional font features are used.
 */
const AS_A_WHOLE: { features: PDFKit.Mixins.OpenTypeFeatures[] } = { features: [] };

/** Height in points of text with letters that the font of the document lacks. */
export function foreignHeight(
  pdf: Pdf,
  text: string,
  { style, width }: Pick<TextAt, 'style' | 'width'>,
): number {
  return linesOf(pdf, text, { style, width }).length * lineHeight(pdf, style);
}

export function foreignWidth(pdf: Pdf, text: string, style: Style): number {
  return fontRuns(text, style.font).reduce((sum, run) => sum + runWidth(pdf, run, style), 0);
}

/** Writes such text within a width, each piece of a line in the font that has its letters, on one base line. */
export function writeForeign(pdf: Pdf, text: string, at: TextAt): void {
  const { style, x, y, width, align } = at;
  const height = lineHeight(pdf, style);
  const ascent = ascentOf(pdf, style);
  pdf.fillColor(style.colour);
  for (const [index, line] of linesOf(pdf, text, at).entries()) {
    const rest = width - foreignWidth(pdf, line, style);
    const baseLine = y + index * height + ascent;
    let left = x + (align === 'right' ? rest : align === 'center' ? rest / 2 : 0);
    for (const run of fontRuns(line, style.font)) {
      // Measuring sets the font of the run, which `text` then uses.
      const runIs = runWidth(pdf, run, style);
      const place = { ...AS_A_WHOLE, lineBreak: false, baseline: 'alphabetic' } as const;
      pdf.text(run.text, left, baseLine, place);
      left += runIs;
    }
  }
}

function linesOf(
  pdf: Pdf,
  text: string,
  { style, width }: Pick<TextAt, 'style' | 'width'>,
): string[] {
  return breakLines(text, { width, widthOf: (part) => foreignWidth(pdf, part, style) });
}

function runWidth(pdf: Pdf, { font, text }: FontRun, { size }: Style): number {
  use(pdf, { font, size });
  return pdf.widthOfString(text, AS_A_WHOLE);
}

/** As high as a line of the document, so that rows and boxes keep their size. */
function lineHeight(pdf: Pdf, style: Style): number {
  use(pdf, style);
  return pdf.currentLineHeight(true) + style.size * LEADING;
}

function ascentOf(pdf: Pdf, style: Style): number {
  use(pdf, style);
  const { ascender } = (pdf as unknown as { _font: { ascender: number } })._font;
  return (ascender / 1_000) * style.size;
}
