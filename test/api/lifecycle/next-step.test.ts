import { randomUUID } from 'node:crypto';
import { decideStep } from '../../../activities/dunning/decide-step.js';
import { useOwingApi } from '../../support/owing-api.js';

const { world, api, owed } = useOwingApi();

describe('the next step of a sale', () => {
  it('says when the letter leaves and which rule sets the day, as the receivable decides it', async () => {
    world.clock.set('2026-07-16T09:00:00+07:00');
    const step = await decideStep(world, owed.invoiceId);
    const said = await nextStep(owed.saleId);
    expect(said).toMatchObject({
      status: 200,
      body: {
        nextStep: 'reminder-1',
        letters: 3,
        title: { en: expect.stringMatching(/^Reminder 1 on \d+ Aug 2026 08:00$/) },
        sentence: {
          en: expect.stringContaining('because it comes 3 days after the due date (due on'),
          id: expect.stringContaining('karena surat keluar 3 hari setelah jatuh tempo'),
        },
        rules: [
          { rule: 'past-due', decides: true },
          { rule: 'contact-hours', decides: false },
        ],
        planned: [
          { kind: 'letter', level: 1 },
          { kind: 'letter', level: 2 },
        ],
      },
    });
    const { nextStepAt, checks } = said.body as Said;
    expect(step).toMatchObject({ kind: 'wait' });
    const life = await world.database.prisma.saleLifecycle.findUniqueOrThrow({
      where: { saleId: owed.saleId },
    });
    expect(new Date(nextStepAt ?? 0)).toEqual(life.nextStepAt);
    expect(checks.map(({ reason, standing }) => [reason, standing])).toContainEqual([
      'dispute',
      'clear',
    ]);
  });

  it('names what holds it, and what is there without holding', async () => {
    await post('disputes', { reason: 'two packets were open' });
    // Before the life has read the books again.
    await post('holds', { reason: 'a person looks at it' });
    const { body } = await nextStep(owed.saleId);
    expect(body).toMatchObject({
      nextStep: 'hold-manual',
      sentence: { en: expect.stringContaining('a person looks at it') },
    });
    const standing = Object.fromEntries(
      (body as Said).checks.map((check) => [check.reason, check.standing]),
    );
    expect(standing).toMatchObject({
      manual: 'holds',
      dispute: 'there',
      'promise-to-pay': 'clear',
    });
  });

  it('is nothing once the sale is paid', async () => {
    await world.pay(owed.invoiceId, owed.amount);
    await decideStep(world, owed.invoiceId);
    expect((await nextStep(owed.saleId)).body).toMatchObject({
      nextStep: null,
      rules: [],
      planned: [],
    });
  });

  it('is not there for a sale that is not', async () => {
    expect(await nextStep(randomUUID())).toMatchObject({ status: 404 });
  });
});

type Said = Readonly<{
  nextStepAt: string | null;
  checks: readonly Readonly<{ reason: string; standing: string }>[];
}>;

function nextStep(saleId: string) {
  return api.send('GET', `/v1/lifecycles/${saleId}/next-step`, {
    as: world.shop.tokens.arClerk,
  });
}

function post(what: 'disputes' | 'holds', body: unknown) {
  return api.send('POST', `/v1/invoices/${owed.invoiceId}/${what}`, {
    as: world.shop.tokens.arClerk,
    body,
    headers: { 'idempotency-key': randomUUID() },
  });
}
