import { randomUUID } from 'node:crypto';
import { accessibilityFaults, expectToSee, signInAt, undoByKey } from '../support/browser.js';
import { testContext } from '../support/shop.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole();

beforeEach(async () => {
  const ctx = testContext(world.clock.iso());
  const item = { kind: 'stock-short', subjectKind: 'sale', subjectId: randomUUID() };
  await world.database.transaction(
    ctx,
    (tx) =>
      tx.$queryRaw`SELECT open_work_item(${JSON.stringify(ctx)}::jsonb, ${JSON.stringify(item)}::jsonb)::text`,
  );
});

describe('work in the queue', () => {
  it('is taken by a key, stands among one’s own, and is given back by undo', async () => {
    const { page } = await screen();
    await signInAt(page, '/queue', world.shop.users.arClerk);
    await expectToSee(page.getByRole('region', { name: 'Who, when, notes' }));
    await page.keyboard.press('t');
    await expectToSee(page.getByRole('status').getByText(/^Given to/));
    await page.getByRole('link', { name: /^Mine 1/ }).click();
    await expectToSee(page.getByRole('region', { name: 'Who, when, notes' }));
    expect(await accessibilityFaults(page)).toEqual([]);
    await undoByKey(page, 'Given to Staf arClerk');
    await expectToSee(page.getByRole('link', { name: /^Mine 0/ }));
  });

  it('is put off to a day, is out of the queue until then, and comes back by undo', async () => {
    const { page } = await screen();
    await signInAt(page, '/queue', world.shop.users.arClerk);
    await page.getByRole('link', { name: /^Everything \d/ }).waitFor();
    const before = await page.getByRole('link', { name: /^Everything \d/ }).textContent();
    await page.getByLabel('Put off until').fill('2026-07-08');
    await page.keyboard.press('Enter');
    await expectToSee(page.getByRole('status').getByText(/^Put off until/));
    await expectToSee(page.getByRole('link', { name: /^Put off 1/ }));
    await page.getByRole('link', { name: /^Put off 1/ }).click();
    await expectToSee(page.getByRole('button', { name: 'Back into the queue' }));
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expectToSee(page.getByRole('link', { name: /^Put off 0/ }));
    await expectToSee(page.getByRole('link', { name: before ?? '' }));
  });

  it('carries notes of several people, in Indonesian too', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/queue', world.shop.users.arClerk);
    await page.getByRole('textbox', { name: 'Catatan' }).fill('Dia menelepon lagi hari Senin.');
    await page.keyboard.press('Enter');
    await expectToSee(page.getByText('Dia menelepon lagi hari Senin.'));
    await page.getByRole('button', { name: 'Tarik' }).click();
    await page.getByText('Dia menelepon lagi hari Senin.').waitFor({ state: 'detached' });
  });

  it('tells the second of two people that the first has changed it', async () => {
    const { page } = await screen();
    await signInAt(page, '/queue', world.shop.users.arClerk);
    await expectToSee(page.getByRole('region', { name: 'Who, when, notes' }));
    // Another person takes it while the page looks at the older version.
    await page.route('**/assignment', async (route) => {
      await world.change((tx) => tx.workItem.updateMany({ data: { version: { increment: 1 } } }));
      await route.continue();
    });
    await page.keyboard.press('t');
    await expectToSee(page.getByRole('alert').filter({ hasText: 'Somebody changed this' }));
  });
});
