import { MIX } from './mix.js';
import { personName } from './customers.js';
import type { Draw } from './draw.js';
import type { Owed } from './invoices.js';

export type OtherLine = Readonly<{
  amount: bigint;
  text: string;
  payerName: string | undefined;
  payerAccount: string | undefined;
}>;

/** Money that no customer paid: interest, own transfers, settlements of cards, refunds of suppliers. */
export function otherLine(draw: Draw, open: readonly Owed[]): OtherLine {
  const text = draw.pick([
    () => 'BUNGA TABUNGAN',
    () => `PINDAH DANA DARI REK ${draw.digits(10)}`,
    () => `QRIS SETTLEMENT ${draw.digits(12)} MDR 0,7%`,
    () => `EDC MERCHANT ${draw.digits(9)} BATCH ${draw.digits(6)}`,
    () => `REFUND INV/2026/${draw.digits(5)} RETUR PEMBELIAN`,
    () => `PENGEMBALIAN DANA PO ${draw.digits(8)}`,
    () => `KLAIM ASURANSI NO ${draw.digits(13)}`,
    () => `RETUR GAJI ${personName(draw)}`,
    () => `SETORAN TUNAI KASIR ${draw.digits(3)}`,
    () => `PENCAIRAN PINJAMAN ${draw.digits(10)}`,
  ])();
  const likeItem = open.length > 0 && draw.chance(MIX.otherHasAmountOfItem);
  const amount = likeItem ? draw.pick(open).amount : BigInt(draw.between(10_000, 9_000_000));
  const isNamed = draw.chance(0.5);
  return {
    amount,
    text,
    payerName: isNamed ? `PT PEMASOK ${draw.pick(['SATU', 'DUA', 'TIGA'])}` : undefined,
    payerAccount: isNamed ? draw.digits(10) : undefined,
  };
}
