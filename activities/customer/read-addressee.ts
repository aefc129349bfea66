import {
  addresseeOf,
  CONTACT_CHANNELS,
  CONTACT_ROLES,
  type AddressedCustomer,
  type Addressee,
  type LetterKind,
} from '../../domain/customer/addressee.js';
import { known } from '../../domain/known.js';
import { LANGUAGES, languageOf } from '../../platform/texts.js';
import type { Prisma, PrismaClient } from '../../prisma/database.js';

const contacts = { orderBy: { id: 'asc' } } as const;

/** What `addressedCustomer` needs of a row of `customer`. Since a merge the contacts stand with the kept customer. */
export const WITH_CONTACTS = {
  contacts,
  mergedInto: { select: { contacts } },
} as const satisfies Prisma.CustomerInclude;

type CustomerRow = Pick<
  Prisma.CustomerGetPayload<{ include: typeof WITH_CONTACTS }>,
  'email' | 'language' | 'contacts' | 'mergedInto'
>;

/** A customer as `addresseeOf` sees it. */
export function addressedCustomer(row: CustomerRow): AddressedCustomer {
  const theirs = [...row.contacts, ...(row.mergedInto?.contacts ?? [])];
  return {
    email: row.email,
    language: languageOf(row.language),
    contacts: theirs.map(({ id, name, role, channel, address, language, consentAt }) => ({
      id,
      name,
      role: known(CONTACT_ROLES, role),
      channel: known(CONTACT_CHANNELS, channel),
      address,
      language: language === null ? null : known(LANGUAGES, language),
      consents: consentAt !== null,
    })),
  };
}

/** Who gets a letter of a customer now. The customer exists. */
export async function readAddressee(
  prisma: Pick<PrismaClient, 'customer'>,
  { customerId, kind }: Readonly<{ customerId: string; kind: LetterKind }>,
): Promise<Addressee> {
  const row = await prisma.customer.findUniqueOrThrow({
    where: { id: customerId },
    include: WITH_CONTACTS,
  });
  return addresseeOf(kind, addressedCustomer(row));
}
