import type { Download, Page } from 'playwright-core';
import { openXlsx } from '../../activities/imports/readers/read-xlsx.js';
import type { StaffRole } from '../../contract/roles.js';
import { LIST_LIMIT_MAX } from '../../contract/list-limits.js';
import { EXPORT_ROWS_MAX } from '../../domain/people/list-export.js';
import { accessibilityFaults, expectToSee, signInAt } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole(async ({ sell }) => {
  for (let n = 1; n <= 3; n += 1) await sell('C-0002', n);
  await sell('C-0001', 2);
});

/** Every list that a person may take along, at its address. */
const LISTS: readonly (readonly [role: StaffRole, path: string, title: string])[] = [
  ['arClerk', '/sales', 'Sales'],
  ['arClerk', '/bank-files', 'Bank files'],
  ['arClerk', '/customers', 'Call list'],
  ['arClerk', '/customers?view=all', 'Customers'],
  ['arClerk', '/letters', 'Letters'],
  ['arClerk', '/letters?view=held', 'Letters'],
  ['arClerk', '/letters?view=sent', 'Letters'],
  ['arClerk', '/promises', 'Promises and disputes'],
  ['arClerk', '/promises?view=disputes', 'Promises and disputes'],
  ['arClerk', '/agencies', 'Agencies'],
  ['arClerk', '/agencies?view=agencies', 'Agencies'],
  ['auditor', '/ledger', 'Trial balance'],
  ['auditor', '/ledger?view=journal', 'Journal'],
  ['auditor', '/ledger?view=audit', 'Audit trail'],
  ['admin', '/stock', 'Stock'],
  ['admin', '/prices', 'Prices'],
  ['admin', '/prices?view=changes', 'Planned and past changes'],
  ['admin', '/setup/people', 'People'],
  ['admin', '/setup/bank-accounts', 'Bank accounts'],
  ['admin', '/setup/policies', 'How customers are reminded'],
];

