import { z } from 'zod';
import { CONTACT_CHANNELS, CONTACT_ROLES } from '../../domain/customer/addressee.js';
import { id, instant, language, orNull, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { CHANGES_CUSTOMERS, customerParams } from './customer-fields.js';

const where = {
  name: text(120).meta({ description: 'Of the person or desk.' }),
  role: z.enum(CONTACT_ROLES).meta({ description: 'What the contact is asked about.' }),
  channel: z.enum(CONTACT_CHANNELS),
  address: text().meta({ description: 'E-mail address, telephone number or postal address.' }),
  language: orNull(language).meta({ description: 'Null: that of the customer.' }),
};

/** A contact as the answers show it. */
export const contact = z
  .strictObject({
    id,
    ...where,
    consent: orNull(z.strictObject({ givenAt: instant, how: z.string() })).meta({
      description: 'When and how the contact agreed to messages; null: it did not.',
    }),
  })
  .meta({ id: 'CustomerContact' });

/** What is known of a contact. */
export const contactFields = z.strictObject({
  ...where,
  language: where.language.optional(),
  consent: orNull(
    z.strictObject({
      givenAt: instant.optional().meta({ description: 'Now when it is left out.' }),
      how: text(200).meta({ description: 'Such as the form that was signed.' }),
    }),
  )
    .optional()
    .meta({ description: 'Left out: the contact has not agreed, or not any more.' }),
});

const contactParams = customerParams.extend({ contactId: id });
const example = {
  name: 'Ibu Ratna',
  role: 'billing',
  channel: 'whatsapp',
  address: '0812-0000-0001',
  consent: { how: 'Formulir pembukaan akun' },
};

export const addContactRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/contacts',
  summary: 'Add a contact of a customer',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: customerParams,
  body: contactFields,
  example,
  responses: { 201: contact },
  errors: ['CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED', 'CONTACT_ADDRESS_MALFORMED'],
  idempotency: 'key',
});

export const changeContactRoute = defineRoute({
  method: 'put',
  path: '/v1/customers/{customerId}/contacts/{contactId}',
  summary: 'Change a contact of a customer',
  description: 'Replaces what is known. A consent that stands keeps its day.',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: contactParams,
  body: contactFields,
  example,
  responses: { 200: contact },
  errors: [
    'CUSTOMER_NOT_FOUND',
    'CUSTOMER_MERGED',
    'CONTACT_NOT_FOUND',
    'CONTACT_ADDRESS_MALFORMED',
  ],
  idempotency: 'natural',
});

export const removeContactRoute = defineRoute({
  method: 'delete',
  path: '/v1/customers/{customerId}/contacts/{contactId}',
  summary: 'Remove a contact of a customer',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: contactParams,
  responses: { 204: 'empty' },
  errors: ['CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED', 'CONTACT_NOT_FOUND'],
  idempotency: 'natural',
});
