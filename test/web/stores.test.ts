import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { aSale } from '../support/a-sale.js';
import {
  accessibilityFaults,
  expectToSee,
  idsShown,
  signInAt,
  undoByKey,
} from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, api, screen } = useConsole();

/** Sells at the first till of Jakarta under these numbers of the till. */
async function sell(...numbers: readonly number[]): Promise<void> {
  const [as] = world.shop.terminalTokens;
  for (const deviceSequence of numbers) {
    const at = { capturedAt: world.clock.iso(), businessDate: '2026-07-01' };
    const body = aSale({ deviceSequence, ...at });
    const sold = await api.send('PUT', `/v1/sales/${randomUUID()}`, { as, body });
    expect(sold).toMatchObject({ status: 201 });
  }
}

/** Presses a button, fills the dialog that it opens, and ends it by `Enter`. */
async function change(
  page: Page,
  button: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const [name, value] of Object.entries(fields)) {
    const field = dialog.locator(`[name="${name}"]`);
    const isChoice = await field.evaluate((element) => element.tagName === 'SELECT');
    if (isChoice) await field.selectOption(value);
    else await field.fill(value);
  }
  await dialog.locator(`[name="${Object.keys(fields)[0]}"]`).press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Takes back what was done last, by its key. */
async function takeBack(page: Page, says: string): Promise<void> {
  const written = page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await undoByKey(page, says);
  expect((await written).status()).toBe(200);
}

