import { accessibilityFaults, expectToSee, signInAt } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole();

describe('how customers are reminded', () => {
  it('is seen before it holds, and changed from a day on by two persons', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/policies', world.shop.users.arManager);
    await page.getByRole('button', { name: 'Preview: standard, version 1' }).click();
    await page.getByLabel('Due on').fill('2026-07-06');
    await expectToSee(page.getByRole('listitem').filter({ hasText: 'Letter 1, Thu 9 Jul' }));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('button', { name: 'Plan from standard 1' }).click();
    await page.getByLabel('In force from').fill('2026-08-01');
    await page.getByLabel('Letter 1: days past due').fill('5');
    await page.getByLabel('Why').fill('Customers asked for two days more');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(page.getByText(/asked: Customers asked for two days more/));

    const other = await screen();
    await signInAt(other.page, '/setup/policies', world.shop.users.admin);
    await other.page.getByRole('button', { name: 'Agree' }).click();
    await expectToSee(other.page.getByRole('cell', { name: '5, 10, 20' }));
    expect(await world.database.prisma.dunningPolicy.count()).toBe(2);
  });
});
