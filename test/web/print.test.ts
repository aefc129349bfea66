import type { Page } from 'playwright-core';
import type { StaffRole } from '../../contract/roles.js';
import { expectToSee, signInAt } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole(async ({ sell, receive, shop }) => {
  for (let n = 1; n <= 3; n += 1) await sell('C-0002', n);
  await receive(shop.customers.hotel.id, 45_000n);
});

/** Every kind of page, with its head. */
const PAGES: readonly (readonly [role: StaffRole, path: string, title: string])[] = [
  ['arManager', '/queue', 'Queue'],
  ['arManager', '/sales', 'Sales'],
  ['arManager', '/matching', 'Matching'],
  ['arManager', '/bank-files', 'Bank files'],
  ['arManager', '/customers?view=all', 'Customers'],
  ['arManager', '/letters', 'Letters'],
  ['arManager', '/promises', 'Promises and disputes'],
  ['arManager', '/agencies', 'Agencies'],
  ['owner', '/business', 'The business'],
  ['auditor', '/ledger', 'Ledger'],
  ['auditor', '/ledger?view=journal', 'Ledger'],
  ['auditor', '/ledger?view=audit', 'Ledger'],
  ['admin', '/stock', 'Stock'],
  ['admin', '/prices', 'Prices'],
  ['admin', '/stores', 'Stores and tills'],
  ['admin', '/setup/people', 'Set-up'],
  ['admin', '/setup/company', 'Set-up'],
];

const ROLES = [...new Set(PAGES.map(([role]) => role))];

describe('on paper', () => {
  it.each(ROLES)('every page of %s is black on white, whole, and has no verbs', async (role) => {
    // From a dark screen: paper is white all the same.
    const { page } = await screen({ theme: 'dark' });
    const own = PAGES.filter(([of]) => of === role);
    await signInAt(page, own[0]?.[1] ?? '/', world.shop.users[role]);
    for (const [, path, title] of own) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(path);
      await expectToSee(page.getByRole('heading', { level: 1, name: title }));
      await page.waitForLoadState('networkidle');
      await page.emulateMedia({ media: 'print' });
      expect([path, await faultsOnPaper(page)]).toEqual([path, []]);
    }
  });

  it('one sale and one customer are whole too', async () => {
    const { page } = await screen({ theme: 'dark' });
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await page.locator('tbody tr a').first().click();
    await expectToSee(page.getByRole('region', { name: /story/i }).first());
    await page.emulateMedia({ media: 'print' });
    expect(await faultsOnPaper(page)).toEqual([]);
    await page.goto(`/customers/${world.shop.customers.hotel.id}`);
    await expectToSee(page.getByRole('heading', { name: 'Open items' }));
    expect(await faultsOnPaper(page)).toEqual([]);
  });

  it('a long list has all rows that were read, not only those in view', async () => {
    const { page } = await screen();
    await signInAt(page, '/prices', world.shop.users.admin);
    const answer = page.waitForResponse('**/v1/items?**');
    await page.reload();
    const { data } = (await (await answer).json()) as { data: object[] };
    const rows = Array.from({ length: 300 }, (_, n) => ({ ...data[0], id: `item-${n}` }));
    await page.route('**/v1/items?**', (route) =>
      route.fulfill({ json: { data: rows, nextCursor: null } }),
    );
    await page.reload();
    const lines = page.locator('tbody tr[data-key]');
    await lines.first().waitFor();
    expect(await lines.count()).toBeLessThan(300);
    await page.emulateMedia({ media: 'print' });
    await lines.nth(299).waitFor();
    expect(await lines.count()).toBe(300);
    const pdf = (await page.pdf()).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(3);
  });
});

/** Answers what is wrong: pale text, what is cut off or scrolled, and what is there to be pressed. */
const JUDGE = `(() => {
  const isShown = (one) => one.checkVisibility() && one.getClientRects().length > 0;
  const nameOf = (one) => one.tagName.toLowerCase() + '.' + one.className;
  const faults = [];
  for (const one of document.querySelectorAll('body *')) {
    if (!isShown(one) || one.closest('svg, .hidden') !== null) continue;
    const { color, overflowX, overflowY } = getComputedStyle(one);
    const hasText = [...one.childNodes].some(
      ({ nodeType, textContent }) => nodeType === 3 && textContent.trim() !== '',
    );
    if (hasText && color !== 'rgb(0, 0, 0)') faults.push('pale: ' + nameOf(one));
    const isCut =
      (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1) ||
      (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1);
    if (isCut) faults.push('cut: ' + nameOf(one));
    if (one.matches('button, input, select, textarea, .rail, .rail *'))
      faults.push('a verb: ' + nameOf(one));
  }
  return [...new Set(faults)];
})()`;

function faultsOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(JUDGE);
}
