import { z } from 'zod';
import { code, currency, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { CHANGES_CUSTOMERS, customerFields, customerParams } from './customer-fields.js';
import { customer } from './customers.js';

const FIELD_ERRORS = [
  'COMPANY_MISSING',
  'COUNTRY_UNKNOWN',
  'TIME_ZONE_UNKNOWN',
  'TAX_NUMBER_MALFORMED',
  'TAX_BRANCH_MALFORMED',
  'IDENTITY_NUMBER_MALFORMED',
  'PHONE_MALFORMED',
] as const;

const example = {
  name: 'Warung Melati',
  legalName: 'CV Melati Jaya',
  segment: 'wholesale',
  taxNumber: '01.234.567.8-901.000',
  address: 'Jl. Contoh 5, Bandung 40111',
  email: 'melati@example.test',
  phone: '0812-0000-0005',
  termsDays: 14,
};

export const addCustomerRoute = defineRoute({
  method: 'post',
  path: '/v1/customers',
  summary: 'Add a customer',
  description: 'Without a credit line: nothing is sold on account until a limit is set.',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  body: customerFields.extend({
    number: code.optional().meta({ description: 'Left out: the next free one.' }),
    currency: currency.optional().meta({ description: 'Left out: that of the company.' }),
  }),
  example,
  responses: { 201: customer },
  errors: [...FIELD_ERRORS, 'CODE_TAKEN', 'CURRENCY_UNKNOWN'],
  idempotency: 'key',
});

export const changeCustomerRoute = defineRoute({
  method: 'put',
  path: '/v1/customers/{customerId}',
  summary: 'Change what is known of a customer',
  description:
    'Replaces it: what is left out becomes empty, or that of the company. Number, currency and credit line stay. Tills may know the old terms for 30 seconds more.',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: customerParams,
  body: customerFields,
  example,
  responses: { 200: customer },
  errors: [...FIELD_ERRORS, 'CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED'],
  idempotency: 'natural',
});

export const disableCustomerRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/disabling',
  summary: 'Sell nothing more to a customer',
  description:
    'What the customer owes is collected as before. A till may sell to the customer for 30 seconds more.',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: customerParams,
  body: z.strictObject({ reason: text(200).meta({ description: 'Why, for the next person.' }) }),
  example: { reason: 'Closed its business' },
  responses: { 200: customer },
  errors: ['CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED', 'CUSTOMER_DISABLED'],
  idempotency: 'key',
});

export const enableCustomerRoute = defineRoute({
  method: 'post',
  path: '/v1/customers/{customerId}/disabling/undoing',
  summary: 'Sell to a customer again',
  tag: 'Customers',
  access: CHANGES_CUSTOMERS,
  params: customerParams,
  responses: { 200: customer },
  errors: ['CUSTOMER_NOT_FOUND', 'CUSTOMER_MERGED', 'CUSTOMER_ACTIVE'],
  idempotency: 'key',
});
