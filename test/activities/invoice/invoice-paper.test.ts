import { loadInvoicePaper } from '../../../activities/invoice/invoice-paper.js';
import { invoiceDocument } from '../../../activities/invoice/render-invoice.js';
import type { SaleBody } from '../../../contract/sale/sale-body.js';
import { rupiah } from '../../support/a-sale.js';
import { verifyAfterEach } from '../../support/books.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks();
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('the invoice of a sale that was partly paid in cash', () => {
  it('says what was paid and what cash was rounded by, each for itself', async () => {
    const paper = await invoiced({ cash: 9_900, onAccount: 10_000 });
    expect(paper).toMatchObject({ total: 19_995n, rounding: 95n, prepaid: 9_900n, open: 10_000n });
    expect(invoiceDocument(paper).totals.slice(-4)).toEqual([
      ['Total', 'Rp19.995'],
      ['Pembulatan', '-Rp95'],
      ['Sudah dibayar di kasir', '-Rp9.900'],
      ['Yang harus dibayar', 'Rp10.000'],
    ]);
  });

  it('says nothing of a rounding when there was none', async () => {
    const paper = await invoiced({ cash: 9_995, onAccount: 10_000 });
    expect(paper).toMatchObject({ rounding: 0n, prepaid: 9_995n });
    expect(invoiceDocument(paper).totals.flat()).not.toContain('Pembulatan');
  });
});

describe('the invoice of a basket', () => {
  it('adds up line by line where some prices include their tax and others do not', async () => {
    const paper = await invoiceOf({
      lines: [
        { sku: 'KOPI-250', quantity: '1' },
        {
          sku: 'KABEL-1',
          quantity: '1',
          name: 'Kabel',
          unitPrice: rupiah(10_000),
          priceIncludesTax: false,
        },
      ],
      tenders: [{ type: 'onAccount', amount: rupiah(56_100) }],
    });
    const { table, totals } = invoiceDocument(paper);
    expect(table?.rows.map((row) => [row[0], row.at(-1)])).toEqual([
      [{ text: expect.any(String), detail: 'KOPI-250' }, 'Rp45.000'],
      [{ text: 'Kabel', detail: 'KABEL-1 | ditambah pajak Rp1.100' }, 'Rp11.100'],
    ]);
    expect(totals.at(-1)).toEqual(['Yang harus dibayar', 'Rp56.100']);
  });

  it('names each promotion under its item, with what it gave', async () => {
    const promotions = [{ code: 'HEMAT', amount: rupiah(5_000) }];
    const paper = await invoiceOf({
      lines: [{ sku: 'KOPI-250', quantity: '1', discount: rupiah(1_000), promotions }],
      tenders: [{ type: 'onAccount', amount: rupiah(39_000) }],
    });
    expect(invoiceDocument(paper).table?.rows.map((row) => [row[0], ...row.slice(-2)])).toEqual([
      [{ text: expect.any(String), detail: 'KOPI-250 | HEMAT -Rp5.000' }, '-Rp6.000', 'Rp39.000'],
    ]);
  });

  it('names the rate of the day of supply, whenever it was issued', async () => {
    const paper = await invoiceOf({
      businessDate: '2024-12-31',
      lines: [{ sku: 'KOPI-250', quantity: '1' }],
      tenders: [{ type: 'onAccount', amount: rupiah(45_000) }],
    });
    expect(paper.taxes).toMatchObject([{ rate: '11%' }]);
  });
});

/** 1.333 kg of rice at Rp15,000. */
async function invoiced({ cash, onAccount }: Readonly<{ cash: number; onAccount: number }>) {
  return invoiceOf({
    mode: 'online',
    lines: [{ sku: 'BERAS-KG', quantity: '1.333' }],
    tenders: [
      { type: 'cash', amount: rupiah(cash) },
      { type: 'onAccount', amount: rupiah(onAccount) },
    ],
  });
}

async function invoiceOf(changes: Partial<SaleBody>) {
  const customer = trade.shop.customers.warung.number;
  const { sale } = await trade.sell({ customer, mode: 'completed', ...changes });
  const invoice = await trade.sales.issueInvoice({ saleId: sale.id });
  if (invoice.kind !== 'invoiced') throw new Error('what is on account is invoiced');
  return loadInvoicePaper(trade.database, invoice);
}
