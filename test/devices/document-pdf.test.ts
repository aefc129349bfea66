import type { A4Document } from '../../devices/document-pdf/a4-content.js';
import { drawA4Document } from '../../devices/document-pdf/a4-document.js';
import { breakLines, fontRuns } from '../../devices/document-pdf/font-runs.js';
import { drawReceiptPdf } from '../../devices/document-pdf/receipt-pdf.js';
import { toLogo } from '../../devices/logo/to-logo.js';
import { renderReceipt } from '../../devices/receipt/receipt-document.js';
import { aLogoFile } from '../support/pictures.js';
import { pictureOf, readPdf } from './read-pdf.js';
import { readQr } from './read-qr.js';
import { aReceiptSale, rupiah } from './a-receipt-sale.js';

describe('the receipt as a PDF', () => {
  it('is the same file for the same sale, dated when the sale was', async () => {
    const first = await drawReceiptPdf(renderReceipt(aReceiptSale()));
    const second = await drawReceiptPdf(renderReceipt(aReceiptSale()));
    expect(second.equals(first)).toBe(true);
    expect(first.includes('(D:20261122070531Z)')).toBe(true);
  });

  it('says what the printed receipt says', async () => {
    const text = textIn(await drawReceiptPdf(renderReceipt(aReceiptSale())));
    for (const word of [
      'Toko Cahaya',
      'JKT1-01-26-000123',
      'Rp223.800',
      '26.200',
      'PPN 12% x 11/12 (A)',
    ]) {
      expect(text).toContain(word);
    }
  });

  it('is one page on an 80 mm roll, longer for a longer receipt', async () => {
    const short = readPdf(await drawReceiptPdf(renderReceipt(aReceiptSale())));
    const lines = Array.from({ length: 60 }, () => aReceiptSale().lines).flat();
    const long = readPdf(await drawReceiptPdf(renderReceipt(aReceiptSale({ lines }))));
    expect([short.length, long.length]).toEqual([1, 1]);
    expect(short[0]?.width).toBeCloseTo((80 / 25.4) * 72, 1);
    expect(long[0]?.height).toBeGreaterThan((short[0]?.height ?? 0) + 1500);
  });

  it('shows the id of the sale as a QR code that can be scanned', async () => {
    const pages = readPdf(await drawReceiptPdf(renderReceipt(aReceiptSale())));
    expect(pages.map((page) => readQr(pictureOf(page)))).toEqual([
      { payload: `urn:uuid:${aReceiptSale().saleId}`, isQuietAround: true },
    ]);
  });

  it('keeps the accents that a printer cannot show', async () => {
    const onAccount = { customerName: 'Nguyễn Thị Đào', amount: rupiah(1) };
    expect(textIn(await drawReceiptPdf(renderReceipt(aReceiptSale({ onAccount }))))).toContain(
      'Nguyễn Thị Đào',
    );
  });
});

describe('the logo on a PDF', () => {
  const logo = toLogo(aLogoFile());
  const logoId = '01937f5e-8a10-7c3e-9d42-5b6a7c8d9e10';

  it('stands above the receipt, whose words stay', async () => {
    const document = renderReceipt(aReceiptSale({ seller: { ...aReceiptSale().seller, logoId } }));
    const [page] = readPdf(await drawReceiptPdf(document, logo));
    const [plain] = readPdf(await drawReceiptPdf(renderReceipt(aReceiptSale())));
    expect(page?.height).toBeGreaterThan((plain?.height ?? 0) + 40);
    await expect(drawReceiptPdf(document)).rejects.toThrow('logo');
  });

  it('stands above the name of the seller on a letter, once, and every word stays', async () => {
    const invoice = anInvoice();
    const withLogo = { ...invoice, seller: { ...invoice.seller, logo } };
    const drawn = await drawA4Document(withLogo, 'id');
    const plain = await drawA4Document(invoice, 'id');
    const images = (pdf: Buffer) => pdf.toString('latin1').split('/Subtype /Image').length - 1;
    expect([images(drawn), images(plain)]).toEqual([1, 0]);
    expect(textIn(drawn)).toBe(textIn(plain));
    expect((await drawA4Document(withLogo, 'id')).equals(drawn)).toBe(true);
  });
});

