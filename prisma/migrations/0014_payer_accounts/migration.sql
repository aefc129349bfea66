-- A return asks who else pays from the account that it names.
CREATE INDEX bank_statement_line_bank_account_id_payer_account_idx ON bank_statement_line
  (bank_account_id, payer_account);
