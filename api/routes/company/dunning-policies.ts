import {
  askForDunningPolicy as ask,
  askToWithdrawPolicy as askToWithdraw,
} from '../../../activities/company/dunning-policies.js';
import { companyDay } from '../../../activities/company/company-day.js';
import { previewPolicy } from '../../../activities/dunning/preview-policy.js';
import {
  askForDunningPolicyRoute,
  askToWithdrawPolicyRoute,
  listDunningPoliciesRoute,
  previewDunningPolicyRoute,
} from '../../../contract/company/dunning-policies.js';
import type { Prisma, PrismaClient } from '../../../prisma/database.js';
import { command, route } from '../../route.js';
import { wireDate, wireMoney } from '../../wire.js';
import { datedStates } from './dated-state.js';
import { readChange } from './master-changes.js';

type Reader = Pick<PrismaClient, 'dunningPolicy' | 'legalEntity'>;
type PolicyRow = Prisma.DunningPolicyGetPayload<{ include: { levels: true } }>;

export const listDunningPolicies = route(listDunningPoliciesRoute).answers(
  async ({ ctx }, { database }) => ({
    status: 200,
    body: { data: await policiesOnWire(database.prisma, ctx.at) },
  }),
);

export const askForDunningPolicy = command(askForDunningPolicyRoute).answers(
  async ({ body, tx, ctx }) => ({
    status: 201,
    body: await readChange(tx, await ask(tx, ctx, body)),
  }),
);

export const askToWithdrawPolicy = command(askToWithdrawPolicyRoute).answers(
  async ({ params, body, tx, ctx }) => ({
    status: 201,
    body: await readChange(tx, await askToWithdraw(tx, ctx, { ...params, ...body })),
  }),
);

export const previewDunningPolicy = route(previewDunningPolicyRoute).answers(
  async ({ params, query }, { database }) => {
    const { letters, afterwards, currency } = await previewPolicy(database.prisma, {
      ...params,
      ...query,
    });
    const body = {
      letters: letters.map(({ level, at, payBy, follows, template, feeAmount }) => ({
        level,
        at: at.toString(),
        payBy: payBy.toString(),
        follows,
        template,
        fee: feeAmount === undefined ? null : wireMoney(feeAmount, currency),
      })),
      afterwards: {
        kind: afterwards.kind,
        at: afterwards.kind === 'place' ? afterwards.at.toString() : null,
        reason: afterwards.kind === 'hold' ? afterwards.reason : null,
      },
    };
    return { status: 200, body };
  },
);

async function policiesOnWire(prisma: Reader, at: string) {
  const today = (await companyDay(prisma, at)).toString();
  const rows = await prisma.dunningPolicy.findMany({
    include: { levels: { orderBy: { level: 'asc' } } },
    orderBy: [{ code: 'asc' }, { inForceFrom: 'asc' }],
  });
  const dated = rows.map(({ code, inForceFrom: from }) => ({ code, from }));
  const states = datedStates(dated, today);
  return rows.map((row, index) => ({
    id: row.id,
    version: row.version,
    state: states[index] ?? 'planned',
    ...termsOnWire(row),
  }));
}

function termsOnWire(row: PolicyRow) {
  const money = (amount: bigint) => wireMoney(amount, row.currency);
  return {
    code: row.code,
    segment: row.segment,
    currency: row.currency,
    inForceFrom: wireDate(row.inForceFrom),
    transitDays: row.graceDays,
    smallRest: money(row.toleranceAmount),
    customerMinimum: money(row.minimumAmount),
    daysBetweenLetters: row.minimumDaysBetween,
    daysBetweenLettersToCustomer: row.customerDaysBetween,
    bankDataMaxAgeDays: row.staleBankDays,
    levels: row.levels.map(({ daysPastDue, feeAmount, template }) => ({
      daysPastDue,
      fee: feeAmount === 0n ? null : money(feeAmount),
      template: template as 'reminder-friendly' | 'reminder-firm' | 'reminder-final',
      channel: 'email' as const,
    })),
    placement:
      row.placementDaysPastDue === null
        ? null
        : { daysPastDue: row.placementDaysPastDue, minimum: money(row.placementMinimumAmount) },
    creditStopDays: row.creditStopDays,
    promises: {
      minimumShare: row.promiseMinimumBasisPoints,
      daysMax: row.promiseDaysMax,
      inARow: row.promisesInARow,
      inARowOfCustomer: row.customerPromisesInARow,
    },
    disputeMinimumShare: row.disputeMinimumBasisPoints,
    holdReviewDays: row.holdReviewDays,
  };
}
