-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "business_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "business_epoch" TIMESTAMPTZ(6) NOT NULL,
    "real_epoch" TIMESTAMPTZ(6) NOT NULL,
    "speed" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "business_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_entity" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "tax_number" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "country" CHAR(2) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "reference_digits" CHAR(2) NOT NULL,

    CONSTRAINT "legal_entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "legal_entity_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "cash_rounding_step" BIGINT NOT NULL,

    CONSTRAINT "store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_location" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "store_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "stock_location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "printer" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "store_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "profile" TEXT NOT NULL,

    CONSTRAINT "printer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terminal" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "store_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "printer_id" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "receipt_serial" BIGINT NOT NULL DEFAULT 0,
    "last_device_sequence" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "terminal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "store_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "key_id" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "label" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scopes" TEXT[],
    "terminal_id" UUID,
    "agency_id" UUID,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "token_hash" BYTEA NOT NULL,
    "csrf_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "quantity_step_milli" BIGINT NOT NULL,
    "tax_code" TEXT NOT NULL,
    "stocked" BOOLEAN NOT NULL DEFAULT true,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "minimum_level_milli" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_barcode" (
    "barcode" TEXT NOT NULL,
    "item_id" UUID NOT NULL,

    CONSTRAINT "item_barcode_pkey" PRIMARY KEY ("barcode")
);

