/** `clearingLimitDays`: a clearing account whose balance returns to zero within so many days. */
export type Account = Readonly<{
  code: string;
  kind: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense';
  name: Readonly<{ id: string; en: string }>;
  clearingLimitDays?: number;
}>;

/**
 * The chart of accounts. Stores and customers are dimensions of a posting, not accounts of their own.
 *
 * There is no account for receivables at an agency: placing a claim does not change what is owed or by whom, so the
 * ageing ties to one control account. Placements say which claim is where.
 */
export const ACCOUNTS = {
  cashOnHand: asset('1110', 'Kas toko', 'Cash on hand'),
  bank: asset('1120', 'Bank', 'Bank'),
  cardClearing: { ...asset('1130', 'Kliring kartu', 'Card clearing'), clearingLimitDays: 7 },
  qrisClearing: { ...asset('1140', 'Kliring QRIS', 'QRIS clearing'), clearingLimitDays: 7 },
  agencyClearing: {
    ...asset('1150', 'Kliring agen penagihan', 'Agency clearing'),
    clearingLimitDays: 45,
  },
  receivables: asset('1210', 'Piutang usaha', 'Accounts receivable'),
  unbilled: {
    ...asset('1220', 'Piutang belum difakturkan', 'Unbilled receivables'),
    clearingLimitDays: 7,
  },
  withholdingTax: asset('1230', 'PPh dipotong pelanggan', 'Tax withheld by customers'),
  inputTax: asset('1240', 'PPN masukan', 'Input PPN'),
  inventory: asset('1310', 'Persediaan', 'Inventory'),

  goodsReceived: {
    ...liability('2110', 'Barang diterima belum ditagih', 'Goods received, not invoiced'),
    clearingLimitDays: 60,
  },
  customerDeposits: liability('2210', 'Uang muka pelanggan', 'Customer deposits'),
  unappliedCash: liability('2220', 'Penerimaan belum dialokasikan', 'Unapplied cash'),
  vouchers: liability('2230', 'Kewajiban voucer', 'Voucher liability'),
  storeCredit: liability('2240', 'Saldo kredit pelanggan', 'Store credit liability'),
  outputTax: liability('2310', 'PPN keluaran', 'Output PPN'),

  openingEquity: equity('3110', 'Saldo awal', 'Opening balances'),

  salesRevenue: revenue('4110', 'Penjualan', 'Sales revenue'),
  salesDiscounts: revenue('4120', 'Potongan penjualan', 'Sales discounts'),
  salesReturns: revenue('4130', 'Retur penjualan', 'Sales returns'),
  earlyPaymentDiscounts: revenue('4140', 'Potongan pelunasan awal', 'Early-payment discounts'),
  dunningFees: revenue('4210', 'Pendapatan biaya penagihan', 'Dunning fee income'),
  interestIncome: revenue('4220', 'Pendapatan bunga keterlambatan', 'Late interest income'),

  costOfGoodsSold: expense('5110', 'Harga pokok penjualan', 'Cost of goods sold'),
  stockShrinkage: expense('5120', 'Selisih persediaan', 'Stock shrinkage'),
  cashRounding: expense('6110', 'Pembulatan tunai', 'Cash rounding'),
  tillDifferences: expense('6120', 'Selisih kas', 'Till differences'),
  bankFees: expense('6130', 'Biaya bank dan gerbang bayar', 'Bank and gateway fees'),
  commission: expense('6210', 'Komisi agen penagihan', 'Agency commission'),
  badDebt: expense('6310', 'Piutang tak tertagih', 'Bad debt expense'),
} as const satisfies Readonly<Record<string, Account>>;

export type AccountName = keyof typeof ACCOUNTS;

/** The code under which the books keep an account. */
export function accountCode(name: AccountName): string {
  return ACCOUNTS[name].code;
}

function asset(code: string, id: string, en: string): Account {
  return { code, kind: 'asset', name: { id, en } };
}

function liability(code: string, id: string, en: string): Account {
  return { code, kind: 'liability', name: { id, en } };
}

function equity(code: string, id: string, en: string): Account {
  return { code, kind: 'equity', name: { id, en } };
}

function revenue(code: string, id: string, en: string): Account {
  return { code, kind: 'revenue', name: { id, en } };
}

function expense(code: string, id: string, en: string): Account {
  return { code, kind: 'expense', name: { id, en } };
}
