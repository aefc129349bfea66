import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkReceipt } from '../../devices/receipt/check-receipt.js';
import { PARTICULARS } from '../../devices/receipt/receipt-block.js';
import { renderReceipt } from '../../devices/receipt/receipt-document.js';
import { toLines, type PaperWidth } from '../../devices/receipt/receipt-lines.js';
import type { ReceiptSale } from '../../devices/receipt/receipt-sale.js';
import { projectRoot } from '../../platform/project-root.js';
import { refusalOf } from '../support/refusal-of.js';
import { aLine, aReceiptSale, aSeller, rupiah } from './a-receipt-sale.js';

const WIDTHS = [32, 42, 48] as const;
const LANGUAGES = ['id', 'en'] as const;

/** What was agreed to come out of the printer; written anew with UPDATE_GOLDEN=1 and then read by a person. */
const GOLDEN = join(projectRoot, 'test', 'golden', 'receipts');

const SALES: Readonly<Record<string, Partial<ReceiptSale>>> = {
  'mixed-tender': {},
  'on-account-copy': {
    pricesIncludeTax: false,
    copy: { number: 1, printedAt: '2026-11-23T02:00:00Z', by: 'Budi Santoso' },
    onAccount: {
      customerName: 'CV Maju Bersama Sentosa Abadi Jaya',
      amount: rupiah(123_800),
      dues: [{ dueOn: '2026-12-22', amount: rupiah(123_800) }],
    },
    delivery: { expectedText: '24 Nov 2026, 08.00-12.00' },
    businessDate: '2026-11-21',
    change: rupiah(0),
    tenders: [{ type: 'card', label: 'Kartu debit', amount: rupiah(100_000) }],
  },
};

