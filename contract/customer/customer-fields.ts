import { z } from 'zod';
import { code, id, language, orNull, text } from '../primitives.js';
import { FINANCE_WRITERS } from '../roles.js';

/** Who adds and changes customers. */
export const CHANGES_CUSTOMERS = {
  kind: 'roles',
  roles: FINANCE_WRITERS,
  scope: 'receivables:write',
} as const;

export const customerParams = z.strictObject({ customerId: id });

const TERMS_DAYS_MAX = 3_650;
const INSTALMENTS_MAX = 60;

const COMPANYS = ' Left out: that of the company.';

/** What people say of a customer; number and currency are given once. */
export const customerFields = z.strictObject({
  name: text(200).meta({ description: 'By which people know the customer.' }),
  legalName: orNull(text(200)).optional().meta({ description: 'On invoices. Left out: the name.' }),
  segment: code.default('general').meta({
    description: 'Group of customers with terms of its own, such as the dunning policy.',
  }),
  language: orNull(language)
    .optional()
    .meta({ description: `Of documents and letters.${COMPANYS}` }),
  timeZone: orNull(text(64))
    .optional()
    .meta({ description: `IANA name.${COMPANYS}` }),
  country: orNull(z.string().regex(/^[A-Z]{2}$/))
    .optional()
    .meta({ description: `ISO 3166.${COMPANYS}` }),
  taxNumber: orNull(text(64))
    .optional()
    .meta({ description: 'NPWP of 15 or 16 digits; of other countries as written.' }),
  taxBranchNumber: orNull(text(64))
    .optional()
    .meta({ description: 'NITKU: 22 digits, the NPWP and the place of business.' }),
  identityNumber: orNull(text(64)).optional().meta({ description: 'NIK of a person, 16 digits.' }),
  address: text().meta({ description: 'Of the customer, for invoices.' }),
  email: orNull(z.email().max(254))
    .optional()
    .meta({ description: 'Where invoices and letters go.' }),
  phone: orNull(text(40)).optional().meta({
    description:
      'Kept with the code of its country; without one it is of the country of the customer.',
  }),
  termsDays: z
    .number()
    .int()
    .min(0)
    .max(TERMS_DAYS_MAX)
    .default(0)
    .meta({ description: 'Days from the invoice to each part of it. For invoices to come.' }),
  instalments: z
    .number()
    .int()
    .min(1)
    .max(INSTALMENTS_MAX)
    .default(1)
    .meta({ description: 'Parts of an invoice. For invoices to come.' }),
});