describe('a list', () => {
  it.each([...new Set(LISTS.map(([role]) => role))])('is offered to %s', async (role) => {
    const { page } = await screen();
    const own = LISTS.filter(([of]) => of === role);
    await signInAt(page, own[0]?.[1] ?? '/', world.shop.users[role]);
    for (const [, path, title] of own) {
      await page.goto(path);
      await expectToSee(menuOf(page, title));
    }
  });

  it('is given as CSV with exactly the rows and columns that are seen, and recorded before', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales?view=all&q=C-0002', world.shop.users.arClerk);
    const numbers = await numbersShown(page, 3);
    const file = await taken(page, 'Sales', 'CSV');
    expect(file.suggestedFilename()).toMatch(/^sales-\d{4}-\d\d-\d\d\.csv$/);
    const [head, ...rows] = (await textOf(file)).split('\r\n');
    expect(head).toBe(
      '\uFEFFSale,Customer,Stage,Since,"What comes next, and why",When,Open (Rp),Total (Rp)',
    );
    expect(rows.filter((row) => row !== '').map((row) => row.split(',')[0])).toEqual(numbers);
    await expectToSee(page.getByText('Sales: 3 rows, CSV'));
    expect(await recorded()).toMatchObject({
      actorId: world.shop.users.arClerk.id,
      after: {
        list: 'sales',
        format: 'csv',
        filters: 'q=C-0002&order=recent',
        rows: 3,
        whole: true,
      },
    });
  });

  it('is given as a workbook with numbers and days, in Indonesian too', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/sales?view=all', world.shop.users.arClerk);
    await numbersShown(page, 4);
    const file = await taken(page, 'Penjualan', 'Excel (XLSX)');
    expect(file.suggestedFilename()).toMatch(/^penjualan-.*\.xlsx$/);
    const [head, first] = await sheetOf(file);
    expect(head?.[0]).toBe('Penjualan');
    expect(first?.[3]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(first?.at(-1)).toMatchObject({ number: expect.stringMatching(/^\d+$/) });
  });

  it('is what a customer owes, line by line', async () => {
    const { page } = await screen();
    await signInAt(page, `/customers/${world.shop.customers.warung.id}`, world.shop.users.arClerk);
    await expectToSee(page.getByRole('heading', { name: 'Open items' }));
    const file = await taken(page, 'Open items', 'CSV');
    const [head, ...rows] = (await textOf(file)).trim().split('\r\n');
    expect(head).toMatch(/^Invoice,Due,/);
    expect(rows).toHaveLength(
      await page.locator('table tbody tr th a[href^="/invoices/"]').count(),
    );
    expect(await recorded()).toMatchObject({ after: { list: 'customer-items' } });
  });

  it('is printed whole, without the page around it', async () => {
    const { page } = await screen();
    await page.addInitScript('window.print = () => { document.body.dataset.printed = "yes"; };');
    await signInAt(page, '/prices', world.shop.users.admin);
    await page.locator('tbody tr').first().waitFor();
    const shown = await page.locator('tbody tr').count();
    await choose(page, 'Prices', 'Print or PDF');
    await page.locator('body[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.printed-list');
    await expectToSee(sheet.getByRole('heading', { name: 'Prices' }));
    expect(await sheet.locator('tbody tr').count()).toBe(shown);
    expect(await page.locator('.app').isVisible()).toBe(false);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('ends at the bound that is told, and says so in its name and on the page', async () => {
    const { page } = await screen();
    await signInAt(page, '/prices', world.shop.users.admin);
    await expectToSee(menuOf(page, 'Prices'));
    await answerWithoutEnd(page);
    const file = await taken(page, 'Prices', 'CSV');
    expect(file.suggestedFilename()).toContain(`first-${EXPORT_ROWS_MAX}`);
    expect((await textOf(file)).trim().split('\r\n')).toHaveLength(EXPORT_ROWS_MAX + 1);
    await expectToSee(page.getByText('only the first 10.000 rows'));
    expect(await recorded()).toMatchObject({ after: { rows: EXPORT_ROWS_MAX, whole: false } });
  });

  it('is not given when it cannot be recorded', async () => {
    const { page } = await screen();
    await signInAt(page, '/prices', world.shop.users.admin);
    await page.route('**/v1/list-exports', (route) => route.abort());
    let isGiven = false;
    page.on('download', () => {
      isGiven = true;
    });
    await choose(page, 'Prices', 'CSV');
    await expectToSee(page.getByText(/server did not answer/));
    expect(isGiven).toBe(false);
  });

  it('is taken by keyboard, from a menu without a fault that axe finds', async () => {
    const { page } = await screen({ theme: 'dark' });
    await signInAt(page, '/prices', world.shop.users.admin);
    await page.locator('tbody tr').first().waitFor();
    await menuOf(page, 'Prices').focus();
    await page.keyboard.press('Enter');
    await expectToSee(page.getByRole('button', { name: 'Excel (XLSX)' }));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  });
});

function menuOf(page: Page, title: string) {
  return page.getByRole('button', { name: new RegExp(`(Download|Unduh): ${title}`) });
}

async function choose(page: Page, title: string, format: string): Promise<void> {
  await menuOf(page, title).click();
  await page.getByRole('button', { name: format }).click();
}

async function taken(page: Page, title: string, format: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await choose(page, title, format);
  return download;
}

async function bytesOf(file: Download): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of await file.createReadStream()) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

async function textOf(file: Download): Promise<string> {
  return (await bytesOf(file)).toString('utf8');
}

async function sheetOf(file: Download) {
  const bytes = await bytesOf(file);
  const { rows } = await openXlsx(async function* () {
    yield bytes;
  });
  const found = [];
  for await (const row of rows()) if (row.kind === 'row') found.push(row.cells);
  return found;
}

/** The numbers of the sales on the screen, once so many are there. */
async function numbersShown(page: Page, count: number): Promise<string[]> {
  const links = page.locator('tbody tr td:first-child a');
  await links.nth(count - 1).waitFor();
  return links.allTextContents();
}

/** From now on each page of the items is full, and there is always a next one. */
async function answerWithoutEnd(page: Page): Promise<void> {
  const answer = page.waitForResponse('**/v1/items?**');
  await page.reload();
  const { data } = (await (await answer).json()) as { data: object[] };
  const full = Array.from({ length: LIST_LIMIT_MAX }, () => data[0]);
  const json = { data: full, nextCursor: 'bW9yZQ' };
  await page.route('**/v1/items?**', (route) => route.fulfill({ json }));
}

function recorded() {
  return world.database.prisma.auditRow.findFirst({
    where: { tableName: 'list_export' },
    orderBy: { id: 'desc' },
  });
}
