import { accessibilityFaults, expectToSee, signInAt, goBy } from '../support/browser.js';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startIdentityProvider,
  type IdentityProvider,
} from '../support/identity-provider.js';
import { useConsole } from '../support/use-console.js';

const { world, api, screen } = useConsole(async ({ sell }) => {
  for (let n = 1; n <= 4; n += 1) await sell('C-0002', n);
});

describe('the door', () => {
  it('lets a person in, and leads to the address that was asked for', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales?standing=not-due', world.shop.users.arClerk);
    expect(page.url()).toMatch(/\/sales\?standing=not-due$/);
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Sales' }));
  });

  it('says what was wrong, as the API does', async () => {
    const { page } = await screen();
    await page.goto('/');
    await page.getByLabel('E-mail').fill('nobody@example.test');
    await page.getByLabel('Password').fill('not the right one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expectToSee(page.getByRole('alert').filter({ hasText: /\w/ }));
  });

  it('opens with one click for people of the sample company', async () => {
    const { page } = await screen();
    await page.goto('/');
    await page.getByRole('button', { name: 'AR manager' }).click();
    await expectToSee(page.getByRole('navigation', { name: 'Main' }));
    expect(new URL(page.url()).pathname).toBe('/queue');
  });

  it('comes back when the session has ended, and the page is where it was', async () => {
    const { page, context } = await screen();
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await expectToSee(page.getByRole('row').nth(1));
    await context.clearCookies();
    await page.getByRole('link', { name: 'All', exact: true }).click();
    await expectToSee(page.getByText('Your session has ended'));
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Sign in' }));
    expect(new URL(page.url()).pathname).toBe('/sales');
  });

  it('answers programs at unknown addresses with a problem, browsers with the page', async () => {
    const program = await fetch(`${api.url}/nowhere`, { headers: { accept: 'application/json' } });
    expect(program.status).toBe(404);
    const person = await fetch(`${api.url}/nowhere`, { headers: { accept: 'text/html' } });
    expect(person.headers.get('content-type')).toMatch(/text\/html/);
    const unknownCall = await fetch(`${api.url}/v1/nowhere`, { headers: { accept: 'text/html' } });
    expect(unknownCall.status).toBe(404);
    const asset = await fetch(`${api.url}/assets/nothing.js`);
    expect(asset.status).toBe(404);
  });

  it('gives each page a nonce of its own', async () => {
    const nonceOf = async () => {
      const answer = await fetch(`${api.url}/`, { headers: { accept: 'text/html' } });
      const policy = answer.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /style-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
      expect(await answer.text()).toContain(nonce);
      return nonce;
    };
    expect(await nonceOf()).not.toBe(await nonceOf());
  });
});

describe('an identity provider of the company', () => {
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await startIdentityProvider();
  });
  afterAll(() => provider.close());

  it('is set up, tried and switched on, and lets a person in to the address that was asked for', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/providers', world.shop.users.admin);
    await page.getByRole('button', { name: 'Add a provider' }).click();
    await page.getByLabel('Name on the sign-in page').fill('Kopi account');
    await page.getByLabel('Issuer').fill(provider.issuer);
    await page.getByLabel('Client id').fill(CLIENT_ID);
    await page.getByLabel('Client secret').fill(CLIENT_SECRET);
    await page.getByLabel('Who may come').selectOption('everybody');
    await page.getByLabel('Group of line 1').fill('finance');
    await page.getByRole('button', { name: 'Add a group' }).click();
    await page.getByLabel('Group of line 2').fill('till-bdg');
    await page.getByLabel('Role of line 2').selectOption('cashier');
    await page.getByLabel('Store of line 2').selectOption('BDG1');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expectToSee(page.getByText('Not tried yet'));

    const person = { sub: 'ana', name: 'Ana', email: 'ana@example.test', email_verified: true };
    provider.sits({ ...person, groups: ['till-bdg'] });
    await page.getByRole('button', { name: 'Try it: Kopi account' }).click();
    await expectToSee(page.getByRole('heading', { name: 'The provider works' }));
    await expectToSee(page.getByText('Cashier'));
    expect(new URL(page.url()).search).toBe('');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the set-up' }).click();
    await page.getByRole('button', { name: 'Switch on: Kopi account' }).click();
    await expectToSee(page.getByRole('cell', { name: 'On', exact: true }));

    provider.sits({ ...person, groups: ['finance'] });
    const theirs = await screen({ language: 'id' });
    await theirs.page.goto('/sales?standing=not-due');
    await expectToSee(theirs.page.getByText('Atau dengan kata sandi:'));
    expect(await accessibilityFaults(theirs.page)).toEqual([]);
    await theirs.page.getByRole('button', { name: 'Masuk lewat Kopi account' }).click();
    await expectToSee(theirs.page.getByRole('navigation', { name: 'Utama' }));
    expect(theirs.page.url()).toMatch(/\/sales\?standing=not-due$/);

    provider.sits({ ...person, groups: [] });
    await theirs.context.clearCookies();
    await theirs.page.goto('/');
    await theirs.page.getByRole('button', { name: 'Masuk lewat Kopi account' }).click();
    await expectToSee(theirs.page.getByRole('alert').filter({ hasText: /tidak memberi peran/ }));
    expect(await accessibilityFaults(theirs.page)).toEqual([]);
    await theirs.page.getByRole('button', { name: 'Kembali ke halaman masuk' }).click();
    await expectToSee(theirs.page.getByLabel('Surel'));
  });
});

