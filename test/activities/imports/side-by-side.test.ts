import { brokenInvariants } from '../../support/books.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { broughtIn, carry, handIn } from '../../support/imports.js';
import { createShop } from '../../support/shop.js';

const opened = useEmptyBooks();
const database = () => opened().database;

beforeAll(() => createShop(database()));

function file(prefix: string, count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `${prefix}-${index},Barang,100,PPN`);
  return `sku,name,harga,taxCode\n${lines.join('\n')}\n`;
}

describe('side by side', () => {
  it('the same file is brought in once, and everybody is told its id', async () => {
    const ids = await Promise.all(
      Array.from({ length: 6 }, () => handIn(database(), file('S', 3))),
    );
    expect(new Set(ids).size).toBe(1);
    const [id = ''] = ids;
    const runs = await Promise.all([carry(database(), id), carry(database(), id)]);
    expect(runs.map(({ state }) => state)).toEqual(['done', 'done']);
    expect((await broughtIn(database(), id)).rows).toEqual({ written: 3 });
  });

  it('two files with the same rows: one writes each row, the other knows it', async () => {
    const rows = file('T', 1_200);
    const ids = await Promise.all([handIn(database(), rows), handIn(database(), `${rows}\n`)]);
    const runs = await Promise.all(ids.map((id) => carry(database(), id)));
    const total = (state: string) => runs.reduce((sum, run) => sum + (run.rows[state] ?? 0), 0);
    expect({ written: total('written'), known: total('known'), refused: total('refused') }).toEqual(
      {
        written: 1_200,
        known: 1_200,
        refused: 0,
      },
    );
    expect(await database().prisma.item.count({ where: { sku: { startsWith: 'T-' } } })).toBe(
      1_200,
    );
    expect(await brokenInvariants({ database: database() })).toEqual([]);
  });
});
