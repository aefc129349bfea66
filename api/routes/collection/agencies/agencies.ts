import {
  addAgency as add,
  changeAgency as change,
} from '../../../../activities/collection/agencies.js';
import { agree } from '../../../../activities/collection/agreements.js';
import {
  addAgencyRoute,
  addAgreementRoute,
  changeAgencyRoute,
  listAgenciesRoute,
  listAgreementsRoute,
} from '../../../../contract/collection/agencies.js';
import { command, route } from '../../../route.js';
import { written } from '../../company/stores-on-wire.js';
import { agenciesOnWire, agreementsOnWire } from './agencies-on-wire.js';

export const listAgencies = route(listAgenciesRoute).answers(async ({ ctx }, { database }) => ({
  status: 200,
  body: { data: await agenciesOnWire(database.prisma, { at: ctx.at }) },
}));

export const addAgency = command(addAgencyRoute).answers(async ({ body, tx, ctx }) => {
  const id = await add(tx, body);
  return { status: 201, body: await written(agenciesOnWire(tx, { id, at: ctx.at })) };
});

export const changeAgency = route(changeAgencyRoute).answers(
  async ({ params: { agencyId }, body, ctx }, { database }) => ({
    status: 200,
    body: await database.transaction(ctx, async (tx) => {
      await change(tx, { agencyId, ...body });
      return written(agenciesOnWire(tx, { id: agencyId, at: ctx.at }));
    }),
  }),
);

export const listAgreements = route(listAgreementsRoute).answers(
  async ({ query: { agency } }, { database }) => ({
    status: 200,
    body: { data: await agreementsOnWire(database.prisma, { agency }) },
  }),
);

export const addAgreement = command(addAgreementRoute).answers(async ({ body, tx, ctx }) => {
  const { agency, commission } = body;
  const { version } = await agree(tx, ctx, { agency, commission, validFrom: body.validFrom });
  return { status: 201, body: await written(agreementsOnWire(tx, { agency, version })) };
});
