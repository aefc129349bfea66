/**
 * The particulars a retailer's slip must state to be a tax invoice (PER-11/PJ/2025 art. 52(2)):
 * (a) seller, (b) goods, price and discount, (c) the tax collected, (d) code, serial number and date.
 */
export const PARTICULARS = [
  'seller.legalName',
  'seller.address',
  'seller.npwp',
  'lines',
  'totals.total',
  'totals.discount',
  'totals.tax',
  'receiptNumber',
  'serial',
  'capturedAt',
] as const;

export type Particular = (typeof PARTICULARS)[number];

/** `states` says which particular of the law this block prints; the check relies on it. */
type Stated = Readonly<{ states?: Particular }>;

export type Emphasis = 'normal' | 'strong' | 'total';

/**
 * The content of the receipt without layout: printer, PDF, plain text and mail lay the same blocks
 * out in their own way.
 *
 * - `title`: the name of the shop, large and centred
 * - `banner`: a conspicuous bar (COPY)
 * - `text`: a paragraph; `linesMax` cuts what is longer, for names
 * - `columns`: a label and its value; the value is never cut
 * - `rule`: a line across; `space`: an empty one
 * - `logo`: the logo of the company, by its id; nothing where no picture can be drawn
 * - `qr`: a code to scan, its payload ASCII; `inWords` stands in where no code can be drawn
 */
export type ReceiptBlock =
  | (Stated & Readonly<{ kind: 'title'; text: string }>)
  | (Stated & Readonly<{ kind: 'banner'; text: string }>)
  | (Stated &
      Readonly<{
        kind: 'text';
        text: string;
        align: 'left' | 'center';
        emphasis: Emphasis;
        linesMax?: number;
      }>)
  | (Stated &
      Readonly<{
        kind: 'columns';
        left: string;
        right: string;
        emphasis: Emphasis;
        indent: 0 | 2;
      }>)
  | Readonly<{ kind: 'rule'; weight: 'thin' | 'double' }>
  | Readonly<{ kind: 'space' }>
  | Readonly<{ kind: 'logo'; logoId: string }>
  | Readonly<{ kind: 'qr'; payload: string; caption: string; inWords: string }>;

export function title(text: string): ReceiptBlock {
  return { kind: 'title', text };
}

export function banner(text: string): ReceiptBlock {
  return { kind: 'banner', text };
}

export function centred(text: string, states?: Particular): ReceiptBlock {
  return { kind: 'text', text, align: 'center', emphasis: 'normal', ...stating(states) };
}

export function columns(left: string, right: string, states?: Particular): ReceiptBlock {
  return { kind: 'columns', left, right, emphasis: 'normal', indent: 0, ...stating(states) };
}

export function indented(left: string, right: string): ReceiptBlock {
  return { kind: 'columns', left, right, emphasis: 'normal', indent: 2 };
}

export function rule(weight: 'thin' | 'double'): ReceiptBlock {
  return { kind: 'rule', weight };
}

export const SPACE: ReceiptBlock = { kind: 'space' };

function stating(states: Particular | undefined): Stated {
  return states === undefined ? {} : { states };
}
