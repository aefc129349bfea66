import {
  enrolAgency as handIn,
  makeAgencyCode as make,
} from '../../../../activities/collection/agency-keys.js';
import { makeApiKey } from '../../../../activities/people/make-key.js';
import {
  enrolAgencyRoute,
  makeAgencyCodeRoute,
} from '../../../../contract/collection/agency-enrolments.js';
import { command, route } from '../../../route.js';

const NOT_STORED = { 'Cache-Control': 'no-store' };

export const makeAgencyCode = command(makeAgencyCodeRoute).answers(
  async ({ params: { agencyId }, body: { label }, tx, ctx }) => {
    const { agency, code, expiresAt } = await make(tx, ctx, { agencyId, label });
    const body = { agency, code, expiresAt: expiresAt.toISOString() };
    return { status: 201, body, headers: NOT_STORED };
  },
);

export const enrolAgency = route(enrolAgencyRoute).answers(
  async ({ body: { code }, ctx }, { database }) => {
    const { keyId, secretHash, token } = makeApiKey();
    const agency = await database.transaction(ctx, (tx) =>
      handIn(tx, ctx, { code, key: { keyId, secretHash } }),
    );
    return { status: 201, body: { agency, token }, headers: NOT_STORED };
  },
);
