import type { TenderType } from '../pricing/sale-request.js';

/** What other tills call a tender, in Indonesian and English; compared by letters and digits alone. */
const NAMES: Readonly<Record<TenderType, readonly string[]>> = {
  cash: ['cash', 'tunai', 'uang tunai', 'kas'],
  card: [
    'card',
    'kartu',
    'debit',
    'kartu debit',
    'kartu kredit',
    'debit card',
    'credit card',
    'edc',
  ],
  qris: [
    'qris',
    'qr',
    'gopay',
    'ovo',
    'dana',
    'shopeepay',
    'linkaja',
    'e wallet',
    'dompet digital',
  ],
  voucher: ['voucher', 'kupon', 'gift card'],
  storeCredit: ['store credit', 'storecredit', 'saldo toko', 'deposit'],
  onAccount: ['on account', 'onaccount', 'piutang', 'tempo', 'bon', 'customer account', 'credit'],
};

const TYPE_OF = new Map(
  (Object.keys(NAMES) as TenderType[]).flatMap((type) =>
    NAMES[type].map((name) => [lettersOf(name), type] as const),
  ),
);

/** Names that a column with the amount of a tender has, beside its own. */
export function tenderColumns(type: TenderType): readonly string[] {
  return NAMES[type];
}

/** The tender that a till of another system means; undefined for a name that nobody knows. */
export function tenderNamed(name: string): TenderType | undefined {
  return TYPE_OF.get(lettersOf(name));
}

function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
