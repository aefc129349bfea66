import { addItems } from '../../../activities/catalogue/add-items.js';
import { beginCompany } from '../../../activities/company/begin-company.js';
import { addCustomer } from '../../../activities/customer/customers.js';
import { exportFile } from '../../../activities/imports/export-file.js';
import type { ImportKindName } from '../../../contract/imports/kinds.js';
import type { Database } from '../../../prisma/database.js';
import { A_COMPANY } from '../../support/companies.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { bringIn, faultsOf } from '../../support/imports.js';
import { testContext } from '../../support/shop.js';

const full = useEmptyBooks();
const empty = useEmptyBooks();

const ctx = testContext();

beforeAll(async () => {
  await full().database.transaction(ctx, async (tx) => {
    await beginCompany(tx, ctx, A_COMPANY);
    await addItems(tx, ctx, { items: [item('E-1'), item('E-2'), item('E-3')], note: 'x' });
    for (const number of ['P-1', 'P-2', 'P-3']) {
      const fields = {
        number,
        name: `Toko ${number}, "besar"`,
        address: '=Jl. Contoh',
        phone: '0812-0000-0005',
      };
      const habits = { segment: 'general', termsDays: 14, instalments: 2 };
      await addCustomer(tx, ctx, { ...fields, ...habits });
    }
  });
  await empty().database.transaction(ctx, (tx) => beginCompany(tx, ctx, A_COMPANY));
});

/** With what a spreadsheet, a delimiter or a decimal mark could make something else of. */
function item(sku: string) {
  return {
    sku,
    name: `=HYPERLINK("x"),'Kopi; "besar" ${sku}`,
    nameEn: "'-5",
    unit: 'kg',
    category: '@lain',
    weighed: true,
    quantityStep: '0.125',
    minimumLevel: '1.125',
    taxCode: 'PPN',
    stocked: true,
    barcodes: sku === 'E-1' ? ['8990000000013', '0012345678905'] : [],
    unitPrice: { amount: '123456', currency: 'IDR' },
    priceIncludesTax: false,
  };
}

async function exported(database: Database, kind: ImportKindName): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of exportFile(database, kind)) pieces.push(piece);
  return pieces.join('');
}

describe('an export', () => {
  it.each(['items', 'customers'] as const)(
    'of %s, brought into empty books and exported again, has the same bytes',
    async (kind) => {
      const first = await exported(full().database, kind);
      expect(first.split('\r\n').length).toBeGreaterThan(3);
      const { id } = await bringIn(empty().database, first, { kind });
      expect(await faultsOf(empty().database, id)).toEqual([]);
      expect(await exported(empty().database, kind)).toBe(first);
    },
  );

  it('runs in no spreadsheet', async () => {
    const text = await exported(full().database, 'items');
    expect(text).toContain(`"'=HYPERLINK(""x"")`);
    expect(text).toContain(`,'@lain,`);
    expect(text).not.toMatch(/(?:^|,)"?[=@]/m);
  });
});
