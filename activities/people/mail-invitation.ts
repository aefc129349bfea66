import type { CommandContext } from '../../domain/context.js';
import type { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config.js';
import { systemContext } from '../../platform/context.js';
import { formatDateTime } from '../../platform/dates.js';
import { languageOf, textsFor } from '../../platform/texts.js';
import type { Database } from '../../prisma/database.js';
import { renderTemplate } from '../mail/render-template.js';
import type { Letter, Mailer, MailOutcome } from '../mail/send-mail.js';
import { actorOfPerson } from './actor-of-person.js';
import { makePasswordCode } from './users.js';

/** Ids of people: who is invited, and by whom. */
export type InvitationInput = Readonly<{
  invitationId: string;
  userId: string;
  invitedBy: string;
}>;

export type InvitationDeps = Readonly<{
  database: Database;
  clock: Clock;
  mailer: Mailer;
  config: Config<'publicUrl'>;
}>;

/**
 * Mails a person the code by which a password is set. The code is made when the letter is handed over and kept nowhere;
 * codes before it end. Nobody who was disabled meanwhile gets one, or gives one.
 *
 * @throws MailDelayed when the mail server cannot take it now
 */
export async function mailInvitation(
  deps: InvitationDeps,
  input: InvitationInput,
): Promise<{ kind: MailOutcome['kind'] | 'disabled' }> {
  const letter = await letterOf(deps, input);
  if (letter === undefined) return { kind: 'disabled' };
  const { kind } = await deps.mailer.sendOnce(letter);
  return { kind };
}

async function letterOf(
  { database, clock, config }: InvitationDeps,
  { invitationId, userId, invitedBy }: InvitationInput,
): Promise<Letter | undefined> {
  const [user, by, company] = await Promise.all([
    database.prisma.appUser.findUniqueOrThrow({ where: { id: userId } }),
    database.prisma.appUser.findUniqueOrThrow({ where: { id: invitedBy } }),
    database.prisma.organisation.findFirst(),
  ]);
  if (!user.active || !by.active) return undefined;
  const language = languageOf(user.language);
  const { name: companyName, timeZone } = company ?? { name: 'Lunas', timeZone: 'UTC' };
  const businessKey = `invitation:${invitationId}`;
  const system = systemContext({ clock, name: 'mailer', origin: businessKey });
  const ctx: CommandContext = { ...system, actor: actorOfPerson(by) };
  return {
    businessKey,
    kind: 'invitation',
    to: user.email,
    senderName: companyName,
    subject: textsFor(language)('invitationMail.subject', { company: companyName }),
    text: async () => {
      const { code, expiresAt } = await database.transaction(ctx, (tx) =>
        makePasswordCode(tx, ctx, userId),
      );
      return renderTemplate('invitation-mail', language, {
        name: user.name,
        by: by.name,
        company: companyName,
        code,
        until: formatDateTime(expiresAt.toISOString(), timeZone, language),
        link: linkTo(config.publicUrl, code),
      });
    },
    language,
    customerId: undefined,
  };
}

/** Where the code is entered; after the `#`, so that no server writes it into its log. Empty without a known address. */
function linkTo(publicUrl: string | undefined, code: string): string {
  return publicUrl === undefined ? '' : `${publicUrl.replace(/\/$/, '')}/#code=${code}`;
}
