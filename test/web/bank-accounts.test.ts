import { accessibilityFaults, expectToSee, signInAt } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen, pass } = useConsole();

const SIXTEEN_MINUTES_MS = 16 * 60_000;

describe('a bank account', () => {
  it('is asked for by one person and holds when another one agrees', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/bank-accounts', world.shop.users.admin);
    await page.getByRole('button', { name: 'Ask for an account' }).click();
    await page.getByLabel('Number').fill('8880005678');
    await page.getByLabel('What we call it').fill('Penerimaan');
    await page.getByLabel('Bank', { exact: true }).fill('Bank Nusa Contoh');
    await page.getByLabel('Why').fill('For payments of customers');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(page.getByText('Staf admin asked: For payments of customers'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Agree' }).click();
    await expectToSee(page.getByText(/another person|second person/i).last());
    const accounts = () =>
      world.database.prisma.bankAccount.count({ where: { name: 'Penerimaan' } });
    expect(await accounts()).toBe(0);

    const other = await screen({ language: 'id' });
    await signInAt(other.page, '/setup/bank-accounts', world.shop.users.arManager);
    await expectToSee(other.page.getByText('Staf admin meminta'));
    const names = await other.page.locator('.waiting-changes dt').allTextContents();
    expect(names).toContain('Nomor');
    expect(names.filter((name) => /[a-z][A-Z]/.test(name))).toEqual([]);
    pass(SIXTEEN_MINUTES_MS);
    await other.page.getByRole('button', { name: 'Setuju' }).click();
    const dialog = other.page.getByRole('dialog', { name: 'Kata sandi Anda' });
    await dialog.getByLabel('Kata sandi').fill('not the right one');
    await dialog.getByRole('button', { name: /Lanjutkan/ }).click();
    await expectToSee(dialog.getByText('Kata sandi salah.'));
    await dialog.getByLabel('Kata sandi').fill(world.shop.users.arManager.password);
    await dialog.getByRole('button', { name: /Lanjutkan/ }).click();
    await expectToSee(other.page.getByRole('cell', { name: 'Penerimaan', exact: true }));
    expect(await accounts()).toBe(1);
  });

  it('keeps its details when the second person rejects a change', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/bank-accounts', world.shop.users.arManager);
    await page.getByRole('button', { name: 'Ask for a change: Penerimaan' }).click();
    await page.getByLabel('Bank', { exact: true }).fill('Bank Lain');
    await page.getByLabel('Why').fill('It has another name');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(page.getByText('Bank Lain'));
    const other = await screen();
    await signInAt(other.page, '/setup/bank-accounts', world.shop.users.admin);
    await other.page.getByRole('button', { name: 'Reject' }).click();
    await other.page.getByText('Bank Lain').waitFor({ state: 'detached' });
    await expectToSee(other.page.getByRole('cell', { name: 'Bank Nusa Contoh' }).first());
  });
});
