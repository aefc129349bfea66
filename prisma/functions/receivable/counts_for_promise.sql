-- Whether money may keep a promise: it came in on or after the day on which the promise was made,
-- and was joined to the invoice after we had heard of the promise. When an agency says that a
-- promise was made is when it was made; when we heard of it says nothing. By when the money must
-- be there, and that no money keeps two promises, is decided in domain/receivable/promise.ts.
--
-- Input:   `value_date` of the payment, `booked_at` of its allocation to the invoice of the promise
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION counts_for_promise(
  promise promise_to_pay, value_date date, booked_at timestamptz
) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT counts_for_promise.value_date >= promise.promised_on
    AND (promise.channel = 'agency' OR counts_for_promise.booked_at >= promise.recorded_at)
$$;
