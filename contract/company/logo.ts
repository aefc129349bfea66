import { z } from 'zod';
import { id, orNull } from '../primitives.js';
import { defineRoute } from '../route.js';
import { SETS_UP_MONEY } from './access.js';
import { ownCompany } from './company.js';

/** A logo of a page's width is some hundred kilobytes. */
export const LOGO_BYTES_MAX = 1_048_576;

export const takeLogoRoute = defineRoute({
  method: 'put',
  path: '/v1/company/logo',
  summary: 'Hand in the logo of the company',
  description:
    'The file as the body: PNG or JPEG, which is judged by its bytes, whatever its media type says. It is kept as a PNG of ours on white paper, at most 640 x 320 points. Receipts, invoices, credit notes, statements, letters and mails from now on carry it; those of before, also when they are drawn again, carry what they carried.',
  tag: 'Set-up',
  access: SETS_UP_MONEY,
  rawBody: { mediaTypes: ['*/*'], maxBytes: LOGO_BYTES_MAX },
  responses: { 200: ownCompany },
  errors: [
    'COMPANY_MISSING',
    'LOGO_FORMAT_UNSUPPORTED',
    'LOGO_ANIMATED',
    'LOGO_DAMAGED',
    'LOGO_TOO_LARGE',
    'LOGO_TOO_SMALL',
    'LOGO_INVISIBLE',
  ],
  idempotency: 'natural',
});

export const chooseLogoRoute = defineRoute({
  method: 'put',
  path: '/v1/company/logo/choice',
  summary: 'Put a logo of before on documents again, or none',
  description: 'Takes a logo back, and undoes that. Documents from now on follow it.',
  tag: 'Set-up',
  access: SETS_UP_MONEY,
  body: z.strictObject({
    logoId: orNull(id).meta({ description: 'As `GET /v1/company` answered it; null: no logo.' }),
  }),
  example: { logoId: null },
  responses: { 200: ownCompany },
  errors: ['COMPANY_MISSING', 'LOGO_UNKNOWN'],
  idempotency: 'natural',
});

export const readLogoRoute = defineRoute({
  method: 'get',
  path: '/v1/logos/{logoId}',
  summary: 'A logo that the company has, or had: the block `logo` of a receipt names it',
  description: 'It never changes, so that it may be kept.',
  tag: 'Set-up',
  access: { kind: 'anyone' },
  params: z.strictObject({ logoId: id }),
  responses: { 200: { description: 'The picture.', content: { 'image/png': 'binary' } } },
  errors: ['NOT_FOUND'],
  idempotency: 'read',
});
