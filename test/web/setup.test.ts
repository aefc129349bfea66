import { accessibilityFaults, expectToSee, signInAt, undoByKey } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, api, screen } = useConsole();

describe('set-up', () => {
  it('shows an administrator what is done and what is left', async () => {
    const { page } = await screen();
    await signInAt(page, '/', world.shop.users.admin);
    expect(new URL(page.url()).pathname).toBe('/setup');
    await expectToSee(page.getByText('The first store'));
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('lets a person in by a code, who sets a password and signs in', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/people', world.shop.users.admin);
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name').fill('Wulan Misalnya');
    await page.getByLabel('E-mail').fill('wulan@example.test');
    await page.getByLabel('Role').selectOption('auditor');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const code = (await page.getByRole('status').filter({ hasText: '-' }).textContent()) ?? '';
    await page.getByRole('button', { name: 'Close' }).click();
    await expectToSee(page.getByText('wulan@example.test'));
    expect(await accessibilityFaults(page)).toEqual([]);

    const other = await screen();
    await other.page.goto('/');
    await other.page.getByRole('button', { name: 'I have a code' }).click();
    await other.page.getByLabel('Code').fill(code);
    await other.page.getByLabel(/^New password/).fill('lima belas kerbau biru');
    await other.page.getByRole('button', { name: 'Set it' }).click();
    await expectToSee(other.page.getByLabel('E-mail'));
    const person = { email: 'wulan@example.test', password: 'lima belas kerbau biru' };
    await signInAt(other.page, '/', person);
    await expectToSee(other.page.getByText('Wulan Misalnya'));
  });

  it('lets a person in by a link of a mail, which brings the code along', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/people', world.shop.users.admin);
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Name').fill('Tirta Misalnya');
    await page.getByLabel('E-mail').fill('tirta@example.test');
    await page.getByLabel('Role').selectOption('auditor');
    await page.getByLabel('Send the code to the person by mail').check();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expectToSee(page.getByText('The code goes to tirta@example.test by mail.').last());
    expect(await page.locator('output.one-time-code').count()).toBe(0);
    const started = { where: { workflowType: 'invitation' } };
    expect(await world.database.prisma.workflowStart.count(started)).toBe(1);

    const other = await screen();
    await other.page.goto('/#code=K7QM-3RTP-9XWD');
    await expectToSee(other.page.getByLabel('Code'));
    expect(await other.page.getByLabel('Code').inputValue()).toBe('K7QM-3RTP-9XWD');
    expect(new URL(other.page.url()).hash).toBe('');
  });

  it('disables a person and takes it back', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/people', world.shop.users.admin);
    const row = page.getByRole('row').filter({ hasText: world.shop.users.arClerk.email });
    await row.getByRole('button', { name: 'Disable' }).click();
    await expectToSee(row.getByText('Disabled'));
    await undoByKey(page, 'Staf arClerk cannot sign in any more.');
    await expectToSee(row.getByRole('button', { name: 'Disable' }));
  });

  it('enrols a till by the code that it shows', async () => {
    const { page } = await screen();
    await signInAt(page, '/stores', world.shop.users.admin);
    await page.getByRole('button', { name: /Enrol by code, JKT1-01/ }).click();
    const code = (await page.getByRole('status').filter({ hasText: '-' }).textContent()) ?? '';
    expect(await accessibilityFaults(page)).toEqual([]);
    const enrolled = await api.send('POST', '/v1/enrolments', { body: { code } });
    expect(enrolled).toMatchObject({ status: 201, body: { terminal: { code: 'JKT1-01' } } });
  });

  it('adds a store and a till, and says what the API refuses', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/stores', world.shop.users.admin);
    await page.getByRole('button', { name: 'Tambah toko' }).click();
    await page.getByRole('textbox', { name: 'Kode' }).fill('BGR9');
    await page.getByRole('textbox', { name: 'Nama' }).fill('Toko Contoh Bogor');
    await page.getByRole('textbox', { name: 'Alamat' }).fill('Jl. Contoh 9, Bogor');
    await page.getByRole('textbox', { name: 'Telepon' }).fill('0251-000111');
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    await expectToSee(page.getByRole('region', { name: 'Toko Contoh Bogor' }));
    await page.getByRole('button', { name: 'Tambah kasir' }).click();
    await page.getByRole('textbox', { name: 'Kode' }).fill('JKT1-01');
    await page.getByRole('textbox', { name: 'Nama' }).fill('Kasir 1');
    await page.getByRole('combobox', { name: 'Toko' }).selectOption('BGR9');
    await page.getByRole('button', { name: 'Tambah', exact: true }).click();
    await expectToSee(page.getByRole('alert').filter({ hasText: /\w/ }));
  });
});
