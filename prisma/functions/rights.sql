-- Who may call the functions. Applied after them by every deploy.

-- PostgreSQL lets everybody call a new function; here only the named roles may. Helpers of the
-- commands (post_journal, take_number, write_audit ...) can be called only by commands: a command
-- runs with the rights of the owner of the books, which its caller does not have.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, lunas_app, lunas_partner;

-- The processes: the commands that `prisma/commands/` declares,
GRANT EXECUTE ON FUNCTION
  acknowledge_placement, allocate_payment, apply_payment, await_delivery, book_bank_line,
  book_reversal_line, capture_sale, claim_letter, claim_print_job, close_notice, close_period,
  close_placement, close_receivable, close_sale, conclude_statement, create_placement,
  decide_credit_note, decide_repeats, decide_write_off, deliver_sale, end_attempt, end_print_job,
  give_up_statement,
  issue_credit_note, issue_invoice, judge_promises, keep_hold, list_payments_to_match, lock_case,
  lock_for_notice, lock_invoice, match_payments_again, match_remittance, notice_paper, open_dispute,
  open_letter, open_notice, place_hold,
  placement_facts, read_statement_again, recall_placement, receivable_facts, receive_stock,
  recognise_bank_lines, record_payment, record_promise, record_remittance, record_webhook_attempt,
  refuse_statement, release_hold, release_stock, report_placement_event, report_untold_agency,
  request_copy, request_credit_note, request_write_off, resolve_dispute, reverse_allocation,
  reverse_payment, reverse_settlement, rotate_webhook_secret, set_line_aside, set_webhook_url,
  settle_remittance, store_bank_lines, store_next_step, store_statement_parts,
  take_payments_to_match, withdraw_notice, withdraw_promise
  TO lunas_app;
-- and what their reads and their rows stand on.
GRANT EXECUTE ON FUNCTION
  allowance_of_one, amount_band, audit_horizon, bank_line_in_short, books_lock,
  choose_dunning_policy, context_at, counts_for_promise, credit_exposure, credit_reasons,
  day_text, end_work_item, enter_context, folded_reference_key, lock_open_items, money_text, open_items_as_of, open_work_item,
  overdue_invoices, people_who_hold, receivable_search_attributes, refuse, remittance_entity,
  report_unclear_repeats, stored_capture, transactions_have_ended, uuid_v7, what_holds
  TO lunas_app;

-- Requests of collection partners: their own commands, and the functions that every command needs.
GRANT EXECUTE ON FUNCTION
  acknowledge_placement, lock_case, record_remittance, report_placement_event,
  rotate_webhook_secret, set_webhook_url
  TO lunas_partner;
GRANT EXECUTE ON FUNCTION
  books_lock, context_at, enter_context, refuse, uuid_v7
  TO lunas_partner;