describe('a receipt', () => {
  const cases = Object.keys(SALES).flatMap((name) =>
    LANGUAGES.flatMap((language) => WIDTHS.map((width) => [name, language, width] as const)),
  );

  it.each(cases)('of %s in %s on %i columns is as agreed', (name, language, width) => {
    const lines = toLines(renderReceipt(aReceiptSale({ ...SALES[name], language })), width);
    const path = join(GOLDEN, `${name}.${language}.${width}.txt`);
    const text = `${lines.join('\n')}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  it('adds up line by line where some prices include their tax and others do not', () => {
    const text = printedOf({
      lines: [
        aLine({
          name: 'Teh',
          unit: 'pcs',
          quantity: '1',
          unitPrice: rupiah(11_100),
          gross: rupiah(11_100),
          net: rupiah(11_100),
          taxCode: 'PPN',
        }),
        aLine({
          name: 'Kabel',
          unit: 'm',
          quantity: '1.5',
          unitPrice: rupiah(20_000),
          gross: rupiah(30_000),
          discount: rupiah(10_000),
          net: rupiah(20_000),
          taxCode: 'PPN',
          addedTax: rupiah(2_200),
        }),
      ],
      totals: {
        gross: rupiah(41_100),
        discount: rupiah(10_000),
        taxBase: rupiah(30_000),
        tax: rupiah(3_300),
        rounding: rupiah(0),
        total: rupiah(33_300),
      },
      taxes: [
        {
          code: 'PPN',
          label: 'PPN',
          rate: '12% x 11/12',
          base: rupiah(30_000),
          tax: rupiah(3_300),
        },
      ],
      pricesIncludeTax: false,
    });
    const [lines = '', totals = ''] = text.split(/Subtotal/);
    expect(lines).toMatch(/30\.000\n +Diskon +-10\.000\n +PPN 12% x 11\/12 +2\.200\n/);
    expect(totals).toMatch(/^ 2 barang +43\.300\nDiskon +-10\.000\nTOTAL +Rp33\.300\n/);
    expect(text).toContain('Total sudah termasuk pajak');
  });

  it('does not say that prices include a tax where nothing is taxed', () => {
    const text = printedOf({
      lines: [aLine()],
      taxes: [
        { code: 'EXEMPT', label: 'Bebas PPN', rate: '', base: rupiah(150_000), tax: rupiah(0) },
      ],
      totals: { ...aReceiptSale().totals, tax: rupiah(0) },
    });
    expect(text).not.toMatch(/termasuk pajak/i);
    expect(text).toMatch(/DPP Bebas PPN +150\.000\nPajak +0\n/);
  });

  it('says a number once where receipt and serial are one', () => {
    const sale = aReceiptSale({ receiptNumber: 'JKT1-01-000123', serial: 'JKT1-01-000123' });
    expect(printedOf(sale).match(/JKT1-01-000123/g)).toHaveLength(1);
    expect(checkReceipt(renderReceipt(sale))).toBeDefined();
  });

  it('says nothing of a discount when there was none, and is whole all the same', () => {
    const sale = aReceiptSale({
      lines: [aLine()],
      totals: { ...aReceiptSale().totals, discount: rupiah(0) },
    });
    expect(printedOf(sale)).not.toContain('Diskon');
    expect(checkReceipt(renderReceipt(sale))).toBeDefined();
  });

  it('names each promotion with what it took off, and the rest of the discount by itself', () => {
    const line = aLine({
      gross: rupiah(55_500),
      discount: rupiah(10_000),
      promotions: [
        { name: 'Teh ketiga gratis', amount: rupiah(7_000) },
        { name: 'Hemat', amount: rupiah(2_000) },
      ],
      net: rupiah(45_500),
    });
    const text = printedOf(aReceiptSale({ lines: [line] }));
    expect(text).toMatch(/Diskon +-1\.000\n +Teh ketiga gratis +-7\.000\n +Hemat +-2\.000\n/);
  });

  it('counts pieces, and what is measured as one', () => {
    const lines = [
      aLine({ quantity: '12', unit: 'pcs' }),
      aLine({ quantity: '2', unit: 'kg' }),
      aLine({ quantity: '0.745', unit: 'sak' }),
    ];
    expect(printedOf({ lines })).toContain('Subtotal 14 barang');
  });

  it('names the cashier, and no till in place of one', () => {
    expect(printedOf({})).toMatch(/Kasir +Sari Wulandari/);
    expect(printedOf({ cashier: 'JKT1-01' })).not.toContain('Kasir');
  });

  it('on account says when each part is due, and leaves room to sign', () => {
    const debt = { customerName: 'CV Maju', amount: rupiah(100_001) };
    const dues = [
      { dueOn: '2026-12-22', amount: rupiah(50_001) },
      { dueOn: '2027-01-21', amount: rupiah(50_000) },
    ];
    const text = printedOf({ onAccount: { ...debt, dues } });
    expect(text).toMatch(/Jatuh tempo 22 Des 2026 +50\.001\nJatuh tempo 21 Jan 2027 +50\.000\n/);
    expect(text).toMatch(/Tanda tangan +_{16}\n/);
    expect(printedOf({ onAccount: debt })).not.toContain('Jatuh tempo');
    expect(printedOf({})).not.toContain('Tanda tangan');
  });

  it('is the same every time', () => {
    expect(renderReceipt(aReceiptSale())).toEqual(renderReceipt(aReceiptSale()));
  });

  it('is repeated as a copy that differs in the banner and nothing else', () => {
    const copy = { number: 2, printedAt: '2026-11-23T02:00:00Z', by: 'Budi' };
    const original = toLines(renderReceipt(aReceiptSale()), 48);
    const [banner, printed, blank, ...rest] = toLines(renderReceipt(aReceiptSale({ copy })), 48);
    expect(banner?.trim()).toBe('SALINAN 2');
    expect(printed?.trim()).toBe('Dicetak ulang 23 Nov 2026 09:00 oleh Budi');
    expect(blank).toBe('');
    expect(rest).toEqual(original);
  });

  it('names the business date where it is not the day on the wall', () => {
    const sale = aReceiptSale({ businessDate: '2026-11-21' });
    expect(toLines(renderReceipt(sale), 48).join('\n')).toMatch(/Tanggal buku +21 Nov 2026/);
    expect(toLines(renderReceipt(aReceiptSale()), 48).join('\n')).not.toContain('Tanggal buku');
  });

  it('names the item by its SKU where its name has no letter that a printer has', () => {
    const lines = [
      aLine({ name: '🍎🍏', sku: 'BUA-017' }),
      aLine({ name: 'تفاح', sku: 'BUA-018' }),
    ];
    const text = toLines(renderReceipt(aReceiptSale({ lines })), 32).join('\n');
    expect(text).toContain('BUA-017\n');
    expect(text).toContain('BUA-018 ?\n');
  });

  it('cuts the longest names after two lines and never an amount', () => {
    const lines = [aLine({ name: 'Sangat '.repeat(60), gross: rupiah(999_999_999_999_999) })];
    const printed = toLines(renderReceipt(aReceiptSale({ lines })), 32);
    expect(printed.filter((line) => line.includes('Sangat'))).toHaveLength(2);
    expect(printed.find((line) => line.endsWith('..'))).toBeDefined();
    expect(printed.join('\n')).toContain('999.999.999.999.999');
  });

  it('refuses amounts that are no money, and says where', () => {
    const lines = [aLine({ gross: { amount: '150000.50', currency: 'IDR' } })];
    expect(refusalOf(() => renderReceipt(aReceiptSale({ lines })))).toMatchObject({
      code: 'MONEY_TOO_PRECISE',
    });
  });
});

describe('every line of a receipt', () => {
  it('fits the paper and is plain ASCII, whatever the names hold', () => {
    fc.assert(
      fc.property(anySale(), fc.constantFrom<PaperWidth>(...WIDTHS), (sale, width) => {
        for (const line of toLines(renderReceipt(sale), width)) {
          expect(line.length).toBeLessThanOrEqual(width);
          expect(line).toMatch(/^[\x20-\x7e]*$/);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the check of a receipt', () => {
  it('lets a whole receipt pass, also without discount and tax', () => {
    const plain = aReceiptSale({
      totals: { ...aReceiptSale().totals, discount: rupiah(0), tax: rupiah(0) },
      taxes: [],
    });
    for (const sale of [aReceiptSale(), plain]) {
      const document = renderReceipt(sale);
      expect(checkReceipt(document)).toBe(document);
    }
  });

  it.each(PARTICULARS)('refuses one that does not state %s', (field) => {
    const document = renderReceipt(aReceiptSale());
    const blocks = document.blocks.filter(
      (block) => !('states' in block) || block.states !== field,
    );
    const refusal = refusalOf(() => checkReceipt({ ...document, blocks }));
    expect(refusal).toMatchObject({ code: 'RECEIPT_INCOMPLETE', param: field });
    expect(refusal?.errors).toHaveLength(1);
  });

  it.each([
    ['seller.legalName', { seller: aSeller({ legalName: '' }) }],
    ['seller.address', { seller: aSeller({ address: ' ' }) }],
    ['seller.npwp', { seller: aSeller({ npwp: '' }) }],
    ['receiptNumber', { receiptNumber: '' }],
    ['serial', { serial: '🧾' }],
    ['lines', { lines: [] }],
    ['lines', { lines: [aLine(), aLine({ name: '', sku: '' })] }],
  ] as const)('refuses a sale without %s', (field, changes) => {
    const refusal = refusalOf(() => checkReceipt(renderReceipt(aReceiptSale(changes))));
    expect(refusal).toMatchObject({ code: 'RECEIPT_INCOMPLETE', param: field });
  });
});

function printedOf(changes: Partial<ReceiptSale>): string {
  return toLines(renderReceipt(aReceiptSale(changes)), 42).join('\n');
}

function anySale(): fc.Arbitrary<ReceiptSale> {
  const text = fc.string({ unit: 'binary', maxLength: 90 });
  const rupiahs = fc.integer({ min: -10_000_000, max: 900_000_000_000 }).map(rupiah);
  const line = fc.record({
    name: text,
    unit: text,
    quantity: fc.constantFrom('1', '0.125', '999999999.999'),
    unitPrice: rupiahs,
    gross: rupiahs,
    discount: rupiahs,
  });
  return fc
    .record({
      lines: fc.array(line, { maxLength: 4 }),
      cashier: text,
      receiptNumber: text,
      storeName: text,
      address: text,
      customerName: text,
      total: rupiahs,
      language: fc.constantFrom(...LANGUAGES),
    })
    .map(({ lines, storeName, address, customerName, total, ...others }) =>
      aReceiptSale({
        ...others,
        lines: lines.map((each) => aLine(each)),
        seller: aSeller({ storeName, address }),
        totals: { ...aReceiptSale().totals, total },
        onAccount: { customerName, amount: total },
      }),
    );
}
