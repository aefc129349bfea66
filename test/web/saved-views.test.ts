import type { Page } from 'playwright-core';
import { accessibilityFaults, expectToSee, signInAt } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole();

describe('the own views of a list', () => {
  it('are kept, shown as tabs, renamed, and removed with an undo', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales?standing=overdue', world.shop.users.arClerk);
    await named(page, 'Save view', 'Chase these');
    const tab = page.getByRole('link', { name: 'Chase these' });
    await expectToSee(tab);
    expect(await tab.getAttribute('aria-current')).toBe('page');
    expect(await accessibilityFaults(page)).toEqual([]);
    await named(page, 'Rename view', 'Overdue ones');
    const renamed = page.getByRole('link', { name: 'Overdue ones' });
    await expectToSee(renamed);
    await page.getByRole('button', { name: 'Remove view' }).click();
    await renamed.waitFor({ state: 'detached' });
    const told = page.locator('.toast').filter({ hasText: 'View Overdue ones removed' });
    await told.getByRole('button').click();
    await expectToSee(renamed);
    await page.getByRole('link', { name: 'All', exact: true }).click();
    await page.waitForURL(/view=all/);
    await renamed.click();
    await page.waitForURL(/\/sales\?standing=overdue$/);
  });

  it('are offered on every list that filters, in Indonesian too, and not for a tab of the page', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/customers?q=warung', world.shop.users.arManager);
    await named(page, 'Simpan tampilan', 'Warung');
    await expectToSee(page.getByRole('link', { name: 'Warung', exact: true }));
    await page.goto(new URL('/queue?kind=stock-short', page.url()).href);
    await expectToSee(page.getByRole('button', { name: 'Simpan tampilan' }));
    await page.goto(new URL('/sales?view=all', page.url()).href);
    await expectToSee(page.getByRole('link', { name: 'Semua', exact: true }));
    expect(await page.getByRole('button', { name: 'Simpan tampilan' }).count()).toBe(0);
  });

  it('say in the form that a name is taken, and keep what was typed', async () => {
    const { page } = await screen();
    await signInAt(page, '/prices?q=teh', world.shop.users.storeManager);
    await named(page, 'Save view', 'Tea');
    await expectToSee(page.getByRole('link', { name: 'Tea' }));
    await page.goto(new URL('/prices?q=kopi', page.url()).href);
    await named(page, 'Save view', 'tea');
    await expectToSee(page.getByRole('alert'));
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('tea');
  });
});

async function named(page: Page, verb: string, name: string): Promise<void> {
  await page.getByRole('button', { name: verb }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(name);
  await page.keyboard.press('Enter');
}
