import pino from 'pino';
import PostalMime from 'postal-mime';
import { createMailer } from '../../../activities/mail/send-mail.js';
import type { InvitationInput } from '../../../activities/people/mail-invitation.js';
import { createPeopleActivities } from '../../../activities/people/people-activities.js';
import { inviteUser, setPassword } from '../../../activities/people/users.js';
import type { CommandContext } from '../../../domain/context.js';
import { asOwner } from '../../support/as-owner.js';
import { startMailServer, type MailServer } from '../../support/mail-server.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { settableClock } from '../../support/settable-clock.js';
import { testContext } from '../../support/shop.js';

const PASSWORD = 'sembilan belas rusa perak';

let open: OpenShop;
let server: MailServer;

beforeAll(async () => {
  open = await openShop();
});
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());
afterAll(() => open.close());

describe('an invitation by mail', () => {
  it('brings a code that nobody else has seen, once, in the language of the person', async () => {
    const input = await invite('sari@example.test', 'id');
    expect(await codesOf(input)).toBe(0);
    expect(await mail(input)).toEqual({ kind: 'sent' });
    expect(await mail(input)).toEqual({ kind: 'already-sent' });
    const letter = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(letter.subject).toMatch(/^Akses Anda ke pembukuan /);
    expect(letter.text).toContain('Staf admin memberi Anda akses');
    const code = /#code=([\w-]+)/.exec(letter.text ?? '')?.[1] ?? '';
    await open.database.transaction(testContext(), (tx) =>
      setPassword(tx, testContext(), { code, password: PASSWORD }),
    );
    const signIn = { email: 'sari@example.test', password: PASSWORD };
    expect((await open.api.send('POST', '/v1/session', { body: signIn })).status).toBe(201);
  });

  it('brings another code when the server was away, and the one before is good no more', async () => {
    const input = await invite('edo@example.test', 'en');
    server.behave({ kind: 'refuse-message', code: 451 });
    await expect(mail(input)).rejects.toMatchObject({ name: 'MailDelayed' });
    server.behave({ kind: 'accept' });
    expect(await mail(input)).toEqual({ kind: 'sent' });
    expect(await codesOf(input)).toBe(1);
    const letter = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(letter.subject).toMatch(/^Your way into the books of /);
  });

  it('goes to nobody and from nobody who was disabled meanwhile, and becomes work where it cannot arrive', async () => {
    const gone = await invite('gone@example.test', 'id');
    const admin = open.shop.tokens.admin;
    const body = { role: 'auditor', active: false };
    await open.api.send('PUT', `/v1/users/${gone.userId}`, { as: admin, body });
    expect(await mail(gone)).toEqual({ kind: 'disabled' });

    const orphan = await invite('orphan@example.test', 'id');
    await asOwner(open.books, (owner) =>
      owner.query(`UPDATE app_user SET active = false WHERE id = $1`, [orphan.invitedBy]),
    );
    expect(await mail(orphan)).toEqual({ kind: 'disabled' });
    expect(await codesOf(orphan)).toBe(0);
    await asOwner(open.books, (owner) =>
      owner.query(`UPDATE app_user SET active = true WHERE id = $1`, [orphan.invitedBy]),
    );

    const wrong = await invite('wrong@example.test', 'id');
    server.behave({ kind: 'refuse-recipient', code: 550 });
    expect(await mail(wrong)).toEqual({ kind: 'undeliverable' });
    const items = { where: { kind: 'mail-undeliverable' } };
    expect(await open.database.prisma.workItem.count(items)).toBe(1);
  });
});

/** Adds a person as the administrator, and answers what the workflow is started with. */
async function invite(email: string, language: 'id' | 'en'): Promise<InvitationInput> {
  const { id } = open.shop.users.admin;
  const actor = { kind: 'user', id, name: 'Staf admin' } as const;
  const ctx: CommandContext = { ...testContext(), actor };
  const person = { email, name: 'Sari', role: 'auditor', language, store: undefined } as const;
  await open.database.transaction(ctx, (tx) => inviteUser(tx, ctx, person));
  const { input } = await open.database.prisma.workflowStart.findFirstOrThrow({
    where: { workflowType: 'invitation' },
    orderBy: { id: 'desc' },
  });
  return input as InvitationInput;
}

function mail(input: InvitationInput) {
  const { database } = open;
  const clock = settableClock(testContext().at);
  const logger = pino({ level: 'silent' });
  const mailer = createMailer({
    to: { smtpUrl: server.url },
    from: 'tagihan@example.test',
    database,
    clock,
    logger,
  });
  const config = { publicUrl: 'https://lunas.example.test/' };
  return createPeopleActivities({ database, clock, mailer, config }).mailInvitation(input);
}

function codesOf({ userId }: InvitationInput): Promise<number> {
  return open.database.prisma.oneTimeCode.count({ where: { userId, endedAt: null } });
}
