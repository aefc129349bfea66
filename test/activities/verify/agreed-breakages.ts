/** What was done to the books, the rules that it breaks (mostly one), and how. */
export type Breakage = readonly [what: string, ids: string, ...statements: string[]];

/** Masters, approvals, money of banks and sessions that came around their commands. */
export const AGREED_BREAKAGES: readonly Breakage[] = [
  [
    'customers are told another bank account',
    'I19a',
    `UPDATE bank_account SET number = '6660006660006'`,
  ],
  [
    'a second bank account is there that nobody agreed on',
    'I19a',
    `INSERT INTO bank_account (legal_entity_id, number, name, bank_name, currency, account_code)
    SELECT legal_entity_id, '6660006660006', name, bank_name, currency, account_code FROM bank_account`,
  ],
  [
    'one person may credit more than two agreed on',
    'I19b',
    `UPDATE legal_entity SET credit_note_limit_amount = credit_note_limit_amount + 1`,
  ],
  [
    'one person may grant more credit than two agreed on',
    'I19b',
    `UPDATE legal_entity SET customer_credit_limit_amount = customer_credit_limit_amount + 1`,
  ],
  [
    'one person may hand in files of any amount',
    'I19b',
    `UPDATE bank_account SET hand_fed_limit_amount = NULL`,
  ],
  [
    'a customer has a credit limit that nobody agreed on',
    'I19c',
    `UPDATE customer_credit SET limit_amount = limit_amount + 1 WHERE limit_amount = 10000000`,
  ],
  [
    'a credit limit that two people agreed on was raised',
    'I19c',
    `UPDATE customer_credit SET limit_amount = limit_amount + 1 WHERE limit_amount > 10000000`,
  ],
  [
    'one person may change more of the stock than two agreed on',
    'I19b',
    `UPDATE legal_entity SET stock_count_limit_amount = stock_count_limit_amount + 1`,
  ],
  [
    'one person may take in goods of any worth',
    'I19b',
    `UPDATE legal_entity SET goods_receipt_limit_amount = goods_receipt_limit_amount + 1`,
  ],
  [
    'a rate of tax is another than the one that was proposed',
    'I19d',
    `UPDATE tax_rule SET rate_numerator = 0 WHERE code = 'PPN'`,
  ],
  [
    'a tax rule is there that nobody agreed on',
    'I19d',
    `INSERT INTO tax_rule (code, kind, valid_from, rate_numerator, rate_denominator, base_numerator, base_denominator,
      rounding, label_en, label_id)
    VALUES ('PPN', 'exempt', '2099-01-01', 0, 1, 1, 1, 'half-up', 'x', 'x')`,
  ],
  [
    'a version of a policy is there that nobody agreed on',
    'I19e',
    `INSERT INTO dunning_policy (code, segment, in_force_from, minimum_amount, tolerance_amount, currency, grace_days,
      stale_bank_days, minimum_days_between)
    VALUES ('x', 'x', '2099-01-01', 0, 0, 'IDR', 0, 0, 0)`,
  ],
  [
    'a holiday is there that nobody agreed on',
    'I19f',
    `INSERT INTO holiday (country, day, kind, name_id, name_en) VALUES ('ID', '2099-01-01', 'national', 'x', 'x')`,
  ],
  [
    'an agency gets more than two people agreed on',
    'I19g',
    `UPDATE agreement SET commission_schedule = '[{"fromDaysPastDue": 0, "fromAmount": "0", "basisPoints": 5000}]'`,
  ],
  [
    'the tax of an agency is another than two people agreed on',
    'I19g',
    `UPDATE agency SET commission_tax_basis_points = commission_tax_basis_points + 1`,
  ],
  [
    'one person took in goods of any worth',
    'I19h',
    `UPDATE stock_movement SET received_alone_by = 'x' WHERE kind = 'opening'`,
  ],
  ['nobody knows who agreed to a write-off', 'I20', `UPDATE write_off SET decided_by = 'somebody'`],
  [
    'a cashier agreed to a limit',
    'I20',
    `UPDATE master_change SET decided_by = (SELECT id::text FROM app_user WHERE role = 'cashier')`,
  ],
  [
    'who agreed was no active person any more',
    'I20 I26',
    `INSERT INTO audit_row (at, actor_kind, actor_id, actor_name, origin, request_id, action, table_name, row_id, after)
    SELECT '2000-01-01', 'user', 'x', 'x', 'x', 'x', 'update', 'app_user', decided_by, '{"active": false}' FROM write_off`,
  ],
  ...(
    [
      ['joined money to an invoice', 'allocation', 'booked_by'],
      ['issued a credit note', 'credit_note', 'issued_by'],
      ['asked for a write-off', 'write_off', 'requested_by'],
      ['placed an invoice with an agency', 'placement', 'placed_by'],
    ] as const
  ).map(([what, table, column]): Breakage => [
    `a cashier ${what}`,
    'I26',
    `UPDATE ${table} SET ${column} = (SELECT id::text FROM app_user WHERE role = 'cashier')`,
  ]),
  [
    'a cashier undid what was joined',
    'I26',
    'ALTER TABLE allocation DROP CONSTRAINT allocation_reversal',
    `UPDATE allocation SET reversed_by = (SELECT id::text FROM app_user WHERE role = 'cashier')`,
  ],
  [
    'a cashier asked for a limit',
    'I26',
    `UPDATE master_change SET requested_by = (SELECT id::text FROM app_user WHERE role = 'cashier')`,
  ],
  [
    'money of a bank came with no line of a bank file',
    'I21',
    `UPDATE payment SET bank_statement_line_id = uuid_v7()`,
  ],
  [
    'a person is in the house who never signed in',
    'I22',
    `INSERT INTO session (token_hash, csrf_token, user_id, created_at, expires_at, last_seen_at, password_at, address)
    SELECT '\\x01', 'x', id, now(), now(), now(), now(), '192.0.2.1' FROM app_user LIMIT 1`,
  ],
];