describe('an administrator', () => {
  it('changes a store and the name of a place, adds a place, and takes back what was changed', async () => {
    const { page } = await screen();
    await signInAt(page, '/stores', world.shop.users.admin);
    await change(page, 'Change the store, JKT1', { name: 'Toko Cikini', coin: '500' });
    const store = page.getByRole('region', { name: 'Toko Cikini' });
    await expectToSee(store);
    const now = await world.database.prisma.store.findFirstOrThrow({ where: { code: 'JKT1' } });
    expect(now).toMatchObject({ cashRoundingStep: 500n, phone: '0210000000', storeGroup: null });
    await takeBack(page, 'Toko Cikini is changed');
    await expectToSee(page.getByRole('region', { name: 'Nusa Sentosa Menteng' }));
    const then = await world.database.prisma.store.findFirstOrThrow({ where: { code: 'JKT1' } });
    expect(then).toMatchObject({ cashRoundingStep: 100n, name: 'Nusa Sentosa Menteng' });

    await change(page, 'Add a place, JKT1', { code: 'JKT1-BACK', name: 'Gudang belakang' });
    await expectToSee(page.getByRole('listitem').filter({ hasText: 'Gudang belakang' }));
    await change(page, 'Rename, JKT1-BACK', { name: 'Gudang atas' });
    await expectToSee(page.getByRole('listitem').filter({ hasText: 'Gudang atas' }));
    await takeBack(page, 'It is Gudang atas now');
    await expectToSee(page.getByRole('listitem').filter({ hasText: 'Gudang belakang' }));
    expect(await idsShown(page)).toEqual([]);
  });

  it('changes what a till is called, sells from and prints on, and takes it back', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/stores', world.shop.users.admin);
    const row = page.getByRole('row').filter({ hasText: /^JKT1-02/ });
    await change(page, 'Ubah, JKT1-02', { name: 'Kasir depan', printer: '', channel: 'web' });
    await expectToSee(row.filter({ hasText: 'Kasir depan' }).filter({ hasText: 'tidak ada' }));
    await takeBack(page, 'Kasir JKT1-02 diubah');
    await expectToSee(row.filter({ hasText: 'JKT1-02-PRN' }).filter({ hasText: 'Kasir JKT1-02' }));
    const till = await world.database.prisma.terminal.findFirstOrThrow({
      where: { code: 'JKT1-02' },
    });
    expect(till.channel).toBe('counter');

    const tried = { code: 'JKT1-UJI', name: 'Kasir percobaan', store: 'JKT1', kind: 'sandbox' };
    await change(page, 'Tambah kasir', tried);
    const marked = page.getByRole('row').filter({ hasText: /^JKT1-UJI/ });
    await expectToSee(marked.getByText('Uji coba', { exact: true }));
    expect(await row.getByText('Uji coba', { exact: true }).count()).toBe(0);
  });

  it('switches a till off by the number of its last sale, once all of it has arrived', async () => {
    await sell(1, 2, 4);
    const { page } = await screen();
    await signInAt(page, '/stores', world.shop.users.admin);
    await page.getByRole('button', { name: 'Switch off, JKT1-01' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('[name="last"]').fill('4');
    await dialog.locator('[name="last"]').press('Enter');
    await expectToSee(dialog.getByRole('alert').filter({ hasText: /arrived/ }));
    await sell(3);
    await dialog.locator('[name="last"]').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: /^JKT1-01/ });
    await expectToSee(row.getByText('Switched off'));
    await expect(row.getByRole('button', { name: /Enrol/ }).count()).resolves.toBe(0);
    await takeBack(page, 'Till JKT1-01 is off');
    await expectToSee(row.getByText('Waits for its code'));
  });

  it('adds a printer, says anew how it is reached, and names the networks', async () => {
    const { page } = await screen();
    await signInAt(page, '/stores?view=printers', world.shop.users.admin);
    await change(page, 'Add a printer', { code: 'JKT1-03-PRN', host: '10.1.2.3' });
    await expectToSee(page.getByRole('cell', { name: '10.1.2.3:9100' }));
    await change(page, 'Change, JKT1-03-PRN', { host: '10.1.2.4', profile: 'escpos-58' });
    await expectToSee(page.getByRole('cell', { name: '10.1.2.4:9100' }));
    await takeBack(page, 'Printer JKT1-03-PRN is changed');
    await expectToSee(page.getByRole('cell', { name: '10.1.2.3:9100' }));

    await change(page, 'Change networks', { networks: '10.1.0.0/16 192.168.1.0/24' });
    await expectToSee(page.getByText('10.1.0.0/16, 192.168.1.0/24'));
    await page.getByRole('button', { name: 'Change, JKT1-03-PRN' }).click();
    await page.getByRole('dialog').locator('[name="host"]').fill('172.16.0.9');
    await page.getByRole('dialog').locator('[name="host"]').press('Enter');
    await expectToSee(page.getByRole('alert').filter({ hasText: '172.16.0.9' }));
    await page.keyboard.press('Escape');
    await takeBack(page, 'The networks of printers are changed');
    await expectToSee(page.getByText('Every private network'));
  });
});

describe('a store manager', () => {
  it('sees what of a till has not arrived, and no verb of the administrator', async () => {
    await api.send('PUT', `/v1/sales/${randomUUID()}`, {
      as: world.shop.terminalTokens[1],
      body: aSale({
        terminal: 'JKT1-02',
        deviceSequence: 7,
        capturedAt: world.clock.iso(),
        businessDate: '2026-07-01',
      }),
    });
    const { page } = await screen();
    await signInAt(page, '/stores', world.shop.users.storeManager);
    await page.getByRole('button', { name: 'What is missing, JKT1-02' }).click();
    const dialog = page.getByRole('dialog');
    await expectToSee(
      dialog.getByText(/highest number that has arrived is 7.*6 sales are missing/),
    );
    await expectToSee(dialog.getByText('1\u20136'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const verbs = page.getByRole('button', { name: /^(?:Change|Switch|Rename|Add)/ });
    await expect(verbs.count()).resolves.toBe(0);
    await page.goto('/stores?view=printers');
    await expectToSee(page.getByRole('cell', { name: 'JKT1-01-PRN' }));
    await expect(verbs.count()).resolves.toBe(0);
  });
});
