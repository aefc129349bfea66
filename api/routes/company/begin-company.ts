import { Temporal } from 'temporal-polyfill';
import { beginCompany as begin } from '../../../activities/company/begin-company.js';
import { beginCompanyRoute } from '../../../contract/company/company.js';
import { command } from '../../route.js';

export const beginCompany = command(beginCompanyRoute).answers(async ({ body, tx, ctx }) => {
  const booksFrom =
    body.booksFrom === undefined
      ? Temporal.Instant.from(ctx.at).toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 })
      : Temporal.PlainDate.from(body.booksFrom);
  const begun = await begin(tx, { ...body, booksFrom });
  const { address: _address, bankAccount: _bankAccount, ...company } = body;
  return { status: 201, body: { ...company, ...begun, booksFrom: booksFrom.toString() } };
});
