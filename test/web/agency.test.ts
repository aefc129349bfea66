import { accessibilityFaults, expectToSee, signInAt } from '../support/browser.js';
import { aCase, anAcceptedCase, balanceOf, type AgencyCase } from '../support/agency-case.js';
import { useConsole } from '../support/use-console.js';

let waiting: AgencyCase;
let working: AgencyCase;
let foreign: AgencyCase;

const { world, screen } = useConsole(async (shop) => {
  const [own, other] = shop.shop.agencies;
  working = await anAcceptedCase(shop, { customer: 'C-0002', packets: 4, agency: own });
  waiting = await aCase(shop, { customer: 'C-0002', packets: 2, agency: own });
  foreign = await aCase(shop, { customer: 'C-0002', packets: 3, agency: other });
});

const sari = () => world.shop.agencies[0].person;
const numberOf = async ({ placementId }: AgencyCase) =>
  (await world.database.prisma.placement.findUniqueOrThrow({ where: { id: placementId } })).number;

describe('a person of a collection agency', () => {
  it('sees the own cases alone, with who owes them and what is left', async () => {
    const { page } = await screen();
    await signInAt(page, '/', sari());
    await page.waitForURL(/\/cases$/);
    await expectToSee(page.getByText('Rp270.000 to collect in 2 cases'));
    await expectToSee(page.getByRole('link', { name: await numberOf(working) }));
    expect(await page.getByText(await numberOf(foreign)).count()).toBe(0);
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    expect(await links.allTextContents()).toEqual(['Cases', 'Remittances', 'Webhook']);
    await expectToSee(page.getByText('The case comes out'));
  });

  it('accepts a case and reports a contact on it', async () => {
    const { page } = await screen();
    await signInAt(page, `/cases/${waiting.placementId}`, sari());
    await page.getByRole('button', { name: 'Accept case' }).click();
    await page.getByText('Contact', { exact: true }).click();
    await page.getByLabel('How').selectOption('visit');
    await page.getByRole('button', { name: 'Send report' }).click();
    await expectToSee(page.getByText('Contact with the debtor'));
    await expectToSee(page.getByText('number 2 of this case'));
  });

  it('reports a promise, a dispute and a payment, and sees before what the payment does', async () => {
    const { page } = await screen();
    await signInAt(page, `/cases/${working.placementId}`, sari());
    await page.getByText('Promise', { exact: true }).click();
    await page.getByLabel('Amount').fill('80.000');
    await page.getByLabel('Promised for').fill('2026-07-06');
    await page.getByRole('button', { name: 'Send report' }).click();
    await expectToSee(page.getByText('number 2 of this case'));
    await page.getByLabel('Amount').fill('80.000');
    await expectToSee(page.getByText('Your commission, 15 %'));
    await expectToSee(page.getByText('Rp12.000'));
    await page.keyboard.press('Control+Enter');
    await expectToSee(page.getByText('number 3 of this case'));
    await page.getByText('Dispute', { exact: true }).click();
    await page.getByLabel('What the debtor objects to').fill('One packet was torn');
    await page.getByLabel('Amount').fill('20.000');
    await page.getByRole('button', { name: 'Send report' }).click();
    await expectToSee(page.getByText('One packet was torn'));
    expect(await balanceOf(world, working.placementId)).toMatchObject({ collectedAmount: 80_000n });
  });

  it('is told in a sentence what was wrong, and what was typed stays', async () => {
    const { page } = await screen();
    await signInAt(page, `/cases/${working.placementId}`, sari());
    await page.getByLabel('Amount').fill('999.000.000');
    await page.getByRole('button', { name: 'Send report' }).click();
    await expectToSee(page.getByRole('alert').filter({ hasText: /\w/ }));
    expect(await page.getByLabel('Amount').inputValue()).toBe('999.000.000');
  });

  it('pays over what was collected, as the page has reckoned it', async () => {
    const { page } = await screen();
    await signInAt(page, '/remittances', sari());
    await expectToSee(page.getByText('Rp66.680'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Your number').fill('SETOR-7');
    await page.getByRole('button', { name: 'Record remittance' }).click();
    await expectToSee(page.getByText('Everything is paid over'));
    await expectToSee(page.getByRole('cell', { name: 'SETOR-7' }));
  });

  it.each([
    ['light', 'en', 1440],
    ['dark', 'id', 390],
  ] as const)('has no fault that axe finds, %s, %s, %i wide', async (theme, language, width) => {
    const { page } = await screen({ theme, language, width });
    await signInAt(page, `/cases/${working.placementId}`, sari());
    await expectToSee(page.getByRole('list', { name: /What you reported|Laporan Anda/ }));
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
