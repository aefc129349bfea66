import { Temporal } from 'temporal-polyfill';
import { beginCompany as begin } from '../../../activities/company/begin-company.js';
import { beginCompanyRoute } from '../../../contract/company/company.js';
import { command } from '../../route.js';

export const beginCompany = command(beginCompanyRoute).answers(async ({ body, tx, ctx }) => {
  const wanted = body.booksFrom === undefined ? undefined : Temporal.PlainDate.from(body.booksFrom);
  const { booksFrom, ...begun } = await begin(tx, ctx, { ...body, booksFrom: wanted });
  const { address: _address, bankAccount: _bankAccount, ...company } = body;
  return { status: 201, body: { ...company, ...begun, booksFrom: booksFrom.toString() } };
});