describe('where every sale stands', () => {
  it('shows the open sales, their sum, and that it ties to the ledger', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await expectToSee(page.getByText('4 sales shown'));
    await expectToSee(page.getByText('Rp450.000').first());
    await expectToSee(page.getByText('difference Rp0'));
  });

  it('is used by keyboard alone: search, move, open', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await expectToSee(page.getByText('4 sales shown'));
    await page.keyboard.press('/');
    await page.keyboard.type('nothing is called this');
    await page.keyboard.press('Enter');
    await expectToSee(page.getByText('No sale is like this'));
    await page.goBack();
    await expectToSee(page.getByText('4 sales shown'));
    await page.getByRole('region', { name: 'Sales' }).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const number = await page.locator('tr.at a').first().textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sales\/[0-9a-f-]+$/);
    expect(number).toMatch(/^JKT1-/);
  });

  it('goes anywhere by Ctrl K and by g', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await expectToSee(page.getByText('4 sales shown'));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find a sale' }).fill('C-0002');
    await expectToSee(page.getByRole('option', { name: /Customer/ }).first());
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Find a sale' }).waitFor({ state: 'detached' });
    await goBy(page, 'c', /\/customers$/);
  });

  it('does what the page offers, and finds a part of the set-up, by Ctrl K', async () => {
    const { page } = await screen();
    await signInAt(page, '/customers', world.shop.users.arManager);
    await expectToSee(page.getByRole('button', { name: 'Add a customer N' }));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find a sale' }).fill('add a');
    await expectToSee(page.getByRole('option', { name: 'Do Add a customer N' }));
    await page.keyboard.press('Enter');
    await expectToSee(page.getByRole('dialog', { name: 'Add a customer' }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find a sale' }).fill('holi');
    await expectToSee(page.getByRole('option', { name: 'Page Holidays' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/setup\/holidays$/);
  });

  it('tells a new sale without moving the rows, and shows it when asked', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales?view=all', world.shop.users.arClerk);
    await expectToSee(page.getByRole('row').nth(1));
    const first = await page.locator('tbody tr a').first().textContent();
    world.clock.set('2026-07-01T10:30:00+07:00');
    await world.sell('C-0002', 1);
    await expectToSee(page.getByRole('button', { name: /1 new, show/ }));
    expect(await page.locator('tbody tr a').first().textContent()).toBe(first);
    await page.keyboard.press('n');
    await page.getByRole('button', { name: /new, show/ }).waitFor({ state: 'detached' });
    expect(await page.locator('tbody tr a').first().textContent()).not.toBe(first);
  });

  it('speaks Indonesian, and changes by one press', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Penjualan' }));
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
  });

  it('says when the server does not answer, and goes on when it does', async () => {
    const { page, context } = await screen();
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await expectToSee(page.getByRole('row').nth(1));
    await context.route('**/v1/lifecycles?*', (route) => route.abort());
    await page.goto('/sales?view=all');
    await expectToSee(page.getByText('This did not come'));
    await context.unroute('**/v1/lifecycles?*');
    await page.getByRole('button', { name: 'Try now' }).click();
    await expectToSee(page.getByRole('row').nth(1));
  });

  it.each([
    ['light', 'en', 1440],
    ['dark', 'id', 1440],
    ['light', 'id', 390],
  ] as const)('has no fault that axe finds, %s, %s, %i wide', async (theme, language, width) => {
    const { page } = await screen({ theme, language, width });
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await expectToSee(page.getByRole('row').nth(1));
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
