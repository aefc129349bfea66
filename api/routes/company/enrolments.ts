import {
  enrol as handIn,
  makeEnrolmentCode as makeCode,
} from '../../../activities/company/enrolments.js';
import { enrolRoute, makeEnrolmentCodeRoute } from '../../../contract/company/enrolments.js';
import { makeApiKey } from '../../../activities/people/make-key.js';
import { command, route } from '../../route.js';

export const makeEnrolmentCode = command(makeEnrolmentCodeRoute).answers(
  async ({ params, principal, tx, ctx }) => {
    const { terminal, code, expiresAt } = await makeCode(tx, ctx, {
      ...params,
      storeId: principal.storeId,
    });
    return {
      status: 201,
      body: { terminal, code, expiresAt: expiresAt.toISOString() },
      headers: { 'Cache-Control': 'no-store' },
    };
  },
);

export const enrol = route(enrolRoute).answers(async ({ body, ctx }, { database }) => {
  const { keyId, secretHash, token } = makeApiKey();
  const terminal = await database.transaction(ctx, (tx) =>
    handIn(tx, ctx, { code: body.code, key: { keyId, secretHash } }),
  );
  return { status: 201, body: { terminal, token }, headers: { 'Cache-Control': 'no-store' } };
});
