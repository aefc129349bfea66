-- What the books say was sold, owed, paid, agreed to or handed over is written by commands alone,
-- which run with the rights of their owner (prisma/functions/rights.sql). The processes read it.
REVOKE INSERT, UPDATE, DELETE ON
  sale, sale_line, sale_tender, sale_return, sale_return_line, sale_lifecycle, lifecycle_event,
  receipt, print_job,
  stock_level, stock_movement, stock_reservation,
  invoice, invoice_line, open_item, receivable,
  credit_note, credit_note_request, write_off, dispute, promise_to_pay,
  payment, allocation, deduction,
  dunning_notice, dunning_notice_item, dunning_hold,
  placement, placement_item, placement_event, remittance, remittance_line
FROM lunas_app;
