import {
  accessibilityFaults,
  expectToSee,
  idsShown,
  signInAt,
  undoByKey,
} from '../support/browser.js';
import { untilTrue } from '../support/until.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole();

const TOMORROW = '2026-07-02';
const terms = () => world.database.prisma.priceListTerm.findMany({ orderBy: { version: 'asc' } });

describe('a price list', () => {
  it('is made by keyboard, gets another name and an end, each with its undo', async () => {
    const { page } = await screen();
    await signInAt(page, '/prices/lists', world.shop.users.admin);
    await expectToSee(page.getByText('There is no price list yet'));
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Code').fill('GROSIR');
    await dialog.getByLabel('Name').fill('Grosir Contoh');
    await dialog.getByLabel(/^Group of customers/).fill('wholesale');
    await dialog.getByLabel('From').fill(TOMORROW);
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel('From').press('Enter');
    await expectToSee(page.getByText('customers: Wholesale'));
    const row = page.getByRole('row').filter({ hasText: 'GROSIR' });
    await expectToSee(row.getByText('Planned'));

    await row.getByRole('button', { name: 'Change: Grosir Contoh' }).click();
    await dialog.getByLabel('Name').fill('Grosir Jakarta');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expectToSee(row.getByText('Grosir Jakarta'));
    await undoByKey(page, 'Grosir Jakarta is changed.');
    await expectToSee(row.getByText('Grosir Contoh'));

    await row.getByRole('button', { name: 'End it: Grosir Contoh' }).click();
    await dialog.getByLabel(/^Its first day/).fill('2026-08-01');
    await dialog.getByRole('button', { name: 'End it' }).click();
    await untilTrue(async () => (await terms()).at(-1)?.validUntil !== null);
    await undoByKey(page, 'Grosir Contoh ends.');
    await untilTrue(async () => (await terms()).at(-1)?.validUntil === null);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
  });

  it('has prices of its own, which one page shows beside those before', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/prices', world.shop.users.admin);
    await page.getByRole('button', { name: /^Harga baru, KOPI/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Harga per/).fill('41.000');
    await dialog.getByLabel('Untuk siapa').selectOption('GROSIR');
    await dialog.getByLabel(/^Mulai/).fill(TOMORROW);
    await dialog.getByLabel('Untuk apa').fill('Harga grosir Juli');
    await dialog.getByRole('button', { name: 'Rencanakan' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto('/prices/lists');
    await page.getByRole('link', { name: 'Harga: Grosir Contoh' }).click();
    await page.getByRole('link', { name: 'Harga grosir Juli' }).click();
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Harga grosir Juli' }));
    await expectToSee(page.getByText(/untuk: GROSIR/));
    await expectToSee(page.getByText('harga pertama'));
    await expectToSee(page.getByText('41.000', { exact: true }));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
  });

  it('is only read by an owner', async () => {
    const { page } = await screen();
    await signInAt(page, '/prices/lists', world.shop.users.owner);
    await expectToSee(page.getByText('Grosir Contoh'));
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog').count()).resolves.toBe(0);
    await expect(page.locator('tbody').getByRole('button').count()).resolves.toBe(0);
  });
});

describe('one item', () => {
  const item = () =>
    world.database.prisma.item.findFirstOrThrow({
      where: { id: world.shop.items.coffee.id },
      include: { barcodes: { where: { removedAt: null }, orderBy: { barcode: 'asc' } } },
    });
  const codes = async () => (await item()).barcodes.map(({ barcode }) => barcode);

  it('shows its prices, and gives and takes barcodes with their undo', async () => {
    const before = await codes();
    const { page } = await screen();
    await signInAt(page, `/prices/items/${world.shop.items.coffee.id}`, world.shop.users.admin);
    await expectToSee(page.getByRole('row').filter({ hasText: 'Harga grosir Juli' }));
    await expectToSee(page.getByRole('row').filter({ hasText: 'Holds' }));
    await page.keyboard.press('b');
    await page.getByRole('dialog').getByLabel('Barcode').fill('8990000000020');
    await page.keyboard.press('Enter');
    const given = page.getByRole('button', { name: 'Take away: 8990000000020' });
    await expectToSee(given);
    await given.click();
    await given.waitFor({ state: 'detached' });
    expect(await codes()).toEqual(before);
    await undoByKey(page, '8990000000020 is free for another item.');
    await expectToSee(given);
    expect(await codes()).toEqual([...before, '8990000000020'].toSorted());
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
  });

  it('is changed, withdrawn for another one and sold again', async () => {
    const { name: named } = await item();
    const { page } = await screen({ language: 'id' });
    await signInAt(page, `/prices/items/${world.shop.items.coffee.id}`, world.shop.users.admin);
    await expectToSee(page.getByRole('button', { name: 'Ubah E' }));
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await expectToSee(dialog.getByLabel('Pajak'));
    await dialog.getByLabel('Merek').fill('Contoh');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expectToSee(page.getByText('Contoh', { exact: true }));
    await undoByKey(page, 'Kopi Gayo 250 g diubah.');
    await untilTrue(async () => (await item()).brand === null);

    await page.getByRole('button', { name: 'Tarik', exact: true }).click();
    await dialog.getByLabel(/^SKU barang pengganti/).fill('TEH-100');
    await dialog.getByRole('button', { name: 'Tarik', exact: true }).click();
    await expectToSee(page.getByText('Penggantinya: TEH-100'));
    expect(await item()).toMatchObject({ active: false, name: named });
    await page.getByRole('button', { name: 'Jual lagi' }).click();
    await untilTrue(async () => (await item()).active);
    await undoByKey(page, 'Kopi Gayo 250 g dijual lagi.');
    await expectToSee(page.getByText('Penggantinya: TEH-100'));
  });
});
