import { Temporal } from 'temporal-polyfill';
import { beginCompany as begin } from '../../../activities/company/begin-company.js';
import {
  askForTaxIdentity as askForIdentity,
  changeCompany as change,
} from '../../../activities/company/change-company.js';
import { companyOf } from '../../../activities/company/stores.js';
import {
  askForTaxIdentityRoute,
  beginCompanyRoute,
  changeCompanyRoute,
  readCompanyRoute,
} from '../../../contract/company/company.js';
import { LANGUAGES } from '../../../contract/primitives.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { command, route } from '../../route.js';
import { known } from '../../../domain/known.js';
import { readChange } from './master-changes.js';

export const beginCompany = command(beginCompanyRoute).answers(async ({ body, tx, ctx }) => {
  const wanted = body.booksFrom === undefined ? undefined : Temporal.PlainDate.from(body.booksFrom);
  const { booksFrom, ...begun } = await begin(tx, ctx, { ...body, booksFrom: wanted });
  const { address: _address, bankAccount: _bankAccount, ...company } = body;
  return { status: 201, body: { ...company, ...begun, booksFrom: booksFrom.toString() } };
});

export const readCompany = route(readCompanyRoute).answers(async (_call, { database }) => ({
  status: 200,
  body: await companyOnWire(database.prisma),
}));

export const changeCompany = route(changeCompanyRoute).answers(
  async ({ body, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => change(tx, body));
    return { status: 200, body: await companyOnWire(database.prisma) };
  },
);

export const askForTaxIdentity = command(askForTaxIdentityRoute).answers(
  async ({ body, tx, ctx }) => ({
    status: 201,
    body: await readChange(tx, await askForIdentity(tx, ctx, body)),
  }),
);

export async function companyOnWire(
  prisma: Pick<PrismaClient, 'legalEntity' | 'logo' | 'organisation'>,
) {
  const entity = await companyOf(prisma);
  const { name } = await prisma.organisation.findUniqueOrThrow({
    where: { id: entity.organisationId },
  });
  const { id: legalEntityId, organisationId, code, legalName, address, taxNumber } = entity;
  const { vatRegistered, currency, country, timeZone } = entity;
  const names = { organisationId, legalEntityId, code, name, legalName, address };
  const language = known(LANGUAGES, entity.language);
  const logo = await logoOnWire(prisma, entity.logoId);
  return { ...names, taxNumber, vatRegistered, currency, country, timeZone, language, logo };
}

function logoOnWire({ logo }: Pick<PrismaClient, 'logo'>, id: string | null) {
  if (id === null) return null;
  const select = { id: true, width: true, height: true };
  return logo.findUniqueOrThrow({ where: { id }, select });
}
