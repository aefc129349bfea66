/**
 * A business letter with a table: invoice, credit note, dunning notice, statement of account. All texts
 * are ready for the reader: translated, money and dates formatted. The logo of the seller is a PNG (`toLogo`).
 */
export type A4Document = Readonly<{
  /** The title, in the reader's language: `Faktur`, `Second reminder`. */
  title: string;
  /** RFC 3339; the date inside the file. The same content gives the same bytes. */
  createdAt: string;
  /** The status beside the title, such as `LUNAS`. */
  status?: Readonly<{ text: string; tone: 'good' | 'warning' | 'neutral' }> | undefined;
  seller: A4Party & Readonly<{ logo?: Uint8Array | undefined }>;
  buyer: A4Party;
  /** Number, date, due date and the like, in order. */
  meta: readonly A4Row[];
  /** Paragraphs between the head and the table, for letters. */
  opening?: readonly string[] | undefined;
  table?: A4Table | undefined;
  /** The last total is emphasised. */
  totals: readonly A4Row[];
  payment?: A4Payment | undefined;
  notes: readonly string[];
  /** Small print at the foot of every page. */
  footer: string;
}>;

export type A4Party = Readonly<{ name: string; lines: readonly string[] }>;

export type A4Row = readonly [label: string, value: string];

export type A4Table = Readonly<{
  /** `share` is the column's part of the width; shares are relative to each other. */
  columns: readonly Readonly<{ label: string; align: 'left' | 'right'; share: number }>[];
  rows: readonly (readonly A4Cell[])[];
}>;

/** `detail` is smaller text below: a SKU under an item, a document under an amount. */
export type A4Cell = string | Readonly<{ text: string; detail: string }>;

/** How to pay: reference, virtual account, bank; `qr` holds a payload to scan (ASCII). */
export type A4Payment = Readonly<{
  heading: string;
  rows: readonly A4Row[];
  qr?: Readonly<{ payload: string; caption: string }> | undefined;
}>;
