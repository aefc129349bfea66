import type { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { accountCode, type AccountName } from '../../domain/ledger/accounts.js';
import type { CurrencyCode } from '../../domain/money/currency.js';
import type { TenderType } from '../../domain/pricing/sale-request.js';
import {
  INDONESIAN_TAX_RULES,
  NO_TAX,
  PPN,
  PPN_EXEMPT,
  PPN_LUXURY,
} from '../../domain/tax/indonesian-tax-rules.js';
import * as companyCommands from '../../prisma/commands/company.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { dateOf } from '../../prisma/date-of.js';
import { keptRule } from './tax-rules.js';

/** Periods are open for two years; an administrator opens more. */
const OPEN_MONTHS = 24;

/** The month before the books begin is closed; all later months are open, two years ahead. */
export async function openPeriods(
  tx: Transaction,
  { legalEntityId, booksFrom }: Readonly<{ legalEntityId: string; booksFrom: Temporal.PlainDate }>,
): Promise<void> {
  const firstOpen = booksFrom.with({ day: 1 });
  const period = (startsOn: Temporal.PlainDate) => ({
    legalEntityId,
    startsOn: dateOf(startsOn),
    endsOn: dateOf(startsOn.add({ months: 1 }).subtract({ days: 1 })),
  });
  await tx.accountingPeriod.createMany({
    data: [
      {
        ...period(firstOpen.subtract({ months: 1 })),
        state: 'closed',
        closedAt: dateOf(firstOpen),
        closedBy: 'opening balances',
      },
      ...Array.from({ length: OPEN_MONTHS }, (_, month) => ({
        ...period(firstOpen.add({ months: month })),
        state: 'open',
      })),
    ],
  });
}

/** The tax table of Indonesia, and the rules of the tenders. */
export async function proposeTaxesAndTenders(
  tx: Transaction,
  ctx: CommandContext,
  currency: CurrencyCode,
): Promise<void> {
  const rules = INDONESIAN_TAX_RULES.map((rule) =>
    keptRule({ ...rule, label: TAX_LABELS[rule.code] ?? { id: rule.code, en: rule.code } }),
  );
  await callIn(tx, companyCommands.proposeTaxRules, [ctx, { rules }]);
  await tx.tenderRule.createMany({ data: tenderRows(currency) });
}

const TAX_LABELS: Readonly<Record<string, Readonly<{ en: string; id: string }>>> = {
  [PPN]: { en: 'PPN', id: 'PPN' },
  [PPN_LUXURY]: { en: 'PPN (luxury)', id: 'PPN barang mewah' },
  [PPN_EXEMPT]: { en: 'PPN exempt', id: 'Bebas PPN' },
  [NO_TAX]: { en: 'No tax', id: 'Tanpa pajak' },
};

/** Of QRIS in Indonesia: Bank Indonesia, PADG 24/1/2022. */
const QRIS_LIMIT_AMOUNT = 10_000_000n;

/** Vouchers and store credit pay for nothing as long as none are issued here: nobody could say whether one is good. */
const NOTHING_ISSUED = 0n;

/** Without a connection a till accepts cash, and on account within the customer's known limit. */
function tenderRows(currency: CurrencyCode) {
  const tender = (
    type: TenderType,
    account: AccountName,
    { offline, limit }: Readonly<{ offline: boolean; limit?: bigint }>,
  ) => ({
    type,
    offlineAllowed: offline,
    perSaleLimitAmount: limit ?? null,
    perSaleLimitCurrency: limit === undefined ? null : currency,
    accountCode: accountCode(account),
  });
  return [
    tender('cash', 'cashOnHand', { offline: true }),
    tender('card', 'cardClearing', { offline: false }),
    tender('qris', 'qrisClearing', { offline: false, limit: QRIS_LIMIT_AMOUNT }),
    tender('voucher', 'vouchers', { offline: true, limit: NOTHING_ISSUED }),
    tender('storeCredit', 'storeCredit', { offline: false, limit: NOTHING_ISSUED }),
    tender('onAccount', 'unbilled', { offline: true }),
  ];
}
