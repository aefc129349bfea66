import { accessibilityFaults, expectToSee, signInAt, undoByKey } from '../support/browser.js';
import { untilTrue } from '../support/until.js';
import { useConsole } from '../support/use-console.js';

const { world, screen, pass } = useConsole();

const hotel = () => world.shop.customers.hotel.id;
const known = () =>
  world.database.prisma.customer.findUniqueOrThrow({
    where: { id: hotel() },
    include: { contacts: true, credit: true },
  });

async function openHotel(
  role: 'arClerk' | 'arManager' | 'creditController' | 'auditor',
  language: 'en' | 'id' = 'en',
) {
  const { page } = await screen({ language });
  await signInAt(page, `/customers/${hotel()}`, world.shop.users[role]);
  await expectToSee(page.getByRole('heading', { name: /^(Contacts|Kontak)$/ }));
  return page;
}

describe('what is known of a customer', () => {
  it('is changed by keyboard alone, and put back as it was', async () => {
    const before = await known();
    const page = await openHotel('arClerk');
    await expectToSee(page.getByRole('button', { name: 'Change E' }));
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Days to pay').fill('21');
    await dialog.getByLabel('Tax number (NPWP)').fill('12');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expectToSee(dialog.getByRole('alert').filter({ hasText: /\w/ }));
    await dialog.getByLabel('Tax number (NPWP)').fill('01.234.567.8-901.000');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const changed = await known();
    expect([changed.termsDays, changed.taxNumber]).toEqual([21, '0012345678901000']);
    await undoByKey(page, 'Hotel Bahari is changed.');
    await untilTrue(async () => (await known()).taxNumber === before.taxNumber);
    expect(await known()).toEqual(before);
  });

  it('is added with a number of its own', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/customers', world.shop.users.arManager);
    await expectToSee(page.getByRole('button', { name: 'Tambah pelanggan N' }));
    await page.keyboard.press('n');
    await page.getByLabel('Nama', { exact: true }).fill('Warung Contoh Baru');
    await expect(page.getByLabel('Tempo (hari)').getAttribute('aria-describedby')).resolves.toBe(
      await page.getByText(/^Dari tanggal faktur sampai jatuh tempo/).getAttribute('id'),
    );
    await page.getByLabel('Alamat').fill('Jl. Contoh 12, Bandung');
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Warung Contoh Baru' }));
    await undoByKey(page, /tercatat sebagai C-0004/);
    await expectToSee(page.getByText('Tidak dilayani lagi'));
    await expectToSee(page.getByText('Salah ditambahkan'));
  });

  it('is only read by an auditor', async () => {
    const page = await openHotel('auditor');
    await expectToSee(page.getByText('Sold to', { exact: true }));
    await page.keyboard.press('e');
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog').count()).resolves.toBe(0);
    const verbs = page.getByRole('complementary', { name: 'Contacts' }).getByRole('button');
    await expect(verbs.count()).resolves.toBe(0);
  });
});