-- CreateTable
CREATE TABLE "catalogue_version" (
    "version" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "catalogue_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "price" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "item_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "unit_amount" BIGINT NOT NULL,
    "includes_tax" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tax_rule" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "rate_numerator" INTEGER NOT NULL,
    "rate_denominator" INTEGER NOT NULL,
    "base_numerator" INTEGER NOT NULL,
    "base_denominator" INTEGER NOT NULL,
    "rounding" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "label_id" TEXT NOT NULL,

    CONSTRAINT "tax_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tender_rule" (
    "type" TEXT NOT NULL,
    "offline_allowed" BOOLEAN NOT NULL,
    "per_sale_limit_amount" BIGINT,
    "account_code" TEXT NOT NULL,

    CONSTRAINT "tender_rule_pkey" PRIMARY KEY ("type")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "tax_number" TEXT,
    "address" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "currency" CHAR(3) NOT NULL,
    "terms_days" INTEGER NOT NULL,
    "instalments" INTEGER NOT NULL DEFAULT 1,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_credit" (
    "customer_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "limit_amount" BIGINT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "review_on" DATE,

    CONSTRAINT "customer_credit_pkey" PRIMARY KEY ("customer_id")
);

-- CreateTable
CREATE TABLE "customer_contact" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "consent_at" TIMESTAMPTZ(6),

    CONSTRAINT "customer_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_alias" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "confirmations" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "customer_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "virtual_account" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "number" TEXT NOT NULL,
    "bank_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "invoice_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "virtual_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_risk" (
    "customer_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "customer_risk_pkey" PRIMARY KEY ("customer_id")
);

-- CreateTable
CREATE TABLE "stock_level" (
    "location_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "on_hand_milli" BIGINT NOT NULL DEFAULT 0,
    "reserved_milli" BIGINT NOT NULL DEFAULT 0,
    "on_order_milli" BIGINT NOT NULL DEFAULT 0,
    "value_amount" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "stock_level_pkey" PRIMARY KEY ("location_id","item_id")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "location_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "value_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "document_kind" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "line_id" UUID,
    "business_date" DATE NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_reservation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "sale_id" UUID NOT NULL,
    "sale_line_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "stock_reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sale" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "legal_entity_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "terminal_id" UUID NOT NULL,
    "customer_id" UUID,
    "mode" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "content" JSON NOT NULL,
    "priced" JSON NOT NULL,
    "device_sequence" BIGINT NOT NULL,
    "receipt_serial" BIGINT NOT NULL,
    "price_version" INTEGER NOT NULL,
    "business_date" DATE NOT NULL,
    "captured_at" TIMESTAMPTZ(6) NOT NULL,
    "booked_at" TIMESTAMPTZ(6) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "gross_amount" BIGINT NOT NULL,
    "discount_amount" BIGINT NOT NULL,
    "discount_base_amount" BIGINT NOT NULL,
    "tax_base_amount" BIGINT NOT NULL,
    "tax_amount" BIGINT NOT NULL,
    "rounding_amount" BIGINT NOT NULL,
    "total_amount" BIGINT NOT NULL,
    "on_account_amount" BIGINT NOT NULL,
    "cashier" TEXT NOT NULL,

    CONSTRAINT "sale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sale_lifecycle" (
    "sale_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "customer_id" UUID,
    "stage" TEXT NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL,
    "next_step" TEXT,
    "next_step_at" TIMESTAMPTZ(6),
    "delivery_state" TEXT NOT NULL,
    "delivery_expires_at" TIMESTAMPTZ(6),
    "delivered_at" TIMESTAMPTZ(6),
    "outcome" TEXT,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "sale_lifecycle_pkey" PRIMARY KEY ("sale_id")
);

-- CreateTable
CREATE TABLE "lifecycle_event" (
    "id" BIGSERIAL NOT NULL,
    "sale_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "document_kind" TEXT,
    "document_id" UUID,
    "document_number" TEXT,
    "amount" BIGINT,
    "currency" CHAR(3),
    "workflow_id" TEXT,
    "detail" JSONB,

    CONSTRAINT "lifecycle_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sale_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "sale_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "item_id" UUID NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "unit_price_amount" BIGINT NOT NULL,
    "gross_amount" BIGINT NOT NULL,
    "discount_amount" BIGINT NOT NULL,
    "net_amount" BIGINT NOT NULL,
    "tax_code" TEXT NOT NULL,
    "tax_base_amount" BIGINT NOT NULL,
    "tax_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "sale_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sale_tender" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "sale_id" UUID NOT NULL,
    "tender_number" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "tendered_amount" BIGINT NOT NULL,
    "change_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reference" TEXT,

    CONSTRAINT "sale_tender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sale_return" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "sale_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "business_date" DATE NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "total_amount" BIGINT NOT NULL,
    "tax_amount" BIGINT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "approved_by" TEXT,

    CONSTRAINT "sale_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sale_return_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "sale_return_id" UUID NOT NULL,
    "sale_line_id" UUID NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "net_amount" BIGINT NOT NULL,
    "tax_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "sale_return_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "sale_id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("sale_id")
);

-- CreateTable
CREATE TABLE "print_job" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "sale_id" UUID,
    "printer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "copy_number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "process_id" CHAR(4) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "content_sha256" BYTEA,
    "failure" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "print_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "store_id" UUID NOT NULL,
    "terminal_id" UUID NOT NULL,
    "business_date" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opening_float_amount" BIGINT NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "closed_by" TEXT,
    "counted_amount" BIGINT,
    "expected_amount" BIGINT,
    "variance_reason" TEXT,
    "currency" CHAR(3) NOT NULL,
    "z_report_id" UUID,

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cash_movement" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "shift_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_id" TEXT NOT NULL,

    CONSTRAINT "cash_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cash_count" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "shift_id" UUID NOT NULL,
    "denominations" JSONB NOT NULL,
    "total_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_id" TEXT NOT NULL,

    CONSTRAINT "cash_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "z_report" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "store_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "business_date" DATE NOT NULL,
    "content" JSON NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "z_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "legal_entity_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "prefix" TEXT NOT NULL,
    "last_number" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "legal_entity_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "series_number" BIGINT NOT NULL,
    "number" TEXT NOT NULL,
    "payment_reference" TEXT NOT NULL,
    "sale_id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "issued_on" DATE NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "net_amount" BIGINT NOT NULL,
    "tax_amount" BIGINT NOT NULL,
    "total_amount" BIGINT NOT NULL,
    "prepaid_amount" BIGINT NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receivable" (
    "invoice_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "dunning_level" INTEGER NOT NULL DEFAULT 0,
    "last_notice_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 0,
    "next_step" TEXT,
    "next_step_at" TIMESTAMPTZ(6),
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "outcome" TEXT,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "receivable_pkey" PRIMARY KEY ("invoice_id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoice_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity_milli" BIGINT NOT NULL,
    "unit_price_amount" BIGINT NOT NULL,
    "discount_amount" BIGINT NOT NULL,
    "net_amount" BIGINT NOT NULL,
    "tax_code" TEXT NOT NULL,
    "tax_base_amount" BIGINT NOT NULL,
    "tax_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_item" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoice_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "instalment" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "open_amount" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "open_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_note" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "series_id" UUID NOT NULL,
    "series_number" BIGINT NOT NULL,
    "number" TEXT NOT NULL,
    "invoice_id" UUID NOT NULL,
    "dispute_id" UUID,
    "reason" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "net_amount" BIGINT NOT NULL,
    "tax_amount" BIGINT NOT NULL,
    "total_amount" BIGINT NOT NULL,

    CONSTRAINT "credit_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "write_off" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoice_id" UUID NOT NULL,
    "placement_id" UUID,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "write_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "open_item_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payment_id" UUID,
    "credit_note_id" UUID,
    "write_off_id" UUID,
    "deduction_id" UUID,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "booked_on" DATE NOT NULL,
    "booked_at" TIMESTAMPTZ(6) NOT NULL,
    "booked_by" TEXT NOT NULL,
    "evidence" JSONB,
    "reversed_at" TIMESTAMPTZ(6),
    "reversed_on" DATE,
    "reversed_by" TEXT,
    "reversal_reason" TEXT,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deduction" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "payment_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "document_reference" TEXT,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "deduction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_account" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "legal_entity_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bank_name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "account_code" TEXT NOT NULL,
    "csv_profile" TEXT,
    "last_closing_amount" BIGINT,
    "last_closing_on" DATE,

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_statement" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "bank_account_id" UUID,
    "file_hash" BYTEA NOT NULL,
    "format" TEXT,
    "content" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "footing" TEXT,
    "statements" JSONB,
    "refusal_code" TEXT,
    "refusal_detail" TEXT,
    "refusal_place" TEXT,
    "refused_lines" JSONB,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "received_by" TEXT NOT NULL,
    "booked_at" TIMESTAMPTZ(6),

    CONSTRAINT "bank_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_statement_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "statement_id" UUID NOT NULL,
    "bank_account_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "booking_date" DATE NOT NULL,
    "value_date" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "bank_reference" TEXT,
    "end_to_end_reference" TEXT,
    "payer_name" TEXT,
    "payer_account" TEXT,
    "remittance_text" TEXT NOT NULL,
    "transaction_code" TEXT,
    "creditor_reference" TEXT,
    "reversal" BOOLEAN NOT NULL,
    "occurrence" INTEGER NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "details" JSONB,
    "outcome" TEXT NOT NULL,
    "outcome_detail" JSONB,

    CONSTRAINT "bank_statement_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "legal_entity_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "bank_statement_line_id" UUID,
    "customer_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "unapplied_amount" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "value_date" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "payer_name" TEXT,
    "payer_account" TEXT,
    "remittance_text" TEXT NOT NULL,
    "account_code" TEXT NOT NULL,
    "reversed_at" TIMESTAMPTZ(6),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_suggestion" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "payment_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "equation" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "payment_suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dunning_policy" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "segment" TEXT,
    "minimum_amount" BIGINT NOT NULL,
    "tolerance_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "grace_days" INTEGER NOT NULL,
    "stale_bank_days" INTEGER NOT NULL,
    "minimum_days_between" INTEGER NOT NULL,
    "customer_days_between" INTEGER NOT NULL DEFAULT 1,
    "placement_days_past_due" INTEGER,
    "placement_minimum_amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "dunning_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dunning_policy_level" (
    "policy_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "days_past_due" INTEGER NOT NULL,
    "fee_amount" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "template" TEXT NOT NULL,
    "channel" TEXT NOT NULL,

    CONSTRAINT "dunning_policy_level_pkey" PRIMARY KEY ("policy_id","level")
);

-- CreateTable
CREATE TABLE "dunning_notice" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "business_day" DATE NOT NULL,
    "level" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "total_open_amount" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "sent_at" TIMESTAMPTZ(6),
    "failure" TEXT,

    CONSTRAINT "dunning_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dunning_notice_item" (
    "notice_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "open_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "dunning_notice_item_pkey" PRIMARY KEY ("notice_id","invoice_id")
);

-- CreateTable
CREATE TABLE "dunning_hold" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoice_id" UUID,
    "customer_id" UUID,
    "reason" TEXT NOT NULL,
    "held_until" DATE,
    "placed_by" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(6) NOT NULL,
    "released_by" TEXT,
    "released_at" TIMESTAMPTZ(6),

    CONSTRAINT "dunning_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promise_to_pay" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoice_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "promised_on" DATE NOT NULL,
    "promised_for" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "promise_to_pay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "invoice_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "resolution" TEXT,
    "resolved_by" TEXT,
    "resolved_at" TIMESTAMPTZ(6),
    "credit_note_id" UUID,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "language" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "commission_schedule" JSONB NOT NULL,
    "commission_tax_basis_points" INTEGER NOT NULL,
    "terms_version" INTEGER NOT NULL,
    "webhook_url" TEXT,
    "webhook_secret_cipher" BYTEA,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "number" TEXT NOT NULL,
    "agency_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "placed_amount" BIGINT NOT NULL,
    "collected_amount" BIGINT NOT NULL DEFAULT 0,
    "paid_direct_amount" BIGINT NOT NULL DEFAULT 0,
    "adjusted_amount" BIGINT NOT NULL DEFAULT 0,
    "recalled_amount" BIGINT NOT NULL DEFAULT 0,
    "written_off_amount" BIGINT NOT NULL DEFAULT 0,
    "outstanding_amount" BIGINT NOT NULL,
    "oldest_due_on" DATE NOT NULL,
    "terms_version" INTEGER NOT NULL,
    "placed_on" DATE NOT NULL,
    "placed_at" TIMESTAMPTZ(6) NOT NULL,
    "placed_by" TEXT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(6),
    "last_sequence" INTEGER NOT NULL DEFAULT 0,
    "last_event_at" TIMESTAMPTZ(6),
    "recall_reason" TEXT,
    "recalled_at" TIMESTAMPTZ(6),
    "closed_at" TIMESTAMPTZ(6),
    "close_reason" TEXT,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement_item" (
    "placement_id" UUID NOT NULL,
    "open_item_id" UUID NOT NULL,
    "principal_amount" BIGINT NOT NULL,
    "fee_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "placement_item_pkey" PRIMARY KEY ("placement_id","open_item_id")
);

-- CreateTable
CREATE TABLE "placement_event" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "placement_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "amount" BIGINT,
    "currency" CHAR(3),
    "content_hash" BYTEA NOT NULL,
    "content" JSON NOT NULL,
    "out_of_order" BOOLEAN NOT NULL DEFAULT false,
    "commission_amount" BIGINT,
    "payment_id" UUID,

    CONSTRAINT "placement_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remittance" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "agency_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "gross_amount" BIGINT NOT NULL,
    "commission_amount" BIGINT NOT NULL,
    "tax_on_commission_amount" BIGINT NOT NULL,
    "net_amount" BIGINT NOT NULL,
    "remitted_on" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "state" TEXT NOT NULL,
    "payment_id" UUID,

    CONSTRAINT "remittance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remittance_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "remittance_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "gross_amount" BIGINT NOT NULL,
    "commission_amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "remittance_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "clearing_limit_days" INTEGER,

    CONSTRAINT "account_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "accounting_period" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "legal_entity_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "closed_by" TEXT,

    CONSTRAINT "accounting_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "legal_entity_id" UUID NOT NULL,
    "business_date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "document_kind" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "description" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_line" (
    "entry_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "account_code" TEXT NOT NULL,
    "store_id" UUID,
    "customer_id" UUID,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "journal_line_pkey" PRIMARY KEY ("entry_id","line_number")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER NOT NULL,
    "response" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "workflow_start" (
    "id" BIGSERIAL NOT NULL,
    "workflow_type" TEXT NOT NULL,
    "workflow_id" TEXT NOT NULL,
    "task_queue" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "search_attributes" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(6),
    "run_id" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "workflow_start_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poke" (
    "id" BIGSERIAL NOT NULL,
    "workflow_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),
    "outcome" TEXT,

    CONSTRAINT "poke_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "position" BIGSERIAL NOT NULL,
    "agency_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "delivered_at" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_status" INTEGER,
    "last_error" TEXT,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "business_key" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" UUID,
    "invoice_id" UUID,
    "notice_id" UUID,
    "recipient" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "attempted_at" TIMESTAMPTZ(6),
    "sent_at" TIMESTAMPTZ(6),

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_row" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "id" BIGSERIAL NOT NULL,
    "first_row" BIGINT NOT NULL,
    "last_row" BIGINT NOT NULL,
    "digest" BYTEA NOT NULL,
    "previous_digest" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_item" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "store_id" UUID,
    "customer_id" UUID,
    "sale_id" UUID,
    "amount" BIGINT,
    "currency" CHAR(3),
    "detail" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "closed_by" TEXT,

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantine" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "door" TEXT NOT NULL,
    "subject_id" TEXT,
    "code" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "param" TEXT,
    "content_type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "actor_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "resolved_at" TIMESTAMPTZ(6),
    "resolved_by" TEXT,

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "legal_entity_code_key" ON "legal_entity"("code");

-- CreateIndex
CREATE UNIQUE INDEX "legal_entity_reference_digits_key" ON "legal_entity"("reference_digits");

-- CreateIndex
CREATE UNIQUE INDEX "store_code_key" ON "store"("code");

-- CreateIndex
CREATE UNIQUE INDEX "stock_location_code_key" ON "stock_location"("code");

-- CreateIndex
CREATE UNIQUE INDEX "printer_code_key" ON "printer"("code");

-- CreateIndex
CREATE UNIQUE INDEX "terminal_code_key" ON "terminal"("code");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_id_key" ON "api_key"("key_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "item_sku_key" ON "item"("sku");

-- CreateIndex
CREATE INDEX "item_barcode_item_id_idx" ON "item_barcode"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "price_item_id_currency_version_key" ON "price"("item_id", "currency", "version");

-- CreateIndex
CREATE UNIQUE INDEX "tax_rule_code_valid_from_key" ON "tax_rule"("code", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "customer_number_key" ON "customer"("number");

-- CreateIndex
CREATE INDEX "customer_segment_idx" ON "customer"("segment");

-- CreateIndex
CREATE INDEX "customer_contact_customer_id_idx" ON "customer_contact"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_alias_kind_value_customer_id_key" ON "customer_alias"("kind", "value", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "virtual_account_number_key" ON "virtual_account"("number");

-- CreateIndex
CREATE INDEX "stock_movement_location_id_item_id_idx" ON "stock_movement"("location_id", "item_id");

-- CreateIndex
CREATE INDEX "stock_movement_document_id_idx" ON "stock_movement"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_reservation_sale_line_id_key" ON "stock_reservation"("sale_line_id");

-- CreateIndex
CREATE INDEX "stock_reservation_sale_id_idx" ON "stock_reservation"("sale_id");

-- CreateIndex
CREATE UNIQUE INDEX "sale_number_key" ON "sale"("number");

-- CreateIndex
CREATE INDEX "sale_terminal_id_device_sequence_idx" ON "sale"("terminal_id", "device_sequence");

-- CreateIndex
CREATE INDEX "sale_store_id_business_date_idx" ON "sale"("store_id", "business_date");

-- CreateIndex
CREATE INDEX "sale_customer_id_idx" ON "sale"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "sale_terminal_id_receipt_serial_key" ON "sale"("terminal_id", "receipt_serial");

-- CreateIndex
CREATE INDEX "sale_lifecycle_stage_since_idx" ON "sale_lifecycle"("stage", "since");

-- CreateIndex
CREATE INDEX "sale_lifecycle_since_sale_id_idx" ON "sale_lifecycle"("since", "sale_id");

-- CreateIndex
CREATE INDEX "sale_lifecycle_store_id_since_idx" ON "sale_lifecycle"("store_id", "since");

-- CreateIndex
CREATE INDEX "sale_lifecycle_customer_id_idx" ON "sale_lifecycle"("customer_id");

-- CreateIndex
CREATE INDEX "lifecycle_event_sale_id_id_idx" ON "lifecycle_event"("sale_id", "id");

-- CreateIndex
CREATE INDEX "sale_line_item_id_idx" ON "sale_line"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "sale_line_sale_id_line_number_key" ON "sale_line"("sale_id", "line_number");

-- CreateIndex
CREATE UNIQUE INDEX "sale_tender_sale_id_tender_number_key" ON "sale_tender"("sale_id", "tender_number");

-- CreateIndex
CREATE UNIQUE INDEX "sale_return_number_key" ON "sale_return"("number");

-- CreateIndex
CREATE INDEX "sale_return_sale_id_idx" ON "sale_return"("sale_id");

-- CreateIndex
CREATE INDEX "sale_return_line_sale_line_id_idx" ON "sale_return_line"("sale_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_serial_key" ON "receipt"("serial");

-- CreateIndex
CREATE INDEX "print_job_state_idx" ON "print_job"("state");

-- CreateIndex
CREATE UNIQUE INDEX "print_job_sale_id_kind_copy_number_key" ON "print_job"("sale_id", "kind", "copy_number");

-- CreateIndex
CREATE INDEX "cash_movement_shift_id_idx" ON "cash_movement"("shift_id");

-- CreateIndex
CREATE INDEX "cash_count_shift_id_idx" ON "cash_count"("shift_id");

-- CreateIndex
CREATE UNIQUE INDEX "z_report_store_id_number_key" ON "z_report"("store_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "number_series_legal_entity_id_kind_year_key" ON "number_series"("legal_entity_id", "kind", "year");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_number_key" ON "invoice"("number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_payment_reference_key" ON "invoice"("payment_reference");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_sale_id_key" ON "invoice"("sale_id");

-- CreateIndex
CREATE INDEX "invoice_customer_id_idx" ON "invoice"("customer_id");

-- CreateIndex
CREATE INDEX "invoice_issued_at_id_idx" ON "invoice"("issued_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_series_id_series_number_key" ON "invoice"("series_id", "series_number");

-- CreateIndex
CREATE INDEX "receivable_state_idx" ON "receivable"("state");

-- CreateIndex
CREATE INDEX "receivable_customer_id_idx" ON "receivable"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_line_invoice_id_line_number_key" ON "invoice_line"("invoice_id", "line_number");

-- CreateIndex
CREATE INDEX "open_item_customer_id_due_on_idx" ON "open_item"("customer_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "open_item_invoice_id_kind_instalment_key" ON "open_item"("invoice_id", "kind", "instalment");

-- CreateIndex
CREATE UNIQUE INDEX "credit_note_number_key" ON "credit_note"("number");

-- CreateIndex
CREATE INDEX "credit_note_invoice_id_idx" ON "credit_note"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_note_series_id_series_number_key" ON "credit_note"("series_id", "series_number");

-- CreateIndex
CREATE INDEX "write_off_invoice_id_idx" ON "write_off"("invoice_id");

-- CreateIndex
CREATE INDEX "allocation_open_item_id_idx" ON "allocation"("open_item_id");

-- CreateIndex
CREATE INDEX "allocation_payment_id_idx" ON "allocation"("payment_id");

-- CreateIndex
CREATE INDEX "allocation_deduction_id_idx" ON "allocation"("deduction_id");

-- CreateIndex
CREATE INDEX "deduction_payment_id_idx" ON "deduction"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_account_number_key" ON "bank_account"("number");

-- CreateIndex
CREATE UNIQUE INDEX "bank_statement_file_hash_key" ON "bank_statement"("file_hash");

-- CreateIndex
CREATE INDEX "bank_statement_line_bank_account_id_fingerprint_idx" ON "bank_statement_line"("bank_account_id", "fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "bank_statement_line_statement_id_position_key" ON "bank_statement_line"("statement_id", "position");

-- CreateIndex
CREATE INDEX "payment_bank_statement_line_id_idx" ON "payment"("bank_statement_line_id");

-- CreateIndex
CREATE INDEX "payment_state_received_at_idx" ON "payment"("state", "received_at");

-- CreateIndex
CREATE INDEX "payment_customer_id_idx" ON "payment"("customer_id");

-- CreateIndex
CREATE INDEX "payment_amount_currency_idx" ON "payment"("amount", "currency");

-- CreateIndex
CREATE INDEX "payment_received_at_id_idx" ON "payment"("received_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_source_external_id_key" ON "payment"("source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_suggestion_payment_id_rank_key" ON "payment_suggestion"("payment_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "dunning_policy_code_key" ON "dunning_policy"("code");

-- CreateIndex
CREATE UNIQUE INDEX "dunning_policy_segment_key" ON "dunning_policy"("segment");

-- CreateIndex
CREATE INDEX "dunning_notice_customer_id_business_day_idx" ON "dunning_notice"("customer_id", "business_day");

-- CreateIndex
CREATE INDEX "dunning_notice_item_invoice_id_level_idx" ON "dunning_notice_item"("invoice_id", "level");

-- CreateIndex
CREATE INDEX "dunning_hold_invoice_id_idx" ON "dunning_hold"("invoice_id");

-- CreateIndex
CREATE INDEX "dunning_hold_customer_id_idx" ON "dunning_hold"("customer_id");

-- CreateIndex
CREATE INDEX "promise_to_pay_invoice_id_idx" ON "promise_to_pay"("invoice_id");

-- CreateIndex
CREATE INDEX "dispute_invoice_id_idx" ON "dispute"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "agency_code_key" ON "agency"("code");

-- CreateIndex
CREATE UNIQUE INDEX "placement_number_key" ON "placement"("number");

-- CreateIndex
CREATE INDEX "placement_agency_id_state_idx" ON "placement"("agency_id", "state");

-- CreateIndex
CREATE INDEX "placement_invoice_id_idx" ON "placement"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_event_placement_id_sequence_key" ON "placement_event"("placement_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_payment_id_key" ON "remittance"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_agency_id_number_key" ON "remittance"("agency_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "remittance_line_event_id_key" ON "remittance_line"("event_id");

-- CreateIndex
CREATE INDEX "remittance_line_remittance_id_idx" ON "remittance_line"("remittance_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_role_key" ON "account"("role");

-- CreateIndex
CREATE INDEX "journal_entry_legal_entity_id_business_date_idx" ON "journal_entry"("legal_entity_id", "business_date");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_document_kind_document_id_kind_key" ON "journal_entry"("document_kind", "document_id", "kind");

-- CreateIndex
CREATE INDEX "journal_line_account_code_idx" ON "journal_line"("account_code");

-- CreateIndex
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "workflow_start_workflow_id_key" ON "workflow_start"("workflow_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_placement_id_idx" ON "webhook_delivery"("placement_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_business_key_key" ON "mail_message"("business_key");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_message_id_key" ON "mail_message"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_notice_id_key" ON "mail_message"("notice_id");

-- CreateIndex
CREATE INDEX "audit_row_table_name_row_id_idx" ON "audit_row"("table_name", "row_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_last_row_key" ON "audit_seal"("last_row");

-- CreateIndex
CREATE INDEX "work_item_state_opened_at_id_idx" ON "work_item"("state", "opened_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "work_item_kind_subject_id_key" ON "work_item"("kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "quarantine_door_content_hash_code_key" ON "quarantine"("door", "content_hash", "code");

-- AddForeignKey
ALTER TABLE "legal_entity" ADD CONSTRAINT "legal_entity_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "store" ADD CONSTRAINT "store_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_location" ADD CONSTRAINT "stock_location_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printer" ADD CONSTRAINT "printer_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terminal" ADD CONSTRAINT "terminal_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terminal" ADD CONSTRAINT "terminal_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terminal" ADD CONSTRAINT "terminal_printer_id_fkey" FOREIGN KEY ("printer_id") REFERENCES "printer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_terminal_id_fkey" FOREIGN KEY ("terminal_id") REFERENCES "terminal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_barcode" ADD CONSTRAINT "item_barcode_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price" ADD CONSTRAINT "price_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price" ADD CONSTRAINT "price_version_fkey" FOREIGN KEY ("version") REFERENCES "catalogue_version"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tender_rule" ADD CONSTRAINT "tender_rule_account_code_fkey" FOREIGN KEY ("account_code") REFERENCES "account"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_credit" ADD CONSTRAINT "customer_credit_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_contact" ADD CONSTRAINT "customer_contact_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_alias" ADD CONSTRAINT "customer_alias_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "virtual_account" ADD CONSTRAINT "virtual_account_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "virtual_account" ADD CONSTRAINT "virtual_account_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_risk" ADD CONSTRAINT "customer_risk_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_sale_id_fkey" FOREIGN KEY ("sale_id") REFERENCES "sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_sale_line_id_fkey" FOREIGN KEY ("sale_line_id") REFERENCES "sale_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale" ADD CONSTRAINT "sale_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale" ADD CONSTRAINT "sale_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale" ADD CONSTRAINT "sale_terminal_id_fkey" FOREIGN KEY ("terminal_id") REFERENCES "terminal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale" ADD CONSTRAINT "sale_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_lifecycle" ADD CONSTRAINT "sale_lifecycle_sale_id_fkey" FOREIGN KEY ("sale_id") REFERENCES "sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lifecycle_event" ADD CONSTRAINT "lifecycle_event_sale_id_fkey" FOREIGN KEY ("sale_id") REFERENCES "sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_line" ADD CONSTRAINT "sale_line_sale_id_fkey" FOREIGN KEY ("sale_id") REFERENCES "sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_line" ADD CONSTRAINT "sale_line_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_tender" ADD CONSTRAINT "sale_tender_sale_id_fkey" FOREIGN KEY ("sale_id") REFERENCES "sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_return" ADD CONSTRAINT "sale_return_sale_id_fkey" FOREIGN KEY ("sale_id") REFERENCES "sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_return_line" ADD CONSTRAINT "sale_return_line_sale_return_id_fkey" FOREIGN KEY ("sale_return_id") REFERENCES "sale_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale_return_line" ADD CONSTRAINT "sale_return_line_sale_line_id_fkey" FOREIGN KEY ("sale_line_id") REFERENCES "sale_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_sale_id_fkey" FOREIGN KEY ("sale_id") REFERENCES "sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "print_job" ADD CONSTRAINT "print_job_sale_id_fkey" FOREIGN KEY ("sale_id") REFERENCES "sale"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "print_job" ADD CONSTRAINT "print_job_printer_id_fkey" FOREIGN KEY ("printer_id") REFERENCES "printer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_terminal_id_fkey" FOREIGN KEY ("terminal_id") REFERENCES "terminal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_z_report_id_fkey" FOREIGN KEY ("z_report_id") REFERENCES "z_report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cash_movement" ADD CONSTRAINT "cash_movement_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cash_count" ADD CONSTRAINT "cash_count_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shift"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "z_report" ADD CONSTRAINT "z_report_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "number_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_sale_id_fkey" FOREIGN KEY ("sale_id") REFERENCES "sale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receivable" ADD CONSTRAINT "receivable_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "number_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_note" ADD CONSTRAINT "credit_note_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "write_off" ADD CONSTRAINT "write_off_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "write_off" ADD CONSTRAINT "write_off_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_open_item_id_fkey" FOREIGN KEY ("open_item_id") REFERENCES "open_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_credit_note_id_fkey" FOREIGN KEY ("credit_note_id") REFERENCES "credit_note"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_write_off_id_fkey" FOREIGN KEY ("write_off_id") REFERENCES "write_off"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_deduction_id_fkey" FOREIGN KEY ("deduction_id") REFERENCES "deduction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deduction" ADD CONSTRAINT "deduction_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_account_code_fkey" FOREIGN KEY ("account_code") REFERENCES "account"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_bank_account_id_fkey" FOREIGN KEY ("bank_account_id") REFERENCES "bank_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_statement_line" ADD CONSTRAINT "bank_statement_line_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "bank_statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_statement_line" ADD CONSTRAINT "bank_statement_line_bank_account_id_fkey" FOREIGN KEY ("bank_account_id") REFERENCES "bank_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_bank_statement_line_id_fkey" FOREIGN KEY ("bank_statement_line_id") REFERENCES "bank_statement_line"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_account_code_fkey" FOREIGN KEY ("account_code") REFERENCES "account"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_suggestion" ADD CONSTRAINT "payment_suggestion_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dunning_policy_level" ADD CONSTRAINT "dunning_policy_level_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "dunning_policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dunning_notice" ADD CONSTRAINT "dunning_notice_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dunning_notice_item" ADD CONSTRAINT "dunning_notice_item_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "dunning_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dunning_notice_item" ADD CONSTRAINT "dunning_notice_item_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dunning_hold" ADD CONSTRAINT "dunning_hold_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dunning_hold" ADD CONSTRAINT "dunning_hold_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promise_to_pay" ADD CONSTRAINT "promise_to_pay_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_item" ADD CONSTRAINT "placement_item_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_item" ADD CONSTRAINT "placement_item_open_item_id_fkey" FOREIGN KEY ("open_item_id") REFERENCES "open_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement_event" ADD CONSTRAINT "placement_event_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance" ADD CONSTRAINT "remittance_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_line" ADD CONSTRAINT "remittance_line_remittance_id_fkey" FOREIGN KEY ("remittance_id") REFERENCES "remittance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_line" ADD CONSTRAINT "remittance_line_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remittance_line" ADD CONSTRAINT "remittance_line_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "placement_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounting_period" ADD CONSTRAINT "accounting_period_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_account_code_fkey" FOREIGN KEY ("account_code") REFERENCES "account"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_message" ADD CONSTRAINT "mail_message_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "dunning_notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;


