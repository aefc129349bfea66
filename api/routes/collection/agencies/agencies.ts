import {
  addAgency as add,
  askForAgencyTerms as askForTerms,
  changeAgency as change,
} from '../../../../activities/collection/agencies.js';
import { askForAgreement as ask } from '../../../../activities/collection/agreements.js';
import {
  addAgencyRoute,
  askForAgencyTermsRoute,
  askForAgreementRoute,
  changeAgencyRoute,
  listAgenciesRoute,
  listAgreementsRoute,
} from '../../../../contract/collection/agencies.js';
import { command, route } from '../../../route.js';
import { readChange } from '../../company/master-changes.js';
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

export const askForAgreement = command(askForAgreementRoute).answers(async ({ body, tx, ctx }) => {
  const id = await ask(tx, ctx, { ...body, validFrom: body.validFrom });
  return { status: 201, body: await readChange(tx, id) };
});

export const askForAgencyTerms = command(askForAgencyTermsRoute).answers(
  async ({ params, body, tx, ctx }) => ({
    status: 201,
    body: await readChange(tx, await askForTerms(tx, ctx, { ...params, ...body })),
  }),
);
