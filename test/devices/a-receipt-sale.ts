import type { MoneyOnWire } from '../../domain/money/money.js';
import type {
  ReceiptSale,
  ReceiptSaleLine,
  ReceiptSeller,
} from '../../devices/receipt/receipt-sale.js';

/** Two taxed and one exempt item, a discount, cash rounding and change: every row a receipt can have. */
export function aReceiptSale(changes: Partial<ReceiptSale> = {}): ReceiptSale {
  return {
    seller: aSeller(),
    saleId: '01937f5e-8a10-7c3e-9d42-5b6a7c8d9e0f',
    receiptNumber: 'JKT1-01-26-000123',
    serial: 'JKT1.26.00000123',
    businessDate: '2026-11-22',
    capturedAt: '2026-11-22T14:05:31+07:00',
    zone: 'Asia/Jakarta',
    cashier: 'Sari Wulandari',
    terminalCode: 'JKT1-01',
    language: 'id',
    currency: 'IDR',
    lines: [
      aLine(),
      aLine({
        name: 'Minyak goreng kelapa sawit 1 L',
        sku: 'MIN-001',
        quantity: '3',
        unit: 'btl',
        unitPrice: rupiah(18_500),
        gross: rupiah(55_500),
        discount: rupiah(5_500),
        net: rupiah(50_000),
        taxCode: 'PPN',
      }),
      aLine({
        name: 'Apel Malang',
        sku: 'BUA-017',
        quantity: '0.745',
        unit: 'kg',
        unitPrice: rupiah(32_000),
        gross: rupiah(23_840),
        net: rupiah(23_840),
      }),
    ],
    totals: {
      gross: rupiah(229_340),
      discount: rupiah(5_500),
      taxBase: rupiah(218_885),
      tax: rupiah(4_955),
      rounding: rupiah(-40),
      total: rupiah(223_800),
    },
    taxes: [
      { code: 'PPN', label: 'PPN', rate: '12% x 11/12', base: rupiah(45_045), tax: rupiah(4_955) },
      { code: 'EXEMPT', label: 'Bebas PPN', rate: '', base: rupiah(173_840), tax: rupiah(0) },
    ],
    pricesIncludeTax: true,
    tenders: [
      {
        type: 'card',
        label: 'Kartu debit',
        amount: rupiah(100_000),
        reference: 'EDC 004512 / 7781',
      },
      {
        type: 'cash',
        label: 'Tunai',
        amount: rupiah(123_800),
        tendered: rupiah(150_000),
        change: rupiah(26_200),
      },
    ],
    change: rupiah(26_200),
    ...changes,
  };
}

export function aSeller(changes: Partial<ReceiptSeller> = {}): ReceiptSeller {
  return {
    legalName: 'PT Nusa Cahaya Retailindo',
    address: 'Jl. Kenanga Raya No. 18, Jakarta Pusat 10110',
    npwp: '0012.3456.7801.2000',
    storeName: 'Toko Cahaya',
    storeCode: 'JKT1',
    ...changes,
  };
}

export function aLine(changes: Partial<ReceiptSaleLine> = {}): ReceiptSaleLine {
  return {
    name: 'Beras Pandan Wangi 5 kg',
    sku: 'BER-005',
    quantity: '2',
    unit: 'sak',
    unitPrice: rupiah(75_000),
    gross: rupiah(150_000),
    discount: rupiah(0),
    net: rupiah(150_000),
    taxCode: 'EXEMPT',
    ...changes,
  };
}

export function rupiah(amount: number): MoneyOnWire {
  return { amount: String(amount), currency: 'IDR' };
}
