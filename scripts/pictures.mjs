// `npm run pictures [-- folder [address]]`: every page of the console as a picture, in both themes and languages, of the
// platform that runs (`npm start`); made to be laid beside each other and looked at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './setup/find-browser.mjs';
import { runMain, SetupFault } from './setup/fault.mjs';
import { root } from './setup/paths.mjs';

/** Every page by the role that works with it; a path may end in the first link of a list that it names. */
const PAGES = [
  ['arManager', 'queue', '/queue'],
  ['arClerk', 'sales', '/sales'],
  ['arClerk', 'sale', '/sales', 'tbody tr a'],
  ['arClerk', 'find-sale', '/sales/find'],
  ['cashier', 'counter-sale', '/sales/find', 'tbody tr a'],
  ['arManager', 'refused', '/queue/refused'],
  ['arClerk', 'matching', '/matching'],
  ['arClerk', 'bank-files', '/bank-files'],
  ['creditController', 'customers', '/customers'],
  ['creditController', 'customer', '/customers', 'tbody tr a'],
  ['creditController', 'customers-duplicates', '/customers/duplicates'],
  ['creditController', 'customers-merged', '/customers/duplicates?view=merged'],
  ['arManager', 'letters', '/letters'],
  ['arManager', 'letters-held', '/letters?view=held'],
  ['arManager', 'letters-sent', '/letters?view=sent'],
  ['arManager', 'promises', '/promises'],
  ['arManager', 'agencies', '/agencies'],
  ['arManager', 'case', '/agencies', 'tbody tr a'],
  ['owner', 'business', '/business'],
  ['auditor', 'ledger', '/ledger'],
  ['auditor', 'ledger-journal', '/ledger?view=journal'],
  ['auditor', 'ledger-periods', '/ledger?view=periods'],
  ['auditor', 'ledger-audit', '/ledger?view=audit'],
  ['storeManager', 'stock', '/stock'],
  ['storeManager', 'stock-suspense', '/stock?view=suspense'],
  ['storeManager', 'stock-counts', '/stock?view=counts'],
  ['admin', 'prices', '/prices'],
  ['admin', 'prices-changes', '/prices?view=changes'],
  ['admin', 'prices-lists', '/prices/lists'],
  ['admin', 'prices-promotions', '/prices/promotions'],
  ['admin', 'item', '/prices', 'tbody tr a'],
  ['admin', 'stores', '/stores'],
  ['admin', 'printers', '/stores?view=printers'],
  ['admin', 'setup', '/setup'],
  ['admin', 'company', '/setup/company'],
  ['admin', 'people', '/setup/people'],
  ['admin', 'imports', '/setup/imports'],
  ['owner', 'bank-accounts', '/setup/bank-accounts'],
  ['arManager', 'policies', '/setup/policies'],
  ['admin', 'numbers', '/setup/numbers'],
  ['admin', 'accounts', '/setup/accounts'],
  ['admin', 'identity-providers', '/setup/providers'],
  ['admin', 'keys', '/setup/keys'],
  ['admin', 'account', '/account'],
  ['admin', 'pins', '/stores/pins'],
  ['admin', 'tenders', '/setup/tenders'],
  ['arManager', 'taxes', '/setup/taxes'],
  ['arManager', 'letter-texts', '/setup/letter-texts'],
  ['arManager', 'setup-agencies', '/setup/agencies'],
  ['arManager', 'limits', '/setup/limits'],
  ['arManager', 'holidays', '/setup/holidays'],
  ['partner', 'cases', '/cases'],
  ['partner', 'remittances', '/remittances'],
  ['partner', 'webhook', '/webhook'],
];
const LOOKS = ['light', 'dark'].flatMap((theme) =>
  ['en', 'id'].map((language) => ({ theme, language })),
);
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const SEEN_WITHIN_MS = 60_000;

/** @typedef {Readonly<{ role: string, email: string, password: string }>} Person */

/** @param {string} address */
async function samplePeople(address) {
  const answer = await fetch(`${address}/v1/front-door`).catch(() => undefined);
  const people = /** @type {{ samplePeople?: Person[] } | undefined} */ (await answer?.json())
    ?.samplePeople;
  if (people === undefined || people.length === 0)
    throw new SetupFault(`no sample company answers at ${address}: start one with npm start.`);
  return people;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {Readonly<{ address: string, person: Person, look: { theme: string, language: string }, size: keyof typeof SIZES }>} as
 */
async function signedIn(browser, { address, person, look, size }) {
  const context = await browser.newContext({
    baseURL: address,
    colorScheme: look.theme === 'dark' ? 'dark' : 'light',
    viewport: SIZES[size],
    reducedMotion: 'reduce',
    // Playwright looks again and again with `eval`, which the policy of the pages forbids.
    bypassCSP: true,
  });
  context.setDefaultTimeout(SEEN_WITHIN_MS);
  await context.addInitScript(`localStorage.setItem('lunas.language', '${look.language}')`);
  await context.addInitScript(`localStorage.setItem('lunas.tour', 'offered')`);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel(/E-mail|Surel/).fill(person.email);
  await page.getByLabel(/Password|Kata sandi/).fill(person.password);
  await page.getByRole('button', { name: /^(Sign in|Masuk)$/ }).click();
  await page.getByRole('navigation').first().waitFor();
  return page;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {Readonly<{ path: string, link: string | undefined, file: string }>} what
 */
async function take(page, { path, link, file }) {
  await page.goto(path);
  // Pages keep a stream of events open, so the network is never idle for good.
  await page.waitForLoadState('networkidle', { timeout: 8_000 }).catch(() => undefined);
  if (link !== undefined) {
    await page.locator(link).first().click();
    await page.waitForURL((url) => `${url.pathname}${url.search}` !== path);
  }
  // All that is read is there: more than the head and the foot, and nothing grey.
  await page.waitForFunction(`(() => {
    const main = document.querySelector('main');
    const sizeOf = (part) => main?.querySelector(part)?.textContent.length ?? 0;
    const isRead = main?.querySelector('.skeleton') === null;
    return isRead && main.textContent.length > sizeOf('.head') + sizeOf('.foot');
  })()`);
  await page.waitForLoadState('networkidle', { timeout: 8_000 }).catch(() => undefined);
  await page.screenshot({ path: file });
}

await runMain(async () => {
  const [folder = join(root, '.lunas', 'pictures'), address = 'http://127.0.0.1:3000'] =
    process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const people = await samplePeople(address);
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox'],
  });
  const roles = [...new Set(PAGES.map(([role]) => role))];
  for (const size of /** @type {(keyof typeof SIZES)[]} */ (Object.keys(SIZES))) {
    for (const look of LOOKS) {
      for (const role of roles) {
        const person = people.find((one) => one.role === role);
        if (person === undefined) continue;
        const page = await signedIn(browser, { address, person, look, size });
        for (const [of, name, path = '/', link] of PAGES) {
          if (of !== role) continue;
          const file = join(folder, `${name}-${size}-${look.theme}-${look.language}.png`);
          await take(page, { path, link, file });
        }
        await page.context().close();
      }
    }
  }
  await browser.close();
  console.log(`the pictures are in ${folder}`);
});
