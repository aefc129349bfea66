import { RECEIVABLE_OUTCOMES } from '../receivable/outcome.js';

/**
 * The stages of a sale, in order. Some are skipped: goods carried out of the shop are never `delivering`, a sale paid
 * at the till is never `collecting`. There are two ways back: a recall from an agency leads to `collecting`, and a
 * reversed payment reopens a closed sale. The commands of the books change it (`set_stage`, `close_sale` and
 * `reopen_receivable` in `prisma/functions`).
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

/** The outcome of a closed sale: that of its receivable, or `cancelled` because its goods were never collected. */
export const SALE_OUTCOMES = [...RECEIVABLE_OUTCOMES, 'cancelled'] as const;

export type SaleOutcome = (typeof SALE_OUTCOMES)[number];

/** Where the goods of a sale are: with the customer, kept in the shop, or never collected. */
export const DELIVERY_STATES = ['delivered', 'pending', 'expired'] as const;

/** The meaning of each stage, shown to finance beside it. */
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
