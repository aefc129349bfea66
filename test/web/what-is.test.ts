import { LINE_OUTCOMES } from '../../contract/statement/bank-statements.js';
import { accessibilityFaults, expectToSee, signInAt } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';
import { MEANINGS } from '../../web/src/words/meanings.js';

const { world, screen } = useConsole(async ({ sell }) => {
  await sell('C-0002', 2);
});

describe('what a status or a figure is', () => {
  const all = Object.entries(MEANINGS).flatMap(([kind, meanings]) =>
    Object.entries(meanings).map(([name, meaning]) => [`${kind}.${name}`, meaning] as const),
  );

  it.each(all)('is said of %s in both languages', (_key, meaning) => {
    const texts = 'formula' in meaning ? [meaning.says, meaning.formula] : [meaning.says];
    for (const { en, id } of texts) {
      expect([en.length, id.length].every((length) => length > 9)).toBe(true);
      expect(en).not.toBe(id);
    }
  });

  it('is said of every outcome of a line', () => {
    expect(Object.keys(MEANINGS.line).toSorted()).toEqual([...LINE_OUTCOMES].toSorted());
  });
});

describe('the question mark', () => {
  it('opens by keyboard at the stages, and closes by Escape', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales', world.shop.users.arClerk);
    const strip = page.getByRole('navigation', { name: 'Where they stand' });
    const mark = strip.getByRole('button', { name: 'What is this: Stages of a sale' });
    await mark.focus();
    await page.keyboard.press('Enter');
    const says = strip.getByRole('note', { name: 'Stages of a sale' });
    await expectToSee(says.getByText('days overdue = today - due day'));
    expect(await says.locator('dt').count()).toBe(Object.keys(MEANINGS.standing).length);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await says.waitFor({ state: 'hidden' });
    expect(await strip.locator(':focus').getAttribute('aria-label')).toContain('What is this');
  });

  it('says the formula of each figure of the business as the API answers it', async () => {
    const { page } = await screen({ theme: 'dark', language: 'id' });
    await signInAt(page, '/business', world.shop.users.owner);
    for (const figure of ['dso', 'ageing', 'forecast', 'margin'] as const) {
      const { says, formula } = MEANINGS.figure[figure];
      await expectToSee(page.getByRole('heading', { level: 1, name: 'Usaha' }));
      const mark = page.getByRole('button', { name: `Apa ini: ${NAMES[figure]}` }).first();
      await mark.click();
      await expectToSee(page.getByText(says.id).first());
      await expectToSee(page.getByText(formula.id.slice(0, 60)).first());
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  it.each([
    ['/letters?view=held', 'Stages of a sale'],
    ['/letters?view=sent', 'State'],
    ['/agencies', 'State'],
    ['/agencies?view=agencies', ''],
    ['/customers?view=all', 'Risk'],
  ])('stands on %s where there is a list', async (path, name) => {
    const { page } = await screen();
    await signInAt(page, path, world.shop.users.arManager);
    await expectToSee(page.getByRole('heading', { level: 1 }));
    await page.waitForLoadState('networkidle');
    const isEmpty = (await page.locator('main table').count()) === 0;
    const marks = page.getByRole('button', { name: `What is this: ${name}` });
    expect(isEmpty || (await marks.count()) > 0).toBe(true);
  });
});

const NAMES = {
  dso: 'Hari sampai penjualan tempo menjadi uang',
  ageing: 'Umur piutang',
  forecast: 'Uang yang seharusnya masuk',
  margin: 'Margin',
} as const;
