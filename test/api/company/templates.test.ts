import { randomUUID } from 'node:crypto';
import { writeNoticeLetter } from '../../../activities/dunning/notice-letter.js';
import { createDunningActivities } from '../../../activities/dunning/dunning-activities.js';
import type { Office } from '../../support/office.js';
import { useOffice } from '../../support/use-office.js';

const { world, admin, manager } = useOffice();

const WORDS = {
  subject: 'Halo {{customerName}}, {{count}} tagihan',
  opening: 'Mohon dilunasi {{toPay}}.',
  closing: 'Telepon {{phone}}. Salam {{sellerName}}.',
};
const TEXT = { segment: null, level: 1, language: 'id', channel: 'email', ...WORDS, reason: 'x' };

describe('the words of a letter', () => {
  it('are shown on a real customer, with the facts that every letter has', async () => {
    const { invoiceId, number } = await world.sell('C-0001');
    const { customerId } = await world.database.prisma.invoice.findUniqueOrThrow({
      where: { id: invoiceId },
    });
    const { subject, opening, closing } = WORDS;
    const body = { customerId, level: 1, language: 'id', subject, opening, closing };
    const [status, preview] = await manager('POST /v1/templates/preview', body);
    const { legalName } = await world.database.prisma.customer.findUniqueOrThrow({
      where: { id: customerId },
    });
    expect(status).toBe(200);
    const letter = preview as { subject: string; text: string };
    expect(letter.subject).toBe(`Halo ${legalName}, 1 tagihan`);
    for (const said of ['Mohon dilunasi Rp', number, 'Telepon 0210000000.', '1230004567890']) {
      expect(letter.text).toContain(said);
    }
  });

  it('are sent when a second person has agreed, and those of the product again without them', async () => {
    const { invoiceId } = await world.sell('C-0001');
    world.clock.set('2026-07-18T09:00:00+07:00');
    expect(await subjectSent(invoiceId)).not.toContain('Halo');
    const [status, change] = await admin('POST /v1/templates', TEXT);
    expect([status, change]).toMatchObject([201, { kind: 'letter-text', before: null }]);
    expect(await subjectSent(invoiceId)).not.toContain('Halo');
    expect(await decide(admin, change)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    expect(await decide(manager, change)).toMatchObject([200, { state: 'approved' }]);
    expect(await subjectSent(invoiceId)).toMatch(/^Halo .+, \d tagihan$/);

    const [, { data }] = (await manager('GET /v1/templates')) as [
      number,
      { data: { id: string }[] },
    ];
    expect(data).toMatchObject([{ ...WORDS, segment: null, level: 1, language: 'id' }]);
    const [, removal] = await manager(`POST /v1/templates/${data[0]?.id}/removals`, {
      reason: 'x',
    });
    expect(await decide(admin, removal)).toMatchObject([200, {}]);
    expect(await subjectSent(invoiceId)).not.toContain('Halo');
  });

  it.each([
    ['Halo {{nama}}', 'TEMPLATE_FIELD_UNKNOWN', 'line 1, column 6'],
    ['{{constructor}}', 'TEMPLATE_FIELD_UNKNOWN', 'line 1, column 1'],
    ['{{__proto__}}', 'TEMPLATE_FIELD_UNKNOWN', 'line 1'],
    ['{{this}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{customerName.constructor}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{../customerName}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{@root}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{lookup this "x"}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{text "notice.total"}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{#each lines}}x{{/each}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{#if total}}x{{/if}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{> dunning-notice}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{"a"}}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{! a note }}', 'TEMPLATE_NOT_PLAIN', 'line 1'],
    ['{{customerName', 'TEMPLATE_MALFORMED', 'braces'],
    ['{{#if total}}x', 'TEMPLATE_MALFORMED', 'braces'],
  ])('are refused as %p', async (closing, code, said) => {
    const detail = expect.stringContaining(said) as string;
    const refused = [422, { code, param: 'closing', detail }];
    expect(await admin('POST /v1/templates', { ...TEXT, closing })).toMatchObject(refused);
  });

  it('are refused for nobody, and for a customer who owes nothing', async () => {
    const { subject, opening, closing } = WORDS;
    const ask = (customerId: string) => {
      const body = { customerId, level: 1, language: 'en', subject, opening, closing };
      return manager('POST /v1/templates/preview', body);
    };
    expect(await ask(randomUUID())).toMatchObject([422, { code: 'CUSTOMER_UNKNOWN' }]);
    const { id } = world.shop.customers.hotel;
    expect(await ask(id)).toMatchObject([422, { code: 'NOTHING_OPEN', param: 'customerId' }]);
    const nothing = `POST /v1/templates/${randomUUID()}/removals`;
    expect(await manager(nothing, { reason: 'x' })).toMatchObject([
      404,
      { code: 'TEMPLATE_NOT_FOUND' },
    ]);
  });
});

function decide(who: Office, change: unknown) {
  const { id } = change as { id: string };
  return who(`POST /v1/master-changes/${id}/approval`, { decision: 'approved' });
}

/** The subject with which the letter would leave now; it is withheld at the last moment. */
async function subjectSent(invoiceId: string): Promise<string> {
  const subjects: string[] = [];
  const { database, clock } = world;
  const { sendNotice } = createDunningActivities({
    database,
    clock,
    mailer: { sendOnce: () => Promise.reject(new Error('the mail server is away')) },
    writeLetter: async (paper, logo) => {
      const letter = await writeNoticeLetter(paper, logo);
      subjects.push(letter.subject);
      return letter;
    },
  });
  await expect(sendNotice({ invoiceId, level: 1 })).rejects.toThrow('the mail server is away');
  return subjects.at(-1) ?? '';
}
