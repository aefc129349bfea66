import {
  accessibilityFaults,
  expectToSee,
  idsShown,
  signInAt,
  undoByKey,
} from '../support/browser.js';
import { untilTrue } from '../support/until.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole(async ({ change, shop: { customers } }) => {
  const phone = '+6281200000005';
  const ids = [customers.hotel.id, customers.warung.id];
  await change((tx) => tx.customer.updateMany({ where: { id: { in: ids } }, data: { phone } }));
});

const standsFor = async (id: string) =>
  (await world.database.prisma.customer.findUniqueOrThrow({ where: { id } })).mergedIntoId;

async function untilStandsFor(id: string, expected: string | null): Promise<void> {
  await untilTrue(async () => (await standsFor(id)) === expected);
}

describe('customers that are one', () => {
  it('are compared and made one by keyboard, two again by the undo, and again from either page', async () => {
    const { hotel, warung } = world.shop.customers;
    const { page } = await screen();
    await signInAt(page, '/customers/duplicates', world.shop.users.arManager);
    await expectToSee(page.getByText('same telephone'));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Keep C-0002').check();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel(/^Why/).fill('Entered twice at the till');
    await page.keyboard.press('Enter');
    await expectToSee(page.getByText('No two customers look like one'));
    expect(await standsFor(warung.id)).toBe(hotel.id);
    await undoByKey(page, 'Hotel Bahari stands for Warung Sari too.');
    await untilStandsFor(warung.id, null);

    await page.goto(`/customers/${hotel.id}`);
    await page.getByRole('button', { name: /^Compare/ }).click();
    await dialog.getByLabel('Keep C-0002').check();
    await dialog.getByLabel(/^Why/).fill('One shop');
    await dialog.getByRole('button', { name: 'Make them one' }).click();
    await expectToSee(page.getByRole('heading', { name: 'One customer of two' }));
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('are two again after a look at what goes back, and one by its undo', async () => {
    const { hotel, warung } = world.shop.customers;
    const { page } = await screen({ language: 'id' });
    await signInAt(page, `/customers/${warung.id}`, world.shop.users.creditController);
    await expectToSee(page.getByRole('link', { name: /mewakilinya/ }));
    await expect(page.getByRole('button', { name: /^(Ubah|Tambah kontak)/ }).count()).resolves.toBe(
      0,
    );
    await page.goto('/customers/duplicates?view=merged');
    await page.getByRole('button', { name: 'Pisahkan lagi: C-0002, C-0001' }).click();
    const dialog = page.getByRole('dialog');
    await expectToSee(dialog.getByText(/Sejak itu 0 penjualan dan 0 pembayaran/));
    await dialog.getByLabel(/^Sebab/).fill('Dua toko satu keluarga');
    await dialog.getByRole('button', { name: 'Pisahkan lagi' }).click();
    await expectToSee(page.getByText('Dua toko satu keluarga'));
    await untilStandsFor(warung.id, null);
    expect(await accessibilityFaults(page)).toEqual([]);
    await undoByKey(page, 'Hotel Bahari dan Warung Sari kini dua lagi.');
    await untilStandsFor(warung.id, hotel.id);
  });

  it('are only looked at by a clerk', async () => {
    const { page } = await screen();
    await signInAt(page, '/customers/duplicates?view=merged', world.shop.users.arClerk);
    await expectToSee(page.getByText('One customer', { exact: true }).first());
    await expect(page.getByRole('button', { name: /Make two again/ }).count()).resolves.toBe(0);
  });
});
