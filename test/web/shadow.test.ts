import { randomUUID } from 'node:crypto';
import { aSale, rupiah } from '../support/a-sale.js';
import { accessibilityFaults, expectToSee, idsShown, signInAt } from '../support/browser.js';
import { office } from '../support/office.js';
import { untilTrue } from '../support/until.js';
import { useConsole } from '../support/use-console.js';

const { world, api, screen } = useConsole();

const DAY = '2026-07-01';

/** A sale of the till of Bandung, under the number of its slip. */
async function sell(number: string): Promise<void> {
  const capturedAt = world.clock.iso();
  const receipt = { printedAt: capturedAt, number };
  const of = { terminal: 'BDG1-01', mode: 'completed', businessDate: DAY, capturedAt } as const;
  const body = aSale({ ...of, receipt });
  const as = world.shop.terminalTokens[2];
  expect((await api.send('PUT', `/v1/sales/${randomUUID()}`, { as, body })).status).toBe(202);
}

describe('a store beside its old system', () => {
  it('begins, shows its days down to the sale, and is asked to go live', async () => {
    const { storeId } = world.shop.bandung;
    const { page } = await screen();
    await signInAt(page, '/stores', world.shop.users.admin);
    await page.getByRole('link', { name: 'Beside the old system, BDG1' }).click();
    await page.getByRole('button', { name: 'Begin in shadow' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why').fill('Until the totals agree');
    await dialog.getByRole('button', { name: 'Begin in shadow' }).click();
    await expectToSee(page.getByText(/from the first sale on: Until the totals agree/));
    await expectToSee(page.getByText('Days without totals'));
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Ask to go live' }).click();
    await dialog.getByLabel('First day').fill('2026-07-20');
    await dialog.getByLabel(/Why|reason/i).fill('Two weeks agree');
    await dialog.getByRole('button').last().click();
    await untilTrue(
      async () =>
        (await world.database.prisma.masterChange.count({
          where: { kind: 'store-switch', state: 'requested' },
        })) === 1,
    );
    await sell('B-1');
    await sell('B-2');
    const said = { count: 1, total: rupiah(45_000), receipts: [{ number: 'B-1' }] };
    const integration = office(api, world.shop.tokens.integration);
    expect(await integration(`PUT /v1/stores/${storeId}/day-totals/${DAY}`, said)).toMatchObject([
      200,
      { state: 'differs' },
    ]);

    const owner = await screen({ language: 'id' });
    await signInAt(owner.page, `/stores/${storeId}/shadow`, world.shop.users.owner);
    await owner.page.getByText('Berbeda', { exact: true }).click();
    await owner.page.keyboard.press('Enter');
    await expectToSee(owner.page.getByText('Struk B-2 hanya ada di sini'));
    expect(await accessibilityFaults(owner.page)).toEqual([]);
    expect(await idsShown(owner.page)).toEqual([]);
    await owner.page.getByText('Struk B-2 hanya ada di sini').click();
    await owner.page.keyboard.press('Enter');
    await expectToSee(owner.page.getByRole('heading', { level: 1, name: 'Penjualan B-2' }));
    expect(await idsShown(owner.page)).toEqual([]);
  });
});
