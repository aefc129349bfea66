import { expectToSee, signInAt, undoByKey } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole(async ({ sell }) => {
  await sell('C-0002', 1);
});

describe('a clerk', () => {
  it('notes an account that a customer pays from, ends it, and takes that back', async () => {
    const { page } = await screen();
    const path = `/customers/${world.shop.customers.hotel.id}`;
    await signInAt(page, path, world.shop.users.arClerk);
    const signs = page.getByRole('region', { name: 'How its payments are recognised' });
    await signs.getByRole('button', { name: 'Add an account' }).click();
    await page.getByLabel('Account number').fill('701-234-5678');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectToSee(signs.getByText('noted by a person'));
    await signs.getByRole('button', { name: 'End: 7012345678' }).click();
    await expectToSee(signs.getByRole('button', { name: 'Use again: 7012345678' }));
    await undoByKey(page, /^Payments from 7012345678 are not/);
    await expectToSee(signs.getByRole('button', { name: 'End: 7012345678' }));
  });

  it('gives a customer a virtual account, and is told when its number is taken', async () => {
    const { page } = await screen({ language: 'id' });
    const path = `/customers/${world.shop.customers.hotel.id}`;
    await signInAt(page, path, world.shop.users.arClerk);
    const signs = page.getByRole('region', { name: 'Cara mengenali pembayarannya' });
    const add = async () => {
      await signs.getByRole('button', { name: 'Tambah virtual account' }).click();
      await page.getByLabel('Nomor', { exact: true }).fill('8810 0000 0000 0012');
      await page.getByLabel('Kode bank').fill('BNC');
      await page.getByRole('button', { name: 'Simpan' }).click();
    };
    await add();
    await expectToSee(signs.getByText('BNC, untuk semua pembayaran'));
    await add();
    await expectToSee(page.getByRole('alert').getByText('Nomor ini sudah dipakai.'));
  });
});
