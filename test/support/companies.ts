import type { ImportKindName } from '../../contract/imports/kinds.js';

/** The files that an invented company hands in, in the order in which they go in. */
export type CompanyFiles = Readonly<{
  name: string;
  files: readonly Readonly<{ kind: ImportKindName; content: Buffer }>[];
  /** The balances of the old books, debit positive. */
  trialBalance: Readonly<Record<string, bigint>>;
  /** Lines of the items file that are wrong, with the code of what is wrong. */
  badItems: readonly (readonly [line: number, code: string])[];
}>;

const ITEMS = 1_000;
const CUSTOMERS = 40;
const INVOICES = 30;

/** Where in the items file the two mistakes are, by index. */
const BAD = { price: 99, barcode: 700 };

type Row = readonly string[];
type Table = Readonly<{ header: Row; rows: readonly Row[] }>;

function many(count: number, row: (index: number) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

const sku = (index: number) => `B${String(index).padStart(4, '0')}`;
const partner = (index: number) => `P${String(index).padStart(3, '0')}`;

/** Each item lies there ten times, worth 50,000; each invoice has 100,000 open. */
const STOCK_WORTH = BigInt(ITEMS - 2) * 50_000n;
const OWED = BigInt(INVOICES) * 100_000n;

const TRIAL_BALANCE = {
  '1110': 1_500_000n,
  '1120': 20_000_000n,
  '1210': OWED,
  '1310': STOCK_WORTH,
  '2310': -750_000n,
  '3110': -(1_500_000n + 20_000_000n + OWED + STOCK_WORTH - 750_000n),
};

/** Indices of the items that came in. */
function goodItems(): number[] {
  const all = Array.from({ length: ITEMS }, (_, index) => index);
  return all.filter((index) => index !== BAD.price && index !== BAD.barcode);
}

/** Quoted, with commas and decimal points, as Odoo exports lists. */
export function odooCompany(): CompanyFiles {
  const quoted = ({ header, rows }: Table) =>
    Buffer.from(
      [header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n') +
        '\r\n',
    );
  return {
    name: 'Odoo-shaped',
    files: [
      {
        kind: 'items',
        content: quoted({
          header: [
            'External ID',
            'Internal Reference',
            'Name',
            'Barcode',
            'Sales Price',
            'Product Category',
            'Unit of Measure',
            'Customer Taxes',
          ],
          rows: many(ITEMS, (index) => [
            `__export__.product_${index}`,
            sku(index),
            `Barang ${index}, isi 12`,
            index === BAD.barcode ? '8990000000010' : '',
            index === BAD.price ? 'n/a' : `${(index % 900) + 1},500.00`,
            'All / Saleable',
            'Units',
            'PPN',
          ]),
        }),
      },
      {
        kind: 'customers',
        content: quoted({
          header: ['Reference', 'Name', 'Street', 'Phone', 'Email', 'Tax ID'],
          rows: many(CUSTOMERS, (index) => [
            partner(index),
            `Toko ${index}`,
            `Jl. Contoh ${index}`,
            '0812-0000-0005',
            `toko${index}@example.test`,
            '',
          ]),
        }),
      },
      {
        kind: 'stock',
        content: quoted({
          header: ['Product/Internal Reference', 'Quantity', 'Value'],
          rows: goodItems().map((index) => [sku(index), '10.00', '50000.00']),
        }),
      },
      {
        kind: 'receivables',
        content: quoted({
          header: ['Number', 'Partner/Reference', 'Invoice/Bill Date', 'Due Date', 'Amount Due'],
          rows: many(INVOICES, (index) => [
            `INV/2026/${index}`,
            partner(index),
            '2026-05-01',
            '2026-06-15',
            '100000.00',
          ]),
        }),
      },
      {
        kind: 'balances',
        content: quoted({
          header: ['Account Code', 'Balance'],
          rows: [
            ['1110', '1500000.00'],
            ['1120', '20000000.00'],
            ['2310', '-750000.00'],
          ],
        }),
      },
    ],
    trialBalance: TRIAL_BALANCE,
    badItems: [
      [BAD.price + 2, 'IMPORT_NUMBER_UNREADABLE'],
      [BAD.barcode + 2, 'BARCODE_MALFORMED'],
    ],
  };
}

/** Tabs and UTF-16, as a spreadsheet saves an ERPNext list as "Unicode text". */
export function erpNextCompany(): CompanyFiles {
  const unicode = ({ header, rows }: Table) =>
    Buffer.from(
      `\uFEFF${[header, ...rows].map((row) => row.join('\t')).join('\r\n')}\r\n`,
      'utf16le',
    );
  return {
    name: 'ERPNext-shaped',
    files: [
      {
        kind: 'items',
        content: unicode({
          header: [
            'Item Code',
            'Item Name',
            'Item Group',
            'Default Unit of Measure',
            'Maintain Stock',
            'Barcode (Barcodes)',
            'Standard Selling Rate',
          ],
          rows: many(ITEMS, (index) => [
            sku(index),
            `Barang ${index}`,
            'Products',
            'Nos',
            '1',
            index === BAD.barcode ? '8,99E+12' : '',
            index === BAD.price ? '-1' : `${index + 1}500.0`,
          ]),
        }),
      },
      {
        kind: 'customers',
        content: unicode({
          header: ['ID', 'Customer Name', 'Customer Group', 'Tax ID', 'Mobile No', 'Email Id'],
          rows: many(CUSTOMERS, (index) => [partner(index), `Toko ${index}`, 'retail', '', '', '']),
        }),
      },
      {
        kind: 'stock',
        content: unicode({
          header: ['Item', 'Balance Qty', 'Balance Value'],
          rows: goodItems().map((index) => [sku(index), '10.0', '50000.0']),
        }),
      },
      {
        kind: 'receivables',
        content: unicode({
          header: ['ID', 'Customer', 'Posting Date', 'Due Date', 'Outstanding Amount'],
          rows: many(INVOICES, (index) => [
            `SINV-26-${index}`,
            partner(index),
            '2026-05-01',
            '2026-06-15',
            '100000.0',
          ]),
        }),
      },
      {
        kind: 'balances',
        content: unicode({
          header: ['Account Number', 'Closing (Dr)', 'Closing (Cr)'],
          rows: [
            ['1110', '1500000.0', '0.0'],
            ['1120', '20000000.0', '0.0'],
            ['2310', '0.0', '750000.0'],
          ],
        }),
      },
    ],
    trialBalance: TRIAL_BALANCE,
    badItems: [
      [BAD.price + 2, 'PRICE_NEGATIVE'],
      [BAD.barcode + 2, 'IMPORT_NUMBER_ROUNDED'],
    ],
  };
}

/** Semicolons, decimal commas, windows-1252, and a title above the header, as cashier apps of Indonesia export. */
export function cashierCompany(): CompanyFiles {
  const report = (title: string, { header, rows }: Table) =>
    Buffer.from(
      `${title}\r\n\r\n${[header, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`,
      'latin1',
    );
  return {
    name: 'cashier-app-shaped',
    files: [
      {
        kind: 'items',
        content: report('Laporan Produk', {
          header: ['Kode Produk', 'Nama Produk', 'Kategori', 'Satuan', 'Barcode', 'Harga Jual'],
          rows: many(ITEMS, (index) => [
            index === BAD.barcode ? '' : sku(index),
            index % 2 === 0 ? `Café ${index}` : `Barang ${index}`,
            'Umum',
            'pcs',
            '',
            index === BAD.price ? 'Rp 1.500,75' : `Rp ${(index % 900) + 1}.500,00`,
          ]),
        }),
      },
      {
        kind: 'customers',
        content: report('Daftar Pelanggan', {
          header: ['ID Pelanggan', 'Nama', 'No HP', 'Alamat'],
          rows: many(CUSTOMERS, (index) => [
            partner(index),
            `Toko ${index}`,
            '0812 0000 0005',
            `Jl. Contoh ${index}`,
          ]),
        }),
      },
      {
        kind: 'stock',
        content: report('Persediaan', {
          header: ['Kode Produk', 'Stok Akhir', 'Nilai Persediaan'],
          rows: goodItems().map((index) => [sku(index), '10,0', 'Rp 50.000,00']),
        }),
      },
      {
        kind: 'receivables',
        content: report('Piutang', {
          header: ['No Nota', 'Kode Pelanggan', 'Tanggal', 'Jatuh Tempo', 'Sisa Tagihan'],
          rows: many(INVOICES, (index) => [
            `N-${index}`,
            partner(index),
            '1 Mei 2026',
            '15/06/2026',
            'Rp 100.000,00',
          ]),
        }),
      },
      {
        kind: 'balances',
        content: report('Neraca Saldo', {
          header: ['Kode Akun', 'Debet', 'Kredit'],
          rows: [
            ['1110', '1.500.000,00', '0,00'],
            ['1120', '20.000.000,00', '0,00'],
            ['2310', '0,00', '750.000,00'],
          ],
        }),
      },
    ],
    trialBalance: TRIAL_BALANCE,
    badItems: [
      [BAD.price + 4, 'MONEY_TOO_PRECISE'],
      [BAD.barcode + 4, 'FIELD_REQUIRED'],
    ],
  };
}

/** A company that has only begun. */
export const A_COMPANY = {
  name: 'Toko Contoh',
  code: 'TCO',
  legalName: 'PT Toko Contoh Sejahtera',
  address: 'Jl. Contoh 1, Bandung 40111',
  taxNumber: '01.234.567.8-901.000',
  country: 'ID',
  currency: 'IDR',
  timeZone: 'Asia/Jakarta',
  language: 'id',
  booksFrom: undefined,
  bankAccount: { bankName: 'Bank Nusa Contoh', number: '8880001234', name: 'Operasional' },
};
