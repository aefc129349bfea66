import { withdrawItem } from '../../../activities/catalogue/withdraw-item.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { bringIn, carry, faultsOf, handIn } from '../../support/imports.js';
import { createShop, testContext } from '../../support/shop.js';
import { saveProfile, type ProfileValues } from '../../../activities/imports/save-profile.js';

const opened = useEmptyBooks();
const database = () => opened().database;

beforeAll(() => createShop(database()));

const HEADER = 'sku,name,unitPrice,taxCode,barcodes';

function lines(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\n')}\n`;
}

const item = (sku: string) =>
  database().prisma.item.findUnique({ where: { sku }, include: { prices: true, barcodes: true } });

describe('items from a file', () => {
  it('are written as the call writes them; two bad rows of a thousand are told, 998 are in', async () => {
    const rows = Array.from(
      { length: 1_000 },
      (_, index) => `B-${index},Barang ${index},${index}00,PPN,`,
    );
    rows[10] = 'B-10,Barang 10,seribu,PPN,';
    rows[700] = 'B-700,Barang 700,5000,VAT,';
    const { id, state, rows: counts } = await bringIn(database(), lines(...rows));
    expect({ state, counts }).toEqual({ state: 'done', counts: { written: 998, refused: 2 } });
    expect(await faultsOf(database(), id)).toEqual([
      [12, 'unitPrice', 'IMPORT_NUMBER_UNREADABLE'],
      [702, 'taxCode', 'TAX_CODE_UNKNOWN'],
    ]);
    expect(await item('B-999')).toMatchObject({
      name: 'Barang 999',
      prices: [{ unitAmount: 99_900n }],
    });
    const trail = await database().prisma.auditRow.findFirst({
      where: { origin: `import:${id}`, tableName: 'item' },
    });
    expect(trail).toMatchObject({ action: 'insert' });
  });

  it('that came before are known, and not written again; with other content they are changed', async () => {
    await bringIn(database(), lines('K-1,Satu,100,PPN,', 'K-2,Dua,200,PPN,'));
    const again = await bringIn(
      database(),
      lines('K-1,Satu,100,PPN,', 'K-2,Dua,250,PPN,', 'K-3,Tiga,300,PPN,', 'K-3,Tiga,300,PPN,'),
    );
    expect(again.rows).toEqual({ known: 2, written: 2 });
    expect(await item('K-2')).toMatchObject({
      prices: [{ unitAmount: 200n }, { unitAmount: 250n }],
    });
  });

  it('that another item stands in the way of are refused by the rules of the call', async () => {
    await bringIn(database(), lines('TEH-W,Teh,100,PPN,'));
    await database().transaction(testContext(), async (tx) => {
      const { id: itemId } = await tx.item.findUniqueOrThrow({ where: { sku: 'TEH-W' } });
      await withdrawItem(tx, testContext(), { itemId, replacedBy: undefined });
    });
    const { id } = await bringIn(
      database(),
      lines('TEH-W,Teh,100,PPN,', 'X-1,X,100,PPN,8990000000010', '-X,X,100,PPN,'),
    );
    expect(await faultsOf(database(), id)).toEqual([
      [2, 'sku', 'SKU_TAKEN'],
      [3, 'barcodes', 'BARCODE_MALFORMED'],
      [4, 'sku', 'FIELD_INVALID'],
    ]);
  });

  it('are only reported by a dry run, which may be repeated', async () => {
    const content = lines('D-1,Satu,100,PPN,', 'D-2,Dua,x,PPN,', 'D-1,Satu,100,PPN,');
    const dry = await bringIn(database(), content, { mode: 'dry-run' });
    expect(dry.rows).toEqual({ 'would-be-written': 1, refused: 1, known: 1 });
    expect(await item('D-1')).toBeNull();
    const again = await bringIn(database(), content, { mode: 'dry-run' });
    expect(again.id).not.toBe(dry.id);
    expect((await bringIn(database(), content)).rows).toEqual({ written: 1, refused: 1, known: 1 });
  });

  it('are read by a profile: own names, notation, and what the file does not say', async () => {
    const profile: ProfileValues = {
      name: 'Kasir',
      kind: 'items',
      columns: { sku: 'PLU', unitPrice: '#3' },
      decimalMark: ',',
      dateOrder: null,
      defaults: { taxCode: 'PPN', unit: 'kg' },
    };
    await database().transaction(testContext(), (tx) => saveProfile(tx, 'kasir', profile));
    const content = 'PLU;Nama;H1;Kelipatan\nP-1;Gula;15.000,00;0,001\n';
    expect((await bringIn(database(), content, { profile: 'kasir' })).rows).toEqual({ written: 1 });
    expect(await item('P-1')).toMatchObject({
      unit: 'kg',
      taxCode: 'PPN',
      quantityStepMilli: 1n,
      prices: [{ unitAmount: 15_000n }],
    });
    const wrong = { ...profile, defaults: { colour: 'red' } };
    await expect(
      database().transaction(testContext(), (tx) => saveProfile(tx, 'kasir', wrong)),
    ).rejects.toMatchObject({ code: 'IMPORT_FIELD_UNKNOWN', param: 'defaults.colour' });
  });
});

describe('a file that breaks off', () => {
  it('goes on where it was, and writes nothing twice', async () => {
    const rows = Array.from({ length: 1_300 }, (_, index) => `R-${index},Barang,100,PPN,`);
    const id = await handIn(database(), lines(...rows));
    let calls = 0;
    const dying = {
      ...database(),
      transaction: (async (ctx, work) => {
        calls += 1;
        if (calls === 4) throw new Error('the worker was killed');
        return database().transaction(ctx, async (tx) => {
          const result = await work(tx);
          if (calls === 3) throw new Error('the worker was killed before the commit');
          return result;
        });
      }) as ReturnType<typeof database>['transaction'],
    };
    await expect(carry(dying, id)).rejects.toThrow('killed');
    await expect(carry(dying, id)).rejects.toThrow('killed');
    expect((await carry(database(), id)).rows).toEqual({ written: 1_300 });
    expect(await database().prisma.item.count({ where: { sku: { startsWith: 'R-' } } })).toBe(
      1_300,
    );
  });

  it('is brought in once when two carry it at the same time', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => `T-${index},Barang,100,PPN,`);
    const id = await handIn(database(), lines(...rows));
    await Promise.all([carry(database(), id), carry(database(), id)]);
    expect((await carry(database(), id)).rows).toEqual({ written: 1_200 });
  });

  it('has one import when it is handed in twice at once', async () => {
    const content = lines('S-1,Satu,100,PPN,');
    const ids = await Promise.all([1, 2, 3].map(() => handIn(database(), content)));
    expect(new Set(ids).size).toBe(1);
    expect(
      await database().prisma.workflowStart.count({ where: { workflowId: `import:${ids[0]}` } }),
    ).toBe(1);
  });
});
