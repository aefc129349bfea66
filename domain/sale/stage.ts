/**
 * Where a sale stands, in the order in which a sale goes through it. Some stages are skipped: goods
 * carried out of the shop are never `delivering`, a sale paid at the till is never `collecting`.
 */
export const SALE_STAGES = [
  'captured',
  'delivering',
  'invoicing',
  'collecting',
  'placed',
  'closed',
] as const;

export type SaleStage = (typeof SALE_STAGES)[number];

/** How a closed sale ended. */
export const SALE_OUTCOMES = ['paid', 'cancelled', 'credited', 'written-off'] as const;

export type SaleOutcome = (typeof SALE_OUTCOMES)[number];

/** What finance reads beside the stage. */
export const STAGE_MEANING: Readonly<Record<SaleStage, Readonly<{ id: string; en: string }>>> = {
  captured: {
    id: 'Tercatat dengan stok dan pembayarannya; langkah berikutnya segera dimulai',
    en: 'Booked with its stock and its money; what follows begins in a moment',
  },
  delivering: {
    id: 'Menunggu barang keluar, atau masa penyisihannya habis',
    en: 'Waits until the goods leave or their reservation expires',
  },
  invoicing: {
    id: 'Faktur sedang dibuat dan dikirim',
    en: 'The invoice is being issued and sent',
  },
  collecting: {
    id: 'Menunggu pelunasan; pengingat dikirim bila terlambat',
    en: 'Waits for the money; reminders go out when it is late',
  },
  placed: {
    id: 'Ditagih oleh agen penagihan',
    en: 'Is being collected by an agency',
  },
  closed: {
    id: 'Selesai: tidak ada lagi yang harus dikerjakan',
    en: 'Closed: nothing is left to do',
  },
};

/** Every sale that is not closed has a running workflow that answers for it. */
export function isClosed(stage: SaleStage): boolean {
  return stage === 'closed';
}

/**
 * A sale moves forward, with two ways back to `collecting`: the agency is recalled, or money that
 * had closed the sale is taken back.
 */
export function mayMove({ from, to }: Readonly<{ from: SaleStage; to: SaleStage }>): boolean {
  if (to === 'collecting' && (from === 'placed' || from === 'closed')) return true;
  return SALE_STAGES.indexOf(to) > SALE_STAGES.indexOf(from);
}
