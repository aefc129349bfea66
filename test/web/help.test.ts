import { accessibilityFaults, expectToSee, idsShown, signInAt } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole(async ({ sell }) => {
  await sell('C-0002', 1);
});

describe('somebody who is new', () => {
  it('is offered a tour once, and led by keyboard through the pages of the role', async () => {
    const { page } = await screen({ tour: 'new' });
    await signInAt(page, '/customers', world.shop.users.arClerk);
    const tour = page.getByRole('complementary', { name: 'A look around' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Look around' }).press('Enter');
    const seen: string[] = [];
    const pointedAt: (string | null)[] = [];
    for (const station of [
      'Queue 1 of 6',
      'Sales 2 of 6',
      'Matching 3 of 6',
      'Bank files 4 of 6',
      'Customers 5 of 6',
      'Letters 6 of 6',
    ]) {
      await expectToSee(tour.getByRole('heading', { name: station }));
      await page.locator('.toured').waitFor();
      seen.push(new URL(page.url()).pathname);
      pointedAt.push(await page.locator('.toured').getAttribute('aria-label'));
      await tour.getByRole('button', { name: /^(?:Next|Done)$/ }).press('Enter');
    }
    await tour.waitFor({ state: 'detached' });
    expect(pointedAt[1]).toBe('Where they stand');
    expect(seen).toEqual([
      '/queue',
      '/sales',
      '/matching',
      '/bank-files',
      '/customers',
      '/letters',
    ]);
    await expect(page.locator('.toured').count()).resolves.toBe(0);
    await page.reload();
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Letters' }));
    await expect(page.getByRole('button', { name: 'Look around' }).count()).resolves.toBe(0);
  });

  it('says no, and is not asked again', async () => {
    const { page } = await screen({ tour: 'new', language: 'id', width: 390, height: 844 });
    await signInAt(page, '/business', world.shop.users.owner);
    await page.getByRole('button', { name: 'Tidak, terima kasih' }).click();
    await page.reload();
    await expectToSee(page.locator('.lede'));
    await expect(page.getByRole('button', { name: 'Lihat-lihat' }).count()).resolves.toBe(0);
  });
});

describe('help', () => {
  it('shows the keys of the page and of everywhere, and leads into the tour', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/sales', world.shop.users.owner);
    await expectToSee(page.getByRole('row').nth(1));
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Bantuan' });
    await expectToSee(help.getByRole('region', { name: 'Tombol di halaman ini' }));
    await expectToSee(help.getByRole('region', { name: 'Tombol di mana saja' }).getByText('Usaha'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await help.getByRole('button', { name: 'Lihat-lihat' }).click();
    const tour = page.getByRole('complementary', { name: 'Lihat-lihat' });
    await expectToSee(tour.getByRole('heading', { name: 'Penjualan 1 dari 6' }));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
  });

  it('switches the keys of one letter off, and on again', async () => {
    const { page } = await screen();
    await signInAt(page, '/customers', world.shop.users.arClerk);
    const dialog = page.getByRole('dialog');
    const openHelp = async () => {
      await page.getByRole('button', { name: /^Staf arClerk/ }).click();
      await page.getByRole('button', { name: 'Help and keys' }).click();
    };
    const closeHelp = async () => {
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    };
    await openHelp();
    await dialog.getByRole('checkbox').uncheck();
    await closeHelp();
    await page.keyboard.press('?');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await openHelp();
    expect(new URL(page.url()).pathname).toBe('/customers');
    await dialog.getByRole('checkbox').check();
    await closeHelp();
    await page.keyboard.press('?');
    await expectToSee(dialog);
  });
});
