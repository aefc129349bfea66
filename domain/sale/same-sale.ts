import { Temporal } from 'temporal-polyfill';

type Money = Readonly<{ amount: string; currency: string }>;

/** Instants are kept in milliseconds, cut and not rounded. */
const FINER_THAN_THE_BOOKS = /(\.\d{3})\d+/;

/** The fields of a sale that can be written in several forms; all other fields are passed on unchanged. */
export type SaidSale = Readonly<{
  capturedAt: string;
  lines: readonly Readonly<{
    quantity: string;
    unitPrice?: Money | undefined;
    discount?: Money | undefined;
    promotions?: readonly Readonly<{ code: string; amount: Money }>[] | undefined;
  }>[];
  tenders: readonly Readonly<{ amount: Money; tendered?: Money | undefined }>[];
  delivery?: Readonly<{ kind: string; expiresAt?: string | undefined }> | undefined;
  receipt?: Readonly<{ printedAt: string }> | undefined;
}>;

/**
 * The normal form of a sale, for comparing two of them: numbers without trailing zeros ("1.000" is "1"), instants in
 * UTC with the milliseconds that the books keep, and no default values (a discount of 0, cash handed over exactly,
 * goods carried away). Tills, and versions of a till, differ in all of these.
 *
 * Amounts and instants must have the form of the wire; their values are not checked.
 */
export function inOneForm<Sale extends SaidSale>(sale: Sale): Sale {
  const { delivery, receipt } = sale;
  return {
    ...sale,
    capturedAt: instant(sale.capturedAt),
    lines: sale.lines.map((line) => ({
      ...line,
      quantity: decimal(line.quantity),
      unitPrice: amountOf(line.unitPrice),
      discount: line.discount && isNothing(line.discount) ? undefined : amountOf(line.discount),
      promotions: line.promotions?.map((one) => ({ ...one, amount: amountOf(one.amount) })),
    })),
    tenders: sale.tenders.map((tender) => ({
      ...tender,
      amount: amountOf(tender.amount),
      tendered: isExact(tender) ? undefined : amountOf(tender.tendered),
    })),
    delivery:
      delivery === undefined || delivery.kind === 'carried'
        ? undefined
        : { ...delivery, expiresAt: delivery.expiresAt && instant(delivery.expiresAt) },
    receipt: receipt && { ...receipt, printedAt: instant(receipt.printedAt) },
  };
}

function isExact({ amount, tendered }: SaidSale['tenders'][number]): boolean {
  return (
    tendered?.currency === amount.currency && decimal(tendered.amount) === decimal(amount.amount)
  );
}

function isNothing({ amount }: Money): boolean {
  return decimal(amount) === '0';
}

function amountOf<Amount extends Money | undefined>(said: Amount): Amount {
  return said && { ...said, amount: decimal(said.amount) };
}

function decimal(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const kept = fraction.replace(/0+$/, '');
  const shortest = kept === '' ? whole : `${whole}.${kept}`;
  return shortest === '-0' ? '0' : shortest;
}

function instant(text: string): string {
  const kept = text.replace(FINER_THAN_THE_BOOKS, '$1');
  return Temporal.Instant.from(kept).toString({ fractionalSecondDigits: 3 });
}
