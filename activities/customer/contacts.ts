import type { z } from 'zod';
import type { contactFields } from '../../contract/customer/contacts.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { findCustomer } from './customers.js';
import { readPhone } from './phone.js';

export type ContactFields = z.output<typeof contactFields>;

/** Adds a contact of a customer. Answers its id. @throws Refusal `CUSTOMER_NOT_FOUND`, `CONTACT_ADDRESS_MALFORMED` */
export async function addContact(
  tx: Transaction,
  ctx: CommandContext,
  { customerId, fields }: Readonly<{ customerId: string; fields: ContactFields }>,
): Promise<string> {
  const { country } = await findCustomer(tx, customerId);
  const data = { customerId, ...contactColumns(fields, { country, at: ctx.at }) };
  const { id } = await tx.customerContact.create({ data });
  return id;
}

type ContactOf = Readonly<{ customerId: string; contactId: string }>;

/**
 * Replaces what is known of a contact. A consent that is left out is withdrawn; one that stands keeps its day.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, `CONTACT_NOT_FOUND`, `CONTACT_ADDRESS_MALFORMED`
 */
export async function changeContact(
  tx: Transaction,
  ctx: CommandContext,
  { customerId, contactId, fields }: ContactOf & Readonly<{ fields: ContactFields }>,
): Promise<void> {
  const { country } = await findCustomer(tx, customerId);
  const old = await findContact(tx, { customerId, contactId });
  const stands = old.consentHow !== null && old.consentHow === fields.consent?.how;
  const at = stands && old.consentAt !== null ? old.consentAt.toISOString() : ctx.at;
  const data = contactColumns(fields, { country, at });
  await tx.customerContact.update({ where: { id: contactId }, data });
}

/** Removes a contact. @throws Refusal `CUSTOMER_NOT_FOUND`, `CONTACT_NOT_FOUND` */
export async function removeContact(tx: Transaction, contact: ContactOf): Promise<void> {
  await findCustomer(tx, contact.customerId);
  await findContact(tx, contact);
  await tx.customerContact.delete({ where: { id: contact.contactId } });
}

async function findContact(tx: Transaction, { customerId, contactId }: ContactOf) {
  const contact = await tx.customerContact.findFirst({ where: { id: contactId, customerId } });
  if (contact !== null) return contact;
  const detail = 'The customer has no such contact.';
  throw new Refusal({ code: 'CONTACT_NOT_FOUND', param: 'contactId', detail });
}

function contactColumns(
  { name, role, language, consent, ...where }: ContactFields,
  { country, at }: Readonly<{ country: string; at: string }>,
) {
  return {
    name,
    role,
    channel: where.channel,
    address: addressOf(where, country),
    language: language ?? null,
    consentAt: consent == null ? null : new Date(consent.givenAt ?? at),
    consentHow: consent?.how ?? null,
  };
}

const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** As it is kept: telephone numbers in the form of `readPhone`. */
function addressOf(
  { channel, address }: Pick<ContactFields, 'channel' | 'address'>,
  country: string,
): string {
  if (channel === 'post' || (channel === 'email' && MAIL.test(address))) return address;
  const phone = channel === 'email' ? undefined : readPhone(address, country);
  if (phone !== undefined) return phone;
  const detail =
    channel === 'email' ? 'This is no e-mail address.' : 'No telephone has this number.';
  throw new Refusal({ code: 'CONTACT_ADDRESS_MALFORMED', param: 'address', detail });
}
