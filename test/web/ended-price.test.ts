import { accessibilityFaults, expectToSee, signInAt, undoByKey } from '../support/browser.js';
import { office, type Office } from '../support/office.js';
import { useConsole } from '../support/use-console.js';

const { world, api, screen } = useConsole();

const LIST = {
  code: 'GROSIR',
  name: 'Grosir Contoh',
  storeGroup: null,
  channel: null,
  segment: 'grosir',
  validUntil: null,
};

describe('the price of an item on a list', () => {
  it('is planned and ended in the console, and the end is taken back while it is to come', async () => {
    const admin: Office = office(api, world.shop.tokens.admin);
    const validFrom = world.clock.iso();
    const made = await admin('POST /v1/price-lists', { ...LIST, validFrom });
    expect(made).toMatchObject([201, { code: 'GROSIR' }]);
    const { page } = await screen();
    await signInAt(page, '/prices', world.shop.users.admin);
    const form = page.getByRole('dialog');
    const open = () => page.getByRole('button', { name: /, TEH-100$/ }).click();
    await open();
    await form.getByLabel('For whom').selectOption('GROSIR');
    await form.getByRole('textbox', { name: /price/i }).fill('16.000');
    await form.getByLabel('What it is for').fill('Wholesale');
    await form.getByRole('button', { name: 'Plan it' }).click();
    await expectToSee(page.getByText(/costs Rp\s?16[.,]000 from then on/).last());

    await open();
    await form.getByLabel('For whom').selectOption('GROSIR');
    await form.getByLabel('No price on this list any more').check();
    await form.getByLabel('From').fill('2027-01-04');
    await form.getByLabel('What it is for').fill('Not for wholesale any more');
    expect(await accessibilityFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Plan it' }).click();
    await expectToSee(page.getByText(/has no price on GROSIR from then on/).last());
    const stateOfEnd = async () => {
      const [, changes] = await admin('GET /v1/price-changes');
      const { data } = changes as { data: { note: string; state: string }[] };
      return data.find(({ note }) => note === 'Not for wholesale any more')?.state;
    };
    expect(await stateOfEnd()).toBe('planned');
    await undoByKey(page, /^Teh Melati 100 g has no price on GROSIR/);
    await vi.waitFor(async () => expect(await stateOfEnd()).toBe('withdrawn'), 60_000);
  });
});
