import type { Texts } from '../../platform/texts.js';
import type { A4Document, A4Party, A4Row } from './a4-content.js';
import {
  COLOURS,
  drawPicture,
  drawRule,
  textHeight,
  textWidth,
  writeText,
  type Box,
  type Pdf,
  type Style,
} from './pdf.js';

const PAGE_WIDTH = 595.28;
const PAGE_HEIGHT = 841.89;
const MARGIN = 50;

const BODY: Style = { font: 'sans', size: 9, colour: COLOURS.ink };

/** Measures and font sizes that all parts of an A4 document share, in points. */
export const A4 = {
  left: MARGIN,
  right: PAGE_WIDTH - MARGIN,
  width: PAGE_WIDTH - 2 * MARGIN,
  top: MARGIN,
  /** Below this is only the page footer. */
  bottom: PAGE_HEIGHT - 72,
  paragraphGap: 7,
  styles: {
    body: BODY,
    strong: { ...BODY, font: 'sansStrong' },
    soft: { ...BODY, colour: COLOURS.soft },
    small: { ...BODY, size: 7.5, colour: COLOURS.soft },
    label: { ...BODY, font: 'sansStrong', size: 7.5, colour: COLOURS.soft },
    title: { ...BODY, font: 'sansStrong', size: 22 },
    name: { ...BODY, font: 'sansStrong', size: 11 },
    grand: { ...BODY, font: 'sansStrong', size: 13, colour: COLOURS.accent },
  },
} as const satisfies Record<string, number | Record<string, Style>>;

const BAR_HEIGHT = 6;
const TITLE_WIDTH = 230;
const META_WIDTH = 235;
const META_LABEL_WIDTH = 95;
const LOGO = { width: 170, height: 60 };
const LOGO_GAP = 10;
const BLOCK_GAP = 26;
const FOOT_TOP = PAGE_HEIGHT - 52;
const FOOT_NUMBER_WIDTH = 110;

const TONES = { good: COLOURS.accent, warning: '#a8480f', neutral: COLOURS.soft } as const;

/** Starts the next page and returns where its content begins. */
export function nextPage(pdf: Pdf): number {
  pdf.addPage({ size: 'A4', margin: 0 });
  return A4.top;
}

/** `y` itself while `height` still fits on the page, else the top of a new one. */
export function roomFor(pdf: Pdf, y: number, height: number): number {
  return y + height > A4.bottom && y > A4.top ? nextPage(pdf) : y;
}

/** Letterhead, title, buyer and references of the first page. Returns where the content begins. */
export function drawTop(pdf: Pdf, document: A4Document, buyerLabel: string): number {
  pdf.rect(0, 0, PAGE_WIDTH, BAR_HEIGHT).fill(COLOURS.accent);
  const sellerWidth = A4.width - TITLE_WIDTH - 20;
  const { seller } = document;
  const sellerTop = seller.logo === undefined ? A4.top : drawLetterhead(pdf, seller.logo);
  const sellerEnd = drawParty(pdf, seller, { x: A4.left, y: sellerTop, width: sellerWidth });
  const titleEnd = drawTitle(pdf, document);

  const y = Math.max(sellerEnd, titleEnd) + BLOCK_GAP;
  writeText(pdf, buyerLabel.toUpperCase(), {
    style: A4.styles.label,
    x: A4.left,
    y,
    width: A4.width,
  });
  const buyerWidth = A4.width - META_WIDTH - 30;
  const buyerEnd = drawParty(pdf, document.buyer, { x: A4.left, y: y + 14, width: buyerWidth });
  const metaEnd = drawMeta(pdf, document.meta, y);
  return Math.max(buyerEnd, metaEnd) + BLOCK_GAP;
}

/** The logo above the name of the seller. Returns where the name begins. */
function drawLetterhead(pdf: Pdf, logo: Uint8Array): number {
  return A4.top + drawPicture(pdf, logo, { x: A4.left, y: A4.top, ...LOGO }) + LOGO_GAP;
}

function drawParty(pdf: Pdf, { name, lines }: A4Party, { x, y, width }: Box): number {
  const nameStyle = A4.styles.name;
  writeText(pdf, name, { style: nameStyle, x, y, width });
  const text = lines.join('\n');
  const top = y + textHeight(pdf, name, { style: nameStyle, width }) + 1;
  writeText(pdf, text, { style: A4.styles.soft, x, y: top, width });
  return top + textHeight(pdf, text, { style: A4.styles.soft, width });
}

function drawTitle(pdf: Pdf, { title, status }: A4Document): number {
  const style = A4.styles.title;
  const place = { style, x: A4.right - TITLE_WIDTH, y: A4.top - 6, width: TITLE_WIDTH };
  writeText(pdf, title, { ...place, align: 'right' });
  const end = place.y + textHeight(pdf, title, place);
  return status === undefined ? end : drawStatus(pdf, status, end + 4);
}

function drawStatus(
  pdf: Pdf,
  { text, tone }: NonNullable<A4Document['status']>,
  y: number,
): number {
  const style: Style = { font: 'sansStrong', size: 8.5, colour: COLOURS.paper };
  const width = textWidth(pdf, text, style) + 20;
  const x = A4.right - width;
  pdf.roundedRect(x, y, width, 18, 9).fill(TONES[tone]);
  writeText(pdf, text, { style, align: 'center', x, y: y + 3.5, width });
  return y + 18;
}

function drawMeta(pdf: Pdf, rows: readonly A4Row[], top: number): number {
  const x = A4.right - META_WIDTH;
  const valueWidth = META_WIDTH - META_LABEL_WIDTH;
  return rows.reduce((y, [label, value]) => {
    const place = { style: A4.styles.strong, width: valueWidth };
    writeText(pdf, label, { style: A4.styles.soft, x, y, width: META_LABEL_WIDTH });
    writeText(pdf, value, { ...place, align: 'right', x: x + META_LABEL_WIDTH, y });
    return y + Math.max(textHeight(pdf, value, place), 13) + 3;
  }, top);
}

/** The footer of every page, once the number of pages is known. */
export function stampPages(pdf: Pdf, { footer }: A4Document, t: Texts): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(start + page);
    drawRule(
      pdf,
      { x: A4.left, y: FOOT_TOP - 8, width: A4.width },
      { colour: COLOURS.hair, weight: 0.6 },
    );
    const style = A4.styles.small;
    writeText(pdf, footer, {
      style,
      x: A4.left,
      y: FOOT_TOP,
      width: A4.width - FOOT_NUMBER_WIDTH - 10,
    });
    const number = t('document.page', { page: page + 1, pages: count });
    const x = A4.right - FOOT_NUMBER_WIDTH;
    writeText(pdf, number, { style, align: 'right', x, y: FOOT_TOP, width: FOOT_NUMBER_WIDTH });
  }
}