describe('a contact of a customer', () => {
  it('is added with its consent, changed and removed, each with its undo', async () => {
    const page = await openHotel('arClerk', 'id');
    await expectToSee(page.getByRole('button', { name: 'Tambah kontak C' }));
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama').fill('Ibu Ratna Contoh');
    await dialog.getByLabel('Urusan').selectOption('collections');
    await dialog.getByLabel('Lewat').selectOption('whatsapp');
    await dialog.getByLabel('Alamat atau nomor').fill('0812-0000-0001');
    await dialog.getByLabel('Bahasa').selectOption('en');
    await dialog.getByLabel(/^Cara setuju/).fill('Formulir pembukaan akun');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tambah' }).click();
    const side = page.getByRole('complementary', { name: 'Kontak' });
    await expectToSee(side.getByText('Setuju menerima pesan: Formulir pembukaan akun'));
    const [added] = (await known()).contacts.filter(({ name }) => name === 'Ibu Ratna Contoh');
    expect(added).toMatchObject({ role: 'collections', channel: 'whatsapp', language: 'en' });

    await side.getByRole('button', { name: 'Ubah: Ibu Ratna Contoh' }).click();
    await dialog.getByLabel('Urusan').selectOption('owner');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expectToSee(side.getByText('Pemilik', { exact: true }));
    await undoByKey(page, 'Kontak Ibu Ratna Contoh diubah.');
    await expectToSee(side.getByText('Tunggakan', { exact: true }));

    const remove = side.getByRole('button', { name: 'Hapus: Ibu Ratna Contoh' });
    await remove.click();
    await remove.waitFor({ state: 'detached' });
    await undoByKey(page, 'Kontak Ibu Ratna Contoh dihapus.');
    await expectToSee(remove);
    const [again] = (await known()).contacts.filter(({ name }) => name === 'Ibu Ratna Contoh');
    const { consentAt, consentHow } = added ?? {};
    expect(again).toMatchObject({ role: 'collections', consentAt, consentHow });
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('what is sold to a customer', () => {
  it('is stopped with its reason and goes on by the undo', async () => {
    const page = await openHotel('arClerk');
    await page.getByRole('button', { name: 'Sell nothing more' }).click();
    await page.getByRole('dialog').getByLabel(/^Why/).fill('Closed its business');
    await page.keyboard.press('Enter');
    await expectToSee(page.getByText('Closed its business'));
    expect(await known()).toMatchObject({ active: false, inactiveReason: 'Closed its business' });
    await undoByKey(page, 'Nothing more is sold to Hotel Bahari.');
    await expectToSee(page.getByText('Sold to', { exact: true }));
    expect(await known()).toMatchObject({ active: true, inactiveReason: null });
  });

  it('is sold on account no longer when a clerk says so, until a manager opens it again', async () => {
    const page = await openHotel('arClerk');
    await page.getByRole('button', { name: 'Block its credit' }).click();
    await page.getByRole('dialog').getByLabel(/^Why/).fill('A cheque came back');
    await page.keyboard.press('Enter');
    await expectToSee(page.getByText('On account: blocked'));
    await expectToSee(page.getByText('A cheque came back'));
    await expect(page.getByRole('button', { name: /Undo|Open its credit/ }).count()).resolves.toBe(
      0,
    );

    const other = await openHotel('arManager');
    pass(16 * 60_000);
    await other.getByRole('button', { name: 'Open its credit' }).click();
    const dialog = other.getByRole('dialog', { name: 'Your password' });
    await dialog.getByLabel('Password').fill(world.shop.users.arManager.password);
    await dialog.getByRole('button', { name: /Go on|Continue/ }).click();
    await expectToSee(other.getByText('On account: open'));
    await undoByKey(other, 'The credit of Hotel Bahari is open again.');
    await expectToSee(other.getByText('On account: blocked'));
    expect((await known()).credit?.blockedReason).toBe('A cheque came back');
  });

  it('is sold more on account by a second person, less at once, and each is taken back', async () => {
    const line = async () => (await known()).credit;
    const before = (await line())?.limitAmount;
    const waiting = () =>
      world.database.prisma.masterChange.count({ where: { state: 'requested' } });
    const page = await openHotel('creditController');
    const set = async (limit: string) => {
      await page.getByRole('button', { name: 'Credit limit L' }).click();
      const dialog = page.getByRole('dialog', { name: 'What Hotel Bahari may owe' });
      await dialog.getByLabel(/^Limit/).fill(limit);
      await dialog.getByLabel(/^Why/).fill('Pays in time');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    };
    await set('2.000.000.000');
    expect((await line())?.limitAmount).toBe(before);
    await undoByKey(page, /^A second person decides/);
    await untilTrue(async () => (await waiting()) === 0);
    await set('1.000');
    await expectToSee(page.getByText('left of Rp1.000', { exact: true }));
    await undoByKey(page, 'Hotel Bahari may owe up to Rp1.000.');
    await expectToSee(page.getByText(/^A second person decides/));
    await expect(waiting()).resolves.toBe(1);
  });
});
