import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { commissionScheduleOf } from '../../../../activities/collection/commission-terms.js';
import type { agency, agreement } from '../../../../contract/collection/agencies.js';
import { LANGUAGES } from '../../../../contract/primitives.js';
import { known } from '../../../../domain/known.js';
import type { Transaction } from '../../../../prisma/database.js';
import { wireDate } from '../../../wire.js';

type Wanted = Readonly<{ id?: string; at: string }>;

/** All agencies, or the one wanted, by code, with the agreement that holds for what is placed at `at`. */
export async function agenciesOnWire(
  tx: Pick<Transaction, 'agency' | 'legalEntity'>,
  { id, at }: Wanted,
): Promise<z.input<typeof agency>[]> {
  const company = await tx.legalEntity.findFirst({ orderBy: { id: 'asc' } });
  const zone = company?.timeZone ?? 'UTC';
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  const rows = await tx.agency.findMany({
    ...(id === undefined ? {} : { where: { id } }),
    include: { agreements: { orderBy: { version: 'desc' } }, _count: { select: countedNow() } },
    orderBy: { code: 'asc' },
  });
  return rows.map(({ agreements, _count, language, ...row }) => {
    const inForce = agreements.find(({ validFrom }) => wireDate(validFrom) <= today);
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      active: row.active,
      country: row.country,
      currency: row.currency,
      language: known(LANGUAGES, language),
      contactName: row.contactName,
      email: row.email,
      phone: row.phone,
      commissionTaxBasisPoints: row.commissionTaxBasisPoints,
      recallReportDays: row.recallReportDays,
      agreement: inForce === undefined ? null : agreementOnWire(inForce, row.code),
      openCases: _count.placements,
      keys: _count.apiKeys,
      webhookUrl: row.webhookUrl,
    };
  });
}

/** Cases that have not ended, and keys that are good now. */
function countedNow() {
  const good = { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] };
  return {
    placements: { where: { closedAt: null } },
    apiKeys: { where: { revokedAt: null, ...good } },
  };
}

type AgreementRow = Readonly<{
  version: number;
  validFrom: Date;
  commissionSchedule: unknown;
  agreedAt: Date;
}>;

/** An agreement with the agency of this code. */
export function agreementOnWire(row: AgreementRow, code: string): z.input<typeof agreement> {
  const { version, validFrom, commissionSchedule, agreedAt } = row;
  return {
    agency: code,
    version,
    validFrom: wireDate(validFrom),
    commission: commissionScheduleOf(commissionSchedule).map(
      ({ fromDaysPastDue, fromAmount, basisPoints }) => ({
        fromDaysPastDue,
        fromAmount: fromAmount.toString(),
        basisPoints: Number(basisPoints),
      }),
    ),
    agreedAt: agreedAt.toISOString(),
  };
}

/** Agreements by agency, the latest first; those behind a fence are of its agency. */
export async function agreementsOnWire(
  tx: Pick<Transaction, 'agreement'>,
  where: Readonly<{ agency?: string | undefined; version?: number }>,
) {
  const { agency: code, version } = where;
  const rows = await tx.agreement.findMany({
    where: {
      ...(code === undefined ? {} : { agency: { code } }),
      ...(version === undefined ? {} : { version }),
    },
    include: { agency: { select: { code: true } } },
    orderBy: [{ agency: { code: 'asc' } }, { version: 'desc' }],
  });
  return rows.map((row) => agreementOnWire(row, row.agency.code));
}