describe('an A4 document', () => {
  it('is the same file for the same content', async () => {
    const [first, second] = [
      await drawA4Document(anInvoice(), 'id'),
      await drawA4Document(anInvoice(), 'id'),
    ];
    expect(first.equals(second)).toBe(true);
  });

  it.each([
    ['Chinese', '陳美麗'],
    ['Korean', '김민수'],
    ['Japanese', 'さくら'],
    ['Thai', 'สมชาย'],
    ['Tamil', 'முருகன்'],
    ['Hebrew', 'דוד'],
    ['Javanese', 'ꦗꦮ'],
    ['Khmer', 'សុខ'],
  ])('shows a name in %s letters, beside Latin ones', async (_script, name) => {
    const buyer = { name: `PT ${name} Makmur`, lines: [] };
    const text = textIn(await drawA4Document({ ...anInvoice(), buyer }, 'id'));
    expect(text.replaceAll(/\s/g, '')).toContain(name.replaceAll(/\s/g, ''));
    expect(text).toContain('Makmur');
    expect(text).not.toContain('?');
  });

  it('joins letters that are written joined, and sets them from right to left', async () => {
    for (const name of ['محمد علي', 'राजेश शर्मा']) {
      const pdf = await drawA4Document({ ...anInvoice(), buyer: { name, lines: [] } }, 'id');
      expect(textIn(pdf)).not.toContain('?');
      expect(pdf.length).toBeLessThan(200_000);
    }
    expect(fontRuns('CV محمد علي Jaya', 'sans')).toEqual([
      { font: 'sans', text: 'CV ' },
      { font: 'arabic', text: 'محمد علي' },
      { font: 'sans', text: ' Jaya' },
    ]);
  });

  it('breaks a long name in any letters within its column', async () => {
    const width = 40;
    const widthOf = (text: string) => Array.from(text).length * 10;
    expect(breakLines('PT 陳美麗王小明', { width, widthOf })).toEqual(['PT 陳', '美麗王小', '明']);
    expect(breakLines('김민수박지성이', { width, widthOf })).toEqual(['김민수박', '지성이']);
    expect(breakLines('a b\nc', { width, widthOf })).toEqual(['a b', 'c']);
  });

  it('says everything it was given', async () => {
    const text = textIn(await drawA4Document(anInvoice(), 'id'));
    const words = [
      'Faktur',
      'BELUM DIBAYAR',
      'PT Nusa Cahaya Retailindo',
      'KEPADA',
      'CV Maju Bersama',
      'INV/JKT1/2026/000042',
      'Yth. Ibu Ratna,',
      'Beras Pandan Wangi 5 kg',
      'BER-005',
      '895.000',
      'Jumlah tagihan',
      'Rp8.940.000',
      'Cara pembayaran',
      '8808 0012 3456 7890',
      'Pindai',
      'Terima kasih.',
      'penagihan@example.com',
      'Halaman 1 dari 1',
    ];
    for (const word of words) expect(text).toContain(word);
    expect(textIn(await drawA4Document(anInvoice(), 'en'))).toContain('Page 1 of 1');
  });

  it('shows how to pay as a QR code that can be scanned', async () => {
    const [page] = readPdf(await drawA4Document(anInvoice(), 'id'));
    expect(page && readQr(pictureOf(page))).toEqual({
      payload: 'LUNAS-000042',
      isQuietAround: true,
    });
  });

  it('goes on over pages with the head of the table, and numbers them', async () => {
    const document = await drawA4Document(anInvoice({ rows: 80 }), 'id');
    const pages = readPdf(document);
    const withRows = pages.filter(({ text }) => text.includes('BER-005'));
    expect(withRows.length).toBeGreaterThan(3);
    for (const { text } of withRows) expect(text).toContain('Barang\nJumlah\nTotal');
    const rows = pages.flatMap(({ text }) => [...text.matchAll(/Beras Pandan Wangi 5 kg/g)]);
    expect(rows).toHaveLength(80);
    pages.forEach(({ text }, index) => {
      expect(text).toContain(`Halaman ${index + 1} dari ${pages.length}`);
    });
    for (const { width, height } of pages) expect([width, height]).toEqual([595.28, 841.89]);
  });

  it('needs neither table nor totals nor payment: a letter is a document too', async () => {
    const { seller, buyer, createdAt } = anInvoice();
    const letter = {
      title: 'Surat',
      seller,
      buyer,
      createdAt,
      meta: [],
      totals: [],
      notes: [],
      footer: '',
    };
    const pages = readPdf(
      await drawA4Document({ ...letter, opening: ['Halo.', 'x '.repeat(9000)] }, 'id'),
    );
    expect(pages.length).toBeGreaterThan(0);
  });

  it('makes text from outside harmless', async () => {
    const invoice = anInvoice();
    const hostile = { ...invoice, buyer: { name: 'A\u202E\x1B\x00(\\) 苹果 🍎 𠮷𠮷', lines: [] } };
    expect(textIn(await drawA4Document(hostile, 'id'))).toMatch(/A\(\\\)\s+苹果\s+\?/);
  });
});

function anInvoice({ rows = 4 }: { rows?: number } = {}): A4Document {
  return {
    title: 'Faktur',
    createdAt: '2026-11-22T07:00:00Z',
    status: { text: 'BELUM DIBAYAR', tone: 'neutral' },
    seller: {
      name: 'PT Nusa Cahaya Retailindo',
      lines: ['Jl. Kenanga Raya No. 18', 'Jakarta Pusat 10110'],
    },
    buyer: { name: 'CV Maju Bersama', lines: ['Jl. Merpati 7', 'Bandung 40115'] },
    meta: [
      ['No. faktur', 'INV/JKT1/2026/000042'],
      ['Jatuh tempo', '22 Des 2026'],
    ],
    opening: ['Yth. Ibu Ratna,'],
    table: {
      columns: [
        { label: 'Barang', align: 'left', share: 5 },
        { label: 'Jumlah', align: 'right', share: 1 },
        { label: 'Total', align: 'right', share: 2 },
      ],
      rows: Array.from({ length: rows }, () => [
        { text: 'Beras Pandan Wangi 5 kg', detail: 'BER-005' },
        '12 sak',
        '895.000',
      ]),
    },
    totals: [
      ['Subtotal', 'Rp9.000.000'],
      ['Jumlah tagihan', 'Rp8.940.000'],
    ],
    payment: {
      heading: 'Cara pembayaran',
      rows: [['Virtual account', '8808 0012 3456 7890']],
      qr: { payload: 'LUNAS-000042', caption: 'Pindai' },
    },
    notes: ['Terima kasih.'],
    footer: 'penagihan@example.com',
  };
}

function textIn(pdf: Buffer): string {
  return readPdf(pdf)
    .map(({ text }) => text)
    .join('\n');
}
