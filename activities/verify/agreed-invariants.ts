import { ACTING_INVARIANTS } from './acting-invariants.js';
import { AGREED_RULES } from './agreed-rules.js';
import { FIRST_LIMITS } from './first-limits.js';
import type { Invariant } from './invariant.js';
import { personThen } from './person-then.js';

/** Who may decide on what another person asked for (contract/roles.ts, contract/company/access.ts). */
const APPROVERS = `ARRAY['arManager', 'creditController', 'owner']`;
const AGREE_TO_COUNTS = `ARRAY['storeManager', 'arManager', 'creditController', 'owner']`;
const AGREE_TO_MASTERS = `ARRAY['admin', 'owner', 'arManager', 'creditController']`;
const RELEASE_FILES = `ARRAY['arClerk', 'arManager', 'creditController', 'owner']`;

/** The last change of a master that two people agreed on. */
function lastAgreed(kind: string, about: string): string {
  return `LATERAL (SELECT m.after FROM master_change m
    WHERE m.kind = '${kind}' AND m.state = 'approved' AND ${about}
    ORDER BY m.decided_at DESC, m.id DESC LIMIT 1)`;
}

/** That masters of money, approvals, money from banks and sessions came by their commands, and not around them. */
export const AGREED_INVARIANTS: readonly Invariant[] = [
  {
    id: 'I19a',
    says: 'bank details are as two people agreed, or those of the first account as it was added',
    sql: `SELECT 'bank account ' || b.number AS place FROM bank_account b
      LEFT JOIN ${lastAgreed(
        'bank-account',
        `(m.after->>'bankAccountId' = b.id::text
        OR m.after->>'bankAccountId' IS NULL AND m.after->>'number' = b.number)`,
      )} agreed ON true
      LEFT JOIN LATERAL (SELECT a.after FROM audit_row a
        WHERE a.table_name = 'bank_account' AND a.row_id = b.id::text AND a.action = 'insert' LIMIT 1) added ON true
      WHERE (b.number, b.name, b.bank_name, b.on_documents) IS DISTINCT FROM (CASE WHEN agreed.after IS NOT NULL
          THEN (agreed.after->>'number', agreed.after->>'name', agreed.after->>'bankName', (agreed.after->>'onDocuments')::boolean)
          ELSE (added.after->>'number', added.after->>'name', added.after->>'bank_name', (added.after->>'on_documents')::boolean) END)
        OR agreed.after IS NULL AND EXISTS (SELECT 1 FROM bank_account o
          WHERE o.legal_entity_id = b.legal_entity_id AND o.id < b.id)`,
  },
  {
    id: 'I19b',
    says: 'what one person alone may decide is as two people agreed',
    sql: `SELECT 'limits of ' || e.code AS place FROM legal_entity e
      LEFT JOIN ${lastAgreed('approval-limits', 'm.subject = e.id::text')} agreed ON true
      WHERE e.credit_note_limit_amount <> coalesce((agreed.after->>'creditNoteLimit')::bigint, ${FIRST_LIMITS.creditNote})
        OR e.customer_credit_limit_amount <> coalesce((agreed.after->>'customerCreditLimit')::bigint, ${FIRST_LIMITS.customerCredit})
        OR e.stock_count_limit_amount <> coalesce((agreed.after->>'stockCountLimit')::bigint, ${FIRST_LIMITS.stockCount})
        OR e.goods_receipt_limit_amount <> coalesce((agreed.after->>'goodsReceiptLimit')::bigint, ${FIRST_LIMITS.goodsReceipt})
      UNION ALL SELECT 'limit of bank account ' || b.number FROM bank_account b
      LEFT JOIN LATERAL (SELECT one FROM master_change m, jsonb_array_elements(m.after->'handFedLimits') one
        WHERE m.kind = 'approval-limits' AND m.state = 'approved' AND one->>'bankAccountId' = b.id::text
        ORDER BY m.decided_at DESC, m.id DESC LIMIT 1) agreed ON true
      WHERE b.hand_fed_limit_amount IS DISTINCT FROM
        CASE WHEN agreed.one IS NULL THEN ${FIRST_LIMITS.handFedFile} ELSE (agreed.one->>'limit')::bigint END`,
  },
  {
    id: 'I19c',
    says: 'a credit limit above what one person alone ever could grant is one that two people agreed on',
    sql: `WITH bound AS (
        SELECT e.currency, greatest(${FIRST_LIMITS.customerCredit}, e.customer_credit_limit_amount,
          (SELECT max((m.after->>'customerCreditLimit')::bigint) FROM master_change m
            WHERE m.kind = 'approval-limits' AND m.state = 'approved' AND m.subject = e.id::text)) AS amount
        FROM legal_entity e)
      SELECT 'credit of customer ' || c.number AS place FROM customer_credit k JOIN customer c ON c.id = k.customer_id
      WHERE k.limit_amount > coalesce((SELECT max(amount) FROM bound WHERE bound.currency = k.currency), 0)
        AND NOT EXISTS (SELECT 1 FROM master_change m
          WHERE m.kind = 'credit-limit' AND m.state = 'approved' AND m.subject = k.customer_id::text
            AND m.after->>'currency' = k.currency AND (m.after->>'limit')::bigint >= k.limit_amount
            AND coalesce((m.after->>'validUntil')::date, 'infinity') >= coalesce(k.valid_until, 'infinity'))`,
  },
  ...AGREED_RULES,
  {
    id: 'I20',
    says: 'who agreed to what somebody else asked for was an active person with a role for it',
    sql: `WITH agreed AS (
        SELECT 'write-off ' || id AS place, decided_by AS who, decided_at AS at, ${APPROVERS} AS roles
          FROM write_off WHERE state = 'approved'
        UNION ALL SELECT 'credit note request ' || id, decided_by, decided_at, ${APPROVERS}
          FROM credit_note_request WHERE state = 'approved'
        UNION ALL SELECT 'placement request ' || id, decided_by, decided_at, ${APPROVERS}
          FROM placement_request WHERE state = 'approved'
        UNION ALL SELECT 'stock count ' || id, decided_by, decided_at, ${AGREE_TO_COUNTS}
          FROM stock_count WHERE state = 'booked' AND decided_by IS NOT NULL
        UNION ALL SELECT kind || ' ' || id, decided_by, decided_at, ${AGREE_TO_MASTERS}
          FROM master_change WHERE state = 'approved'
        UNION ALL SELECT 'bank statement ' || id, release->>'by', (release->>'at')::timestamptz, ${RELEASE_FILES}
          FROM bank_statement WHERE release->>'decision' = 'released')
      SELECT agreed.place || ' by ' || coalesce(agreed.who, 'nobody') AS place FROM agreed
      WHERE NOT EXISTS (SELECT 1 FROM app_user u WHERE u.id::text = agreed.who
          AND coalesce(${personThen('role')}, u.role) = ANY (agreed.roles)
          AND coalesce(${personThen('active')}, u.active::text) = 'true'
          AND u.created_at <= agreed.at)`,
  },
  ...ACTING_INVARIANTS,
  {
    id: 'I21',
    says: 'money from a bank has its line in a bank file, of the same company and in the same currency',
    sql: `SELECT 'payment ' || p.id AS place FROM payment p
      LEFT JOIN bank_statement_line l ON l.id = p.bank_statement_line_id
      LEFT JOIN bank_account b ON b.id = l.bank_account_id
      WHERE (p.source = 'bank' OR p.bank_statement_line_id IS NOT NULL)
        AND (p.currency, p.legal_entity_id) IS DISTINCT FROM (l.currency, b.legal_entity_id)`,
  },
  {
    id: 'I22',
    says: 'each session has its sign-in',
    sql: `SELECT 'session ' || s.id AS place FROM session s WHERE NOT EXISTS (SELECT 1 FROM sign_in i
        WHERE i.kind = 'signed-in' AND i.user_id = s.user_id AND i.address = s.address AND i.at = s.created_at)`,
  },
];
