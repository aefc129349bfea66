import { accessibilityFaults, expectToSee, signInAt, undoByKey } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole(async ({ sell }) => {
  await sell('C-0002', 2);
});

describe('our own words of letters', () => {
  it('are read in the letter of a customer while one types, and sent when another person agrees', async () => {
    const { page } = await screen();
    await signInAt(page, '/letters?view=texts', world.shop.users.arManager);
    await expectToSee(page.getByText('The words of Lunas are sent'));
    await page.getByRole('button', { name: 'Ask for own words' }).click();
    const preview = page.getByRole('region', { name: 'As it would read today' });
    await expectToSee(preview.getByText('With the words that are sent now'));
    await page.getByLabel('Subject').fill('A friendly word to ');
    await page.getByRole('button', { name: 'name of the customer' }).click();
    await page.getByLabel('After the greeting').fill('You know us well.');
    await page.getByLabel('Before the regards').fill('Call {{telephone}} at any time.');
    await expectToSee(preview.getByText(/\{\{telephone\}\}|telephone/));
    await page.getByLabel('Before the regards').fill('Call us at any time.');
    const customer = 'CV Hotel Bahari';
    await expectToSee(preview.getByRole('heading', { name: `A friendly word to ${customer}` }));
    await expectToSee(preview.getByText(/You know us well\.[^]*Call us at any time\./));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Why').fill('In the tone of our shop');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(page.getByText('Staf arManager asked: In the tone of our shop'));
    expect(await world.database.prisma.letterText.count()).toBe(0);

    const other = await screen({ language: 'id' });
    await signInAt(other.page, '/setup/letter-texts', world.shop.users.admin);
    await other.page.getByRole('button', { name: 'Setuju' }).click();
    await expectToSee(other.page.getByRole('cell', { name: /^A friendly word to/ }));
    expect(await accessibilityFaults(other.page)).toEqual([]);
    expect(await world.database.prisma.letterText.count()).toBe(1);
  });

  it('give way to those of the product, which another person agrees to as well', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/letter-texts', world.shop.users.arManager);
    await page.getByRole('button', { name: /^Back to the words of Lunas: / }).click();
    await page.getByLabel('Why').fill('Those of Lunas are better');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expectToSee(page.getByText('Staf arManager asked: Those of Lunas are better'));
    await undoByKey(page, 'Asked for. A second person decides.');
    await page.getByText('Those of Lunas are better').waitFor({ state: 'detached' });
    expect(await world.database.prisma.letterText.count()).toBe(1);
  });

  it('are read in full by a clerk, by keyboard, who is offered nothing else', async () => {
    const { page } = await screen();
    await signInAt(page, '/letters?view=texts', world.shop.users.arClerk);
    await expectToSee(page.getByRole('cell', { name: /^A friendly word to/ }));
    expect(await page.getByRole('button', { name: /Ask|Other words|Back to/ }).count()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expectToSee(page.getByRole('dialog').getByText('You know us well.'));
  });
});
