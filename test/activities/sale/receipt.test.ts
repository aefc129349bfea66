import { receiptOf } from '../../../activities/sale/capture/capture-answer.js';
import type { StoredSale } from '../../../prisma/commands/sale.js';
import { taxNames } from '../../../activities/sale/tax-names.js';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { rupiah } from '../../support/a-sale.js';
import { asOwner } from '../../support/books.js';
import { testContext } from '../../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks();
});
afterAll(() => trade.close());

const SALES: Readonly<Record<string, Partial<SaleBody>>> = {
  'paid in cash with change': {
    lines: [{ sku: 'KOPI-250', quantity: '3', discount: rupiah(5_050) }],
    tenders: [{ type: 'cash', amount: rupiah(129_900), tendered: rupiah(150_000) }],
  },
  'weighed, exempt and taxed together, in English': {
    lines: [
      { sku: 'BERAS-KG', quantity: '0.75' },
      { sku: 'TEH-100', quantity: '2' },
      { sku: 'JASA-KADO', quantity: '1' },
    ],
    tenders: [{ type: 'card', amount: rupiah(58_250), reference: 'EDC-77' }],
    language: 'en',
  },
  'partly on account': {
    customer: 'C-0002',
    lines: [{ sku: 'KURSI-01', quantity: '2' }],
    tenders: [
      { type: 'qris', amount: rupiah(500_000), reference: 'QR-1' },
      { type: 'onAccount', amount: rupiah(1_000_000) },
    ],
  },
  'kept for later': {
    delivery: { kind: 'later' },
  },
};

describe('a receipt', () => {
  it.each(Object.entries(SALES))(
    'of a sale %s is the same on paper as in the answer to the till, original and copy',
    async (_name, changes) => {
      const { sale } = await trade.sell(changes);
      const stored = await storedSale(sale.id);
      const copy = { number: 2, printedAt: trade.clock.iso(), by: 'Sri' };

      expect(receiptOf(stored)).toEqual(sale.receipt);
      expect(receiptOf({ ...stored, copy })).not.toEqual(sale.receipt);
    },
  );

  it('of a sale on account says when it is due and what its cashier is called', async () => {
    const { sale } = await trade.sell({ ...SALES['partly on account'], cashier: 'Sari Wulandari' });
    const text = JSON.stringify(sale.receipt.blocks);
    expect(text).toMatch(/"Jatuh tempo[^"]*"/);
    expect(text).toContain('"Tanda tangan"');
    expect(text).toContain('"Sari Wulandari"');
    const later = await trade.sell({ ...SALES['partly on account'], delivery: { kind: 'later' } });
    expect(JSON.stringify(later.sale.receipt.blocks)).not.toContain('Jatuh tempo');
  });

  it('says years later what it said then, whatever the seller, the customer and the taxes are called now', async () => {
    const { sale } = await trade.sell(SALES['partly on account']);
    await trade.database.transaction(testContext(), async (tx) => {
      await tx.store.updateMany({ data: { name: 'Toko Pindah', address: 'Jl. Baru No. 99' } });
      await tx.legalEntity.updateMany({ data: { legalName: 'PT Nama Baru' } });
      await tx.customer.updateMany({ data: { name: 'Pelanggan Lain' } });
    });
    await asOwner(trade.books, async (tx) => {
      await tx.taxRule.updateMany({ data: { labelEn: 'GST', labelId: 'PajakX' } });
      await tx.legalEntity.updateMany({ data: { taxNumber: '999' } });
    });
    expect(receiptOf(await storedSale(sale.id))).toEqual(sale.receipt);
  });
});

/** All that a receipt is made of, as the books keep it. */
async function storedSale(saleId: string) {
  const { number, priced } = await trade.database.prisma.sale.findUniqueOrThrow({
    where: { id: saleId },
  });
  return { saleId, number, priced: priced as unknown as StoredSale };
}

describe('taxNames', () => {
  const rule = {
    code: 'PPN',
    labelEn: 'VAT',
    labelId: 'PPN',
    validFrom: new Date('2022-04-01'),
    rateNumerator: 11,
    rateDenominator: 100,
    baseNumerator: 1,
    baseDenominator: 1,
  };
  const later = {
    ...rule,
    validFrom: new Date('2025-01-01'),
    rateNumerator: 12,
    baseNumerator: 11,
    baseDenominator: 12,
  };
  const free = { ...rule, code: 'FREE', labelId: 'Bebas', rateNumerator: 0 };
  const rules = [later, free, rule];

  it('say the rate that was valid on the day, whatever the order of the rules', () => {
    const on = (businessDate: string) => taxNames(rules, { language: 'id', businessDate })('PPN');
    expect(on('2024-12-31')).toEqual({ label: 'PPN', rate: '11%' });
    expect(on('2025-01-01')).toEqual({ label: 'PPN', rate: '12% x 11/12' });
  });

  it('speak the language of the paper, and print no rate where there is none', () => {
    const english = taxNames(rules, { language: 'en', businessDate: '2026-01-01' });
    expect(english('PPN').label).toBe('VAT');
    expect(taxNames(rules, { language: 'id', businessDate: '2026-01-01' })('FREE')).toEqual({
      label: 'Bebas',
      rate: '',
    });
    expect(english('UNKNOWN')).toEqual({ label: 'UNKNOWN', rate: '' });
    expect(taxNames([later], { language: 'en', businessDate: '2024-01-01' })('PPN').label).toBe(
      'PPN',
    );
  });
});
