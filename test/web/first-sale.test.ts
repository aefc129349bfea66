import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import {
  makeFirstAdministrator,
  type FirstAdministrator,
} from '../../activities/people/first-administrator.js';
import { jakartaDay } from '../support/a-sale.js';
import { startApi, type TestApi } from '../support/api-client.js';
import {
  accessibilityFaults,
  CONSOLE_FOLDER,
  expectToSee,
  openScreen,
  signInAt,
  startBrowser,
  undoByKey,
} from '../support/browser.js';
import { verifyAfterEach } from '../support/books.js';
import { useEmptyBooks } from '../support/empty-books.js';
import { aLogoFile } from '../support/pictures.js';
import { testContext } from '../support/shop.js';
import { untilTrue } from '../support/until.js';

const empty = useEmptyBooks('owner');
let api: TestApi;
let browser: Browser;
let admin: FirstAdministrator;

beforeAll(async () => {
  const { database } = empty();
  browser = await startBrowser();
  api = await startApi(database, { consoleFolder: CONSOLE_FOLDER });
  const person = { email: 'admin@example.test', name: 'Administrator' };
  admin = await makeFirstAdministrator(database, testContext(), person);
});
afterAll(async () => {
  await browser.close();
  await api.close();
});
verifyAfterEach(empty);

/** Fills the fields of the dialog that is open, by their names. */
async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const [name, value] of Object.entries(fields)) {
    const field = dialog.locator(`[name="${name}"]`);
    const isChoice = await field.evaluate((element) => element.tagName === 'SELECT');
    if (isChoice) await field.selectOption(value);
    else await field.fill(value);
  }
  expect(await accessibilityFaults(page)).toEqual([]);
}

/** Opens a form by one button, fills it and ends it by another. */
async function add(
  page: Page,
  [open, submit]: readonly [open: string, submit: string],
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await page.getByRole('button', { name: open }).click();
  await fill(page, fields);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: submit, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('an administrator in empty books', () => {
  it('goes page by page to the first sale', async () => {
    const { page, complaints, close } = await openScreen(browser, api.url);
    await signInAt(page, '/', admin);
    await expectToSee(page.getByText('8 steps are left'));

    await page.getByRole('listitem').filter({ hasText: 'The company' }).getByRole('link').click();
    await add(page, ['Begin the company', 'Begin the company'], {
      name: 'Toko Contoh',
      legalName: 'PT Toko Contoh Sejahtera',
      code: 'tco',
      address: 'Jl. Contoh 1, Bandung 40111',
      taxNumber: '0012345678901000',
      bankName: 'Bank Nusa Contoh',
      bankNumber: '8880001234',
      bankAccountName: 'Operasional',
    });
    await page.waitForURL(/\/setup$/);

    await page.goto('/stores');
    await add(page, ['Add a store', 'Add'], {
      code: 'BDG1',
      name: 'Dago',
      address: 'Jl. Contoh 2, Bandung',
      phone: '022-000111',
    });
    await add(page, ['Add a till', 'Add'], { code: 'BDG1-01', name: 'Kasir 1', store: 'BDG1' });
    await page.getByRole('button', { name: /Enrol by code, BDG1-01/ }).click();
    const code = await page.getByRole('status').filter({ hasText: '-' }).textContent();

    await page.goto('/prices');
    await add(page, ['Add an item', 'Add it'], {
      sku: 'KOPI-001',
      name: 'Kopi bubuk 250 g',
      category: 'coffee',
      tax: 'PPN',
      barcodes: '8990000000013',
      price: '29.000',
    });
    await expectToSee(page.getByRole('cell', { name: '29.000' }));

    await page.goto('/stock');
    const goods = { kind: 'opening', location: 'BDG1-FLOOR', sku: 'KOPI-001', cost: '720.000' };
    await add(page, ['Book goods in', 'Book them'], { ...goods, quantity: '400' });
    const tooMany = page.getByRole('cell', { name: '400' }).first();
    await expectToSee(tooMany);
    await undoByKey(page, 'KOPI-001 is in stock');
    await tooMany.waitFor({ state: 'detached' });
    await add(page, ['Book goods in', 'Book them'], { ...goods, quantity: '40' });
    await expectToSee(page.getByRole('cell', { name: '40' }).first());

    await expect(sell(code ?? '')).resolves.toBe(201);
    await page.goto('/setup');
    await expectToSee(page.getByText('1 step is left'));
    await page.goto('/stock');
    await expectToSee(page.getByRole('cell', { name: '39' }).first());
    expect(complaints).toEqual([]);
    await close();
  });

  it('changes what stands on documents, and takes it back', async () => {
    const { page, close } = await openScreen(browser, api.url, { language: 'id' });
    await signInAt(page, '/setup/company', admin);
    const address = 'Jl. Contoh 9, Bandung 40111';
    await add(page, ['Ubah nama atau alamat', 'Simpan'], { address });
    await expectToSee(page.getByText(address));
    await undoByKey(page, 'Perusahaan diubah');
    await expectToSee(page.getByText('Jl. Contoh 1, Bandung 40111'));
    await close();
  });

  it('shows the logo where it is given and beside every page, and takes it back', async () => {
    const { page, close } = await openScreen(browser, api.url, { language: 'id' });
    await signInAt(page, '/setup/company', admin);
    const give = (buffer: Buffer) =>
      page
        .getByLabel('Pilih logo')
        .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
    await give(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await expectToSee(page.getByRole('alert').getByText('Logo harus berkas PNG atau JPEG biasa'));
    await give(aLogoFile());
    const shown = page.getByRole('img', { name: 'PT Toko Contoh Sejahtera' });
    await untilTrue(async () => (await shown.count()) === 2);
    const widths = () =>
      shown.evaluateAll((all) =>
        all.map((one) => (one as unknown as { naturalWidth: number }).naturalWidth),
      );
    await untilTrue(async () => (await widths()).every((width) => width === 400));
    await undoByKey(page, 'Mulai sekarang dokumen memuat logo');
    await expectToSee(page.getByText('Dokumen belum memuat logo.'));
    expect(await shown.count()).toBe(0);
    await close();
  });
});

/** What a till does with the code: it gets its key, and sells one packet. */
async function sell(code: string): Promise<number> {
  const enrolled = await api.send('POST', '/v1/enrolments', { body: { code } });
  const { token } = enrolled.body as { token: string };
  const price = { amount: '29000', currency: 'IDR' };
  const { status } = await api.send('PUT', `/v1/sales/${randomUUID()}`, {
    as: token,
    body: {
      terminal: 'BDG1-01',
      deviceSequence: 1,
      businessDate: jakartaDay(new Date()),
      capturedAt: new Date().toISOString(),
      mode: 'online',
      lines: [{ sku: 'KOPI-001', quantity: '1' }],
      tenders: [{ type: 'cash', amount: price }],
    },
  });
  return status;
}
