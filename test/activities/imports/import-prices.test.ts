import { addItems } from '../../../activities/catalogue/add-items.js';
import { addPriceList } from '../../../activities/catalogue/price-lists.js';
import { undoImport } from '../../../activities/imports/undo-import.js';
import { beginCompany } from '../../../activities/company/begin-company.js';
import { A_COMPANY } from '../../support/companies.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { bringIn, faultsOf } from '../../support/imports.js';
import { testContext } from '../../support/shop.js';

const books = useEmptyBooks();
const ctx = testContext();

beforeAll(() =>
  books().database.transaction(ctx, async (tx) => {
    await beginCompany(tx, ctx, A_COMPANY);
    await addItems(tx, ctx, { items: ['A-1', 'A-2'].map(item), note: 'x' });
    const forAll = { storeGroup: null, channel: null, segment: null };
    const period = { validFrom: ctx.at, validUntil: null };
    await addPriceList(tx, ctx, { code: 'GROSIR', name: 'Grosir', ...forAll, ...period });
  }),
);

function item(sku: string) {
  return {
    sku,
    name: sku,
    unit: 'pcs',
    category: 'umum',
    weighed: false,
    quantityStep: '1',
    taxCode: 'PPN',
    stocked: true,
    barcodes: [],
    unitPrice: { amount: '10000', currency: 'IDR' },
    priceIncludesTax: true,
  };
}

const bring = (text: string) => bringIn(books().database, text, { kind: 'prices' });

const HEAD = 'Daftar Harga;Kode Barang;Harga;Berlaku Mulai\n';

describe('prices that are brought in', () => {
  it('are planned on their list and day; wrong rows are told and the others written', async () => {
    const { id, rows } = await bring(
      `${HEAD}GROSIR;A-1;9.000;01/02/2099\n;A-2;12.000;01/02/2099\n;NONE;1.000;\nLAIN;A-1;1.000;\n;A-1;1.000;01/02/2020\n`,
    );
    expect(rows).toEqual({ written: 2, refused: 3 });
    expect(await faultsOf(books().database, id)).toEqual([
      [4, 'Kode Barang', 'ITEM_UNKNOWN'],
      [5, 'Daftar Harga', 'PRICE_LIST_UNKNOWN'],
      [6, 'Berlaku Mulai', 'PRICE_IN_PAST'],
    ]);
    expect(await planned('A-1')).toEqual(['GROSIR 9000 2099-01-31T17:00:00.000Z']);
    expect(await planned('A-2')).toEqual(['null 12000 2099-01-31T17:00:00.000Z']);
  });

  it('without a day hold from now on, in each file anew; what holds already is known', async () => {
    const first = await bring('Kode Barang;Harga\nA-1;20.000\n');
    expect(first.rows).toEqual({ written: 1 });
    expect((await bring('Kode Barang;Harga\nA-1;20.000\nA-2;10.000\n')).rows).toEqual({ known: 2 });
    expect((await bring('Kode Barang;Harga\nA-1;25.000\n')).rows).toEqual({ written: 1 });
    expect((await bring('Harga;Kode Barang\n20.000;A-1\n')).rows).toEqual({ written: 1 });
  });

  it('end on a list by a row that says so, with nothing as their price', async () => {
    const head = 'Daftar Harga;Kode Barang;Harga;Berlaku Mulai;Harga Berakhir\n';
    const text = `${head}GROSIR;A-2;8.000;;\nGROSIR;A-2;0;01/03/2099;ya\nGROSIR;A-1;5.000;;ya\n;A-1;0;;ya\n`;
    const { id, rows } = await bring(text);
    expect(rows).toEqual({ written: 2, refused: 2 });
    expect((await faultsOf(books().database, id)).map(([line, column]) => [line, column])).toEqual([
      [4, 'Harga'],
      [5, 'Harga'],
    ]);
    expect(await planned('A-2')).toContain('GROSIR null 2099-02-28T17:00:00.000Z');
  });

  it('are withdrawn by undoing the import while they are to come, and not once they hold', async () => {
    const text = `${HEAD};A-1;50.000;2099-03-01\n;A-2;60.000;2099-03-01\n`;
    const { id } = await bring(text);
    await undo(id);
    expect((await planned('A-1')).join()).not.toContain('50000');
    expect((await bring(text)).rows).toEqual({ written: 2 });
    const now = await bring('Kode Barang;Harga\nA-2;70.000\n');
    await expect(undo(now.id)).rejects.toMatchObject({
      code: 'IMPORT_IN_USE',
      param: 'line 2',
    });
  });
});

const undo = (importId: string) =>
  books().database.transaction(testContext(), (tx) => undoImport(tx, testContext(), { importId }));

/** Prices of an item that are to come and were not withdrawn, as `list amount moment`. */
async function planned(sku: string): Promise<string[]> {
  const rows = await books().database.prisma.price.findMany({
    where: {
      item: { sku },
      catalogueVersion: { withdrawnIn: null, effectiveFrom: { gt: new Date() } },
    },
    include: { catalogueVersion: { include: { priceList: true } } },
  });
  return rows.map(
    ({ unitAmount, catalogueVersion: { priceList, effectiveFrom } }) =>
      `${String(priceList?.code ?? null)} ${unitAmount} ${effectiveFrom.toISOString()}`,
  );
}
