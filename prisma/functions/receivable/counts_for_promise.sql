-- Whether money may keep a promise: it came in on or after the day when the promise was made, and
-- was allocated to the invoice after the promise was recorded. For a promise to an agency the time
-- of recording does not count. domain/receivable/promise.ts decides by when the money must be
-- there, and that no money keeps two promises.
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
