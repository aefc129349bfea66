import { aCase } from '../support/agency-case.js';
import { accessibilityFaults, expectToSee, goBy, signInAt, undoByKey } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, api, screen } = useConsole(async (shop) => {
  await aCase(shop, { customer: 'C-0002', packets: 2, agency: shop.shop.agencies[0] });
});

describe('an agency', () => {
  it('is added, gets a commission by two persons, and z takes back what was asked for', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/agencies', world.shop.users.arManager);
    await page.getByRole('button', { name: 'Add an agency' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Code').fill('baru');
    await dialog.getByLabel('Name').fill('Penagihan Baru');
    await dialog.getByRole('button', { name: 'Add an agency' }).click();
    await expectToSee(page.getByRole('region', { name: 'Penagihan Baru' }));
    expect(await page.getByRole('button', { name: /^Make a code/ }).count()).toBe(0);

    await page.getByRole('button', { name: 'Ask for a commission: Penagihan Baru' }).click();
    await page.getByLabel('Line 1: Per cent').fill('12,5');
    await page.getByRole('button', { name: 'Add a line' }).click();
    await page.getByLabel('Line 2: From day past due').fill('90');
    await page.getByLabel('Line 2: Per cent').fill('20');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Why').fill('As negotiated');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    const waits = page.getByRole('region', { name: 'Waits for a second person' });
    await expectToSee(waits.getByText(/from day 0: 12,5 %; from day 90: 20 %/));
    await page.getByRole('button', { name: 'Ask for other terms: Penagihan Baru' }).click();
    await page.getByLabel('Days in which it reports').fill('30');
    await page.getByLabel('Why').fill('They ask for more time');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(waits.getByText('They ask for more time'));
    await undoByKey(page, 'Asked for. A second person decides.');
    await waits.getByText('They ask for more time').waitFor({ state: 'detached' });

    const other = await screen();
    await signInAt(other.page, '/setup/agencies', world.shop.users.admin);
    await other.page.getByRole('button', { name: 'Agree' }).click();
    const block = other.page.getByRole('region', { name: 'Penagihan Baru' });
    await expectToSee(block.getByText(/from day 0: 12,5 %; from day 90: 20 %/));
    expect(await accessibilityFaults(other.page)).toEqual([]);
  });

  it('gets no new cases any more, which z takes back, and a code that is shown once', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/agencies', world.shop.users.admin);
    const block = page.getByRole('region', { name: 'Penagihan Baru' });
    await block.getByRole('button', { name: 'Change: Penagihan Baru' }).click();
    await page.getByLabel('New cases').selectOption('gets no new cases');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectToSee(block.getByText('gets no new cases', { exact: true }));
    await undoByKey(page, 'Penagihan Baru is changed');
    await expectToSee(block.getByText('gets new cases', { exact: true }));
    await block.getByRole('button', { name: 'Make a code: Penagihan Baru' }).click();
    await page.getByLabel('For whom or which machine').fill('Sistem kasus');
    await page.getByRole('button', { name: 'Make a code', exact: true }).last().click();
    const code = (await page.getByRole('dialog').getByRole('status').textContent()) ?? '';
    const enrolled = await api.send('POST', '/v1/agency/enrolments', { body: { code } });
    expect(enrolled).toMatchObject({ status: 201, body: { agency: { code: 'BARU' } } });
    await page.getByRole('button', { name: 'Close' }).click();
    await expectToSee(block.getByText('Keys in use'));
  });

  it('is read by an auditor, who is offered nothing', async () => {
    const { page } = await screen({ language: 'id', theme: 'dark', width: 390, height: 844 });
    await signInAt(page, '/setup/agencies', world.shop.users.auditor);
    await expectToSee(page.getByRole('region', { name: 'Penagihan Baru' }));
    expect(await page.getByRole('button', { name: /Tambah|Minta|Ubah|Buat/ }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('the webhook of an agency', () => {
  it('is given an address, switched off and on again, and signs with a secret that is shown once', async () => {
    const { page } = await screen();
    await signInAt(page, '/webhook', world.shop.agencies[0].person);
    await expectToSee(page.getByRole('heading', { name: 'Nothing is sent: you fetch your cases' }));
    await expectToSee(page.getByRole('cell', { name: 'New case' }));
    await page.getByRole('button', { name: 'Address (https)' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address (https)').fill('https://user:word@agency.example/hook');
    await dialog.getByRole('button', { name: 'Use this address' }).click();
    await expectToSee(dialog.getByRole('alert').filter({ hasText: /\w/ }));
    await dialog.getByLabel('Address (https)').fill('https://agency.example/lunas');
    await dialog.getByRole('button', { name: 'Use this address' }).click();
    await expectToSee(page.getByText('https://agency.example/lunas', { exact: true }));
    await page.getByRole('button', { name: 'Switch off' }).click();
    await expectToSee(page.getByRole('heading', { name: /^Nothing is sent/ }));
    await undoByKey(page, 'Nothing is sent any more');
    await expectToSee(page.getByText('https://agency.example/lunas', { exact: true }));
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    await expectToSee(page.getByText(/^whsec_/));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    await expectToSee(page.getByText('in use'));
    expect(await page.getByText(/^whsec_/).count()).toBe(0);
  });

  it('is reached by g and w, in Indonesian on a phone too', async () => {
    const { page } = await screen({ language: 'id', theme: 'dark', width: 390, height: 844 });
    await signInAt(page, '/cases', world.shop.agencies[0].person);
    await goBy(page, 'w', /\/webhook$/);
    await expectToSee(page.getByRole('heading', { name: 'Yang menandatangani pesan' }));
    await expectToSee(page.getByRole('cell', { name: 'Kasus baru' }));
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
