import { addBarcode } from '../../../activities/catalogue/item-barcodes.js';
import { undoImport } from '../../../activities/imports/undo-import.js';
import type { NewImport } from '../../../activities/imports/receive-import.js';
import { verifyAfterEach } from '../../support/books.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { bringIn as bring, faultsOf } from '../../support/imports.js';
import { createShop, testContext } from '../../support/shop.js';

const opened = useEmptyBooks();
const database = () => opened().database;

beforeAll(() => createShop(database()));
verifyAfterEach(() => ({ database: database() }));

function bringIn(kind: NewImport['kind'], content: string, mode: NewImport['mode'] = 'write') {
  return bring(database(), content, { kind, mode });
}

async function changesOf(importId: string) {
  const rows = await database().prisma.importRow.findMany({
    where: { importId },
    orderBy: { line: 'asc' },
  });
  return rows.map(({ changes }) => changes);
}

function item(sku: string) {
  return database().prisma.item.findUniqueOrThrow({
    where: { sku },
    include: {
      barcodes: { where: { removedAt: null }, orderBy: { barcode: 'asc' } },
      prices: { orderBy: { version: 'desc' }, take: 1 },
    },
  });
}

const ITEMS = 'sku,name,harga,taxCode,merek,barcode\n';

describe('a second file of items', () => {
  it('changes what it says and nothing else; the dry run says what, before and after', async () => {
    await bringIn('items', `${ITEMS}C-1,Kopi,100,PPN,Contoh,8990000000013\nC-2,Teh,200,PPN,,\n`);
    const { id: itemId } = await item('C-1');
    await database().transaction(testContext(), (tx) =>
      addBarcode(tx, { itemId, barcode: '8990000000020' }),
    );
    const second = 'sku,name,harga,barcode\nC-1,Kopi bubuk,150,8990000000037\nC-2,Teh,200,\n';
    const dry = await bringIn('items', second, 'dry-run');
    expect(dry.rows).toEqual({ 'would-be-written': 1, known: 1 });
    const changes = [
      { field: 'name', before: 'Kopi', after: 'Kopi bubuk' },
      {
        field: 'barcodes',
        before: '8990000000013|8990000000020',
        after: '8990000000013|8990000000020|8990000000037',
      },
      { field: 'unitPrice', before: '100', after: '150' },
    ];
    expect(await changesOf(dry.id)).toEqual([changes, null]);
    expect((await item('C-1')).name).toBe('Kopi');

    const { id, rows } = await bringIn('items', second);
    expect(rows).toEqual({ written: 1, known: 1 });
    expect(await changesOf(id)).toEqual([changes, null]);
    expect(await item('C-1')).toMatchObject({
      id: itemId,
      name: 'Kopi bubuk',
      brand: 'Contoh',
      prices: [{ unitAmount: 150n }],
      barcodes: [{}, {}, { barcode: '8990000000037' }],
    });

    await database().transaction(testContext(), (tx) =>
      undoImport(tx, testContext(), { importId: id }),
    );
    expect(await item('C-1')).toMatchObject({
      name: 'Kopi',
      active: true,
      prices: [{ unitAmount: 100n }],
    });
    expect((await item('C-1')).barcodes).toHaveLength(2);
    expect((await item('C-2')).active).toBe(true);
  });

  it('is refused row by row by the rules of the calls that change an item', async () => {
    await bringIn('items', `${ITEMS}C-3,Gula,100,PPN,,8990000000044\nC-4,Garam,100,PPN,,\n`);
    const { id, rows } = await bringIn(
      'items',
      `${ITEMS}C-3,Gula,200,NIHIL,,\nC-4,Garam,300,PPN,,8990000000044\nC-4,Garam,400,PPN,,\n`,
    );
    expect(rows).toEqual({ refused: 3 });
    expect(await faultsOf(database(), id)).toEqual([
      [2, 'taxCode', 'TAX_CODE_UNKNOWN'],
      [3, 'barcode', 'BARCODE_TAKEN'],
      [4, null, 'IMPORT_ROW_CHANGED'],
    ]);
    expect(await item('C-4')).toMatchObject({ prices: [{ unitAmount: 100n }] });
  });

  it('is not undone when what it changed was changed again', async () => {
    await bringIn('items', `${ITEMS}C-5,Gula,100,PPN,,\n`);
    const second = await bringIn('items', 'sku,name,harga\nC-5,Gula pasir,100\n');
    await bringIn('items', 'sku,name,harga\nC-5,Gula aren,100\n');
    const undoing = database().transaction(testContext(), (tx) =>
      undoImport(tx, testContext(), { importId: second.id }),
    );
    await expect(undoing).rejects.toMatchObject({
      code: 'IMPORT_IN_USE',
      errors: [{ param: 'line 2', detail: expect.stringContaining('changed again') as string }],
    });
    expect((await item('C-5')).name).toBe('Gula aren');
  });

  it('takes nothing from its profile for an item that is there', async () => {
    await bringIn('items', `${ITEMS}C-6,Gula,100,PPN,Contoh,\n`);
    await database().transaction(testContext(), async (tx) => {
      await tx.importProfile.create({
        data: {
          code: 'merek',
          name: 'Merek',
          kind: 'items',
          columns: {},
          defaults: { brand: 'Lain', taxCode: 'PPN' },
        },
      });
    });
    const { rows } = await bring(database(), 'sku,name,harga\nC-6,Gula,100\nC-7,Baru,100\n', {
      profile: 'merek',
    });
    expect(rows).toEqual({ known: 1, written: 1 });
    expect((await item('C-6')).brand).toBe('Contoh');
    expect((await item('C-7')).brand).toBe('Lain');
  });
});

describe('a second file of customers', () => {
  const FILE = 'number,name,alamat,hp,tempo\nCC-1,Warung,Jl. Contoh 1,0812-0000-0005,14\n';

  function customer(number: string) {
    return database().prisma.customer.findUniqueOrThrow({ where: { number } });
  }

  it('changes what it says; the same number in another form is no change', async () => {
    await bringIn('customers', FILE);
    const same = await bringIn('customers', FILE.replace('0812-0000-0005', '+62 812 0000 0005'));
    expect(same.rows).toEqual({ known: 1 });
    const { id } = await bringIn(
      'customers',
      'number,name,alamat,tempo\nCC-1,Warung,Jl. Baru 2,30\n',
    );
    expect(await changesOf(id)).toEqual([
      [
        { field: 'address', before: 'Jl. Contoh 1', after: 'Jl. Baru 2' },
        { field: 'termsDays', before: '14', after: '30' },
      ],
    ]);
    expect(await customer('CC-1')).toMatchObject({ termsDays: 30, phone: '+6281200000005' });
    await database().transaction(testContext(), (tx) =>
      undoImport(tx, testContext(), { importId: id }),
    );
    expect(await customer('CC-1')).toMatchObject({ termsDays: 14, address: 'Jl. Contoh 1' });
  });

  it('does not change the currency', async () => {
    await bringIn('customers', 'number,name,alamat\nCC-2,Toko,Jl. Contoh 1\n');
    const { id } = await bringIn(
      'customers',
      'number,name,alamat,mata uang\nCC-2,Toko,Jl. X,SGD\n',
    );
    expect(await faultsOf(database(), id)).toEqual([[2, 'mata uang', 'CURRENCY_MISMATCH']]);
  });
});
