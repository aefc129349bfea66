import { randomUUID } from 'node:crypto';
import { decideStep } from '../../activities/dunning/decide-step.js';
import { expectToSee, signInAt, undoByKey } from '../support/browser.js';
import { testContext } from '../support/shop.js';
import type { Owed } from '../support/owing-shop.js';
import { useConsole } from '../support/use-console.js';

let owed: Owed;

const { world, api, screen } = useConsole(async ({ sell, clock }) => {
  owed = await sell('C-0001', 3);
  clock.set('2026-07-16T09:00:00+07:00');
});

/** What the workflow of the receivable does when it is told to look again. */
async function lookAgain(): Promise<void> {
  await decideStep(world, owed.invoiceId);
}

describe('a controller', () => {
  it('reads the letters of the next run, stops one, and lets it go again', async () => {
    await lookAgain();
    const { page } = await screen();
    await signInAt(page, '/letters', world.shop.users.creditController);
    const row = page.getByRole('row').filter({ hasText: owed.number });
    await row.getByRole('button', { name: /^Read letter/ }).click();
    const letter = page.getByRole('dialog');
    await expectToSee(letter.getByText(owed.number).first());
    await expectToSee(letter.getByText('c-0001@example.test, its own address, in Indonesian'));
    await letter.getByRole('button', { name: 'Close' }).click();
    await row.getByRole('button', { name: /^Hold/ }).click();
    await expectToSee(page.getByText(/is held$/));
    await lookAgain();
    await page.getByRole('link', { name: /^Held/ }).click();
    await expectToSee(page.getByRole('row').filter({ hasText: owed.number }));
    const released = page.waitForResponse((answer) => answer.url().endsWith('/release'));
    await undoByKey(page, /is held/);
    await released;
    await lookAgain();
    await page.getByRole('link', { name: /^Next run/ }).click();
    await expectToSee(row);
  });
});

describe('an owner', () => {
  it('opens a figure down to the receipt of one sale', async () => {
    const { page } = await screen();
    await signInAt(page, '/business?period=month', world.shop.users.owner);
    await page.getByRole('region', { name: /store/i }).getByRole('link').first().click();
    // The sales of these days in this store, and no others.
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Find a sale' }));
    expect(await page.getByLabel('Code of the store').inputValue()).toBe('JKT1');
    expect(await page.getByLabel('Until, for several days').inputValue()).toMatch(/^2026-07-/);
    await page.locator('tbody tr a').first().click();
    await page.waitForURL(/\/sales\/[0-9a-f-]+$/);
    await expectToSee(page.locator('article.receipt').getByText('Kopi', { exact: false }).first());
  });
});

describe('a manager', () => {
  it('works the queue to its end, by keys alone', async () => {
    const { arManager } = world.shop.users;
    await world.database.transaction(testContext(world.clock.iso()), async (tx) => {
      for (const kind of ['stock-short', 'stock-short', 'sequence-gap'])
        await tx.$queryRaw`SELECT open_work_item(${JSON.stringify(testContext(world.clock.iso()))}::jsonb,
          ${JSON.stringify({ kind, subjectKind: 'sale', subjectId: randomUUID() })}::jsonb)::text`;
    });
    const asked = await api.send('POST', '/v1/company/tax-identity/changes', {
      as: world.shop.tokens.admin,
      headers: { 'Idempotency-Key': randomUUID() },
      body: { taxNumber: '0012345678901001', vatRegistered: true, reason: 'A new tax office' },
    });
    expect(asked).toMatchObject({ status: 201 });
    const { page } = await screen();
    await signInAt(page, '/queue', arManager);
    await expectToSee(page.getByRole('link', { name: /^Everything 4/ }));
    for (let left = 4; left > 0; left -= 1) {
      await expectToSee(page.getByText(`1 of ${left}`));
      const isChange = (await page.getByRole('button', { name: /Agree it holds/ }).count()) > 0;
      await page.keyboard.press(isChange ? 'a' : 'e');
      const decision = page.getByRole('group', { name: 'Your decision' });
      await expectToSee(decision.locator('button[type="submit"]:focus, input:focus'));
      const fields = decision.getByRole('textbox');
      for (const field of await fields.all()) await field.fill('Counted and put right');
      await page.keyboard.press('Enter');
      await page.getByText(`1 of ${left}`).waitFor({ state: 'detached' });
    }
    await expectToSee(page.getByRole('link', { name: /^Everything 0/ }));
    const company = await world.database.prisma.legalEntity.findFirstOrThrow();
    expect(company.taxNumber).toBe('0012345678901001');
  });
});
