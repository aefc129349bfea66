import type { Page } from 'playwright-core';
import { accessibilityFaults, expectToSee, signInAt, undoByKey } from '../support/browser.js';
import { limitQris } from '../support/tender-rules.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole(({ database }) => limitQris(database, 5_000_000n));

const asked = (page: Page) => page.getByRole('region', { name: 'Waits for a second person' });

describe('a tax rule', () => {
  it('is planned from the one in force, and holds when another person agrees', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/taxes', world.shop.users.arManager);
    await page.getByRole('button', { name: /^Plan from this: PPN / }).click();
    await page.getByLabel('Holds from').fill('2026-08-01');
    await page.getByLabel('What is taxed').selectOption('ppn-full');
    await page.getByLabel('Rate, in per cent').fill('11,5');
    await page.getByLabel('Why').fill('The law has changed');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(asked(page).getByText('115/1000'));
    await expectToSee(asked(page).getByText(/but not Staf arManager/));
    expect(await accessibilityFaults(page)).toEqual([]);

    const other = await screen();
    await signInAt(other.page, '/setup/taxes', world.shop.users.admin);
    await other.page.getByRole('button', { name: 'Agree' }).click();
    await expectToSee(other.page.getByRole('cell', { name: '11,5 %' }));
    await other.page.getByRole('button', { name: /^Take back: PPN / }).click();
    await other.page.getByLabel('Why').fill('The law begins a year later');
    await other.page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(asked(other.page).getByText('Taken back'));
    await undoByKey(other.page, 'Asked for. A second person decides.');
    await asked(other.page).waitFor({ state: 'detached' });
    expect(await world.database.prisma.taxRule.count({ where: { rateNumerator: 115 } })).toBe(1);
  });

  it('is read by an auditor, who is offered nothing', async () => {
    const { page } = await screen({ language: 'id', theme: 'dark', width: 390, height: 844 });
    await signInAt(page, '/setup/taxes', world.shop.users.auditor);
    await expectToSee(page.getByRole('cell', { name: /^PPN/ }).first());
    expect(await page.getByRole('button', { name: /Minta|Rencanakan|Tarik/ }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('what one person may decide alone', () => {
  it('is asked for, shown as money, and holds when another person agrees', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/limits', world.shop.users.admin);
    await page.getByRole('button', { name: 'Ask for other limits' }).click();
    await page.getByLabel('Credit limit of a customer').fill('75.000.000');
    await page
      .getByLabel(/^Files of account/)
      .first()
      .fill('');
    await page.getByLabel('Why').fill('Hotels ask for more');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(asked(page).getByText('Rp75.000.000'));
    expect(await asked(page).locator('dt').allTextContents()).toContain(
      'Limit of credit to customers',
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    const other = await screen({ language: 'id' });
    await signInAt(other.page, '/setup/limits', world.shop.users.arManager);
    await other.page.getByRole('button', { name: 'Setuju' }).click();
    await expectToSee(other.page.getByRole('definition').filter({ hasText: 'Rp75.000.000' }));
  });
});

describe('the tax number of the company', () => {
  it('is asked for by one person, and stays until another one agrees', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/company', world.shop.users.arManager);
    await page.getByRole('button', { name: 'Ask for another tax number' }).click();
    await page.getByLabel(/^Tax number/).fill('0012345678909009');
    await page.getByLabel('Why').fill('Registered under a new number');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(asked(page).getByText('0012345678909009'));
    expect(await accessibilityFaults(page)).toEqual([]);
    const other = await screen();
    await signInAt(other.page, '/setup/company', world.shop.users.admin);
    await other.page.getByRole('button', { name: 'Agree' }).click();
    await asked(other.page).waitFor({ state: 'detached' });
    const entity = await world.database.prisma.legalEntity.findFirstOrThrow();
    expect(entity.taxNumber).toBe('0012345678909009');
  });
});

describe('the holidays of a year', () => {
  it('that is not certain are asked for, given as decreed, and certain when another person agrees', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/holidays', world.shop.users.arManager);
    await expectToSee(page.getByText('The holidays of 2027 are not certain'));
    await page.getByRole('link', { name: '2027' }).click();
    await page.getByRole('button', { name: 'Give the holidays of 2027' }).click();
    await page.getByRole('button', { name: 'Add a day' }).click();
    const last = page.locator('.give-holidays tbody tr').last();
    await last.getByLabel(/: Day$/).fill('2027-12-31');
    await last.getByLabel(/In Indonesian/).fill('Libur akhir tahun');
    await last.getByLabel(/In English/).fill('End of the year');
    await last.getByLabel(/Kind/).selectOption('jointLeave');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Why').fill('As decreed by the ministers');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(asked(page).getByText(/Fri 31 Dec 2027.*End of the year/));
    const other = await screen();
    await signInAt(other.page, '/setup/holidays?year=2027', world.shop.users.admin);
    await other.page.getByRole('button', { name: 'Agree' }).click();
    await expectToSee(other.page.getByRole('cell', { name: 'End of the year' }));
    await expectToSee(other.page.getByText('As the company gave them'));
    expect(await other.page.getByText('The holidays of 2027 are not certain').count()).toBe(0);
  });
});

describe('ways to pay, numbers and accounts', () => {
  it('are changed by an administrator, and z puts back what stood there', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/tenders', world.shop.users.admin);
    const qris = page.getByRole('row').filter({ hasText: 'QRIS' });
    const before = await qris.innerText();
    await page.getByRole('button', { name: 'Change QRIS' }).click();
    await page.getByLabel('At most in one sale').fill('9.000.000');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectToSee(qris.getByText('Rp9.000.000'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await undoByKey(page, 'QRIS is changed');
    await qris.getByText('Rp9.000.000').waitFor({ state: 'detached' });
    expect(await qris.innerText()).toBe(before);
  });

  it('set a series before its first use, and say why not afterwards', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/numbers', world.shop.users.admin);
    await page.getByRole('button', { name: 'Set a series' }).click();
    await page.getByLabel('Year', { exact: true }).fill('2027');
    await page.getByLabel('What stands before the number').fill('INV/TES/2028');
    await page.getByLabel('First number').fill('501');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await expectToSee(page.getByRole('alert').filter({ hasText: /\w/ }));
    await page.getByLabel('What stands before the number').fill('INV/TES/2027');
    await page.getByRole('button', { name: 'Set', exact: true }).click();
    await expectToSee(page.getByRole('cell', { name: 'INV/TES/2027' }));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Chart of accounts' }).click();
    await expectToSee(page.getByRole('cell', { name: '1110' }).first());
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('are in reach of a manager where the role may read them, and only there', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/bank-accounts', world.shop.users.arManager);
    const parts = page.getByRole('navigation', { name: 'Money' }).getByRole('link');
    expect(await parts.allTextContents()).toEqual(['Bank accounts', 'Taxes', 'Approval limits']);
  });
});
