import { readFileSync } from 'node:fs';
import { Prisma } from '../../prisma/generated/client.js';
import { detailIn } from '../../web/src/words/detail-words.js';
import { FIELD_WORDS } from '../../web/src/words/field-words.js';

const PRICING = 'domain/pricing';
const CAPTURE = 'activities/sale/capture';
const SQL = 'prisma/functions';

/** Where a sentence is written, as it is written there, what is put into it, and what an Indonesian page says. */
const SENTENCES: readonly (readonly [string, string, readonly string[], string])[] = [
  [
    `${SQL}/stock/stock_shortage.sql`,
    '%s: %s %s sold, %s there',
    ['TEH-01', '29', 'pcs', '22'],
    'TEH-01: terjual 29 pcs, ada 22',
  ],
  [
    `${SQL}/sale/issue_identified_goods.sql`,
    '%s: %s %s sold, %s there',
    ['TEH-01', '29', 'pcs', '-2'],
    'TEH-01: terjual 29 pcs, ada -2',
  ],
  [
    `${SQL}/sale/check_sale_day.sql`,
    'the books of %s were closed',
    ['2026-06-30'],
    'buku tanggal 2026-06-30 sudah ditutup',
  ],
  [
    `${SQL}/sale/check_sale_day.sql`,
    'it says %s, %s days before it came',
    ['2026-06-01', '9'],
    'tertanggal 2026-06-01, 9 hari sebelum diterima',
  ],
  [
    `${SQL}/sale/take_receipt_number.sql`,
    'device sequence %s was used before',
    ['17'],
    'nomor urut perangkat 17 sudah pernah dipakai',
  ],
  [
    `${PRICING}/read-lines.ts`,
    'The price list has another price for item ${item.sku}.',
    ['TEH-01'],
    'Harga TEH-01 di daftar harga berbeda.',
  ],
  [
    `${PRICING}/read-lines.ts`,
    'Item ${item.sku} is sold in steps of ${quantityToWire(item.quantityStepMilli)} ${item.unit}.',
    ['BERAS', '0.5', 'kg'],
    'BERAS dijual per 0.5 kg.',
  ],
  [
    `${PRICING}/read-lines.ts`,
    'No item has this barcode.',
    [],
    'Tidak ada barang dengan barcode ini.',
  ],
  [`${PRICING}/read-lines.ts`, 'No item has this SKU.', [], 'Tidak ada barang dengan SKU ini.'],
  [
    `${PRICING}/read-lines.ts`,
    'Item ${sku} has the tax code ${taxCode}, which has no rule on the day of the sale.',
    ['TEH', 'PPN'],
    'Kode pajak PPN milik TEH tidak punya aturan pada hari penjualan.',
  ],
  [
    `${PRICING}/settle-tenders.ts`,
    'The sale comes to ${due} ${total.currency}, the tenders to ${paid} ${offered.currency}.',
    ['45000', 'IDR', '43000', 'IDR'],
    'Penjualannya Rp45.000, pembayarannya Rp43.000.',
  ],
  [
    `${PRICING}/settle-tenders.ts`,
    '${moneyToWire(missing).amount} ${missing.currency} is missing, which is not what cash is rounded by.',
    ['51', 'IDR'],
    'Kurang Rp51; pembulatan tunai bukan sebesar itu.',
  ],
  [
    `${PRICING}/settle-tenders.ts`,
    'Less cash was handed over than the tender pays.',
    [],
    'Uang tunai yang diterima kurang dari yang dibayar.',
  ],
  [
    `${PRICING}/settle-tenders.ts`,
    'Only cash can be handed over in excess.',
    [],
    'Hanya uang tunai yang boleh lebih.',
  ],
  [
    `${PRICING}/settle-tenders.ts`,
    'Cash was handed over that pays nothing.',
    [],
    'Ada uang tunai diterima yang tidak membayar apa pun.',
  ],
  [
    `${PRICING}/tender-limits.ts`,
    'A sale takes at most ${amount} ${currency} by ${type}.',
    ['5000000', 'IDR', 'qris'],
    'Satu penjualan paling banyak Rp5.000.000 dengan qris.',
  ],
  [
    `${CAPTURE}/capture-input.ts`,
    'Expected ${say(exception.expected)}, given ${say(exception.given)}.',
    ['45000 IDR', '43000 IDR'],
    'Seharusnya Rp45.000, yang dikirim Rp43.000.',
  ],
  [
    `${CAPTURE}/capture-input.ts`,
    'Booked as it was sold: ${name}, ${amount(price)}, tax ${tax}.',
    ['Es Teh, besar', '9000 IDR', 'PPN'],
    'Dibukukan seperti dijual: Es Teh, besar, Rp9.000, pajak PPN.',
  ],
  [
    `${CAPTURE}/choose-terms.ts`,
    'There is no price list ${priceVersion}.',
    ['99'],
    'Daftar harga 99 tidak ada.',
  ],
  [
    `${CAPTURE}/choose-terms.ts`,
    'The business date ${businessDate} is before there was a tax rule for it.',
    ['2001-01-01'],
    'Untuk tanggal usaha 2001-01-01 belum ada aturan pajak.',
  ],
  [
    `${CAPTURE}/choose-terms.ts`,
    'The business date ${businessDate} has not come yet.',
    ['2030-01-01'],
    'Tanggal usaha 2030-01-01 belum tiba.',
  ],
  [
    `${CAPTURE}/find-buyer.ts`,
    'nobody is known as ${maskCardNumberCode(reference)}; booked without a customer',
    ['C-99'],
    'tidak ada yang dikenal sebagai C-99; dibukukan tanpa pelanggan',
  ],
  [
    `${CAPTURE}/find-buyer.ts`,
    '${customer.number} is not active any more',
    ['C-0002'],
    'C-0002 sudah tidak aktif',
  ],
  [
    `${CAPTURE}/without-card-numbers.ts`,
    'A card number was sent; it is kept masked.',
    [],
    'Nomor kartu terkirim; yang disimpan sudah ditutup sebagian.',
  ],
];
/** Named by nobody on a page: they identify a row. */
const KEYS: readonly string[] = ['id', 'version'];

