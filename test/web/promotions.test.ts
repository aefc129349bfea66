import {
  accessibilityFaults,
  expectToSee,
  idsShown,
  signInAt,
  undoByKey,
} from '../support/browser.js';
import { untilTrue } from '../support/until.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole();

const TOMORROW = '2026-07-02';
const terms = () => world.database.prisma.promotionTerm.findMany({ orderBy: { version: 'asc' } });

describe('a promotion', () => {
  it('is planned by keyboard, tried on a basket, changed and ended, each with its undo', async () => {
    const { page } = await screen();
    await signInAt(page, '/prices/promotions', world.shop.users.admin);
    await expectToSee(page.getByText('There is no promotion here'));
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Code', { exact: true }).fill('TEH-3');
    await dialog.getByLabel(/^Name/).fill('Teh ketiga gratis');
    await dialog.getByLabel('Kind').selectOption('buyGet');
    await dialog.getByLabel('So many are paid').fill('2');
    await dialog.getByLabel('So many more are free').fill('1');
    await dialog.getByLabel(/^SKUs/).fill('TEH-100');
    await dialog.getByLabel(/^From \(/).fill(TOMORROW);
    await dialog.getByText('Where, when and for whom').click();
    await dialog.getByLabel('Sat').check();
    await dialog.getByText('Order and limits').click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByLabel('Code', { exact: true }).press('Enter');
    const row = page.getByRole('row').filter({ hasText: 'TEH-3' });
    await expectToSee(row.getByText('Planned'));
    await expectToSee(row.getByText('buy 2, get 1 free'));
    expect((await terms()).at(-1)?.terms).toMatchObject({
      offer: { kind: 'buyGet', buy: 2, get: 1 },
      hours: { weekdays: [6], from: '00:00', until: '00:00' },
    });

    await row.getByRole('button', { name: 'Change: Teh ketiga gratis' }).click();
    await dialog.getByText('Where, when and for whom').click();
    await dialog.getByLabel('Sat').uncheck();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await untilTrue(async () => !JSON.stringify((await terms()).at(-1)?.terms).includes('hours'));
    await row.getByRole('button', { name: 'Try it: Teh ketiga gratis' }).click();
    await dialog.getByLabel('Quantity').fill('3');
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await expectToSee(dialog.getByText('Teh ketiga gratis gives Rp18.500.'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await row.getByRole('button', { name: 'End it: Teh ketiga gratis' }).click();
    await dialog.getByRole('button', { name: 'End it' }).click();
    await expectToSee(row.getByText('Over'));
    await undoByKey(page, 'Teh ketiga gratis ends.');
    await expectToSee(row.getByText('Planned'));
    expect(await idsShown(page)).toEqual([]);
  });

  it('is only read and tried by an owner', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/prices/promotions', world.shop.users.owner);
    await expectToSee(page.getByText('Teh ketiga gratis'));
    await expectToSee(page.getByText('beli 2 gratis 1'));
    await page.keyboard.press('n');
    await expect(page.getByRole('dialog').count()).resolves.toBe(0);
    await expect(page.locator('tbody').getByRole('button').allTextContents()).resolves.toEqual([
      'Coba',
    ]);
  });
});
