import type { StaffRole } from '../../contract/roles.js';
import {
  accessibilityFaults,
  expectToSee,
  idsShown,
  signInAt,
  undoByKey,
} from '../support/browser.js';
import { untilTrue } from '../support/until.js';
import { useConsole } from '../support/use-console.js';

const { world, api, screen } = useConsole(async ({ sell, receive, shop }) => {
  for (let n = 1; n <= 3; n += 1) await sell('C-0002', n);
  await receive(shop.customers.hotel.id, 45_000n);
});

/** Every page by the first role that works with it, and what stands at its head. */
const PAGES: readonly (readonly [role: StaffRole, path: string, title: string])[] = [
  ['arManager', '/queue', 'Queue'],
  ['arClerk', '/sales', 'Sales'],
  ['arClerk', '/sales?view=all', 'Sales'],
  ['arClerk', '/sales?view=all&q=Hotel', 'Sales'],
  ['arManager', '/queue/refused', 'Refused post'],
  ['arClerk', '/sales/find?from=mail', 'Find a sale'],
  ['cashier', '/sales/find', 'Find a sale'],
  ['arClerk', '/matching', 'Matching'],
  ['arClerk', '/bank-files', 'Bank files'],
  ['arClerk', '/bank-files/profiles', 'Bank files'],
  ['creditController', '/customers', 'Customers'],
  ['creditController', '/customers/duplicates', 'Customers'],
  ['creditController', '/customers/duplicates?view=merged', 'Customers'],
  ['arManager', '/letters', 'Letters'],
  ['arManager', '/letters?view=held', 'Letters'],
  ['arManager', '/letters?view=sent', 'Letters'],
  ['arManager', '/letters?view=texts', 'Letters'],
  ['arManager', '/promises', 'Promises and disputes'],
  ['arManager', '/agencies', 'Agencies'],
  ['owner', '/business', 'The business'],
  ['storeManager', '/business', 'The business'],
  ['auditor', '/ledger', 'Ledger'],
  ['auditor', '/ledger?view=journal', 'Ledger'],
  ['auditor', '/ledger?view=periods', 'Ledger'],
  ['auditor', '/ledger?view=audit', 'Ledger'],
  ['storeManager', '/stock', 'Stock'],
  ['storeManager', '/stock?view=counts', 'Stock'],
  ['admin', '/prices', 'Prices'],
  ['admin', '/prices?view=changes', 'Prices'],
  ['admin', '/prices/lists', 'Prices'],
  ['admin', '/prices/promotions', 'Prices'],
  ['admin', '/stores', 'Stores and tills'],
  ['auditor', '/stores?view=printers', 'Stores and tills'],
  ['admin', '/setup', 'Set-up'],
  ['admin', '/setup/company', 'Set-up'],
  ['admin', '/setup/numbers', 'Set-up'],
  ['admin', '/setup/accounts', 'Set-up'],
  ['admin', '/setup/tenders', 'Set-up'],
  ['admin', '/stock', 'Stock'],
  ['admin', '/setup/people', 'Set-up'],
  ['admin', '/setup/imports', 'Set-up'],
  ['admin', '/setup/keys', 'Set-up'],
  ['admin', '/setup/providers', 'Set-up'],
  ['auditor', '/account', 'My account'],
  ['auditor', '/stores/pins', 'PINs for tills'],
  ['auditor', '/stores/pins/checks', 'PINs for tills'],
  ['owner', '/setup/bank-accounts', 'Set-up'],
  ['auditor', '/setup/policies', 'Set-up'],
  ['auditor', '/setup/agencies', 'Set-up'],
  ['auditor', '/setup/taxes', 'Set-up'],
  ['auditor', '/setup/letter-texts', 'Set-up'],
  ['auditor', '/setup/limits', 'Set-up'],
  ['auditor', '/setup/holidays', 'Set-up'],
];

/** A view beside the one that is shown, marked as shown too. */
const SECOND_MARK = '.tabs [aria-current] ~ [aria-current]';

const ROLES = [...new Set(PAGES.map(([role]) => role))];

describe('every page', () => {
  it.each(ROLES)('of %s is whole and without a fault that axe finds', async (role) => {
    const { page } = await screen();
    const own = PAGES.filter(([of]) => of === role);
    await signInAt(page, own[0]?.[1] ?? '/', world.shop.users[role]);
    for (const [, path, title] of own) {
      await page.goto(path);
      await expectToSee(page.getByRole('heading', { level: 1, name: title }));
      await page.waitForLoadState('networkidle');
      const refused = page.getByText(/This did not come|Your role may not see this/);
      expect([path, await refused.count(), await accessibilityFaults(page)]).toEqual([path, 0, []]);
      expect([path, await idsShown(page)]).toEqual([path, []]);
      expect([path, await page.locator(SECOND_MARK).count()]).toEqual([path, 0]);
    }
  });

  it('of one sale and of one customer is whole too', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await page.locator('tbody tr a').first().click();
    await page.waitForURL(/\/sales\/[0-9a-f-]+$/);
    await expectToSee(page.getByRole('region', { name: /story/i }).first());
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
    await page.goto(`/customers/${world.shop.customers.hotel.id}`);
    await expectToSee(page.getByRole('heading', { name: 'Open items' }));
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
  });

  it('is in Indonesian too, down to its links', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/', world.shop.users.owner);
    const links = page.getByRole('navigation', { name: 'Utama' }).getByRole('link');
    const names = await links.allTextContents();
    expect(names.map((name) => name.replace(/\d+$/, ''))).toEqual([
      'Antrean',
      'Penjualan',
      'Pemasangan',
      'Berkas bank',
      'Pelanggan',
      'Surat',
      'Janji, keberatan',
      'Agen penagihan',
      'Toko dan kasir',
      'Persediaan',
      'Harga',
      'Usaha',
      'Buku besar',
      'Pengaturan',
    ]);
  });

  it('of another role is not in the rail, and says so at its address', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/people', world.shop.users.arClerk);
    await expectToSee(page.getByText('Your role may not see this'));
    await expect(page.getByRole('link', { name: 'Set-up' }).count()).resolves.toBe(0);
  });
});

describe('what a clerk does', () => {
  it('records a promise by one key, and undoes it by another', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await page.locator('tbody tr a').first().click();
    await page.waitForURL(/\/sales\/[0-9a-f-]+$/);
    await expectToSee(page.getByRole('button', { name: /^Promise/ }));
    await page.keyboard.press('p');
    await page.locator('input[name="for"]').fill('2026-07-10');
    await page.getByRole('button', { name: 'Record' }).click();
    await expectToSee(page.getByRole('button', { name: /Undo/ }));
    await undoByKey(page, 'Promise recorded; letters wait');
    await page.getByRole('button', { name: /Undo/ }).waitFor({ state: 'detached' });
    const stands = async () => world.database.prisma.promiseToPay.findMany();
    await untilTrue(async () => (await stands()).every(({ state }) => state !== 'open'));
    expect((await stands()).map(({ state }) => state)).toEqual(['withdrawn']);
    expect(api.url).toBeDefined();
  });
});
