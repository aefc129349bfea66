import type { z } from 'zod';
import { addressedCustomer, WITH_CONTACTS } from '../../../activities/customer/read-addressee.js';
import type { contact } from '../../../contract/customer/contacts.js';
import type { customer } from '../../../contract/customer/customers.js';
import { LANGUAGES } from '../../../contract/primitives.js';
import {
  addresseeOf,
  CONTACT_CHANNELS,
  CONTACT_ROLES,
} from '../../../domain/customer/addressee.js';
import { known } from '../../../domain/known.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import { addresseeOnWire } from './addressee-on-wire.js';
import { customerRows, customerHeadOnWire } from './customer-rows.js';
import { riskOnWire } from './risk-on-wire.js';

type Reader = Pick<PrismaClient, '$queryRaw' | 'customer'>;

/** A customer with what it owes at `at`, business time. @throws Refusal `NOT_FOUND` */
export async function customerOnWire(
  prisma: Reader,
  { customerId, at }: Readonly<{ customerId: string; at: string }>,
): Promise<z.input<typeof customer>> {
  const only = [Prisma.sql`c.id = ${customerId}::uuid`];
  const [row] = await customerRows(prisma, only, { at, limit: 1 });
  if (row === undefined) throw notFound();
  const found = await prisma.customer.findUniqueOrThrow({
    where: { id: customerId },
    include: { ...WITH_CONTACTS, risk: true, mergedInto: NAME_AND_CONTACTS },
  });
  const addressed = addressedCustomer(found);
  return {
    ...customerHeadOnWire(row),
    legalName: found.legalName,
    address: found.address,
    country: found.country,
    timeZone: found.timeZone,
    taxNumber: found.taxNumber,
    taxBranchNumber: found.taxBranchNumber,
    identityNumber: found.identityNumber,
    email: found.email,
    phone: found.phone,
    inactiveReason: found.inactiveReason,
    mergedInto: found.mergedInto && nameOf(found.mergedInto),
    createdAt: found.createdAt.toISOString(),
    contacts: found.contacts.map(contactOnWire),
    addressees: {
      invoice: addresseeOnWire(addresseeOf('invoice', addressed)),
      reminder: addresseeOnWire(addresseeOf('reminder', addressed)),
    },
    risk: riskOnWire(found.risk, found.currency),
    links: linksOf(customerId),
  };
}

const NAME_AND_CONTACTS = {
  select: { id: true, number: true, name: true, ...WITH_CONTACTS.mergedInto.select },
} as const;

function nameOf({ id, number, name }: Readonly<{ id: string; number: string; name: string }>) {
  return { id, number, name };
}

function linksOf(customerId: string) {
  const path = `/v1/customers/${customerId}`;
  return {
    statement: `${path}/statement`,
    credit: `${path}/credit`,
    invoices: `/v1/invoices?customer=${customerId}`,
    payments: `/v1/payments?customer=${customerId}`,
  };
}

type ContactRow = Readonly<{
  id: string;
  name: string;
  role: string;
  channel: string;
  address: string;
  language: string | null;
  consentAt: Date | null;
  consentHow: string | null;
}>;

export function contactOnWire(row: ContactRow): z.input<typeof contact> {
  const { id, name, role, channel, address, language, consentAt, consentHow } = row;
  return {
    id,
    name,
    role: known(CONTACT_ROLES, role),
    channel: known(CONTACT_CHANNELS, channel),
    address,
    language: language === null ? null : known(LANGUAGES, language),
    consent:
      consentAt === null || consentHow === null
        ? null
        : { givenAt: consentAt.toISOString(), how: consentHow },
  };
}
