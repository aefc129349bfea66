import type { StaffRole } from '../../contract/roles.js';
import { accessibilityFaults, expectToSee, signInAt } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole(async ({ sell, receive, shop }) => {
  for (let n = 1; n <= 3; n += 1) await sell('C-0002', n);
  await receive(shop.customers.hotel.id, 45_000n);
});

const WIDTH = 390;
/** One row of links that a thumb can hit. */
const RAIL_HEIGHT_MAX = 64;

const PAGES: readonly (readonly [role: StaffRole, path: string, title: string])[] = [
  ['arManager', '/queue', 'Antrean'],
  ['arManager', '/sales', 'Penjualan'],
  ['creditController', '/customers', 'Pelanggan'],
  ['arManager', '/promises', 'Janji dan keberatan'],
  ['owner', '/business', 'Usaha'],
  ['cashier', '/sales/find', 'Cari penjualan'],
  ['admin', '/stores', 'Toko dan kasir'],
];

/** A table that is pushed sideways, with a word for ears at its far end. */
const WIDE_TABLE = `{
  const [table, cell, word] = ['div', 'div', 'span'].map((name) => document.createElement(name));
  table.style.cssText = 'overflow-x: auto; width: 300px';
  cell.style.width = '900px';
  cell.style.textAlign = 'right';
  word.className = 'hidden';
  word.textContent = 'Potongan';
  cell.append(word);
  table.append(cell);
  document.querySelector('main').append(table);
}`;

describe('on a phone', () => {
  it.each(PAGES)('%s has %s in reach of a thumb, none of it beside the screen', async (...row) => {
    const [role, path, title] = row;
    const { page } = await screen({ language: 'id', width: WIDTH, height: 844 });
    await signInAt(page, path, world.shop.users[role]);
    await expectToSee(page.getByRole('heading', { level: 1, name: title }));
    await page.waitForLoadState('networkidle');
    const rail = await page.getByRole('navigation', { name: 'Utama' }).boundingBox();
    expect(rail?.height).toBeLessThanOrEqual(RAIL_HEIGHT_MAX);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(WIDTH);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('no page is made wider by words for ears alone, however far a table reaches', async () => {
    const { page } = await screen({ language: 'id', width: WIDTH, height: 844 });
    await signInAt(page, '/queue', world.shop.users.arManager);
    await page.evaluate(WIDE_TABLE);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(WIDTH);
  });
});
