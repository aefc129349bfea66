import { expectToSee, signInAt } from '../support/browser.js';
import { openPeriod } from '../support/read-books.js';
import type { Owed } from '../support/owing-shop.js';
import { useConsole } from '../support/use-console.js';

let late: Owed;

const { world, screen } = useConsole(async ({ sell }) => {
  late = await sell('C-0001', 3);
});

describe('a clerk', () => {
  it('drops a file that is no bank file, and is told what it is', async () => {
    const { page } = await screen();
    await signInAt(page, '/bank-files', world.shop.users.arClerk);
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([''], 'kosong.csv', { type: 'text/csv' }));
      return transfer;
    })()`);
    await page.dispatchEvent('.file-drop', 'drop', { dataTransfer: dropped });
    await expectToSee(page.getByRole('alert').filter({ hasText: 'kosong.csv' }));
  });
});

describe('a collector', () => {
  it('records a promise and a dispute on an invoice', async () => {
    const { page } = await screen();
    await signInAt(page, `/invoices/${late.invoiceId}`, world.shop.users.creditController);
    await page.getByRole('button', { name: /^Promise/ }).click();
    await page.locator('input[name="amount"]').fill('100.000');
    await page.locator('input[name="for"]').fill('2026-07-10');
    await page.getByRole('button', { name: 'Record' }).click();
    await expectToSee(page.getByText('Promise for Fri 10 Jul'));
    await page.getByRole('button', { name: /^Dispute/ }).click();
    await page.locator('textarea[name="reason"]').fill('One packet was torn');
    await page.locator('input[name="amount"]').fill('35.000');
    await page.getByRole('button', { name: 'Record' }).click();
    await expectToSee(page.getByText('Dispute: One packet was torn'));
  });
});

describe('a manager', () => {
  it('closes a period by its last day', async () => {
    const { database, shop } = world;
    await openPeriod({ database, shop }, ['2026-05-01', '2026-05-31']);
    const { page } = await screen();
    await signInAt(page, '/ledger?view=periods', shop.users.arManager);
    await page.getByRole('button', { name: 'Close period' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Last day').fill('2026-05-31');
    await dialog.getByRole('button', { name: 'Close period' }).click();
    await expectToSee(page.getByText(/is closed$/));
  });
});
