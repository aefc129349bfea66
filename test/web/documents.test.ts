import { aLetter } from '../support/a-letter.js';
import { accessibilityFaults, expectToSee, signInAt } from '../support/browser.js';
import type { Owed } from '../support/owing-shop.js';
import { useConsole } from '../support/use-console.js';

let owed: Owed;

const { world, screen } = useConsole(async (shop) => {
  owed = await shop.sell('C-0002', 4);
  await shop.pay(owed.invoiceId, 80_000n);
  await aLetter(shop, owed, 'sent');
});

describe('one invoice', () => {
  it('shows its money as a sum that comes out, its lines, what settled it and its letters', async () => {
    const { page } = await screen();
    await signInAt(page, `/invoices/${owed.invoiceId}`, world.shop.users.arClerk);
    await expectToSee(page.getByRole('heading', { level: 1, name: owed.number }));
    await expectToSee(page.getByText('Rp100.000'));
    await expectToSee(page.getByText('Asked for less what settled it is what is open'));
    await expectToSee(page.getByRole('cell', { name: 'Paid', exact: true }));
    await expectToSee(page.getByText('Reminder 1'));
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('comes as PDF', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, `/invoices/${owed.invoiceId}`, world.shop.users.arClerk);
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh PDF' }).click(),
    ]);
    expect(paper.suggestedFilename()).toBe(`${owed.number.replaceAll('/', '-')}.pdf`);
  });

  it('is what the address of an unknown one says it is not', async () => {
    const { page } = await screen();
    const unknown = '00000000-0000-7000-8000-000000000000';
    await signInAt(page, `/invoices/${unknown}`, world.shop.users.arClerk);
    await expectToSee(page.getByText('This did not come'));
  });
});

describe('a letter on the page of its sale', () => {
  it('is read as it went out', async () => {
    const { page } = await screen();
    await signInAt(page, `/sales/${owed.saleId}`, world.shop.users.arClerk);
    await page.getByRole('button', { name: 'Reminder 1' }).click();
    await expectToSee(page.getByText(owed.number).last());
    await expectToSee(page.getByText(/Dear CV Hotel Bahari[\s\S]*27 Jul 2026/));
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('the statement of a customer', () => {
  it('comes as PDF', async () => {
    const { page } = await screen();
    await signInAt(page, `/customers/${world.shop.customers.hotel.id}`, world.shop.users.arClerk);
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Statement' }).click(),
    ]);
    expect(paper.suggestedFilename()).toBe('Statement C-0002.pdf');
  });
});

describe('one entry of the journal', () => {
  it('is opened from its day, balances, and leads to its document', async () => {
    const { page } = await screen();
    const day = '2026-07-01';
    await signInAt(page, `/ledger?view=journal&day=${day}`, world.shop.users.auditor);
    await page.getByRole('link', { name: owed.number }).first().click();
    await page.waitForURL(/\/ledger\/entries\//);
    await expectToSee(page.getByText('Debits equal credits').first());
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('definition').getByRole('link', { name: owed.number }).click();
    await page.waitForURL(/\/(?:invoices|sales)\//);
  });
});
