import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { accessibilityFaults, expectToSee, signInAt, undoByKey } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, api, screen, pass } = useConsole();

const OWN = 'tujuh belas bebek jingga';
const HALF_A_MINUTE_MS = 30_000;
let machineMs = 0;

/** The code of the app for the key on the page; the page moves on to the next code with each. */
async function codeOnPage(page: Page): Promise<string> {
  const shown = (await page.locator('code').textContent()) ?? '';
  return codeOf(shown.replaceAll(' ', ''));
}

function codeOf(secret: string): string {
  const timestamp = Date.now() + machineMs;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

function letPass(ms: number): void {
  machineMs += ms;
  pass(ms);
}

describe('my account', () => {
  it('changes the password, which signs out everywhere else', async () => {
    const { auditor } = world.shop.users;
    const elsewhere = await screen();
    await signInAt(elsewhere.page, '/', auditor);
    const { page } = await screen();
    await signInAt(page, '/account', auditor);
    const sessions = page.getByRole('region', { name: 'Where you are signed in' }).first();
    await expectToSee(sessions.getByText('Here', { exact: true }));
    await expectToSee(sessions.getByRole('button', { name: 'Sign out there' }));
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Change it' }).click();
    await page.getByLabel('Password until now').fill('not the one');
    await page.getByLabel(/^New password/).fill(OWN);
    await page.getByRole('dialog').getByRole('button', { name: 'Change it' }).click();
    await expectToSee(page.getByRole('alert').filter({ hasText: 'This is not your password.' }));
    await page.getByLabel('Password until now').fill(auditor.password);
    await page.getByRole('dialog').getByRole('button', { name: 'Change it' }).click();
    await expectToSee(page.getByText(/signed out everywhere else/).last());
    await page.getByRole('button', { name: 'Sign out there' }).waitFor({ state: 'detached' });
    await elsewhere.page.reload();
    await expectToSee(elsewhere.page.getByLabel('E-mail'));
    await signInAt(elsewhere.page, '/', { ...auditor, password: OWN });
  });

  it('sets a second factor, which the next sign-in asks for, and ends it by a recovery code', async () => {
    const { arClerk } = world.shop.users;
    const { page } = await screen();
    await signInAt(page, '/account', arClerk);
    await page.getByRole('button', { name: 'Set it up' }).click();
    const recovery = await setFactor(page, arClerk.password);
    await page.getByRole('button', { name: 'I have written them down' }).click();
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByLabel('Your password').fill(arClerk.password);
    await page.getByLabel(/or a recovery code/).fill(recovery);
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await expectToSee(page.getByRole('button', { name: 'Set it up' }));
  });
});

describe('a role that needs a second factor', () => {
  it('sets one up at the next sign-in, and only then sees the console', async () => {
    const { admin, owner } = world.shop.users;
    const { page } = await screen();
    await signInAt(page, '/setup/people', admin);
    await page.getByRole('button', { name: 'Change the rule' }).click();
    await page.getByRole('checkbox', { name: 'Owner' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Change' }).click();
    await expectToSee(page.getByText('A second factor is needed by: Owner.'));
    expect(await accessibilityFaults(page)).toEqual([]);

    const other = await screen({ language: 'id' });
    await other.page.goto('/');
    await other.page.getByLabel('Surel').fill(owner.email);
    await other.page.getByLabel('Kata sandi').fill(owner.password);
    await other.page.getByRole('button', { name: 'Masuk' }).click();
    await expectToSee(other.page.getByText(/Peran Anda memerlukan faktor kedua/));
    expect(await accessibilityFaults(other.page)).toEqual([]);
    await setFactor(other.page, owner.password);
    await other.page.getByRole('button', { name: 'Sudah saya catat' }).click();
    await expectToSee(other.page.getByRole('navigation', { name: 'Utama' }));

    await page.getByRole('link', { name: 'Staf owner' }).click();
    await expectToSee(page.getByText('Signs in with an authenticator app.'));
    await page.getByRole('button', { name: 'End it: the phone is lost' }).click();
    await expectToSee(page.getByText('Signs in by the password alone.'));
    await page.goto('/setup/people');
    await page.getByRole('button', { name: 'Change the rule' }).click();
    await page.getByRole('checkbox', { name: 'Owner' }).uncheck();
    await page.getByRole('dialog').getByRole('button', { name: 'Change' }).click();
    await expectToSee(page.getByText('No role needs a second factor.'));
  });
});

/** From the password to the recovery codes; answers the first of them. */
async function setFactor(page: Page, password: string): Promise<string> {
  await page.getByLabel(/^(Your password|Kata sandi Anda)$/).fill(password);
  await page.getByRole('button', { name: /Go on|Lanjutkan/ }).click();
  await expectToSee(page.getByRole('img', { name: /second factor|faktor kedua/ }));
  letPass(HALF_A_MINUTE_MS);
  await page.getByLabel(/^(Code of the app|Kode dari aplikasi)$/).fill(await codeOnPage(page));
  await page.getByRole('button', { name: /Go on|Lanjutkan/ }).click();
  return (await page.locator('.recovery-codes li').first().textContent()) ?? '';
}

describe('a person', () => {
  it('gets another role and store, which can be taken back', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/people', world.shop.users.admin);
    await page.getByRole('link', { name: 'Staf cashier' }).click();
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Staf cashier' }));
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Role').selectOption('storeManager');
    await dialog.getByRole('combobox', { name: 'Store', exact: true }).selectOption('BDG1');
    await dialog.getByRole('button', { name: 'Change' }).click();
    const facts = page.getByRole('region', { name: 'What is known' });
    await expectToSee(facts.getByText('Store manager'));
    await expectToSee(facts.getByText('BDG1'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await undoByKey(page, 'Staf cashier is changed.');
    await expectToSee(facts.getByText('Cashier'));
    await expectToSee(facts.getByText('JKT1'));
  });

  it('gets a new password by a code or by mail, once that was confirmed', async () => {
    const { admin, creditController } = world.shop.users;
    const { page } = await screen();
    await signInAt(page, '/setup/people', admin);
    const row = page.getByRole('row').filter({ hasText: creditController.email });
    await row.getByRole('button', { name: 'New password' }).click();
    await expectToSee(page.getByText(/all that is signed in end at once/));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Send the code to the person by mail').check();
    await page.getByRole('button', { name: 'Give a code' }).click();
    await expectToSee(page.getByText(`The code goes to ${creditController.email} by mail.`).last());
    const started = { where: { workflowType: 'invitation' } };
    expect(await world.database.prisma.workflowStart.count(started)).toBe(1);
    await row.getByRole('button', { name: 'New password' }).click();
    await page.getByRole('button', { name: 'Give a code' }).click();
    await expectToSee(page.locator('output.one-time-code'));
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('is signed out everywhere', async () => {
    const { admin, arManager } = world.shop.users;
    const theirs = await screen();
    await signInAt(theirs.page, '/', arManager);
    const { page } = await screen();
    await signInAt(page, '/setup/people', admin);
    await page.getByRole('link', { name: 'Staf arManager' }).click();
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expectToSee(page.getByText('Nobody is signed in.'));
    await theirs.page.reload();
    await expectToSee(theirs.page.getByLabel('E-mail'));
  });

  it('gets a PIN for the tills of the own store from its manager, who sees no other', async () => {
    const { page } = await screen();
    await signInAt(page, '/stores', world.shop.users.storeManager);
    await page.getByRole('link', { name: 'PINs' }).click();
    await page.getByRole('button', { name: 'Give a PIN: Staf cashier' }).click();
    const pin = (await page.locator('output.one-time-code').textContent()) ?? '';
    expect(pin).toMatch(/^\d{6}$/);
    await page.getByRole('button', { name: 'Close' }).click();
    await expectToSee(page.getByText('Given, to be changed at a till'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'End it: Staf cashier' }).click();
    await page.getByText('Given, to be changed at a till').waitFor({ state: 'detached' });
  });
});

describe('a key', () => {
  it('is made for a machine, rotated, and ended', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/keys', world.shop.users.admin);
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByLabel('What it is for').fill('Web shop');
    await page.getByRole('checkbox', { name: 'Read items and prices' }).check();
    await page.getByRole('button', { name: 'Make it' }).click();
    const token = (await page.locator('output.one-time-code').textContent()) ?? '';
    await page.getByRole('button', { name: 'Close' }).click();
    const read = async (as: string) => (await api.send('GET', '/v1/catalogue', { as })).status;
    expect(await read(token)).toBe(200);

    await page.getByRole('button', { name: 'New key: Web shop' }).click();
    await page.getByRole('button', { name: 'Make it' }).click();
    const next = (await page.locator('output.one-time-code').textContent()) ?? '';
    await page.getByRole('button', { name: 'Close' }).click();
    expect([await read(token), await read(next)]).toEqual([200, 200]);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'End it: Web shop' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await expectToSee(page.getByText('The key "Web shop" has ended.').last());
    letPass(HALF_A_MINUTE_MS);
    expect(new Set([await read(token), await read(next)])).toEqual(new Set([200, 401]));
  });
});
