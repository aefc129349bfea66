/** Words with which banks describe a booking where a format has room for one name only. */
const WORDS: ReadonlySet<string> = new Set(
  [
    'TRANSFER TRSF TRF SETORAN SETOR TARIK TARIKAN TUNAI PEMBAYARAN PEMINDAHAN PAYMENT DEPOSIT WITHDRAWAL POS ATM EDC',
    'DEBIT DEBET CREDIT KREDIT FEE FEES BIAYA ADM CHARGE CHARGES INTEREST BUNGA PAJAK TAX CHECK CHEQUE CEK GIRO',
    'PURCHASE ONLINE BANKING RTGS SKN QRIS FAST ACH WIRE SWITCHING KLIRING CLEARING DIRECT DIVIDEND BALANCE SALDO',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether a name of OFX or QIF describes the booking instead of the other party ("name of payee or description", OFX
 * 11.4.4.1). A description that was taken for a name would say that two tellings of one booking are of two payers.
 */
export function isDescription(name: string): boolean {
  return name
    .toUpperCase()
    .split(/[^A-Z]+/)
    .some((word) => WORDS.has(word));
}
