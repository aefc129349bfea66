import { addItems } from '../../../activities/catalogue/add-items.js';
import {
  planPriceChange,
  withdrawPriceChange,
} from '../../../activities/catalogue/price-changes.js';
import { addPriceList, endPriceList } from '../../../activities/catalogue/price-lists.js';
import { beginCompany } from '../../../activities/company/begin-company.js';
import { addCustomer } from '../../../activities/customer/customers.js';
import { exportFile } from '../../../activities/imports/export-file.js';
import type { ImportKindName } from '../../../contract/imports/kinds.js';
import { createClock } from '../../../platform/clock.js';
import type { Database, Transaction } from '../../../prisma/database.js';
import { A_COMPANY } from '../../support/companies.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { bringIn, faultsOf } from '../../support/imports.js';
import { testContext } from '../../support/shop.js';

const full = useEmptyBooks();
const empty = useEmptyBooks();

const ctx = testContext();

beforeAll(async () => {
  const mistaken = await full().database.transaction(ctx, async (tx) => {
    await beginCompany(tx, ctx, A_COMPANY);
    await addItems(tx, ctx, { items: [item('E-1'), item('E-2'), item('E-3')], note: 'x' });
    const decided = await decidePrices(tx);
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
    return decided;
  });
  await full().database.transaction(ctx, (tx) => withdrawPriceChange(tx, ctx, mistaken));
  await empty().database.transaction(ctx, async (tx) => {
    await beginCompany(tx, ctx, A_COMPANY);
    await addWholesale(tx);
  });
});

function addWholesale(tx: Transaction): Promise<string> {
  const forWholesale = { storeGroup: null, channel: null, segment: 'wholesale' };
  const period = { validFrom: ctx.at, validUntil: null };
  return addPriceList(tx, ctx, { code: 'GROSIR', name: 'Grosir', ...forWholesale, ...period });
}

const [TO_COME, MIDDAY] = ['2099-01-01', '2099-01-01T05:30:00Z'];

/** Prices in force and to come, for everybody and on lists, of which one is over. Answers the change that was a mistake. */
async function decidePrices(tx: Transaction): Promise<number> {
  await addWholesale(tx);
  const over = { code: 'LAMA', name: 'Lama', storeGroup: null, channel: 'web', segment: null };
  const id = await addPriceList(tx, ctx, { ...over, validFrom: ctx.at, validUntil: null });
  const decide = (sku: string, amount: string | null, where: Where = {}) =>
    planPriceChange(tx, ctx, {
      items: [{ sku, unitPrice: amount === null ? null : { amount, currency: 'IDR' } }],
      effectiveFrom: undefined,
      note: 'x',
      ...where,
    });
  await decide('E-1', '130000');
  await decide('E-1', '90000', { priceList: 'GROSIR' });
  await decide('E-1', '95000', { priceList: 'GROSIR' });
  await decide('E-1', '99000', { priceList: 'LAMA' });
  await decide('E-2', '140000', { effectiveFrom: TO_COME });
  await decide('E-2', '85000', { priceList: 'GROSIR', effectiveFrom: MIDDAY });
  await decide('E-1', null, { priceList: 'GROSIR', effectiveFrom: TO_COME });
  await decide('E-3', '77000', { priceList: 'GROSIR' });
  await decide('E-3', null, { priceList: 'GROSIR' });
  await endPriceList(tx, ctx, { id, at: undefined });
  return decide('E-3', '1', { effectiveFrom: TO_COME });
}

type Where = Readonly<{ priceList?: string; effectiveFrom?: string }>;

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
  const at = createClock().iso();
  for await (const piece of exportFile(database, { kind, at })) pieces.push(piece);
  return pieces.join('');
}

describe('an export', () => {
  it.each(['items', 'prices', 'customers'] as const)(
    'of %s, brought into empty books and exported again, has the same bytes',
    async (kind) => {
      const first = await exported(full().database, kind);
      expect(first.split('\r\n').length).toBeGreaterThan(3);
      const { id } = await bringIn(empty().database, first, { kind });
      expect(await faultsOf(empty().database, id)).toEqual([]);
      expect(await exported(empty().database, kind)).toBe(first);
    },
  );

  it('of items has the price of today, and of prices those of lists and those to come', async () => {
    const { database } = full();
    const items = await exported(database, 'items');
    expect(items.split('\r\n').filter((line) => line.includes('130000'))).toHaveLength(1);
    expect(items).not.toMatch(/140000|,1,/);
    expect(await exported(database, 'prices')).toBe(
      [
        'priceList,sku,unitPrice,priceIncludesTax,effectiveFrom,ends',
        'GROSIR,E-1,95000,false,,',
        'GROSIR,E-1,0,false,2099-01-01,true',
        ',E-2,140000,false,2099-01-01,',
        'GROSIR,E-2,85000,false,2099-01-01T05:30:00.000Z,',
        '',
      ].join('\r\n'),
    );
  });

  it('runs in no spreadsheet', async () => {
    const text = await exported(full().database, 'items');
    expect(text).toContain(`"'=HYPERLINK(""x"")`);
    expect(text).toContain(`,'@lain,`);
    expect(text).not.toMatch(/(?:^|,)"?[=@]/m);
  });
});
