import type { Page } from 'playwright-core';
import { expectToSee, signInAt } from '../support/browser.js';
import type { Owed } from '../support/owing-shop.js';
import { useConsole } from '../support/use-console.js';

const DISPUTE = /\/v1\/invoices\/[^/]+\/disputes$/;
const UNANSWERED = 'Whether this was done is not known';

let owed: Owed;

const { world, api, screen } = useConsole(async ({ sell }) => {
  owed = await sell('C-0001', 3);
});

async function disputing(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: /^Dispute/ }).click();
  await page.locator('textarea[name="reason"]').fill(reason);
  await page.locator('input[name="amount"]').fill('35.000');
}

async function disputesFor(reason: string): Promise<number> {
  return world.database.prisma.dispute.count({ where: { reason } });
}

async function invoicePage(path = `/invoices/${owed.invoiceId}`) {
  const shown = await screen();
  await signInAt(shown.page, path, world.shop.users.creditController);
  return shown;
}

describe('a page whose server', () => {
  it('has another build asks to be loaded again, and is then the one of the server', async () => {
    const { page, context } = await invoicePage('/customers');
    await context.route('**/v1/session', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        headers: { ...answer.headers(), 'console-build': 'newer' },
      });
    });
    await page.reload();
    await expectToSee(page.getByText('Lunas was updated'));
    await context.unrouteAll();
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByText('Lunas was updated').waitFor({ state: 'detached' });
    const answer = await fetch(`${api.url}/v1/front-door`);
    const own = page.locator('meta[name="console-build"]');
    expect(await own.getAttribute('content')).toBe(answer.headers.get('console-build'));
  });

  it('stops in the middle of a write says so; tried again, it is done once', async () => {
    const { page, context } = await invoicePage();
    await disputing(page, 'Answer lost');
    const keys = new Set<string | undefined>();
    page.on('request', (request) => {
      if (DISPUTE.test(request.url())) keys.add(request.headers()['idempotency-key']);
    });
    await context.route(DISPUTE, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Record' }).click();
    await expectToSee(page.getByText(UNANSWERED));
    await context.unrouteAll();
    await page.getByRole('button', { name: 'Record' }).click();
    await expectToSee(page.getByText('Dispute: Answer lost'));
    await page.getByRole('button', { name: 'Record' }).waitFor({ state: 'detached' });
    await expect(disputesFor('Answer lost')).resolves.toBe(1);
    expect([...keys]).toEqual([expect.any(String)]);
  });

  it('is slow shows that it waits, moves nothing when it answers, and does once what is pressed twice', async () => {
    const { page, context } = await invoicePage();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route(DISPUTE, async (route) => {
      await held;
      await route.continue();
    });
    await disputing(page, 'Pressed twice');
    const record = page.getByRole('button', { name: 'Record' });
    await record.click();
    await record.click({ force: true }).catch(() => undefined);
    await page.keyboard.press('Enter');
    release();
    await expectToSee(page.getByText('Dispute: Pressed twice'));
    await expect(disputesFor('Pressed twice')).resolves.toBe(1);
  });

  it('is slow to answer a list keeps the head of the page where it is', async () => {
    const { page, context } = await invoicePage('/queue');
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route('**/v1/lifecycles?*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/sales');
    const heading = page.getByRole('heading', { level: 1, name: 'Sales' });
    await expectToSee(page.getByLabel('Loading').first());
    const before = await heading.boundingBox();
    release();
    await expectToSee(page.getByRole('row').nth(1));
    expect(await heading.boundingBox()).toEqual(before);
  });
});

describe('a device', () => {
  it('without a network says so, keeps what was typed, and writes it when it is pressed again', async () => {
    const { page, context } = await invoicePage();
    await disputing(page, 'Typed in a tunnel');
    await context.setOffline(true);
    await expectToSee(page.getByText('This device has no network'));
    await page.getByRole('button', { name: 'Record' }).click();
    await expectToSee(page.getByText(UNANSWERED));
    await context.setOffline(false);
    await page.getByText('This device has no network').waitFor({ state: 'detached' });
    expect(await page.locator('textarea[name="reason"]').inputValue()).toBe('Typed in a tunnel');
    await expect(disputesFor('Typed in a tunnel')).resolves.toBe(0);
    await page.getByRole('button', { name: 'Record' }).click();
    await expectToSee(page.getByText('Dispute: Typed in a tunnel'));
    await expect(disputesFor('Typed in a tunnel')).resolves.toBe(1);
  });

  it('whose clock is years wrong shows the days of the books', async () => {
    const right = await invoicePage('/sales');
    const wrong = await screen();
    await wrong.page.clock.setSystemTime('2031-01-15T03:00:00Z');
    await signInAt(wrong.page, '/sales', world.shop.users.creditController);
    // Both count the seconds since the sale, from when they were opened.
    const rowOf = async (page: Page) => {
      await expectToSee(page.getByRole('row').nth(1));
      const text = await page.getByRole('row').nth(1).textContent();
      return text?.replace(/\d+ (?:s|min)(?=[A-Z])/, 'a moment');
    };
    const shown = await rowOf(right.page);
    expect(shown).toContain('a moment');
    expect(await rowOf(wrong.page)).toBe(shown);
    await expect(wrong.page.getByText('2031').count()).resolves.toBe(0);
  });
});

describe('a bank file whose upload breaks', () => {
  it('is named, and sent again by one press', async () => {
    const { page, context } = await screen();
    await signInAt(page, '/bank-files', world.shop.users.arClerk);
    const keys = new Set<string | undefined>();
    page.on('request', (request) => {
      if (request.method() === 'POST') keys.add(request.headers()['idempotency-key']);
    });
    await context.route('**/v1/bank-statements*', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    const file = {
      name: 'putus.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('tanggal;jumlah\n'),
    };
    await page.locator('input[type="file"]').setInputFiles(file);
    await expectToSee(page.getByRole('alert').filter({ hasText: 'putus.csv' }));
    await context.unrouteAll();
    const sent = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.getByRole('button', { name: 'Send again' }).click();
    expect((await sent).status()).not.toBe(0);
    await page.getByText(UNANSWERED).waitFor({ state: 'detached' });
    expect([...keys]).toEqual([expect.any(String)]);
  });
});