describe('what the books note', () => {
  it.each(SENTENCES)('is said in Indonesian as %s writes it: %s', (...sentence) => {
    const [file, written, values, said] = sentence;
    expect(readFileSync(file, 'utf8')).toContain(written);
    const left = [...values];
    const noted = written.replaceAll(/%s|\$\{[^}]+\}/g, () => left.shift() ?? '');
    expect(detailIn('id', noted)).toBe(said);
    expect(detailIn('id', `${noted}; ${noted}`)).toBe(`${said}; ${said}`);
  });

  it('names a line or a tender as people count them, and amounts as everywhere', () => {
    const noted =
      'lines[0].unitPrice: The price list has another price for item TEH-01. Expected 45000 IDR, given 43000 IDR.';
    expect(detailIn('en', noted)).toBe(
      'Line 1: The price list has another price for item TEH-01. Expected Rp45.000, given Rp43.000.',
    );
    expect(detailIn('id', noted)).toBe(
      'Baris 1: Harga TEH-01 di daftar harga berbeda. Seharusnya Rp45.000, yang dikirim Rp43.000.',
    );
    expect(detailIn('id', 'tenders[1].tendered: Only cash can be handed over in excess.')).toBe(
      'Pembayaran 2: Hanya uang tunai yang boleh lebih.',
    );
    expect(detailIn('en', 'businessDate: The business date 2030-01-01 has not come yet.')).toBe(
      'The business date 2030-01-01 has not come yet.',
    );
  });

  it('names a line of a file in the language of the page, and leaves other words alone', () => {
    expect(detailIn('id', 'line 9, line 12')).toBe('baris 9, baris 12');
    expect(detailIn('en', 'line 9')).toBe('line 9');
    expect(detailIn('id', 'Toko {1} online 9')).toBe('Toko {1} online 9');
  });
});

describe('the fields of a change that two people make', () => {
  const fields = Object.keys(Prisma.DunningPolicyScalarFieldEnum).filter(
    (field) => !KEYS.includes(field),
  );
  it.each(fields)('of a policy: %s has a name in both languages', (field) => {
    expect(FIELD_WORDS[field]).toEqual({
      en: expect.stringMatching(/^[A-Z]/),
      id: expect.stringMatching(/^[A-Z]/),
    });
  });
});
