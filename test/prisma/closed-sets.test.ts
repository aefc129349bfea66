import { AGENCY_MESSAGES } from '../../contract/collection/agency-webhook.js';
import { PLACEMENT_STATES } from '../../contract/collection/placement-fields.js';
import { CONTACT_CHANNELS, CONTACT_ROLES } from '../../domain/customer/addressee.js';
import { CREDIT_LINE_STATES } from '../../contract/customer/customer-money.js';
import { PAYMENT_STATES } from '../../contract/payment/payments.js';
import { PERSON_ROLES, ROLES } from '../../contract/roles.js';
import { STOCK_COUNT_STATES } from '../../contract/stock/stock-counts.js';
import { LINE_OUTCOMES, STATEMENT_STATES } from '../../contract/statement/bank-statements.js';
import { PIN_OUTCOMES, PIN_PURPOSES } from '../../domain/people/staff-pin.js';
import { SAVED_VIEW_LISTS } from '../../domain/people/saved-view.js';
import { SALES_CHANNELS } from '../../domain/pricing/price-list.js';
import { CAPTURE_MODES, TENDER_TYPES } from '../../domain/pricing/sale-request.js';
import { AFTER_A_LETTER } from '../../domain/dunning/letter-deadline.js';
import { DISPUTE_RESOLUTIONS, DISPUTE_STATES } from '../../domain/receivable/dispute.js';
import { RECEIVABLE_OUTCOMES, SETTLEMENT_KINDS } from '../../domain/receivable/outcome.js';
import { PROMISE_STATES } from '../../domain/receivable/promise.js';
import { RISK_BANDS } from '../../domain/risk/score-risk.js';
import { DELIVERY_STATES, SALE_OUTCOMES, SALE_STAGES } from '../../domain/sale/stage.js';
import { useEmptyBooks } from '../support/empty-books.js';

const empty = useEmptyBooks();

/** Sets that TypeScript and a CHECK both name; the constants are the definition. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  allocation_kind: SETTLEMENT_KINDS,
  api_key_role: ROLES,
  app_user_role: PERSON_ROLES,
  bank_statement_line_outcome: LINE_OUTCOMES,
  bank_statement_state: STATEMENT_STATES,
  customer_contact_channel: CONTACT_CHANNELS,
  customer_contact_role: CONTACT_ROLES,
  customer_credit_status: CREDIT_LINE_STATES,
  customer_risk_band: RISK_BANDS,
  dispute_resolution: DISPUTE_RESOLUTIONS,
  dispute_state: DISPUTE_STATES,
  dunning_notice_item_follows: AFTER_A_LETTER,
  payment_state: PAYMENT_STATES,
  placement_state: PLACEMENT_STATES,
  promise_to_pay_state: PROMISE_STATES,
  receivable_outcome: RECEIVABLE_OUTCOMES,
  sale_lifecycle_delivery: DELIVERY_STATES,
  sale_lifecycle_outcome: SALE_OUTCOMES,
  sale_lifecycle_stage: SALE_STAGES,
  price_list_term_channel: SALES_CHANNELS,
  sale_mode: CAPTURE_MODES,
  sale_tender_type: TENDER_TYPES,
  saved_view_list: SAVED_VIEW_LISTS,
  staff_pin_check_outcome: PIN_OUTCOMES,
  staff_pin_check_purpose: PIN_PURPOSES,
  stock_count_state: STOCK_COUNT_STATES,
  terminal_channel: SALES_CHANNELS,
  webhook_delivery_type: AGENCY_MESSAGES,
};

describe('the values that a column may have', () => {
  it.each(Object.entries(SETS))('are those of TypeScript: %s', async (constraint, values) => {
    expect((await checkedValues(constraint)).toSorted()).toEqual(values.toSorted());
  });
});

/** The first list of texts in the definition of a CHECK. */
async function checkedValues(constraint: string): Promise<string[]> {
  const rows = await empty().database.prisma.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = ${constraint}`;
  const list = /ARRAY\[(?<texts>[^\]]*)\]/.exec(rows[0]?.definition ?? '')?.groups?.['texts'] ?? '';
  return [...list.matchAll(/'(?<text>[^']+)'/g)].map(({ groups }) => groups?.['text'] ?? '');
}
