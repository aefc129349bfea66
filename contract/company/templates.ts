import { z } from 'zod';
import { addressee } from '../customer/addressee.js';
import { id, language, orNull, text } from '../primitives.js';
import { defineRoute } from '../route.js';
import { ASKS_FOR_CHANGE, SEES_MONEY_MASTERS } from './access.js';
import { masterChange, reason } from './master-changes.js';

export const LEVELS_MAX = 9;
const SUBJECT_MAX = 200;
const WORDS_MAX = 2_000;

const kind = {
  segment: orNull(text(64)).meta({
    description: 'Whose customers it is for; null: for all that have no words of their own.',
  }),
  level: z.number().int().min(1).max(LEVELS_MAX).meta({ description: 'Of the reminder.' }),
  language: language.meta({ description: 'Of the customer.' }),
  channel: z.enum(['email']).default('email').meta({ description: 'How the letter goes.' }),
};

const words = {
  subject: text(SUBJECT_MAX).meta({ description: 'Of the mail.' }),
  opening: text(WORDS_MAX).meta({ description: 'After the greeting, before the invoices.' }),
  closing: text(WORDS_MAX).meta({ description: 'After what is to be paid, before the regards.' }),
};

const FIELDS_SAID =
  'Fields: `{{customerName}}`, `{{title}}`, `{{toPay}}`, `{{total}}`, `{{count}}`, `{{phone}}`, `{{sellerName}}`.';

const WORDS_REFUSALS = [
  'TEMPLATE_MALFORMED',
  'TEMPLATE_NOT_PLAIN',
  'TEMPLATE_FIELD_UNKNOWN',
] as const;

const template = z.strictObject({ id, ...kind, ...words }).meta({ id: 'LetterTemplate' });

export const listTemplatesRoute = defineRoute({
  method: 'get',
  path: '/v1/templates',
  summary: 'Our own words of letters that are in force',
  description: 'Where there are none, the words of the product are sent.',
  tag: 'Set-up',
  access: SEES_MONEY_MASTERS,
  responses: { 200: z.strictObject({ data: z.array(template) }) },
  errors: [],
  idempotency: 'read',
});

export const askForTemplateRoute = defineRoute({
  method: 'post',
  path: '/v1/templates',
  summary: 'Ask for our own words in the letters of a level',
  description: `Words and fields only. Invoices, amounts, deadlines and where to pay stand in every letter, whatever the words are; a letter with invoices of different levels keeps the words of the product. In force when another person agrees. ${FIELDS_SAID}`,
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  body: z.strictObject({ ...kind, ...words, reason }),
  example: {
    segment: null,
    level: 1,
    language: 'id',
    channel: 'email',
    subject: 'Pengingat ramah untuk {{customerName}}',
    opening: 'Kami ingin mengingatkan {{count}} tagihan berikut.',
    closing: 'Ada pertanyaan? Telepon {{phone}}.',
    reason: 'In the tone of our shop',
  },
  responses: { 201: masterChange },
  errors: [...WORDS_REFUSALS, 'MASTER_CHANGE_WAITING'],
  idempotency: 'key',
});

export const askForProductTemplateRoute = defineRoute({
  method: 'post',
  path: '/v1/templates/{templateId}/removals',
  summary: 'Ask to send the words of the product again',
  tag: 'Set-up',
  access: ASKS_FOR_CHANGE,
  params: z.strictObject({ templateId: id }),
  body: z.strictObject({ reason }),
  example: { reason: 'The words of the product are better' },
  responses: { 201: masterChange },
  errors: ['TEMPLATE_NOT_FOUND', 'MASTER_CHANGE_WAITING'],
  idempotency: 'key',
});

const letterWords = { subject: z.string(), text: z.string() };

export const letterAsSent = z.strictObject(letterWords).meta({ id: 'LetterAsSent' });

export const letterPreview = z
  .strictObject({
    ...letterWords,
    addressee: addressee.meta({ description: 'Who would get it, and why.' }),
  })
  .meta({ id: 'LetterPreview' });

export const previewTemplateRoute = defineRoute({
  method: 'post',
  path: '/v1/templates/preview',
  summary: 'The letter that a customer would get today with these words',
  description: `About everything that is open of the customer. Nothing is stored or sent. ${FIELDS_SAID}`,
  tag: 'Set-up',
  access: { ...SEES_MONEY_MASTERS, roles: ASKS_FOR_CHANGE.roles },
  body: z.strictObject({
    customerId: id,
    level: kind.level,
    language: kind.language,
    ...words,
  }),
  example: {
    customerId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b',
    level: 1,
    language: 'id',
    subject: 'Pengingat ramah untuk {{customerName}}',
    opening: 'Kami ingin mengingatkan {{count}} tagihan berikut.',
    closing: 'Ada pertanyaan? Telepon {{phone}}.',
  },
  responses: { 200: letterPreview },
  errors: [...WORDS_REFUSALS, 'CUSTOMER_UNKNOWN', 'NOTHING_OPEN', 'COMPANY_MISSING'],
  idempotency: 'natural',
});
