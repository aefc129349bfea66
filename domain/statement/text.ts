const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/**
 * Normal form for comparing bank texts: NFKC, capitals, single blanks, trimmed. `" inv\u00a02026 "`
 * and `"INV 2026"` are the same text.
 */
export function normaliseText(text: string): string {
  const composed = PRINTABLE_ASCII.test(text) ? text : text.normalize('NFKC');
  return composed.toUpperCase().replaceAll(/\s+/g, ' ').trim();
}

/**
 * Account numbers and IBANs are compared by their digits and the letters A-Z: `123-456 78` is `12345678`. Runs when bank
 * files are read and matched; prisma/functions/payment/account_key.sql does the same when the books learn or forget a
 * payer's account.
 */
export function normaliseAccount(account: string): string {
  return normaliseText(account).replaceAll(/[^0-9A-Z]/g, '');
}
