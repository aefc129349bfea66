// Made from the OpenAPI document by `npm run docs`. Do not change it here.

export type ReceiptBlock =
  | {
      kind: 'title';
      text: string;
      /**
       * The particular of the tax invoice that this block states (PER-11/PJ/2025 art. 52(2)).
       */
      states?: string;
    }
  | {
      kind: 'banner';
      text: string;
      /**
       * The particular of the tax invoice that this block states (PER-11/PJ/2025 art. 52(2)).
       */
      states?: string;
    }
  | {
      kind: 'text';
      text: string;
      align: 'left' | 'center';
      emphasis: 'normal' | 'strong' | 'total';
      linesMax?: number;
      /**
       * The particular of the tax invoice that this block states (PER-11/PJ/2025 art. 52(2)).
       */
      states?: string;
    }
  | {
      kind: 'columns';
      left: string;
      right: string;
      emphasis: 'normal' | 'strong' | 'total';
      indent: 0 | 2;
      /**
       * The particular of the tax invoice that this block states (PER-11/PJ/2025 art. 52(2)).
       */
      states?: string;
    }
  | {
      kind: 'rule';
      weight: 'thin' | 'double';
    }
  | {
      kind: 'space';
    }
  | {
      kind: 'qr';
      payload: string;
      caption: string;
      inWords: string;
    };
/**
 * What ends it; null for a kind that is not known.
 */
export type WorkEnding = {
  /**
   * Calls that do what is asked for, and so end it.
   */
  calls: string[];
  /**
   * It also ends when its cause is gone.
   */
  itself: boolean;
  /**
   * A person may end it by POST .../resolution with a reason.
   */
  byReason: boolean;
  words: {
    en: string;
    id: string;
  };
} | null;
export type AgencyReport =
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'contacted';
      channel?: 'phone' | 'email' | 'letter' | 'visit' | 'message';
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'promise';
      amount: Money;
      promisedFor: string;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'dispute';
      reason: string;
      amount?: Money;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'payment';
      amount: Money;
      reference?: string;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'direct_payment';
      amount: Money;
      paidOn?: string;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'plan';
      /**
       * @maxItems 60
       */
      instalments?: {
        dueOn: string;
        amount: Money;
      }[];
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'skip_trace';
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'legal';
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'uncollectible';
      reason: string;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      occurredAt: string;
      note?: string;
      type: 'closed';
      reason?: string;
    };

export interface Calls {
  /**
   * Sign in; the session comes as a cookie
   */
  'POST /v1/session': {
    body: {
      email: string;
      password: string;
      /**
       * Of the second factor, or a recovery code; needed where one is set.
       */
      code?: string;
    };
    answers: {
      '201': Session;
    };
  };
  /**
   * Who am I
   */
  'GET /v1/session': {
    answers: {
      '200': Session;
    };
  };
  /**
   * Sign out
   */
  'DELETE /v1/session': {
    answers: {
      '204': undefined;
    };
  };
  /**
   * Give the password again, before an approval
   */
  'POST /v1/session/password-check': {
    body: {
      password: string;
    };
    answers: {
      '200': Session;
    };
  };
  /**
   * Change the own password; all other sessions end
   */
  'PUT /v1/session/password': {
    body: {
      oldPassword: string;
      newPassword: string;
    };
    answers: {
      '200': Session;
    };
  };
  /**
   * Begin to set a second factor: the secret for an authenticator app
   */
  'POST /v1/session/second-factor': {
    body: {
      password: string;
    };
    answers: {
      '201': SecondFactorSecret;
    };
  };
  /**
   * Set the second factor by a first code of the app
   */
  'PUT /v1/session/second-factor': {
    body: {
      /**
       * Six digits of the app, or a recovery code.
       */
      code: string;
    };
    answers: {
      '200': {
        session: Session;
        recoveryCodes: string[];
      };
    };
  };
  /**
   * End the own second factor, for instance before a new phone
   */
  'POST /v1/session/second-factor/ending': {
    body: {
      password: string;
      /**
       * Six digits of the app, or a recovery code.
       */
      code: string;
    };
    answers: {
      '200': Session;
    };
  };
  /**
   * Capture a whole sale under its own id
   */
  'PUT /v1/sales/{saleId}': {
    params: {
      saleId: string;
    };
    body: SaleBody;
    answers: {
      '200': CapturedSale;
      '201': CapturedSale;
    };
  };
  /**
   * A sale, where it stands, and its documents
   */
  'GET /v1/sales/{saleId}': {
    params: {
      saleId: string;
    };
    answers: {
      '200': Sale;
    };
  };
  /**
   * The goods that were kept have left the shop
   */
  'POST /v1/sales/{saleId}/delivery': {
    params: {
      saleId: string;
    };
    answers: {
      '201': Delivery;
    };
  };
  /**
   * Many sales that have happened, one outcome each
   */
  'POST /v1/sync': {
    body: {
      /**
       * Each as the body of `PUT /v1/sales/{saleId}`, with `saleId` beside the other fields; `mode` is `completed` or absent.
       *
       * @minItems 1
       * @maxItems 200
       */
      sales: unknown[];
    };
    answers: {
      '200': SyncOutcomes;
    };
  };
  /**
   * What of a till has not arrived
   */
  'POST /v1/sync/reconcile': {
    body: {
      terminal: string;
      /**
       * @maxItems 50
       */
      ranges?: SequenceRange[];
      /**
       * @maxItems 1000
       */
      saleIds?: string[];
    };
    answers: {
      '200': Reconciliation;
    };
  };
  /**
   * The receipt, as Accept asks for it
   */
  'GET /v1/sales/{saleId}/receipt': {
    params: {
      saleId: string;
    };
    answers: {
      '200': ReceiptDocument;
    };
  };
  /**
   * Print a copy, marked as such
   */
  'POST /v1/sales/{saleId}/receipt/prints': {
    params: {
      saleId: string;
    };
    answers: {
      '201': RequestedCopy;
    };
  };
  /**
   * What is sold, at which prices and taxes
   */
  'GET /v1/catalogue': {
    query?: {
      since?: number | null;
      /**
       * Of the prices; the currency of the terminal, otherwise IDR.
       */
      currency?: string;
    };
    answers: {
      '200': Catalogue;
    };
  };
  /**
   * Items by SKU, with their newest price
   */
  'GET /v1/items': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * Part of a name or the brand, or beginning of the SKU or a barcode.
       */
      q?: string;
      /**
       * Only those that are sold, or only those that are withdrawn.
       */
      state?: 'sold' | 'withdrawn';
    };
    answers: {
      '200': {
        data: Item[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Add an item with its price; tills learn of it by the catalogue
   */
  'POST /v1/items': {
    body: {
      /**
       * Stock keeping unit; never changes.
       */
      sku: string;
      /**
       * As on receipts and labels.
       */
      name: string;
      /**
       * On receipts in English; `name` stands in when it is left out.
       */
      nameEn?: string;
      /**
       * What is counted, such as pcs or kg.
       */
      unit?: string;
      /**
       * What is ordered and delivered, in words: a carton of 24.
       */
      pack?: string;
      /**
       * Groups items in reports.
       */
      category: string;
      /**
       * A class for reports, such as A, B or C.
       */
      class?: string;
      /**
       * Under which brand it is sold.
       */
      brand?: string;
      /**
       * From whom it is ordered, in words.
       */
      supplier?: string;
      /**
       * Put on a scale; its step is then a part of one.
       */
      weighed?: boolean;
      /**
       * Below this stock it is to be ordered again.
       */
      minimumLevel?: string;
      /**
       * "1": whole pieces; "0.001": weighed to the gram.
       */
      quantityStep?: string;
      /**
       * A code of the tax table.
       */
      taxCode: string;
      /**
       * Whether its stock is counted; false for services.
       */
      stocked?: boolean;
      /**
       * All that scanners know it by.
       *
       * @maxItems 20
       */
      barcodes?: string[];
      /**
       * For one unit, from today.
       */
      unitPrice: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
      /**
       * Whether tax is part of the price.
       */
      priceIncludesTax?: boolean;
    };
    answers: {
      '201': Item;
    };
  };
  /**
   * One item
   */
  'GET /v1/items/{itemId}': {
    params: {
      itemId: string;
    };
    answers: {
      '200': Item;
    };
  };
  /**
   * Change what is said of an item
   */
  'PUT /v1/items/{itemId}': {
    params: {
      itemId: string;
    };
    body: {
      /**
       * As on receipts and labels.
       */
      name: string;
      /**
       * On receipts in English; `name` stands in when it is left out.
       */
      nameEn?: string;
      /**
       * What is counted, such as pcs or kg.
       */
      unit?: string;
      /**
       * What is ordered and delivered, in words: a carton of 24.
       */
      pack?: string;
      /**
       * Groups items in reports.
       */
      category: string;
      /**
       * A class for reports, such as A, B or C.
       */
      class?: string;
      /**
       * Under which brand it is sold.
       */
      brand?: string;
      /**
       * From whom it is ordered, in words.
       */
      supplier?: string;
      /**
       * Put on a scale; its step is then a part of one.
       */
      weighed?: boolean;
      /**
       * Below this stock it is to be ordered again.
       */
      minimumLevel?: string;
      /**
       * "1": whole pieces; "0.001": weighed to the gram.
       */
      quantityStep?: string;
      /**
       * A code of the tax table.
       */
      taxCode: string;
      /**
       * Whether its stock is counted; false for services.
       */
      stocked?: boolean;
    };
    answers: {
      '200': Item;
    };
  };
  /**
   * Give an item one more barcode
   */
  'POST /v1/items/{itemId}/barcodes': {
    params: {
      itemId: string;
    };
    body: {
      /**
       * Digits of a GTIN, or a code of your own.
       */
      barcode: string;
    };
    answers: {
      '201': Item;
    };
  };
  /**
   * Take a barcode from an item
   */
  'DELETE /v1/items/{itemId}/barcodes/{barcode}': {
    params: {
      itemId: string;
      /**
       * One of the item.
       */
      barcode: string;
    };
    answers: {
      '200': Item;
    };
  };
  /**
   * Sell an item no longer, or sell another one instead
   */
  'POST /v1/items/{itemId}/withdrawal': {
    params: {
      itemId: string;
    };
    body: {
      /**
       * SKU of the item that is sold instead.
       */
      replacedBy?: string;
    };
    answers: {
      '200': Item;
    };
  };
  /**
   * Sell a withdrawn item again
   */
  'DELETE /v1/items/{itemId}/withdrawal': {
    params: {
      itemId: string;
    };
    answers: {
      '200': Item;
    };
  };
  /**
   * What is there, kept for somebody, for sale, and on order
   */
  'GET /v1/stock': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * Code of a location or of a store.
       */
      location?: string;
      sku?: string;
    };
    answers: {
      '200': {
        data: StockLevel[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Put goods into stock: what was there at the beginning, or what a supplier brought
   */
  'POST /v1/stock-receipts': {
    body: {
      kind: 'opening' | 'goods-receipt';
      /**
       * Code of the location.
       */
      location: string;
      /**
       * Today when left out.
       */
      businessDate?: string;
      /**
       * @minItems 1
       * @maxItems 500
       */
      lines: {
        sku: string;
        /**
         * Decimal with at most three places.
         */
        quantity: string;
        /**
         * Of the whole line, without tax.
         */
        cost: {
          /**
           * Decimal in major units.
           */
          amount: string;
          /**
           * ISO 4217.
           */
          currency: string;
        };
      }[];
    };
    answers: {
      '201': {
        id: string;
        location: string;
        lines: number;
      };
    };
  };
  /**
   * Where every sale stands, since when, and what comes next
   */
  'GET /v1/lifecycles': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * `open` is everything that is not closed.
       */
      stage?: 'captured' | 'delivering' | 'invoicing' | 'collecting' | 'placed' | 'closed' | 'open';
      /**
       * Code of a store.
       */
      store?: string;
      /**
       * Id or number of a customer.
       */
      customer?: string;
      /**
       * Beginning of a sale, invoice or customer number, or part of a customer name.
       */
      q?: string;
    };
    answers: {
      '200': {
        data: Lifecycle[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * The whole story of a sale
   */
  'GET /v1/lifecycles/{saleId}': {
    params: {
      saleId: string;
    };
    answers: {
      '200': LifecycleStory;
    };
  };
  /**
   * What needs a person, oldest first, of the same day the dearest first
   */
  'GET /v1/work-queue': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      kind?: string;
      store?: string;
    };
    answers: {
      '200': {
        data: WorkItem[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Ends a work item with a reason
   */
  'POST /v1/work-queue/{workItemId}/resolution': {
    params: {
      workItemId: string;
    };
    body: {
      reason: string;
    };
    answers: {
      '200': ResolvedWorkItem;
    };
  };
  /**
   * What changed, as it changes (server-sent events)
   */
  'GET /v1/events': {
    answers: {
      '200': Uint8Array;
    };
  };
  /**
   * What was sent and could not be accepted
   */
  'GET /v1/quarantine': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      code?: string;
      state?: 'open' | 'resolved';
    };
    answers: {
      '200': {
        data: QuarantineHead[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * One of them, exactly as it was sent
   */
  'GET /v1/quarantine/{quarantineId}': {
    params: {
      quarantineId: string;
    };
    answers: {
      '200': Quarantined;
    };
  };
  /**
   * A person has seen to it
   */
  'POST /v1/quarantine/{quarantineId}/resolution': {
    params: {
      quarantineId: string;
    };
    body: {
      note: string;
    };
    answers: {
      '200': ResolvedQuarantine;
    };
  };
  /**
   * Hands in a bank file
   */
  'POST /v1/bank-statements': {
    query?: {
      /**
       * Number of the bank account, when only that one is expected in the file.
       */
      account?: string;
    };
    body: Uint8Array;
    answers: {
      '202': BankStatementReceipt;
    };
  };
  /**
   * Bank files, the latest first
   */
  'GET /v1/bank-statements': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      status?: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
      account?: string;
    };
    answers: {
      '200': {
        data: BankStatementHead[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * A bank file: balances, footing, the outcome of each line, refused places
   */
  'GET /v1/bank-statements/{statementId}': {
    params: {
      statementId: string;
    };
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      outcome?:
        | 'stored'
        | 'new'
        | 'pending'
        | 'information'
        | 'duplicate'
        | 'repeat-unclear'
        | 'booked'
        | 'suggested'
        | 'held'
        | 'unmatched'
        | 'remittance'
        | 'reversal'
        | 'reversal-unclear'
        | 'not-a-customer-payment';
    };
    answers: {
      '200': BankStatement;
    };
  };
  /**
   * Says whether lines repeat the bookings that they may repeat
   */
  'POST /v1/bank-statements/{statementId}/repeats': {
    params: {
      statementId: string;
    };
    body: {
      decision: 'repeat' | 'new';
      /**
       * @minItems 1
       * @maxItems 1000
       */
      positions?: number[];
    };
    answers: {
      '200': DecidedRepeats;
    };
  };
  /**
   * Releases a bank file that waits for a second person, or rejects it
   */
  'POST /v1/bank-statements/{statementId}/release': {
    params: {
      statementId: string;
    };
    body: {
      decision: 'released' | 'rejected';
      reason: string;
    };
    answers: {
      '200': BankStatementRelease;
    };
  };
  /**
   * Goes on with a bank file that was refused or given up
   */
  'POST /v1/bank-statements/{statementId}/readings': {
    params: {
      statementId: string;
    };
    body: {};
    answers: {
      '202': BankStatementReading;
    };
  };
  /**
   * Money that has come in, the latest first
   */
  'GET /v1/payments': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * Some of unapplied, suggested, held, applied, reversed, with commas.
       */
      status?: string;
      /**
       * Id or number of a customer.
       */
      customer?: string;
      /**
       * Part of the payer or of the text.
       */
      q?: string;
    };
    answers: {
      '200': {
        data: PaymentHead[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * A payment: what it may pay and why, what it has paid, where it came from
   */
  'GET /v1/payments/{paymentId}': {
    params: {
      paymentId: string;
    };
    answers: {
      '200': Payment;
    };
  };
  /**
   * Joins a payment to open items
   */
  'POST /v1/payments/{paymentId}/allocations': {
    params: {
      paymentId: string;
    };
    body: {
      /**
       * @minItems 1
       * @maxItems 200
       */
      items: {
        openItem: string;
        amount: Money;
      }[];
      /**
       * @maxItems 200
       */
      deductions?: {
        openItem: string;
        kind: 'bankFee' | 'withholdingTax' | 'earlyPayment' | 'cashRounding';
        amount: Money;
        documentReference?: string;
      }[];
    };
    answers: {
      '201': AllocatedPayment;
    };
  };
  /**
   * Undoes an allocation: everything stands as before
   */
  'POST /v1/allocations/{allocationId}/reversal': {
    params: {
      allocationId: string;
    };
    body: {
      reason?: string;
    };
    answers: {
      '201': ReversedAllocation;
    };
  };
  /**
   * Invoices, the latest first
   */
  'GET /v1/invoices': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * `unpaid` is everything that is not settled.
       */
      status?: 'open' | 'overdue' | 'placed' | 'settled' | 'unpaid';
      /**
       * Id or number of a customer.
       */
      customer?: string;
      /**
       * Beginning of an invoice or payment reference, or part of a customer name.
       */
      q?: string;
    };
    answers: {
      '200': {
        data: InvoiceHead[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * An invoice with everything that happened to it; by Accept also as PDF
   */
  'GET /v1/invoices/{invoiceId}': {
    params: {
      invoiceId: string;
    };
    answers: {
      '200': Invoice;
    };
  };
  /**
   * Credits part of an invoice
   */
  'POST /v1/invoices/{invoiceId}/credit-notes': {
    params: {
      invoiceId: string;
    };
    body: {
      amount: Money;
      reason: string;
      dispute?: string;
    };
    answers: {
      '201': CreditNote;
      '202': CreditNoteRequest;
    };
  };
  /**
   * Agree to a credit note, or not; never by who asked for it
   */
  'POST /v1/credit-note-requests/{creditNoteRequestId}/approval': {
    params: {
      creditNoteRequestId: string;
    };
    body: {
      decision: 'approved' | 'rejected';
    };
    answers: {
      '200': CreditNoteRequest;
    };
  };
  /**
   * A credit note that was asked for, and what was decided
   */
  'GET /v1/credit-note-requests/{creditNoteRequestId}': {
    params: {
      creditNoteRequestId: string;
    };
    answers: {
      '200': CreditNoteRequest;
    };
  };
  /**
   * A credit note; by Accept also as PDF
   */
  'GET /v1/credit-notes/{creditNoteId}': {
    params: {
      creditNoteId: string;
    };
    answers: {
      '200': CreditNoteDocument;
    };
  };
  /**
   * Add a customer
   */
  'POST /v1/customers': {
    body: {
      /**
       * By which people know the customer.
       */
      name: string;
      /**
       * On invoices. Left out: the name.
       */
      legalName?: string | null;
      /**
       * Group of customers with terms of its own, such as the dunning policy.
       */
      segment?: string;
      /**
       * Of documents and letters. Left out: that of the company.
       */
      language?: ('id' | 'en') | null;
      /**
       * IANA name. Left out: that of the company.
       */
      timeZone?: string | null;
      /**
       * ISO 3166. Left out: that of the company.
       */
      country?: string | null;
      /**
       * NPWP of 15 or 16 digits; of other countries as written.
       */
      taxNumber?: string | null;
      /**
       * NITKU: 22 digits, the NPWP and the place of business.
       */
      taxBranchNumber?: string | null;
      /**
       * NIK of a person, 16 digits.
       */
      identityNumber?: string | null;
      /**
       * Of the customer, for invoices.
       */
      address: string;
      /**
       * Where invoices and letters go.
       */
      email?: string | null;
      /**
       * Kept with the code of its country; without one it is of the country of the customer.
       */
      phone?: string | null;
      /**
       * Days from the invoice to each part of it. For invoices to come.
       */
      termsDays?: number;
      /**
       * Parts of an invoice. For invoices to come.
       */
      instalments?: number;
      /**
       * Left out: the next free one.
       */
      number?: string;
      /**
       * Left out: that of the company.
       */
      currency?: string;
    };
    answers: {
      '201': Customer;
    };
  };
  /**
   * Customers by name, with what they owe or what may be sold on account
   */
  'GET /v1/customers': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      segment?: string;
      /**
       * From the score: `medium` from 25, `high` from 55.
       */
      riskBand?: 'low' | 'medium' | 'high';
      /**
       * Words of the name, and parts of number or telephone number.
       */
      q?: string;
    };
    answers: {
      '200': {
        data: (CustomerHead | CustomerAtTill)[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * A customer
   */
  'GET /v1/customers/{customerId}': {
    params: {
      customerId: string;
    };
    answers: {
      '200': Customer;
    };
  };
  /**
   * Change what is known of a customer
   */
  'PUT /v1/customers/{customerId}': {
    params: {
      customerId: string;
    };
    body: {
      /**
       * By which people know the customer.
       */
      name: string;
      /**
       * On invoices. Left out: the name.
       */
      legalName?: string | null;
      /**
       * Group of customers with terms of its own, such as the dunning policy.
       */
      segment?: string;
      /**
       * Of documents and letters. Left out: that of the company.
       */
      language?: ('id' | 'en') | null;
      /**
       * IANA name. Left out: that of the company.
       */
      timeZone?: string | null;
      /**
       * ISO 3166. Left out: that of the company.
       */
      country?: string | null;
      /**
       * NPWP of 15 or 16 digits; of other countries as written.
       */
      taxNumber?: string | null;
      /**
       * NITKU: 22 digits, the NPWP and the place of business.
       */
      taxBranchNumber?: string | null;
      /**
       * NIK of a person, 16 digits.
       */
      identityNumber?: string | null;
      /**
       * Of the customer, for invoices.
       */
      address: string;
      /**
       * Where invoices and letters go.
       */
      email?: string | null;
      /**
       * Kept with the code of its country; without one it is of the country of the customer.
       */
      phone?: string | null;
      /**
       * Days from the invoice to each part of it. For invoices to come.
       */
      termsDays?: number;
      /**
       * Parts of an invoice. For invoices to come.
       */
      instalments?: number;
    };
    answers: {
      '200': Customer;
    };
  };
  /**
   * Sell nothing more to a customer
   */
  'POST /v1/customers/{customerId}/disabling': {
    params: {
      customerId: string;
    };
    body: {
      /**
       * Why, for the next person.
       */
      reason: string;
    };
    answers: {
      '200': Customer;
    };
  };
  /**
   * Sell to a customer again
   */
  'POST /v1/customers/{customerId}/disabling/undoing': {
    params: {
      customerId: string;
    };
    answers: {
      '200': Customer;
    };
  };
  /**
   * Add a contact of a customer
   */
  'POST /v1/customers/{customerId}/contacts': {
    params: {
      customerId: string;
    };
    body: {
      /**
       * Of the person or desk.
       */
      name: string;
      /**
       * What the contact is asked about.
       */
      role: 'billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other';
      channel: 'email' | 'phone' | 'whatsapp' | 'post';
      /**
       * E-mail address, telephone number or postal address.
       */
      address: string;
      /**
       * Null: that of the customer.
       */
      language?: ('id' | 'en') | null;
      /**
       * Left out: the contact has not agreed, or not any more.
       */
      consent?: {
        /**
         * Now when it is left out.
         */
        givenAt?: string;
        /**
         * Such as the form that was signed.
         */
        how: string;
      } | null;
    };
    answers: {
      '201': CustomerContact;
    };
  };
  /**
   * Change a contact of a customer
   */
  'PUT /v1/customers/{customerId}/contacts/{contactId}': {
    params: {
      customerId: string;
      contactId: string;
    };
    body: {
      /**
       * Of the person or desk.
       */
      name: string;
      /**
       * What the contact is asked about.
       */
      role: 'billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other';
      channel: 'email' | 'phone' | 'whatsapp' | 'post';
      /**
       * E-mail address, telephone number or postal address.
       */
      address: string;
      /**
       * Null: that of the customer.
       */
      language?: ('id' | 'en') | null;
      /**
       * Left out: the contact has not agreed, or not any more.
       */
      consent?: {
        /**
         * Now when it is left out.
         */
        givenAt?: string;
        /**
         * Such as the form that was signed.
         */
        how: string;
      } | null;
    };
    answers: {
      '200': CustomerContact;
    };
  };
  /**
   * Remove a contact of a customer
   */
  'DELETE /v1/customers/{customerId}/contacts/{contactId}': {
    params: {
      customerId: string;
      contactId: string;
    };
    answers: {
      '204': undefined;
    };
  };
  /**
   * What a customer owes, item by item, and what is not applied yet
   */
  'GET /v1/customers/{customerId}/statement': {
    params: {
      customerId: string;
    };
    query?: {
      asOf?: string;
    };
    answers: {
      '200': CustomerStatement;
    };
  };
  /**
   * Credit limit, what is used of it and why, and how the customer pays
   */
  'GET /v1/customers/{customerId}/credit': {
    params: {
      customerId: string;
    };
    answers: {
      '200': CustomerCredit;
    };
  };
  /**
   * Set the credit limit of a customer with its last day
   */
  'PUT /v1/customers/{customerId}/credit-limit': {
    params: {
      customerId: string;
    };
    body: {
      /**
       * In the currency of the customer.
       */
      limit: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
      /**
       * The last day; null: no end.
       */
      validUntil?: string | null;
      reviewOn?: string | null;
      /**
       * Why: shown to the person who decides.
       */
      reason: string;
    };
    answers: {
      '200': CreditLine;
      '202': CreditLine;
    };
  };
  /**
   * Sell nothing more on account to a customer, from this moment on
   */
  'POST /v1/customers/{customerId}/credit-block': {
    params: {
      customerId: string;
    };
    body: {
      /**
       * Why, for the next person.
       */
      reason: string;
    };
    answers: {
      '200': CreditLine;
    };
  };
  /**
   * Open the credit line of a customer again
   */
  'POST /v1/customers/{customerId}/credit-block/undoing': {
    params: {
      customerId: string;
    };
    answers: {
      '200': CreditLine;
    };
  };
  /**
   * A customer promises to pay; reminders wait until the day and its grace are over
   */
  'POST /v1/invoices/{invoiceId}/promises': {
    params: {
      invoiceId: string;
    };
    body: {
      amount: Money;
      /**
       * Today or later, as far ahead as the policy allows.
       */
      promisedFor: string;
      channel?: 'phone' | 'email' | 'letter' | 'visit' | 'message';
    };
    answers: {
      '201': Promise;
    };
  };
  /**
   * Take a promise back, so that it holds nothing up
   */
  'POST /v1/promises/{promiseId}/withdrawal': {
    params: {
      promiseId: string;
    };
    answers: {
      '200': Promise;
    };
  };
  /**
   * A customer objects; while it is open there is no reminder and no agency
   */
  'POST /v1/invoices/{invoiceId}/disputes': {
    params: {
      invoiceId: string;
    };
    body: {
      /**
       * What the customer says.
       */
      reason: string;
      /**
       * All that is open when it is left out; else at least the least share of the dunning policy.
       */
      amount?: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
    };
    answers: {
      '201': Dispute;
    };
  };
  /**
   * Settle a dispute: for the customer by a credit note, or for the seller
   */
  'POST /v1/disputes/{disputeId}/resolution': {
    params: {
      disputeId: string;
    };
    body: {
      resolution: 'for-customer' | 'for-seller';
      creditNoteId?: string;
    };
    answers: {
      '200': Dispute;
    };
  };
  /**
   * Stop reminders and placement for a while
   */
  'POST /v1/invoices/{invoiceId}/holds': {
    params: {
      invoiceId: string;
    };
    body: {
      reason: string;
      /**
       * The last day held; until somebody releases it when it is left out.
       */
      until?: string;
      covers?: 'invoice' | 'customer';
    };
    answers: {
      '201': Hold;
    };
  };
  /**
   * Keep a hold that came back as work; it comes back again
   */
  'POST /v1/holds/{holdId}/review': {
    params: {
      holdId: string;
    };
    body: {
      reason: string;
      /**
       * The last day held; as it was when it is left out.
       */
      until?: string;
    };
    answers: {
      '200': Hold;
    };
  };
  /**
   * End a hold
   */
  'POST /v1/holds/{holdId}/release': {
    params: {
      holdId: string;
    };
    answers: {
      '200': Hold;
    };
  };
  /**
   * Ask to give up what is left of an invoice
   */
  'POST /v1/invoices/{invoiceId}/write-offs': {
    params: {
      invoiceId: string;
    };
    body: {
      reason: string;
      /**
       * All that is open when it is left out.
       */
      amount?: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
    };
    answers: {
      '201': WriteOff;
    };
  };
  /**
   * Agree to a write-off, or not; never by who asked for it
   */
  'POST /v1/write-offs/{writeOffId}/approval': {
    params: {
      writeOffId: string;
    };
    body: {
      decision: 'approved' | 'rejected';
    };
    answers: {
      '200': WriteOff;
    };
  };
  /**
   * Hand what is open of an invoice that is due for it to a collection agency, also once more
   */
  'POST /v1/invoices/{invoiceId}/placements': {
    params: {
      invoiceId: string;
    };
    body: {
      /**
       * By the rule when it is left out.
       */
      agencyId?: string;
      /**
       * Why it is placed although the policy would not place it.
       */
      reason?: string;
    };
    answers: {
      '201': Placement;
      '202': PlacementRequest;
    };
  };
  /**
   * Agree to a placement that the policy would not make, or not; never by who asked for it
   */
  'POST /v1/placement-requests/{placementRequestId}/approval': {
    params: {
      placementRequestId: string;
    };
    body: {
      decision: 'approved' | 'rejected';
    };
    answers: {
      '200': PlacementRequest;
    };
  };
  /**
   * A placement that was asked for, and what was decided
   */
  'GET /v1/placement-requests/{placementRequestId}': {
    params: {
      placementRequestId: string;
    };
    answers: {
      '200': PlacementRequest;
    };
  };
  /**
   * What is or was with collection agencies, the newest first
   */
  'GET /v1/placements': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * Some of created, submitted, acknowledged, rejected, recalled, closed, with commas.
       */
      status?: string;
      /**
       * Code of an agency.
       */
      agency?: string;
      /**
       * Id or number of a customer.
       */
      customer?: string;
    };
    answers: {
      '200': {
        data: Placement[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * One placement with its items, reports and messages
   */
  'GET /v1/placements/{placementId}': {
    params: {
      placementId: string;
    };
    answers: {
      '200': WholePlacement;
    };
  };
  /**
   * Call a case back from the agency; nothing more is accepted on it
   */
  'POST /v1/placements/{placementId}/recall': {
    params: {
      placementId: string;
    };
    body: {
      reason: string;
    };
    answers: {
      '200': Placement;
    };
  };
  /**
   * Collection agencies by code, with what holds for new cases
   */
  'GET /v1/agencies': {
    answers: {
      '200': {
        data: Agency[];
      };
    };
  };
  /**
   * Add a collection agency; it gets cases once there is an agreement with it
   */
  'POST /v1/agencies': {
    body: {
      name: string;
      /**
       * ISO 3166: whose customers it is chosen for.
       */
      country: string;
      /**
       * Of what it is told.
       */
      language?: 'id' | 'en';
      /**
       * Whom our people talk to.
       */
      contactName?: string | null;
      email?: string | null;
      /**
       * With the code of its country.
       */
      phone?: string | null;
      /**
       * Tax on the commission; 1100 are 11 %.
       */
      commissionTaxBasisPoints: number;
      /**
       * Days after a recall in which it still reports payments that came before.
       */
      recallReportDays?: number;
      code: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
    answers: {
      '201': Agency;
    };
  };
  /**
   * Change what is known of an agency, or give it no new cases
   */
  'PUT /v1/agencies/{agencyId}': {
    params: {
      agencyId: string;
    };
    body: {
      name: string;
      /**
       * ISO 3166: whose customers it is chosen for.
       */
      country: string;
      /**
       * Of what it is told.
       */
      language?: 'id' | 'en';
      /**
       * Whom our people talk to.
       */
      contactName?: string | null;
      email?: string | null;
      /**
       * With the code of its country.
       */
      phone?: string | null;
      /**
       * Tax on the commission; 1100 are 11 %.
       */
      commissionTaxBasisPoints: number;
      /**
       * Days after a recall in which it still reports payments that came before.
       */
      recallReportDays?: number;
      active: boolean;
    };
    answers: {
      '200': Agency;
    };
  };
  /**
   * What was agreed with agencies, by agency, the latest first
   */
  'GET /v1/agreements': {
    query?: {
      /**
       * Code of one agency.
       */
      agency?: string;
    };
    answers: {
      '200': {
        data: AgencyAgreement[];
      };
    };
  };
  /**
   * Agree on a commission for cases to come
   */
  'POST /v1/agreements': {
    body: {
      /**
       * Code of the agency.
       */
      agency: string;
      /**
       * Today when it is left out; never before.
       */
      validFrom?: string;
      /**
       * The rate of the oldest band that applies, and of these the one for the largest amount.
       *
       * @minItems 1
       * @maxItems 100
       */
      commission: CommissionBand[];
    };
    answers: {
      '201': AgencyAgreement;
    };
  };
  /**
   * Make a code by which an agency gets a key of its own, once
   */
  'POST /v1/agencies/{agencyId}/enrolment-codes': {
    params: {
      agencyId: string;
    };
    body: {
      /**
       * The person or machine of the agency that the key is for.
       */
      label: string;
    };
    answers: {
      '201': {
        agency: string;
        /**
         * Null in a replay.
         */
        code: string | null;
        expiresAt: string;
      };
    };
  };
  /**
   * Accounting periods, the latest first
   */
  'GET /v1/accounting-periods': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      state?: 'open' | 'closed';
    };
    answers: {
      '200': {
        data: AccountingPeriod[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Closes a period that is over, when all before it are closed
   */
  'POST /v1/accounting-periods/{periodId}/closing': {
    params: {
      periodId: string;
    };
    answers: {
      '200': AccountingPeriod;
    };
  };
  /**
   * What customers owe by how long it has been due
   */
  'GET /v1/reports/ageing': {
    query?: {
      /**
       * End of which day; today when it is left out.
       */
      asOf?: string;
      /**
       * One currency at a time; that of the company when it is left out.
       */
      currency?: string;
      limit?: number;
      cursor?: string;
    };
    answers: {
      '200': Ageing;
    };
  };
  /**
   * Every account of the ledger; debits equal credits
   */
  'GET /v1/reports/trial-balance': {
    query?: {
      /**
       * End of which day; today when it is left out.
       */
      asOf?: string;
      /**
       * One currency at a time; that of the company when it is left out.
       */
      currency?: string;
    };
    answers: {
      '200': TrialBalance;
    };
  };
  /**
   * The result of each day and store, from the journal
   */
  'GET /v1/reports/daily-result': {
    query?: {
      /**
       * End of which day; today when it is left out.
       */
      asOf?: string;
      /**
       * One currency at a time; that of the company when it is left out.
       */
      currency?: string;
      /**
       * First day; the day of asOf when it is left out.
       */
      from?: string;
      /**
       * Code of a store.
       */
      store?: string;
    };
    answers: {
      '200': DailyResults;
    };
  };
  /**
   * Days sales outstanding, and what of it is delay
   */
  'GET /v1/reports/dso': {
    query?: {
      /**
       * End of which day; today when it is left out.
       */
      asOf?: string;
      /**
       * One currency at a time; that of the company when it is left out.
       */
      currency?: string;
      days?: number;
    };
    answers: {
      '200': Dso;
    };
  };
  /**
   * What sales brought over their cost, by product, store, day or sale
   */
  'GET /v1/reports/margin': {
    query?: {
      /**
       * End of which day; today when it is left out.
       */
      asOf?: string;
      /**
       * One currency at a time; that of the company when it is left out.
       */
      currency?: string;
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      by?: 'product' | 'store' | 'day' | 'sale';
      /**
       * First business day; the last one if left out.
       */
      from?: string;
      /**
       * Last business day; that of asOf if left out.
       */
      to?: string;
      /**
       * Code of a store.
       */
      store?: string;
      /**
       * SKU of a product.
       */
      product?: string;
    };
    answers: {
      '200': Margins;
    };
  };
  /**
   * When what customers owe will be money
   */
  'GET /v1/reports/cash-forecast': {
    query?: {
      /**
       * End of which day; today when it is left out.
       */
      asOf?: string;
      /**
       * One currency at a time; that of the company when it is left out.
       */
      currency?: string;
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * The first begins on the day of asOf.
       */
      weeks?: number;
    };
    answers: {
      '200': CashForecast;
    };
  };
  /**
   * How collecting goes: reminders, promises, disputes, agencies, losses
   */
  'GET /v1/reports/collections': {
    query?: {
      /**
       * End of which day; today when it is left out.
       */
      asOf?: string;
      /**
       * One currency at a time; that of the company when it is left out.
       */
      currency?: string;
      days?: number;
    };
    answers: {
      '200': CollectionsReport;
    };
  };
  /**
   * Turn a code into a key of your agency
   */
  'POST /v1/agency/enrolments': {
    body: {
      code: string;
    };
    answers: {
      '201': {
        agency: {
          id: string;
          code: string;
          name: string;
        };
        /**
         * Sent as `Authorization: Bearer`.
         */
        token: string;
      };
    };
  };
  /**
   * What was agreed with you, the latest first
   */
  'GET /v1/agency/agreements': {
    answers: {
      '200': {
        data: AgencyAgreement[];
      };
    };
  };
  /**
   * The cases placed with you, the newest first
   */
  'GET /v1/agency/placements': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * Some of created, submitted, acknowledged, rejected, recalled, closed, with commas.
       */
      status?: string;
    };
    answers: {
      '200': {
        data: AgencyCase[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * One case placed with you
   */
  'GET /v1/agency/placements/{placementId}': {
    params: {
      placementId: string;
    };
    answers: {
      '200': AgencyCase;
    };
  };
  /**
   * Accept a case, or turn it down with a reason
   */
  'POST /v1/agency/placements/{placementId}/acknowledgement': {
    params: {
      placementId: string;
    };
    body:
      | {
          accepted: true;
        }
      | {
          accepted: false;
          reason: string;
        };
    answers: {
      '200': AgencyCase;
    };
  };
  /**
   * Report on a case: contacts, promises, payments, disputes, closure
   */
  'POST /v1/agency/placements/{placementId}/events': {
    params: {
      placementId: string;
    };
    body: AgencyReport;
    answers: {
      '200': RecordedReport;
      '201': RecordedReport;
    };
  };
  /**
   * Pay over what you collected, less commission and the tax on it
   */
  'POST /v1/agency/remittances': {
    body: {
      /**
       * Your own; put it into the text of the transfer.
       */
      number: string;
      remittedOn: string;
      gross: Money;
      commission: Money;
      taxOnCommission: Money;
      net: Money;
      /**
       * @minItems 1
       * @maxItems 1000
       */
      payments: {
        placementId: string;
        /**
         * Of the payment you reported.
         */
        sequence: number;
        /**
         * What the debtor paid you.
         */
        gross: {
          /**
           * Decimal in major units.
           */
          amount: string;
          /**
           * ISO 4217.
           */
          currency: string;
        };
        commission?: Money;
      }[];
    };
    answers: {
      '200': Remittance;
      '201': Remittance;
    };
  };
  /**
   * One of your remittances
   */
  'GET /v1/agency/remittances/{remittanceId}': {
    params: {
      remittanceId: string;
    };
    answers: {
      '200': Remittance;
    };
  };
  /**
   * Where your webhooks go, what signs them, and how the last ones fared
   */
  'GET /v1/agency/webhook': {
    answers: {
      '200': AgencyWebhook;
    };
  };
  /**
   * Say where you want your webhooks, or that you want none
   */
  'POST /v1/agency/webhook': {
    body: {
      /**
       * Null switches them off.
       */
      url: string | null;
    };
    answers: {
      '200': AgencyWebhook;
    };
  };
  /**
   * Get a new secret for the signatures; the one before signs beside it for a day
   */
  'POST /v1/agency/webhook/secret-rotations': {
    answers: {
      '201': {
        id: string;
        /**
         * Null: agreed before such moments were noted.
         */
        createdAt: string | null;
        /**
         * `whsec_` and base64. Null in a replay: it was told before.
         */
        secret: string | null;
        /**
         * Until then the secret before signs as well. Null: there was none.
         */
        previousExpiresAt: string | null;
      };
    };
  };
  /**
   * What the company still lacks before its first sale, invoice and letter
   */
  'GET /v1/setup': {
    answers: {
      '200': {
        readyFor: ('sale' | 'receipt' | 'invoice' | 'letter')[];
        steps: SetupStep[];
      };
    };
  };
  /**
   * Begin a company in empty books
   */
  'POST /v1/company': {
    body: {
      name: string;
      /**
       * Stands in the numbers of invoices: `PCS`.
       */
      code: string;
      legalName: string;
      address: string;
      /**
       * In Indonesia the NPWP: 16 digits.
       */
      taxNumber: string;
      /**
       * ISO 3166-1.
       */
      country?: string;
      /**
       * ISO 4217.
       */
      currency?: string;
      /**
       * IANA name.
       */
      timeZone?: string;
      language?: 'id' | 'en';
      /**
       * First day of the books; the first of this month when left out.
       */
      booksFrom?: string;
      bankAccount: {
        bankName: string;
        number: string;
        /**
         * What we call it: `Operasional`.
         */
        name: string;
      };
    };
    answers: {
      '201': Company;
    };
  };
  /**
   * Stores with the places where their goods are
   */
  'GET /v1/stores': {
    answers: {
      '200': {
        data: Store[];
      };
    };
  };
  /**
   * Add a store, with a place from which its tills sell
   */
  'POST /v1/stores': {
    body: {
      code: string;
      name: string;
      address: string;
      phone: string;
      /**
       * That of the company when left out.
       */
      timeZone?: string;
      /**
       * The smallest coin; no rounding when left out.
       */
      cashRoundingStep?: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
    };
    answers: {
      '201': Store;
    };
  };
  /**
   * Change a store
   */
  'PUT /v1/stores/{storeId}': {
    params: {
      storeId: string;
    };
    body: {
      name: string;
      address: string;
      phone: string;
      /**
       * IANA name.
       */
      timeZone: string;
      /**
       * The smallest coin; 1 rounds nothing.
       */
      cashRoundingStep: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
    };
    answers: {
      '200': Store;
    };
  };
  /**
   * Add a place where goods of a store are
   */
  'POST /v1/stores/{storeId}/locations': {
    params: {
      storeId: string;
    };
    body: {
      code: string;
      name: string;
    };
    answers: {
      '201': StockLocation;
    };
  };
  /**
   * Rename a place where goods are
   */
  'PUT /v1/locations/{locationId}': {
    params: {
      locationId: string;
    };
    body: {
      name: string;
    };
    answers: {
      '200': StockLocation;
    };
  };
  /**
   * Printers
   */
  'GET /v1/printers': {
    answers: {
      '200': {
        data: Printer[];
      };
    };
  };
  /**
   * Add a printer of a store
   */
  'POST /v1/printers': {
    body: {
      code: string;
      /**
       * Its code.
       */
      store: string;
      /**
       * Address in a network of the company (`GET /v1/printer-networks`), or a name that stands for such an address whenever something is printed.
       */
      host: string;
      port?: number;
      profile?: 'escpos-80' | 'escpos-58';
    };
    answers: {
      '201': Printer;
    };
  };
  /**
   * Say anew how a printer is reached
   */
  'PUT /v1/printers/{printerId}': {
    params: {
      printerId: string;
    };
    body: {
      /**
       * Address in a network of the company (`GET /v1/printer-networks`), or a name that stands for such an address whenever something is printed.
       */
      host: string;
      port?: number;
      profile?: 'escpos-80' | 'escpos-58';
    };
    answers: {
      '200': Printer;
    };
  };
  /**
   * Networks in which printers may stand
   */
  'GET /v1/printer-networks': {
    answers: {
      '200': {
        /**
         * In the form address/bits. Empty: all private networks (RFC 1918, RFC 4193).
         *
         * @maxItems 100
         */
        networks: string[];
      };
    };
  };
  /**
   * Name the networks in which printers may stand
   */
  'PUT /v1/printer-networks': {
    body: {
      /**
       * Empty: all private networks.
       *
       * @maxItems 100
       */
      networks: string[];
    };
    answers: {
      '200': {
        /**
         * @maxItems 100
         */
        networks: string[];
      };
    };
  };
  /**
   * Tills, and whether they are enrolled
   */
  'GET /v1/terminals': {
    answers: {
      '200': {
        data: Terminal[];
      };
    };
  };
  /**
   * Add a till to a store
   */
  'POST /v1/terminals': {
    body: {
      code: string;
      name: string;
      /**
       * Its code.
       */
      store: string;
      /**
       * Code of the printer it prints on.
       */
      printer?: string | null;
    };
    answers: {
      '201': Terminal;
    };
  };
  /**
   * Change a till, or switch it off or on
   */
  'PUT /v1/terminals/{terminalId}': {
    params: {
      terminalId: string;
    };
    body: {
      name: string;
      /**
       * Code of the place in its store from which it sells.
       */
      location: string;
      /**
       * Code of the printer it prints on.
       */
      printer: string | null;
      /**
       * False: it is switched off.
       */
      active: boolean;
      /**
       * For switching off: the number of its last sale, as the till shows it. Left out when the till is lost.
       */
      lastDeviceSequence?: number;
    };
    answers: {
      '200': Terminal;
    };
  };
  /**
   * Make a code by which a till enrols, once
   */
  'POST /v1/terminals/{terminalId}/enrolment-codes': {
    params: {
      terminalId: string;
    };
    answers: {
      '201': {
        terminal: string;
        /**
         * Null in a replay.
         */
        code: string | null;
        expiresAt: string;
      };
    };
  };
  /**
   * Turn a code into the key of a till
   */
  'POST /v1/enrolments': {
    body: {
      code: string;
    };
    answers: {
      '201': {
        terminal: {
          id: string;
          code: string;
          store: string;
        };
        /**
         * Sent as `Authorization: Bearer`.
         */
        token: string;
      };
    };
  };
  /**
   * How sales may be paid: limits, and what goes without a connection
   */
  'GET /v1/tender-rules': {
    answers: {
      '200': {
        data: CompanyTenderRule[];
      };
    };
  };
  /**
   * Change limit and use of a tender
   */
  'PUT /v1/tender-rules/{type}': {
    params: {
      /**
       * How a part of a sale is paid.
       */
      type: 'cash' | 'card' | 'qris' | 'voucher' | 'storeCredit' | 'onAccount';
    };
    body: {
      /**
       * Whether a till without a connection accepts it.
       */
      offlineAllowed: boolean;
      /**
       * The most of one sale; null: no limit.
       */
      perSaleLimit: Money | null;
    };
    answers: {
      '200': CompanyTenderRule;
    };
  };
  /**
   * Our own bank accounts
   */
  'GET /v1/bank-accounts': {
    answers: {
      '200': {
        data: BankAccount[];
      };
    };
  };
  /**
   * Ask for another bank account of ours
   */
  'POST /v1/bank-accounts': {
    body: {
      /**
       * Letters and digits only, as the bank writes it in its files.
       */
      number: string;
      /**
       * What we call it: `Operasional`.
       */
      name: string;
      bankName: string;
      /**
       * Whether customers may be asked to pay to it.
       */
      onDocuments?: boolean;
      /**
       * Why: shown to the person who decides.
       */
      reason: string;
      /**
       * ISO 4217.
       */
      currency?: string;
    };
    answers: {
      '201': MasterChange;
    };
  };
  /**
   * Ask for other details of a bank account of ours
   */
  'POST /v1/bank-accounts/{bankAccountId}/changes': {
    params: {
      bankAccountId: string;
    };
    body: {
      /**
       * Letters and digits only, as the bank writes it in its files.
       */
      number: string;
      /**
       * What we call it: `Operasional`.
       */
      name: string;
      bankName: string;
      /**
       * Whether customers may be asked to pay to it.
       */
      onDocuments?: boolean;
      /**
       * Why: shown to the person who decides.
       */
      reason: string;
    };
    answers: {
      '201': MasterChange;
    };
  };
  /**
   * What one person alone may decide; above it a second person does
   */
  'GET /v1/approval-limits': {
    answers: {
      '200': ApprovalLimits;
    };
  };
  /**
   * Ask for other limits
   */
  'POST /v1/approval-limits/changes': {
    body: {
      /**
       * The most that one person alone gives up of an invoice, and for a customer in one day.
       */
      creditNote: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
      /**
       * The highest credit limit of a customer that one person alone sets.
       */
      customerCredit?: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
      /**
       * Accounts that are left out keep their limit.
       *
       * @maxItems 200
       */
      handFedFiles?: {
        bankAccountId: string;
        /**
         * What files handed in by one person may bring in within 24 hours; null: any amount.
         */
        limit: Money | null;
      }[];
      /**
       * Why: shown to the person who decides.
       */
      reason: string;
    };
    answers: {
      '201': MasterChange;
    };
  };
  /**
   * Changes that two people make, the latest first
   */
  'GET /v1/master-changes': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      state?: 'requested' | 'approved' | 'rejected';
    };
    answers: {
      '200': {
        data: MasterChange[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Agree to a change, which then holds, or reject it; never agree to your own
   */
  'POST /v1/master-changes/{masterChangeId}/approval': {
    params: {
      masterChangeId: string;
    };
    body: {
      decision: 'approved' | 'rejected';
    };
    answers: {
      '200': MasterChange;
    };
  };
  /**
   * The tax table: of each code the rules with the day from which they hold
   */
  'GET /v1/tax-rules': {
    answers: {
      '200': {
        data: CompanyTaxRule[];
      };
    };
  };
  /**
   * Add a tax rule that holds from a day on
   */
  'POST /v1/tax-rules': {
    body: {
      /**
       * Items name it: `PPN`.
       */
      code: string;
      /**
       * `ppn-other-base`: the rate applies to a part of the price (DPP nilai lain).
       */
      kind: 'ppn-full' | 'ppn-other-base' | 'exempt' | 'none';
      /**
       * The first day on which it holds.
       */
      validFrom: string;
      /**
       * Of the base: 12/100.
       */
      rate: {
        numerator: number;
        denominator: number;
      };
      /**
       * The part of the price without tax that it applies to: 11/12.
       */
      baseFactor: {
        numerator: number;
        denominator: number;
      };
      /**
       * Below the booked unit, once for a document.
       */
      rounding: 'half-up' | 'half-even' | 'down';
      /**
       * As it stands on receipts and invoices.
       */
      label: {
        id: string;
        en: string;
      };
    };
    answers: {
      '201': CompanyTaxRule;
    };
  };
  /**
   * Take back a tax rule that has not begun
   */
  'DELETE /v1/tax-rules/{taxRuleId}': {
    params: {
      taxRuleId: string;
    };
    answers: {
      '204': undefined;
    };
  };
  /**
   * The holidays of a year, on which no customer is reminded
   */
  'GET /v1/holidays/{country}/{year}': {
    params: {
      /**
       * ISO 3166-1.
       */
      country: string;
      year: number;
    };
    answers: {
      '200': Holidays;
    };
  };
  /**
   * Give the holidays of a year as they were decreed
   */
  'PUT /v1/holidays/{country}/{year}': {
    params: {
      /**
       * ISO 3166-1.
       */
      country: string;
      year: number;
    };
    body: {
      /**
       * @minItems 1
       * @maxItems 100
       */
      days: {
        date: string;
        /**
         * Joint leave (cuti bersama) counts like a holiday.
         */
        kind: 'national' | 'jointLeave';
        name: {
          id: string;
          en: string;
        };
      }[];
    };
    answers: {
      '200': Holidays;
    };
  };
  /**
   * How customers are reminded: every version of every policy
   */
  'GET /v1/dunning-policies': {
    answers: {
      '200': {
        data: DunningPolicy[];
      };
    };
  };
  /**
   * Plan a new version of a policy, or a new policy, from a day on
   */
  'POST /v1/dunning-policies': {
    body: {
      /**
       * Names the policy; each version has the same.
       */
      code: string;
      /**
       * Whose customers it is for; null: for all that have no policy of their own.
       */
      segment: string | null;
      /**
       * ISO 4217.
       */
      currency?: string;
      /**
       * The first day on which letters follow it.
       */
      inForceFrom: string;
      /**
       * Days that money sent on the due day needs to us.
       */
      transitDays: number;
      /**
       * Up to this amount nobody is reminded.
       */
      smallRest: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
      /**
       * What a customer owes overdue at least, before letters go out.
       */
      customerMinimum: {
        /**
         * Decimal in major units.
         */
        amount: string;
        /**
         * ISO 4217.
         */
        currency: string;
      };
      /**
       * Between two letters about an invoice.
       */
      daysBetweenLetters: number;
      /**
       * Between two letters to a customer.
       */
      daysBetweenLettersToCustomer: number;
      /**
       * No letter while the bank data are older; 0: that is not checked.
       */
      bankDataMaxAgeDays: number;
      /**
       * The letters, the first first.
       *
       * @maxItems 9
       */
      levels: {
        daysPastDue: number;
        /**
         * Charged once for each invoice; null: none.
         */
        fee: Money | null;
        /**
         * How the letter speaks.
         */
        template: 'reminder-friendly' | 'reminder-firm' | 'reminder-final';
        /**
         * How the letter goes.
         */
        channel?: 'email';
      }[];
      /**
       * When an agency takes over; null: a person decides.
       */
      placement: {
        daysPastDue: number;
        minimum: Money;
      } | null;
      /**
       * When something is overdue for longer, nothing more is sold on account.
       */
      creditStopDays: number;
      promises: {
        /**
         * A promise is about at least this share.
         */
        minimumShare: number;
        /**
         * And at most so many days ahead.
         */
        daysMax: number;
        /**
         * Of an invoice, not kept, the running one included.
         */
        inARow: number;
        /**
         * The same of a customer.
         */
        inARowOfCustomer: number;
      };
      /**
       * A dispute is about at least this share.
       */
      disputeMinimumShare: number;
      /**
       * A hold comes back as work after so many days.
       */
      holdReviewDays: number;
    };
    answers: {
      '201': DunningPolicy;
    };
  };
  /**
   * Take back a version that has not begun
   */
  'DELETE /v1/dunning-policies/{policyId}': {
    params: {
      policyId: string;
    };
    answers: {
      '204': undefined;
    };
  };
  /**
   * The date of every letter about an invoice that nobody pays
   */
  'GET /v1/dunning-policies/{policyId}/preview': {
    params: {
      policyId: string;
    };
    query: {
      /**
       * The due day of the invoice.
       */
      dueOn: string;
      /**
       * What is open of it, in the currency of the policy.
       */
      amount?: string;
    };
    answers: {
      '200': LettersPreview;
    };
  };
  /**
   * People by name
   */
  'GET /v1/users': {
    answers: {
      '200': {
        data: User[];
      };
    };
  };
  /**
   * Add a person, who sets a password by the code
   */
  'POST /v1/users': {
    body: {
      email: string;
      name: string;
      role:
        | 'cashier'
        | 'storeManager'
        | 'arClerk'
        | 'arManager'
        | 'creditController'
        | 'owner'
        | 'auditor'
        | 'admin';
      /**
       * Code of the store, for cashiers and store managers alone.
       */
      store?: string;
      language?: 'id' | 'en';
    };
    answers: {
      '201': {
        user: User;
        /**
         * Shown once; null in a replay.
         */
        code: string | null;
        expiresAt: string;
      };
    };
  };
  /**
   * Give a person another role or store, or disable the person
   */
  'PUT /v1/users/{userId}': {
    params: {
      userId: string;
    };
    body: {
      role:
        | 'cashier'
        | 'storeManager'
        | 'arClerk'
        | 'arManager'
        | 'creditController'
        | 'owner'
        | 'auditor'
        | 'admin';
      /**
       * Code of the store, for cashiers and store managers alone.
       */
      store?: string;
      active: boolean;
    };
    answers: {
      '200': User;
    };
  };
  /**
   * Let a person set a new password by a code; the old one and all sessions end
   */
  'POST /v1/users/{userId}/password-resets': {
    params: {
      userId: string;
    };
    answers: {
      '201': {
        /**
         * Shown once; null in a replay.
         */
        code: string | null;
        expiresAt: string;
      };
    };
  };
  /**
   * Set a password by the code of an invitation or a reset
   */
  'POST /v1/passwords': {
    body: {
      code: string;
      password: string;
    };
    answers: {
      '204': undefined;
    };
  };
  /**
   * Keys of machines and people, the newest first, without their secrets
   */
  'GET /v1/keys': {
    answers: {
      '200': {
        data: ApiKey[];
      };
    };
  };
  /**
   * Make a key for an integration
   */
  'POST /v1/keys': {
    body: {
      label: string;
      /**
       * @minItems 1
       * @maxItems 16
       */
      scopes: (
        | 'sales:read'
        | 'sales:write'
        | 'catalogue:read'
        | 'stock:read'
        | 'receivables:read'
        | 'receivables:write'
        | 'banking:read'
        | 'banking:write'
        | 'agency:read'
        | 'agency:write'
        | 'reports:read'
        | 'masters:read'
        | 'masters:write'
        | 'people:write'
        | 'operations:read'
        | 'operations:write'
      )[];
      expiresAt?: string;
    };
    answers: {
      '201': {
        key: ApiKey;
        /**
         * Shown once; null in a replay.
         */
        token: string | null;
      };
    };
  };
  /**
   * Give an integration a new key; the old one is good for some hours more
   */
  'POST /v1/keys/{keyId}/rotation': {
    params: {
      keyId: string;
    };
    body: {
      overlapHours?: number;
    };
    answers: {
      '201': {
        key: ApiKey;
        /**
         * Shown once; null in a replay.
         */
        token: string | null;
        oldEndsAt: string;
      };
    };
  };
  /**
   * End a key at once
   */
  'POST /v1/keys/{keyId}/revocation': {
    params: {
      keyId: string;
    };
    answers: {
      '200': ApiKey;
    };
  };
  /**
   * Where I am signed in, the last used first
   */
  'GET /v1/sessions': {
    answers: {
      '200': {
        data: OpenSession[];
      };
    };
  };
  /**
   * Sign out somewhere else
   */
  'DELETE /v1/sessions/{sessionId}': {
    params: {
      sessionId: string;
    };
    answers: {
      '200': {
        /**
         * How many.
         */
        ended: number;
      };
    };
  };
  /**
   * Where a person is signed in
   */
  'GET /v1/users/{userId}/sessions': {
    params: {
      userId: string;
    };
    answers: {
      '200': {
        data: OpenSession[];
      };
    };
  };
  /**
   * Sign a person out everywhere; the password stays good
   */
  'DELETE /v1/users/{userId}/sessions': {
    params: {
      userId: string;
    };
    answers: {
      '200': {
        /**
         * How many.
         */
        ended: number;
      };
    };
  };
  /**
   * End the second factor of a person who has lost it, with all sessions
   */
  'DELETE /v1/users/{userId}/second-factor': {
    params: {
      userId: string;
    };
    answers: {
      '204': undefined;
    };
  };
  /**
   * Which roles need a second factor
   */
  'GET /v1/second-factor-rule': {
    answers: {
      '200': SecondFactorRule;
    };
  };
  /**
   * Say which roles need a second factor
   */
  'PUT /v1/second-factor-rule': {
    body: SecondFactorRule;
    answers: {
      '200': SecondFactorRule;
    };
  };
  /**
   * Brings in a file of another system
   */
  'POST /v1/imports': {
    query: {
      /**
       * `items`: goods with barcodes and price, by their SKU.
       */
      kind: 'items';
      /**
       * Code of an import profile.
       */
      profile?: string;
      /**
       * `true`: only report what would be written.
       */
      dryRun?: 'true' | 'false';
    };
    body: Uint8Array;
    answers: {
      '202': ImportReceipt;
    };
  };
  /**
   * Imports, the latest first
   */
  'GET /v1/imports': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * `items`: goods with barcodes and price, by their SKU.
       */
      kind?: 'items';
      /**
       * `received`: kept, being read. `read`: its rows are known, they are being written. `done`: every row has its outcome. `refused`: not understood, or given up; `refusal` says why. `undone`: taken back as a whole.
       */
      status?: 'received' | 'read' | 'done' | 'refused' | 'undone';
    };
    answers: {
      '200': {
        data: ImportHead[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * An import: how the file was understood, and how far it is
   */
  'GET /v1/imports/{importId}': {
    params: {
      importId: string;
    };
    answers: {
      '200': Import;
    };
  };
  /**
   * The report of an import, row by row
   */
  'GET /v1/imports/{importId}/rows': {
    params: {
      importId: string;
    };
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      status?: 'read' | 'written' | 'would-be-written' | 'known' | 'refused' | 'undone';
    };
    answers: {
      '200': {
        data: ImportRow[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * The refused rows as a file of the same columns, to be mended and handed in again
   */
  'GET /v1/imports/{importId}/rejected': {
    params: {
      importId: string;
    };
    answers: {
      '200': Uint8Array;
    };
  };
  /**
   * Import profiles: how the files of each other system are read
   */
  'GET /v1/import-profiles': {
    answers: {
      '200': {
        data: ImportProfile[];
      };
    };
  };
  /**
   * Add an import profile, or change it
   */
  'PUT /v1/import-profiles/{profile}': {
    params: {
      profile: string;
    };
    body: {
      /**
       * For people.
       */
      name: string;
      /**
       * The kind of files that it reads.
       */
      kind: 'items';
      /**
       * By field: the name of its column, or `#3` for the third.
       */
      columns?: {
        [k: string]: string;
      };
      /**
       * The sign before decimals; null: as the numbers of the file show.
       */
      decimalMark?: ('.' | ',') | null;
      /**
       * Of dates like 1/2/2026; null: day before month.
       */
      dateOrder?: ('dmy' | 'mdy' | 'ymd') | null;
      /**
       * By field: what is taken where the file says nothing.
       */
      defaults?: {
        [k: string]: string;
      };
    };
    answers: {
      '200': ImportProfile;
    };
  };
  /**
   * The process answers
   */
  'GET /healthz': {
    answers: {
      '200': {
        status: 'ok';
        version: string;
      };
    };
  };
  /**
   * Database, Temporal, workers and starter are there
   */
  'GET /readyz': {
    answers: {
      '200': Readiness;
    };
  };
  /**
   * Figures for Prometheus: the process, the answers, the business
   */
  'GET /metrics': {
    answers: {
      '200': Uint8Array;
    };
  };
  /**
   * This description, to read and to try out
   */
  'GET /docs': {
    answers: {
      '200': Uint8Array;
    };
  };
  /**
   * A part of the page
   */
  'GET /docs/{asset}': {
    params: {
      asset: string;
    };
    answers: {
      '200': Uint8Array;
    };
  };
  /**
   * This description
   */
  'GET /openapi.json': {
    answers: {
      '200': {
        openapi: string;
        [k: string]: unknown;
      };
    };
  };
}
export interface Session {
  user: {
    id: string;
    name: string;
    role:
      | 'cashier'
      | 'storeManager'
      | 'arClerk'
      | 'arManager'
      | 'creditController'
      | 'owner'
      | 'auditor'
      | 'admin';
  };
  /**
   * Goes into the header X-CSRF-Token of every write.
   */
  csrfToken: string;
  expiresAt: string;
  /**
   * An approval needs a password of the last 15 minutes.
   */
  passwordAt: string;
  /**
   * `required`: nothing else is open until one is set.
   */
  secondFactor: 'set' | 'not-set' | 'required';
}
export interface SecondFactorSecret {
  /**
   * In base32, to type into the app.
   */
  secret: string;
  /**
   * The same, to show as a QR code.
   */
  uri: string;
}
export interface SaleBody {
  /**
   * Code or id of the terminal.
   */
  terminal: string;
  deviceSequence: number;
  businessDate: string;
  capturedAt: string;
  /**
   * `online` may be refused. `completed` has happened: what does not fit becomes an exception for a person.
   */
  mode: 'online' | 'completed';
  /**
   * Id or number of the customer.
   */
  customer?: string;
  /**
   * @maxItems 2000
   */
  lines: SaleBodyLine[];
  /**
   * @maxItems 100
   */
  tenders: SaleBodyTender[];
  priceVersion?: number;
  delivery?: {
    kind: 'carried' | 'later';
    /**
     * How long the goods are kept.
     */
    expiresAt?: string;
  };
  language?: 'id' | 'en';
  /**
   * The till has printed a slip of its own.
   */
  receipt?: {
    printedAt: string;
  };
  cashier?: string;
}
export interface SaleBodyLine {
  sku?: string;
  /**
   * Beside a sku: of the same item.
   */
  barcode?: string;
  /**
   * Decimal with at most three places.
   */
  quantity: string;
  /**
   * What was charged; the list price if absent.
   */
  unitPrice?: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * Taken off the whole line.
   */
  discount?: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * What the till called it; counts where nobody knows the item.
   */
  name?: string;
  /**
   * As the till taxed it; likewise.
   */
  taxCode?: string;
  /**
   * As the till sold it; likewise.
   */
  priceIncludesTax?: boolean;
}
export interface SaleBodyTender {
  type: 'cash' | 'card' | 'qris' | 'voucher' | 'storeCredit' | 'onAccount';
  /**
   * What this tender pays of the sale.
   */
  amount: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * Cash handed over, change included.
   */
  tendered?: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * Of the card terminal, the wallet, the voucher; never a card number, which is refused online and masked in what has happened.
   */
  reference?: string;
}
export interface CapturedSale {
  id: string;
  number: string;
  /**
   * At the capture; GET tells the present one.
   */
  stage: 'captured';
  bookedAt: string;
  /**
   * ISO 4217.
   */
  currency: string;
  priceVersion: number;
  mode: 'online' | 'completed';
  businessDate: string;
  capturedAt: string;
  terminal: PlaceOfSale;
  store: StoreOfSale;
  cashier: string;
  customer: CustomerOfSale | null;
  language: 'id' | 'en';
  delivery: DeliveryOfSale;
  lines: PricedLine[];
  totals: SaleTotals;
  taxes: PricedTax[];
  tenders: PricedTender[];
  /**
   * Cash to hand back.
   */
  change: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  receipt: ReceiptDocument;
  workflow: WorkflowLink;
  exceptions: SaleException[];
}
export interface PlaceOfSale {
  id: string;
  code: string;
}
export interface StoreOfSale {
  id: string;
  code: string;
  name: string;
}
export interface CustomerOfSale {
  id: string;
  number: string;
  name: string;
}
export interface DeliveryOfSale {
  kind: 'carried' | 'later';
  expiresAt: string | null;
}
export interface PricedLine {
  number: number;
  sku: string;
  name: string;
  unit: string;
  /**
   * Decimal with at most three places.
   */
  quantity: string;
  unitPrice: Money;
  listPrice: Money;
  priceIncludesTax: boolean;
  gross: Money;
  discount: Money;
  net: Money;
  taxCode: string;
  taxBase: Money;
  tax: Money;
  total: Money;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface SaleTotals {
  gross: Money;
  discount: Money;
  net: Money;
  taxBase: Money;
  tax: Money;
  /**
   * taxBase + tax.
   */
  total: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * What the tenders are below the total: given away by cash rounding. Of a completed sale whose tenders do not add up, the difference; negative when more was paid.
   */
  rounding: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * total - rounding: what the tenders add up to.
   */
  due: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  paid: Money;
  onAccount: Money;
}
export interface PricedTax {
  code: string;
  label: string;
  rate: string;
  taxBase: Money;
  /**
   * DPP nilai lain, where the law gives one.
   */
  otherBase: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  tax: Money;
}
export interface PricedTender {
  type: string;
  amount: Money;
  tendered: Money;
  change: Money;
  reference: string | null;
}
export interface ReceiptDocument {
  schema: 'receipt/1';
  saleId: string;
  receiptNumber: string;
  language: 'id' | 'en';
  capturedAt: string;
  /**
   * 0 is the original.
   */
  copyNumber: number;
  blocks: ReceiptBlock[];
}
/**
 * Where the run can be looked at in the Temporal UI.
 */
export interface WorkflowLink {
  workflowId: string;
  /**
   * Its page in the Temporal web UI; null where no web UI runs.
   */
  link: string | null;
}
export interface SaleException {
  kind: string;
  detail: string;
  /**
   * Of a reason against credit, when it is read.
   */
  words?: {
    id: string;
    en: string;
  };
}
export interface Sale {
  id: string;
  number: string;
  bookedAt: string;
  stage: 'captured' | 'delivering' | 'invoicing' | 'collecting' | 'placed' | 'closed';
  since: string;
  nextStep: string | null;
  nextStepAt: string | null;
  outcome: 'paid' | 'credited' | 'written-off' | 'cancelled' | null;
  closedAt: string | null;
  /**
   * ISO 4217.
   */
  currency: string;
  priceVersion: number;
  mode: 'online' | 'completed';
  businessDate: string;
  capturedAt: string;
  terminal: PlaceOfSale;
  store: StoreOfSale;
  cashier: string;
  customer: CustomerOfSale | null;
  language: 'id' | 'en';
  delivery: DeliveryOfSale;
  lines: PricedLine[];
  totals: SaleTotals;
  taxes: PricedTax[];
  tenders: PricedTender[];
  /**
   * Cash to hand back.
   */
  change: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  documents: DocumentOfSale[];
  workflow: WorkflowLink;
  exceptions: SaleException[];
}
export interface DocumentOfSale {
  kind: 'receipt' | 'invoice' | 'credit-note' | 'return';
  id: string;
  number: string;
  amount: Money | null;
  at: string;
}
export interface Delivery {
  saleId: string;
  kind: 'delivered' | 'already-delivered';
}
export interface SyncOutcomes {
  outcomes: SyncOutcome[];
}
export interface SyncOutcome {
  /**
   * Place in the batch, from 0.
   */
  index: number;
  saleId: string | null;
  outcome: 'accepted' | 'replayed' | 'quarantined';
  number?: string;
  exceptions?: number;
  code?: string;
  detail?: string;
  param?: string;
  errors?: {
    code: string;
    /**
     * The place, such as `lines[2].quantity`.
     */
    param: string;
    detail: string;
  }[];
}
export interface SequenceRange {
  from: number;
  to: number;
}
export interface Reconciliation {
  terminal: {
    id: string;
    code: string;
  };
  lastDeviceSequence: number;
  missingSequences: SequenceRange[];
  /**
   * Not booked at this terminal, whatever stands under the id elsewhere.
   */
  missingSaleIds: string[];
  /**
   * Have arrived, but wait for a person.
   */
  quarantinedSaleIds: string[];
}
export interface RequestedCopy {
  printJobId: string;
  /**
   * Counts from 1; the original is 0.
   */
  copyNumber: number;
}
export interface Catalogue {
  version: number;
  effectiveFrom: string | null;
  since: number | null;
  currency: string;
  items: CatalogueItem[];
  taxes: TaxRule[];
  tenderRules: TenderRule[];
  cashRoundingStep: Money | null;
}
export interface CatalogueItem {
  id: string;
  sku: string;
  name: string;
  unit: string;
  category: string;
  /**
   * "1": whole pieces; "0.001": weighed to the gram.
   */
  quantityStep: string;
  taxCode: string;
  stocked: boolean;
  active: boolean;
  barcodes: string[];
  /**
   * Null: not sold in this currency yet.
   */
  price: ItemPrice | null;
}
export interface ItemPrice {
  version: number;
  unitPrice: Money;
  includesTax: boolean;
}
export interface TaxRule {
  code: string;
  kind: string;
  validFrom: string;
  rate: Ratio;
  /**
   * The part of the price the rate is applied to.
   */
  baseFactor: {
    numerator: number;
    denominator: number;
  };
  rounding: string;
  label: Label;
}
export interface Ratio {
  numerator: number;
  denominator: number;
}
export interface Label {
  id: string;
  en: string;
}
export interface TenderRule {
  type: string;
  offlineAllowed: boolean;
  /**
   * What all tenders of this type may pay of one sale, in its own currency, whichever is asked for; in another there is no limit.
   */
  perSaleLimit: Money | null;
}
export interface Item {
  id: string;
  /**
   * Stock keeping unit; never changes.
   */
  sku: string;
  /**
   * As on receipts and labels.
   */
  name: string;
  /**
   * On receipts in English; `name` stands in when it is left out.
   */
  nameEn: string | null;
  /**
   * What is counted, such as pcs or kg.
   */
  unit: string;
  /**
   * What is ordered and delivered, in words: a carton of 24.
   */
  pack: string | null;
  /**
   * Groups items in reports.
   */
  category: string;
  /**
   * A class for reports, such as A, B or C.
   */
  class: string | null;
  /**
   * Under which brand it is sold.
   */
  brand: string | null;
  /**
   * From whom it is ordered, in words.
   */
  supplier: string | null;
  /**
   * Put on a scale; its step is then a part of one.
   */
  weighed: boolean;
  /**
   * Below this stock it is to be ordered again.
   */
  minimumLevel: string;
  /**
   * "1": whole pieces; "0.001": weighed to the gram.
   */
  quantityStep: string;
  /**
   * A code of the tax table.
   */
  taxCode: string;
  /**
   * Whether its stock is counted; false for services.
   */
  stocked: boolean;
  /**
   * False once it is withdrawn.
   */
  active: boolean;
  /**
   * Since when it is no longer sold.
   */
  withdrawnAt: string | null;
  /**
   * SKU of the item sold instead.
   */
  replacedBy: string | null;
  /**
   * All that scanners know it by.
   */
  barcodes: string[];
  /**
   * Its newest price.
   */
  unitPrice: Money | null;
  /**
   * Whether tax is part of it.
   */
  priceIncludesTax: boolean | null;
  /**
   * Which brought the price.
   */
  priceVersion: number | null;
}
export interface StockLevel {
  location: string;
  store: string;
  sku: string;
  name: string;
  unit: string;
  /**
   * Decimal with at most three places.
   */
  onHand: string;
  /**
   * Decimal with at most three places.
   */
  reserved: string;
  /**
   * Decimal with at most three places.
   */
  available: string;
  /**
   * Decimal with at most three places.
   */
  onOrder: string;
}
export interface Lifecycle {
  saleId: string;
  number: string;
  stage: 'captured' | 'delivering' | 'invoicing' | 'collecting' | 'placed' | 'closed';
  since: string;
  nextStep: string | null;
  nextStepAt: string | null;
  outcome: 'paid' | 'credited' | 'written-off' | 'cancelled' | null;
  closedAt: string | null;
  /**
   * The stage in words; of what is held, the thing that holds it: which dispute, promise, payment or account, by whom and until when.
   */
  meaning: {
    id: string;
    en: string;
  };
  store: string;
  terminal: string;
  customer: CustomerOfSale | null;
  /**
   * Of the sale, before cash rounding: the same as its `totals.total`; `totals.due` is what was to be paid.
   */
  total: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  onAccount: Money;
  /**
   * What is still to be paid of it.
   */
  open: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  invoiceNumber: string | null;
  bookedAt: string;
  workflow: WorkflowLink;
}
export interface LifecycleStory {
  saleId: string;
  number: string;
  stage: 'captured' | 'delivering' | 'invoicing' | 'collecting' | 'placed' | 'closed';
  since: string;
  nextStep: string | null;
  nextStepAt: string | null;
  outcome: 'paid' | 'credited' | 'written-off' | 'cancelled' | null;
  closedAt: string | null;
  /**
   * The stage in words; of what is held, the thing that holds it: which dispute, promise, payment or account, by whom and until when.
   */
  meaning: {
    id: string;
    en: string;
  };
  store: string;
  terminal: string;
  customer: CustomerOfSale | null;
  /**
   * Of the sale, before cash rounding: the same as its `totals.total`; `totals.due` is what was to be paid.
   */
  total: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  onAccount: Money;
  /**
   * What is still to be paid of it.
   */
  open: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  invoiceNumber: string | null;
  bookedAt: string;
  workflow: WorkflowLink;
  documents: DocumentOfSale[];
  events: LifecycleEvent[];
  runs: WorkflowRun[];
}
export interface LifecycleEvent {
  id: string;
  at: string;
  kind: string;
  actor: {
    kind: string;
    id: string;
    name: string;
  };
  document: {
    kind: string;
    id: string | null;
    number: string | null;
  } | null;
  amount: Money | null;
  workflow: WorkflowLink | null;
  detail?: unknown;
}
export interface WorkflowRun {
  workflowId: string;
  /**
   * Its page in the Temporal web UI; null where no web UI runs.
   */
  link: string | null;
  type: string;
  runId: string | null;
  requestedAt: string;
  startedAt: string | null;
  /**
   * As Temporal says at this moment; null when it cannot be asked.
   */
  live: {
    status: string;
    runId: string;
    historyLength: number;
  } | null;
}
export interface WorkItem {
  id: string;
  kind: string;
  subject: {
    kind: string;
    id: string;
  };
  store: string | null;
  customer: CustomerOfSale | null;
  saleId: string | null;
  amount: Money | null;
  detail?: unknown;
  openedAt: string;
  ends: WorkEnding;
  words: Words | null;
}
export interface Words {
  id: string;
  en: string;
}
export interface ResolvedWorkItem {
  id: string;
  kind: string;
  resolution: string;
}
export interface QuarantineHead {
  id: string;
  door: string;
  /**
   * The id it was sent under, if it had one.
   */
  subjectId: string | null;
  code: string;
  detail: string;
  param: string | null;
  contentType: string;
  /**
   * Bytes.
   */
  size: number;
  sentBy: string;
  receivedAt: string;
  resolvedAt: string | null;
  /**
   * Who and why: a person, or `maintenance` when the sale was booked under its id afterwards.
   */
  resolvedBy: string | null;
}
export interface Quarantined {
  id: string;
  door: string;
  /**
   * The id it was sent under, if it had one.
   */
  subjectId: string | null;
  code: string;
  detail: string;
  param: string | null;
  contentType: string;
  /**
   * Bytes.
   */
  size: number;
  sentBy: string;
  receivedAt: string;
  resolvedAt: string | null;
  /**
   * Who and why: a person, or `maintenance` when the sale was booked under its id afterwards.
   */
  resolvedBy: string | null;
  /**
   * The content, when it is text in UTF-8.
   */
  text: string | null;
  /**
   * The content, byte for byte.
   */
  base64: string;
}
export interface ResolvedQuarantine {
  id: string;
  door: string;
  /**
   * The id it was sent under, if it had one.
   */
  subjectId: string | null;
  code: string;
  detail: string;
  param: string | null;
  contentType: string;
  /**
   * Bytes.
   */
  size: number;
  sentBy: string;
  receivedAt: string;
  resolvedAt: string | null;
  /**
   * Who and why: a person, or `maintenance` when the sale was booked under its id afterwards.
   */
  resolvedBy: string | null;
}
export interface BankStatementReceipt {
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface BankStatementHead {
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  account: string | null;
  format: string | null;
  /**
   * `foots`: opening + lines = closing, and it follows the statement before. `gap`, `overlap`: it does not follow. `differs`: counts or sums that the bank declares are not those of the file. `unchecked`: the file says no balances.
   */
  footing: 'foots' | 'unchecked' | 'differs' | 'gap' | 'overlap' | null;
  refusal: {
    code: string;
    detail: string;
    place: string | null;
  } | null;
  /**
   * Why it was refused before it was handed in again, the latest last.
   */
  earlierRefusals: {
    code: string;
    detail: string;
    place: string | null;
    receivedAt: string;
    receivedBy: string;
  }[];
  receivedAt: string;
  receivedBy: string;
  cameIn: CameIn;
  bookedAt: string | null;
  lineCount: number;
  /**
   * How many lines have which outcome.
   */
  outcomes: {
    [k: string]: number;
  };
}
/**
 * `hand`: a person handed it in. `feed`: a machine's key brought it.
 */
export interface CameIn {
  source: 'hand' | 'feed';
  /**
   * Every person who handed it in.
   */
  handedInBy: string[];
  /**
   * The word of the second person, where one was needed.
   */
  release: {
    decision: 'released' | 'rejected';
    by: string;
    at: string;
    reason: string;
  } | null;
}
export interface BankStatement {
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  account: string | null;
  format: string | null;
  /**
   * `foots`: opening + lines = closing, and it follows the statement before. `gap`, `overlap`: it does not follow. `differs`: counts or sums that the bank declares are not those of the file. `unchecked`: the file says no balances.
   */
  footing: 'foots' | 'unchecked' | 'differs' | 'gap' | 'overlap' | null;
  refusal: {
    code: string;
    detail: string;
    place: string | null;
  } | null;
  /**
   * Why it was refused before it was handed in again, the latest last.
   */
  earlierRefusals: {
    code: string;
    detail: string;
    place: string | null;
    receivedAt: string;
    receivedBy: string;
  }[];
  receivedAt: string;
  receivedBy: string;
  cameIn: CameIn;
  bookedAt: string | null;
  lineCount: number;
  /**
   * How many lines have which outcome.
   */
  outcomes: {
    [k: string]: number;
  };
  statements: BankStatementPart[];
  lines: BankLine[];
  /**
   * For more lines; null at the end.
   */
  nextCursor: string | null;
  refusedPlaces: {
    place: string;
    code: string;
    detail: string;
  }[];
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface BankStatementPart {
  account: string;
  statementNumber: string | null;
  currency: string;
  from: string | null;
  to: string | null;
  opening: Money | null;
  closing: Money | null;
  lines: number;
  footing: 'foots' | 'unchecked';
  /**
   * What the bank declares (counts, sums) and the statement does not hold.
   */
  differences: {
    place: string;
    what: string;
    stated: string;
    found: string;
  }[];
  continuity: {
    kind: 'follows' | 'first' | 'earlier' | 'unknown' | 'gap' | 'overlap';
    expected?: Money;
    found?: Money;
  };
}
export interface BankLine {
  position: number;
  place: string;
  cameIn: CameIn;
  bookingDate: string;
  valueDate: string;
  /**
   * Money in is positive.
   */
  amount: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  payerName: string | null;
  payerAccount: string | null;
  text: string;
  bankReference: string | null;
  endToEndReference: string | null;
  creditorReference: string | null;
  transactionCode: string | null;
  reversal: boolean;
  /**
   * `stored`: not compared yet. `duplicate`: a booking that is known, told again by this line. `repeat-unclear`: it may be the booking in `repeats` or another one; a person decides.
   */
  outcome:
    | 'stored'
    | 'new'
    | 'pending'
    | 'information'
    | 'duplicate'
    | 'repeat-unclear'
    | 'booked'
    | 'suggested'
    | 'held'
    | 'unmatched'
    | 'remittance'
    | 'reversal'
    | 'reversal-unclear'
    | 'not-a-customer-payment';
  /**
   * The line that told of the same booking first, or may have.
   */
  repeats: {
    statementId: string;
    position: number;
    place: string;
    bookingDate: string;
    payerName: string | null;
    payerAccount: string | null;
    bankReference: string | null;
    endToEndReference: string | null;
    text: string;
  } | null;
  /**
   * Why: evidence, reasons, what was taken back.
   */
  detail?: {
    [k: string]: unknown;
  };
  paymentCount: number;
  /**
   * The first hundred.
   */
  payments: {
    id: string;
    status: string;
    amount: Money;
  }[];
}
export interface DecidedRepeats {
  decided: number;
  waiting: number;
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface BankStatementRelease {
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface BankStatementReading {
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface PaymentHead {
  id: string;
  /**
   * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
   */
  status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  source: string;
  amount: Money;
  unapplied: Money;
  valueDate: string;
  receivedAt: string;
  payerName: string | null;
  payerAccount: string | null;
  text: string;
  /**
   * Known, or suspected while it is not applied.
   */
  customer: CustomerName | null;
  suggestionCount: number;
}
export interface CustomerName {
  id: string;
  number: string;
  name: string;
}
export interface Payment {
  id: string;
  /**
   * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
   */
  status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  source: string;
  amount: Money;
  unapplied: Money;
  valueDate: string;
  receivedAt: string;
  payerName: string | null;
  payerAccount: string | null;
  text: string;
  /**
   * Known, or suspected while it is not applied.
   */
  customer: CustomerName | null;
  suggestionCount: number;
  suggestions: PaymentSuggestion[];
  /**
   * Why it was not booked by itself; null when it was.
   */
  reasons?: {
    [k: string]: unknown;
  };
  rivals: {
    paymentId: string;
    amount: Money;
    valueDate: string;
    /**
     * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
     */
    status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  }[];
  allocations: Allocation[];
  bankLine: {
    statementId: string;
    position: number;
    place: string;
    bankReference: string | null;
  } | null;
  reversedAt: string | null;
}
export interface PaymentSuggestion {
  rank: number;
  kind: 'match' | 'possible-duplicate';
  items: {
    openItem: string;
    invoiceId: string;
    invoiceNumber: string;
    instalment: number;
    /**
     * To apply to it.
     */
    amount: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
    /**
     * Open on it at this moment.
     */
    open: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
  }[];
  equation: string;
  /**
   * Evidence for it and doubts about it.
   */
  reasons?: {
    [k: string]: unknown;
  };
  /**
   * The doubts about it, in words.
   */
  words: Words[];
}
export interface Allocation {
  id: string;
  kind: 'payment' | 'deduction' | 'credit-note' | 'write-off';
  openItem: string;
  invoiceId: string;
  invoiceNumber: string;
  amount: Money;
  bookedOn: string;
  bookedBy: string;
  evidence?: unknown;
  reversed: {
    on: string;
    by: string;
    reason: string | null;
  } | null;
}
export interface AllocatedPayment {
  paymentId: string;
  /**
   * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
   */
  status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  unapplied: Money;
  allocations: Allocation[];
}
export interface ReversedAllocation {
  paymentId: string;
  /**
   * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
   */
  status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  unapplied: Money;
  allocation: Allocation;
}
export interface InvoiceHead {
  id: string;
  number: string;
  /**
   * What the customer types into the transfer.
   */
  paymentReference: string;
  /**
   * `open`: something is left to pay. `overdue`: and was due before today. `placed`: with a collection agency. `settled`: nothing is left.
   */
  status: 'open' | 'overdue' | 'placed' | 'settled';
  customer: CustomerName;
  store: string;
  saleId: string;
  issuedOn: string;
  /**
   * Of the oldest open instalment; null when nothing is open.
   */
  dueOn: string | null;
  /**
   * Of its sale, before cash rounding.
   */
  total: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  open: Money;
  dunningLevel: number;
}
export interface Invoice {
  id: string;
  number: string;
  /**
   * What the customer types into the transfer.
   */
  paymentReference: string;
  /**
   * `open`: something is left to pay. `overdue`: and was due before today. `placed`: with a collection agency. `settled`: nothing is left.
   */
  status: 'open' | 'overdue' | 'placed' | 'settled';
  customer: CustomerName;
  store: string;
  saleId: string;
  issuedOn: string;
  /**
   * Of the oldest open instalment; null when nothing is open.
   */
  dueOn: string | null;
  /**
   * Of its sale, before cash rounding.
   */
  total: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  open: Money;
  dunningLevel: number;
  language: 'id' | 'en';
  net: Money;
  tax: Money;
  /**
   * What cash was rounded down by at the till; not paid, not owed.
   */
  rounding: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * Paid at the till, before it was invoiced.
   */
  prepaid: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  lines: {
    lineNumber: number;
    sku: string;
    name: string;
    unit: string;
    /**
     * Decimal with at most three places.
     */
    quantity: string;
    unitPrice: Money;
    discount: Money;
    net: Money;
    taxCode: string;
    taxBase: Money;
    tax: Money;
  }[];
  openItems: OpenItem[];
  allocations: Allocation[];
  /**
   * What has settled it and stands, in the order of booking.
   */
  settlements: Settlement[];
  creditNotes: CreditNoteHead[];
  promises: {
    id: string;
    amount: Money;
    promisedOn: string;
    promisedFor: string;
    state: string;
    channel: string;
  }[];
  disputes: {
    id: string;
    reason: string;
    amount: Money;
    state: string;
    openedAt: string;
    resolution: string | null;
    resolvedAt: string | null;
    creditNoteId: string | null;
  }[];
  outcome: 'paid' | 'credited' | 'written-off' | null;
  closedAt: string | null;
  nextStep: string | null;
  nextStepAt: string | null;
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
  /**
   * Where the whole story of its sale is.
   */
  timeline: string;
}
export interface OpenItem {
  id: string;
  kind: 'instalment' | 'fee' | 'opening';
  instalment: number;
  dueOn: string;
  amount: Money;
  open: Money;
  daysOverdue: number;
}
export interface Settlement {
  /**
   * `remittance`: money that an agency collected. `deduction`: what the payer kept back of a payment.
   */
  kind: 'payment' | 'remittance' | 'credit-note' | 'write-off' | 'deduction';
  amount: Money;
  /**
   * The day of booking.
   */
  on: string;
  document: {
    id: string;
    /**
     * Of the credit note, of the remittance once the agency has paid it out, or of the document of a deduction.
     */
    number: string | null;
  };
  /**
   * The payer, or the agency.
   */
  payer: string | null;
  /**
   * The line of the bank by which the money came.
   */
  bankLine: {
    statementId: string;
    position: number;
    bookingDate: string;
    bankReference: string | null;
  } | null;
}
export interface CreditNoteHead {
  id: string;
  number: string;
  issuedOn: string;
  reason: string;
  net: Money;
  tax: Money;
  total: Money;
  disputeId: string | null;
}
export interface CreditNote {
  id: string;
  number: string;
  invoiceId: string;
  issuedOn: string;
  reason: string;
  net: Money;
  tax: Money;
  total: Money;
  disputeId: string | null;
  /**
   * What is left to pay of the invoice.
   */
  open: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
}
export interface CreditNoteRequest {
  id: string;
  invoiceId: string;
  disputeId: string | null;
  amount: Money;
  reason: string;
  /**
   * It lapses when nothing of the invoice is left to pay before it is decided on.
   */
  state: 'requested' | 'approved' | 'rejected' | 'lapsed';
  requestedAt: string;
  decidedAt: string | null;
  /**
   * Once a second person has agreed.
   */
  creditNoteId: string | null;
}
export interface CreditNoteDocument {
  id: string;
  number: string;
  invoiceId: string;
  invoiceNumber: string;
  customer: CustomerName;
  issuedOn: string;
  reason: string;
  net: Money;
  tax: Money;
  total: Money;
  disputeId: string | null;
}
export interface Customer {
  id: string;
  number: string;
  name: string;
  segment: string;
  language: 'id' | 'en';
  /**
   * ISO 4217.
   */
  currency: string;
  termsDays: number;
  instalments: number;
  active: boolean;
  open: Money;
  overdue: Money;
  /**
   * 0 pays everything on time, 100 is the worst that can be seen.
   */
  riskScore: number | null;
  /**
   * From the score: `medium` from 25, `high` from 55.
   */
  riskBand: 'low' | 'medium' | 'high' | null;
  legalName: string;
  address: string;
  country: string;
  timeZone: string;
  taxNumber: string | null;
  taxBranchNumber: string | null;
  identityNumber: string | null;
  email: string | null;
  phone: string | null;
  /**
   * Why nothing is sold to it any more.
   */
  inactiveReason: string | null;
  createdAt: string;
  contacts: CustomerContact[];
  risk: CustomerRisk | null;
  links: {
    statement: string;
    credit: string;
    invoices: string;
    payments: string;
  };
}
export interface CustomerContact {
  id: string;
  /**
   * Of the person or desk.
   */
  name: string;
  /**
   * What the contact is asked about.
   */
  role: 'billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other';
  channel: 'email' | 'phone' | 'whatsapp' | 'post';
  /**
   * E-mail address, telephone number or postal address.
   */
  address: string;
  /**
   * Null: that of the customer.
   */
  language: ('id' | 'en') | null;
  /**
   * When and how the contact agreed to messages; null: it did not.
   */
  consent: {
    givenAt: string;
    how: string;
  } | null;
}
export interface CustomerRisk {
  /**
   * 0 pays everything on time, 100 is the worst that can be seen.
   */
  score: number;
  /**
   * From the score: `medium` from 25, `high` from 55.
   */
  band: 'low' | 'medium' | 'high';
  /**
   * The day, on the calendar of the customer, that it is true of.
   */
  asOf: string;
  computedAt: string;
  /**
   * The heaviest first.
   */
  reasons: {
    code: 'pays-late' | 'no-history' | 'overdue-now' | 'breaks-promises' | 'new-customer';
    /**
     * The points of all reasons add up to the score.
     */
    points: number;
    detail: string;
  }[];
}
export interface CustomerHead {
  id: string;
  number: string;
  name: string;
  segment: string;
  language: 'id' | 'en';
  /**
   * ISO 4217.
   */
  currency: string;
  termsDays: number;
  instalments: number;
  active: boolean;
  open: Money;
  overdue: Money;
  /**
   * 0 pays everything on time, 100 is the worst that can be seen.
   */
  riskScore: number | null;
  /**
   * From the score: `medium` from 25, `high` from 55.
   */
  riskBand: 'low' | 'medium' | 'high' | null;
}
export interface CustomerAtTill {
  id: string;
  number: string;
  name: string;
  /**
   * The last three digits.
   */
  phoneEnding: string | null;
  onAccount: {
    /**
     * Nothing while there is a reason against it.
     */
    available: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
    /**
     * Why nothing more is sold on account, the weightiest first: what a till would be told.
     */
    reasons: {
      code:
        | 'CREDIT_NOT_GRANTED'
        | 'CUSTOMER_BLOCKED'
        | 'CREDIT_EXPIRED'
        | 'CUSTOMER_PLACED'
        | 'CREDIT_OVERDUE'
        | 'CREDIT_EXCEEDED';
      detail: string;
      words: Words;
    }[];
  };
}
export interface CustomerStatement {
  customer: CustomerName;
  asOf: string;
  items: StatementItem[];
  unapplied: {
    paymentId: string;
    valueDate: string;
    amount: Money;
    unapplied: Money;
  }[];
  totals: {
    /**
     * ISO 4217.
     */
    currency: string;
    open: Money;
    overdue: Money;
    unapplied: Money;
    balance: Money;
  }[];
}
export interface StatementItem {
  openItem: string;
  invoiceId: string;
  invoiceNumber: string;
  dueOn: string;
  daysOverdue: number;
  amount: Money;
  open: Money;
}
export interface CustomerCredit {
  customer: CustomerName;
  /**
   * `none`: without a credit line.
   */
  status: 'open' | 'blocked' | 'none';
  limit: Money;
  exposure: {
    invoiced: Money;
    notInvoiced: Money;
    total: Money;
  };
  /**
   * What may be sold on account now; nothing while there is a reason against it.
   */
  available: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * Of the oldest invoice that is overdue; a disputed one and a small rest do not count.
   */
  overdueSince: string | null;
  /**
   * The last day of the limit.
   */
  validUntil: string | null;
  reviewOn: string | null;
  /**
   * Why nothing more is sold on account, the weightiest first: what a till would be told.
   */
  reasons: {
    code:
      | 'CREDIT_NOT_GRANTED'
      | 'CUSTOMER_BLOCKED'
      | 'CREDIT_EXPIRED'
      | 'CUSTOMER_PLACED'
      | 'CREDIT_OVERDUE'
      | 'CREDIT_EXCEEDED';
    detail: string;
    words: Words;
  }[];
  risk: CustomerRisk | null;
}
export interface CreditLine {
  status: 'open' | 'blocked' | 'none';
  limit: Money;
  /**
   * The last day; null: it has no end.
   */
  validUntil: string | null;
  /**
   * When somebody looks at it again.
   */
  reviewOn: string | null;
  blockedReason: string | null;
  /**
   * The change that waits for a second person.
   */
  waiting: MasterChange | null;
}
export interface MasterChange {
  id: string;
  /**
   * What it changes.
   */
  kind: 'bank-account' | 'approval-limits' | 'credit-limit';
  /**
   * What held when it was asked for; null for something new.
   */
  before: {
    [k: string]: unknown;
  } | null;
  /**
   * What holds after it; amounts in the smallest booked unit.
   */
  after: {
    [k: string]: unknown;
  };
  /**
   * Why, in the words of the person who asked.
   */
  reason: string;
  state: 'requested' | 'approved' | 'rejected';
  /**
   * Name of the person who asked.
   */
  requestedBy: string;
  requestedAt: string;
  decidedAt: string | null;
}
export interface Promise {
  id: string;
  invoiceId: string;
  amount: Money;
  promisedOn: string;
  promisedFor: string;
  state: 'open' | 'kept' | 'broken' | 'withdrawn';
  channel: string;
  recordedAt: string;
}
export interface Dispute {
  id: string;
  invoiceId: string;
  amount: Money;
  reason: string;
  state: 'open' | 'resolved';
  openedAt: string;
  /**
   * Once nothing of the invoice is left to pay, it is resolved by itself: for the customer when a credit note settled the invoice, else for the seller.
   */
  resolution: 'for-customer' | 'for-seller' | null;
  resolvedAt: string | null;
  creditNoteId: string | null;
}
export interface Hold {
  id: string;
  invoiceId: string | null;
  customerId: string | null;
  reason: string;
  until: string | null;
  /**
   * On this day it comes back as a work item, `hold-review`, unless it has ended.
   */
  reviewOn: string | null;
  placedAt: string;
  releasedAt: string | null;
}
export interface WriteOff {
  id: string;
  invoiceId: string;
  placementId: string | null;
  /**
   * What was asked for.
   */
  amount: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * What was given up: never more than was still open.
   */
  writtenOff: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  reason: string;
  /**
   * It lapses when nothing of the invoice is left to pay before it is decided on.
   */
  state: 'requested' | 'approved' | 'rejected' | 'lapsed';
  requestedAt: string;
  decidedAt: string | null;
}
export interface Placement {
  id: string;
  number: string;
  state: 'created' | 'submitted' | 'acknowledged' | 'rejected' | 'recalled' | 'closed';
  balance: PlacementBalance;
  oldestDueOn: string;
  placedOn: string;
  placedAt: string;
  acknowledgedAt: string | null;
  recalledAt: string | null;
  closedAt: string | null;
  closeReason: string | null;
  lastSequence: number;
  recallReason: string | null;
  invoice: {
    id: string;
    number: string;
  };
  customer: CustomerName;
  agency: {
    id: string;
    code: string;
    name: string;
  };
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
/**
 * Always placed = collectedByAgency + paidDirect + adjusted + recalled + writtenOff + outstanding; adjusted is below zero when something was added to the case, such as a fee.
 */
export interface PlacementBalance {
  placed: Money;
  collectedByAgency: Money;
  paidDirect: Money;
  adjusted: Money;
  recalled: Money;
  writtenOff: Money;
  outstanding: Money;
}
export interface PlacementRequest {
  id: string;
  invoiceId: string;
  agencyId: string | null;
  amount: Money;
  /**
   * Why the policy would not place it.
   */
  obstacle: string;
  reason: string;
  /**
   * It lapses when nothing of the invoice is left to pay or the invoice is placed before it is decided on.
   */
  state: 'requested' | 'approved' | 'rejected' | 'lapsed';
  requestedAt: string;
  decidedAt: string | null;
  /**
   * Once a second person has agreed.
   */
  placementId: string | null;
}
export interface WholePlacement {
  id: string;
  number: string;
  state: 'created' | 'submitted' | 'acknowledged' | 'rejected' | 'recalled' | 'closed';
  balance: PlacementBalance;
  oldestDueOn: string;
  placedOn: string;
  placedAt: string;
  acknowledgedAt: string | null;
  recalledAt: string | null;
  closedAt: string | null;
  closeReason: string | null;
  lastSequence: number;
  recallReason: string | null;
  invoice: {
    id: string;
    number: string;
  };
  customer: CustomerName;
  agency: {
    id: string;
    code: string;
    name: string;
  };
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
  items: {
    openItemId: string;
    dueOn: string;
    principal: Money;
    fee: Money;
  }[];
  reports: {
    sequence: number;
    type: string;
    occurredAt: string;
    receivedAt: string;
    outOfOrder: boolean;
    amount: Money | null;
    commission: Money | null;
    /**
     * Number of the remittance that paid it over.
     */
    remittance: string | null;
    /**
     * The report as the agency sent it.
     */
    content?: {
      [k: string]: unknown;
    };
  }[];
  messages: {
    id: string;
    type: string;
    createdAt: string;
    deliveredAt: string | null;
    attempts: number;
    lastStatus: number | null;
    lastError: string | null;
  }[];
}
export interface Agency {
  id: string;
  code: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Whether it gets new cases.
   */
  active: boolean;
  name: string;
  /**
   * ISO 3166: whose customers it is chosen for.
   */
  country: string;
  /**
   * Of what it is told.
   */
  language: 'id' | 'en';
  /**
   * Whom our people talk to.
   */
  contactName: string | null;
  email: string | null;
  /**
   * With the code of its country.
   */
  phone: string | null;
  /**
   * Tax on the commission; 1100 are 11 %.
   */
  commissionTaxBasisPoints: number;
  /**
   * Days after a recall in which it still reports payments that came before.
   */
  recallReportDays: number;
  /**
   * What holds for what is placed today.
   */
  agreement: AgencyAgreement | null;
  openCases: number;
  /**
   * Keys that are good now.
   */
  keys: number;
  /**
   * The agency sets it itself.
   */
  webhookUrl: string | null;
}
export interface AgencyAgreement {
  /**
   * Code of the agency.
   */
  agency: string;
  /**
   * A case names the version it was placed under.
   */
  version: number;
  /**
   * For what is placed from this day on.
   */
  validFrom: string;
  commission: CommissionBand[];
  agreedAt: string;
}
export interface CommissionBand {
  /**
   * Age of the oldest debt of the case when it was placed.
   */
  fromDaysPastDue: number;
  /**
   * Amount that was placed, in the smallest booked unit of the currency.
   */
  fromAmount?: string;
  /**
   * 1500 are 15 %.
   */
  basisPoints: number;
}
export interface AccountingPeriod {
  id: string;
  legalEntity: string;
  startsOn: string;
  endsOn: string;
  state: 'open' | 'closed';
  closedAt: string | null;
}
export interface Ageing {
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * How the figure is made.
   */
  formula: string;
  total: AgeingBuckets;
  ledger: {
    account: string;
    balance: Money;
    /**
     * Open items less ledger; zero when the books tie.
     */
    difference: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
  };
  customers: {
    customer: CustomerName;
    buckets: AgeingBuckets;
    link: string;
  }[];
  nextCursor: string | null;
}
export interface AgeingBuckets {
  notDue: Money;
  days1to30: Money;
  days31to60: Money;
  days61to90: Money;
  over90: Money;
  total: Money;
}
export interface TrialBalance {
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * How the figure is made.
   */
  formula: string;
  accounts: {
    code: string;
    name: {
      id: string;
      en: string;
    };
    kind: string;
    debit: Money;
    credit: Money;
    /**
     * Debit less credit.
     */
    balance: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
  }[];
  total: {
    debit: Money;
    credit: Money;
    difference: Money;
  };
}
export interface DailyResults {
  from: string;
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * How the figure is made.
   */
  formula: string;
  days: DailyResult[];
  total: {
    netSales: Money;
    costOfGoods: Money;
    margin: Money;
    result: Money;
  };
  ledger: {
    /**
     * Movement of all revenue and expense accounts in the same days.
     */
    result: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
    difference: Money;
  };
}
export interface DailyResult {
  date: string;
  /**
   * Null: of the company, not of a store.
   */
  store: string | null;
  sales: Money;
  discounts: Money;
  returns: Money;
  /**
   * Without tax and before cash rounding.
   */
  netSales: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  costOfGoods: Money;
  margin: Money;
  otherIncome: Money;
  /**
   * What cash rounding gave away is among them.
   */
  otherExpenses: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  result: Money;
  links: {
    lifecycles: string;
  };
}
export interface Dso {
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  days: number;
  receivables: Money;
  notDue: Money;
  /**
   * Invoiced on account in those days.
   */
  creditSales: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * Days with one decimal; null without credit sales.
   */
  dso: string | null;
  bestPossibleDso: string | null;
  averageDaysDelinquent: string | null;
  formulas: {
    /**
     * How the figure is made.
     */
    dso: string;
    /**
     * How the figure is made.
     */
    bestPossibleDso: string;
    /**
     * How the figure is made.
     */
    averageDaysDelinquent: string;
  };
  links: {
    ageing: string;
  };
}
export interface Margins {
  from: string;
  to: string;
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  by: 'product' | 'store' | 'day' | 'sale';
  /**
   * How the figure is made.
   */
  formula: string;
  /**
   * Of all pages.
   */
  total: {
    /**
     * Without tax and before cash rounding, less discounts and returns.
     */
    netSales: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
    /**
     * At the moving average at which the goods left.
     */
    costOfGoods: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
    margin: Money;
    /**
     * Of net sales, with two decimals; null unless net sales are above zero.
     */
    marginPercent: string | null;
  };
  /**
   * Null for one product, which has no account of its own.
   */
  ledger: {
    netSales: Money;
    costOfGoods: Money;
    /**
     * Margin less ledger; zero when they tie.
     */
    difference: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
  } | null;
  rows: MarginRow[];
  nextCursor: string | null;
}
export interface MarginRow {
  /**
   * SKU, code of the store, day or number of the sale; null: of none of them.
   */
  key: string | null;
  name: string | null;
  /**
   * Without tax and before cash rounding, less discounts and returns.
   */
  netSales: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * At the moving average at which the goods left.
   */
  costOfGoods: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  margin: Money;
  /**
   * Of net sales, with two decimals; null unless net sales are above zero.
   */
  marginPercent: string | null;
  links: {
    /**
     * The sales behind a figure, or the story of a sale with its documents.
     */
    documents: string | null;
  };
}
export interface CashForecast {
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * How the figure is made.
   */
  formula: string;
  weeks: ForecastWeek[];
  /**
   * Expected after the last week.
   */
  beyond: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  atRisk: {
    disputed: Money;
    /**
     * With a collection agency.
     */
    placed: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
  };
  /**
   * Weeks, beyond and at risk together.
   */
  total: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  ledger: {
    account: string;
    balance: Money;
    /**
     * Total less ledger; zero when the books tie.
     */
    difference: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
  };
  /**
   * Who owes, the most first.
   */
  customers: ForecastCustomer[];
  nextCursor: string | null;
  links: {
    ageing: string;
    disputes: string;
    placements: string;
  };
}
export interface ForecastWeek {
  from: string;
  to: string;
  /**
   * Everything that is expected in these days.
   */
  expected: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * What of it customers have promised.
   */
  promised: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
}
export interface ForecastCustomer {
  customer: CustomerName;
  open: Money;
  /**
   * Added to each due date; below zero is early.
   */
  daysLate: number;
  /**
   * Whose payments the days are the average of.
   */
  habit: 'customer' | 'segment' | 'overall' | 'none';
  link: string;
}
export interface CollectionsReport {
  asOf: string;
  days: number;
  /**
   * ISO 4217.
   */
  currency: string;
  receivables: {
    atBeginning: Money;
    creditSales: Money;
    atEnd: Money;
    notDueAtEnd: Money;
    /**
     * Percent with one decimal; null when there is nothing to divide by.
     */
    collectionEffectiveness: string | null;
  };
  reminders: {
    level: number;
    sent: number;
    failed: number;
    withheld: number;
  }[];
  promises: {
    kept: number;
    broken: number;
    /**
     * Not judged by the end of the day, of invoices that owed something then.
     */
    running: number;
    /**
     * Percent with one decimal; null when there is nothing to divide by.
     */
    keptRate: string | null;
  };
  disputes: {
    opened: number;
    resolved: number;
    /**
     * At the end of the day, of invoices that owed something then.
     */
    open: number;
    /**
     * What of the receivables was disputed and not with an agency: as in the cash forecast.
     */
    openAmount: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    };
  };
  writtenOff: Money;
  agencies: {
    agency: {
      code: string;
      name: string;
    };
    placements: number;
    placed: Money;
    collected: Money;
    commission: Money;
    remitted: Money;
    /**
     * Percent with one decimal; null when there is nothing to divide by.
     */
    liquidationRate: string | null;
    link: string;
  }[];
  formulas: {
    /**
     * How the figure is made.
     */
    collectionEffectiveness: string;
    /**
     * How the figure is made.
     */
    keptRate: string;
    /**
     * How the figure is made.
     */
    liquidationRate: string;
  };
  links: {
    placements: string;
    ageing: string;
  };
}
export interface AgencyCase {
  id: string;
  number: string;
  state: 'created' | 'submitted' | 'acknowledged' | 'rejected' | 'recalled' | 'closed';
  balance: PlacementBalance;
  oldestDueOn: string;
  placedOn: string;
  placedAt: string;
  acknowledgedAt: string | null;
  recalledAt: string | null;
  closedAt: string | null;
  closeReason: string | null;
  lastSequence: number;
  /**
   * Version of the agreement it was placed under.
   */
  termsVersion: number;
  invoice: {
    number: string;
    paymentReference: string;
    issuedOn: string;
  };
  items: {
    dueOn: string;
    principal: Money;
    fee: Money;
  }[];
  /**
   * Only while the case is yours; erase your copy when it has ended.
   */
  debtor: {
    name: string;
    legalName: string;
    address: string;
    email: string | null;
    phone: string | null;
    language: 'id' | 'en';
    timeZone: string;
  } | null;
}
export interface RecordedReport {
  placementId: string;
  sequence: number;
  type: string;
  outcome: 'recorded' | 'replayed';
  /**
   * What you earn by this payment, as agreed.
   */
  commission: Money | null;
  state: 'created' | 'submitted' | 'acknowledged' | 'rejected' | 'recalled' | 'closed';
  balance: PlacementBalance;
}
export interface Remittance {
  id: string;
  number: string;
  remittedOn: string;
  gross: Money;
  commission: Money;
  taxOnCommission: Money;
  net: Money;
  /**
   * `settled` once the net has arrived on our bank account.
   */
  state: 'reported' | 'settled';
  receivedAt: string;
  payments: {
    placementId: string;
    sequence: number;
    gross: Money;
    commission: Money;
  }[];
}
export interface AgencyWebhook {
  /**
   * Null: nothing is sent; you fetch your cases.
   */
  url: string | null;
  /**
   * Every message is signed with each of them, the newest first.
   */
  secrets: {
    id: string;
    /**
     * Null: agreed before such moments were noted.
     */
    createdAt: string | null;
    /**
     * From then on it signs no more. Null: the secret in use.
     */
    expiresAt: string | null;
  }[];
  /**
   * The last messages, the newest first.
   */
  lastDeliveries: {
    /**
     * The header `webhook-id`.
     */
    id: string;
    type:
      | 'placement.created'
      | 'placement.direct_payment'
      | 'placement.adjusted'
      | 'placement.recalled';
    placementId: string;
    createdAt: string;
    /**
     * fetched: there was no address then. refused: answered otherwise than 2xx. failed: not answered. Both are tried again.
     */
    state: 'waiting' | 'delivered' | 'fetched' | 'refused' | 'failed';
    attempts: number;
    httpStatus: number | null;
    deliveredAt: string | null;
  }[];
}
export interface SetupStep {
  step:
    | 'company'
    | 'store'
    | 'terminal'
    | 'enrolment'
    | 'item'
    | 'stock'
    | 'printer'
    | 'bank-account'
    | 'dunning-policy';
  neededFor: 'sale' | 'receipt' | 'invoice' | 'letter';
  done: boolean;
  words: SetupWords;
  /**
   * The call that does it.
   */
  call: string;
}
export interface SetupWords {
  id: string;
  en: string;
}
export interface Company {
  organisationId: string;
  legalEntityId: string;
  code: string;
  name: string;
  legalName: string;
  taxNumber: string;
  /**
   * ISO 4217.
   */
  currency: string;
  country: string;
  timeZone: string;
  language: 'id' | 'en';
  booksFrom: string;
}
export interface Store {
  id: string;
  code: string;
  name: string;
  address: string;
  phone: string;
  timeZone: string;
  cashRoundingStep: Money;
  locations: StockLocation[];
}
export interface StockLocation {
  id: string;
  code: string;
  name: string;
}
export interface Printer {
  id: string;
  code: string;
  store: string;
  host: string;
  port: number;
  profile: 'escpos-80' | 'escpos-58';
}
export interface Terminal {
  id: string;
  code: string;
  name: string;
  store: string;
  location: string;
  printer: string | null;
  active: boolean;
  /**
   * Whether a key of it is valid.
   */
  enrolled: boolean;
}
export interface CompanyTenderRule {
  /**
   * How a part of a sale is paid.
   */
  type: 'cash' | 'card' | 'qris' | 'voucher' | 'storeCredit' | 'onAccount';
  /**
   * Whether a till without a connection accepts it.
   */
  offlineAllowed: boolean;
  /**
   * The most of one sale; null: no limit.
   */
  perSaleLimit: Money | null;
  /**
   * Account of the ledger that it is booked to. The chart of accounts decides it.
   */
  account: string;
}
export interface BankAccount {
  id: string;
  number: string;
  /**
   * What we call it.
   */
  name: string;
  bankName: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Its account in the ledger.
   */
  account: string;
  /**
   * Whether customers may be asked to pay to it.
   */
  onDocuments: boolean;
  /**
   * Whether invoices and letters in its currency name it: the first on documents.
   */
  named: boolean;
  /**
   * The day up to which files are there.
   */
  lastStatementOn: string | null;
}
export interface ApprovalLimits {
  /**
   * The most that one person alone gives up of an invoice, and for a customer in one day.
   */
  creditNote: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * The highest credit limit of a customer that one person alone sets.
   */
  customerCredit: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  handFedFiles: {
    bankAccountId: string;
    number: string;
    /**
     * What files handed in by one person may bring in within 24 hours; null: any amount.
     */
    limit: Money | null;
  }[];
}
export interface CompanyTaxRule {
  id: string;
  /**
   * Items name it: `PPN`.
   */
  code: string;
  /**
   * `ppn-other-base`: the rate applies to a part of the price (DPP nilai lain).
   */
  kind: 'ppn-full' | 'ppn-other-base' | 'exempt' | 'none';
  /**
   * The first day on which it holds.
   */
  validFrom: string;
  /**
   * Of the base: 12/100.
   */
  rate: {
    numerator: number;
    denominator: number;
  };
  /**
   * The part of the price without tax that it applies to: 11/12.
   */
  baseFactor: {
    numerator: number;
    denominator: number;
  };
  /**
   * Below the booked unit, once for a document.
   */
  rounding: 'half-up' | 'half-even' | 'down';
  /**
   * As it stands on receipts and invoices.
   */
  label: {
    id: string;
    en: string;
  };
  /**
   * Today: planned for later, in force, or followed by another.
   */
  state: 'planned' | 'in-force' | 'past';
}
export interface Holidays {
  /**
   * ISO 3166-1.
   */
  country: string;
  year: number;
  /**
   * Whether the company gave the list, or it came with the product.
   */
  source: 'company' | 'product' | 'none';
  /**
   * False while days of the year are only expected, not decreed.
   */
  known: boolean;
  days: {
    date: string;
    /**
     * Joint leave (cuti bersama) counts like a holiday.
     */
    kind: 'national' | 'jointLeave';
    name: {
      id: string;
      en: string;
    };
  }[];
}
export interface DunningPolicy {
  id: string;
  version: number;
  state: 'planned' | 'in-force' | 'past';
  /**
   * Names the policy; each version has the same.
   */
  code: string;
  /**
   * Whose customers it is for; null: for all that have no policy of their own.
   */
  segment: string | null;
  /**
   * ISO 4217.
   */
  currency?: string;
  /**
   * The first day on which letters follow it.
   */
  inForceFrom: string;
  /**
   * Days that money sent on the due day needs to us.
   */
  transitDays: number;
  /**
   * Up to this amount nobody is reminded.
   */
  smallRest: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * What a customer owes overdue at least, before letters go out.
   */
  customerMinimum: {
    /**
     * Decimal in major units.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
  };
  /**
   * Between two letters about an invoice.
   */
  daysBetweenLetters: number;
  /**
   * Between two letters to a customer.
   */
  daysBetweenLettersToCustomer: number;
  /**
   * No letter while the bank data are older; 0: that is not checked.
   */
  bankDataMaxAgeDays: number;
  /**
   * The letters, the first first.
   *
   * @maxItems 9
   */
  levels: {
    daysPastDue: number;
    /**
     * Charged once for each invoice; null: none.
     */
    fee: Money | null;
    /**
     * How the letter speaks.
     */
    template: 'reminder-friendly' | 'reminder-firm' | 'reminder-final';
    /**
     * How the letter goes.
     */
    channel?: 'email';
  }[];
  /**
   * When an agency takes over; null: a person decides.
   */
  placement: {
    daysPastDue: number;
    minimum: Money;
  } | null;
  /**
   * When something is overdue for longer, nothing more is sold on account.
   */
  creditStopDays: number;
  promises: {
    /**
     * A promise is about at least this share.
     */
    minimumShare: number;
    /**
     * And at most so many days ahead.
     */
    daysMax: number;
    /**
     * Of an invoice, not kept, the running one included.
     */
    inARow: number;
    /**
     * The same of a customer.
     */
    inARowOfCustomer: number;
  };
  /**
   * A dispute is about at least this share.
   */
  disputeMinimumShare: number;
  /**
   * A hold comes back as work after so many days.
   */
  holdReviewDays: number;
}
export interface LettersPreview {
  letters: {
    level: number;
    /**
     * When it leaves, at the earliest.
     */
    at: string;
    /**
     * The deadline that it names.
     */
    payBy: string;
    follows: 'reminder' | 'agency' | 'person';
    template: string;
    fee: Money | null;
  }[];
  /**
   * What comes after the last letter.
   */
  afterwards: {
    kind: 'place' | 'hold' | 'nothing';
    /**
     * When an agency takes over.
     */
    at: string | null;
    /**
     * Why a person decides.
     */
    reason: string | null;
  };
}
export interface User {
  id: string;
  email: string;
  name: string;
  role:
    | 'cashier'
    | 'storeManager'
    | 'arClerk'
    | 'arManager'
    | 'creditController'
    | 'owner'
    | 'auditor'
    | 'admin';
  store: string | null;
  language: 'id' | 'en';
  active: boolean;
  /**
   * A code to set a password is open.
   */
  invited: boolean;
}
export interface ApiKey {
  keyId: string;
  label: string;
  role:
    | 'cashier'
    | 'storeManager'
    | 'arClerk'
    | 'arManager'
    | 'creditController'
    | 'owner'
    | 'auditor'
    | 'admin'
    | 'terminal'
    | 'partner'
    | 'integration';
  /**
   * The person, till or agency it is of.
   */
  holder: string | null;
  /**
   * Empty: all that the role may do.
   */
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
}
export interface OpenSession {
  id: string;
  /**
   * From where the person signed in.
   */
  address: string;
  /**
   * What the browser calls itself.
   */
  program: string | null;
  createdAt: string;
  /**
   * To the minute.
   */
  lastSeenAt: string;
  expiresAt: string;
  /**
   * The session that asks.
   */
  current: boolean;
}
export interface SecondFactorRule {
  /**
   * @maxItems 8
   */
  roles: (
    | 'cashier'
    | 'storeManager'
    | 'arClerk'
    | 'arManager'
    | 'creditController'
    | 'owner'
    | 'auditor'
    | 'admin'
  )[];
}
export interface ImportReceipt {
  id: string;
  /**
   * `received`: kept, being read. `read`: its rows are known, they are being written. `done`: every row has its outcome. `refused`: not understood, or given up; `refusal` says why. `undone`: taken back as a whole.
   */
  status: 'received' | 'read' | 'done' | 'refused' | 'undone';
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface ImportHead {
  id: string;
  /**
   * `items`: goods with barcodes and price, by their SKU.
   */
  kind: 'items';
  /**
   * `dry-run`: nothing is written, the report says what would be.
   */
  mode: 'write' | 'dry-run';
  /**
   * `received`: kept, being read. `read`: its rows are known, they are being written. `done`: every row has its outcome. `refused`: not understood, or given up; `refusal` says why. `undone`: taken back as a whole.
   */
  status: 'received' | 'read' | 'done' | 'refused' | 'undone';
  /**
   * Code of its profile.
   */
  profile: string | null;
  /**
   * Size of the file.
   */
  fileBytes: number;
  /**
   * The progress.
   */
  rows: {
    /**
     * Rows read so far, without header and empty rows.
     */
    total: number;
    /**
     * Not written yet.
     */
    waiting: number;
    /**
     * Written.
     */
    written: number;
    /**
     * Good rows of a dry run.
     */
    wouldBeWritten: number;
    /**
     * Came before with the same content; nothing was to be done.
     */
    known: number;
    /**
     * Not written; `/rows?status=refused` says why.
     */
    refused: number;
    /**
     * Taken back.
     */
    undone: number;
  };
  /**
   * Why the file as a whole was refused.
   */
  refusal: {
    /**
     * A code such as IMPORT_HEADER_MISSING.
     */
    code: string;
    /**
     * The same as a sentence.
     */
    detail: string;
    /**
     * Where in the file.
     */
    place: string | null;
  } | null;
  /**
   * When it was handed in.
   */
  receivedAt: string;
  /**
   * The actor who handed it in.
   */
  receivedBy: string;
  /**
   * When its last row had its outcome.
   */
  endedAt: string | null;
  /**
   * When it was taken back.
   */
  undoneAt: string | null;
}
export interface Import {
  id: string;
  /**
   * `items`: goods with barcodes and price, by their SKU.
   */
  kind: 'items';
  /**
   * `dry-run`: nothing is written, the report says what would be.
   */
  mode: 'write' | 'dry-run';
  /**
   * `received`: kept, being read. `read`: its rows are known, they are being written. `done`: every row has its outcome. `refused`: not understood, or given up; `refusal` says why. `undone`: taken back as a whole.
   */
  status: 'received' | 'read' | 'done' | 'refused' | 'undone';
  /**
   * Code of its profile.
   */
  profile: string | null;
  /**
   * Size of the file.
   */
  fileBytes: number;
  /**
   * The progress.
   */
  rows: {
    /**
     * Rows read so far, without header and empty rows.
     */
    total: number;
    /**
     * Not written yet.
     */
    waiting: number;
    /**
     * Written.
     */
    written: number;
    /**
     * Good rows of a dry run.
     */
    wouldBeWritten: number;
    /**
     * Came before with the same content; nothing was to be done.
     */
    known: number;
    /**
     * Not written; `/rows?status=refused` says why.
     */
    refused: number;
    /**
     * Taken back.
     */
    undone: number;
  };
  /**
   * Why the file as a whole was refused.
   */
  refusal: {
    /**
     * A code such as IMPORT_HEADER_MISSING.
     */
    code: string;
    /**
     * The same as a sentence.
     */
    detail: string;
    /**
     * Where in the file.
     */
    place: string | null;
  } | null;
  /**
   * When it was handed in.
   */
  receivedAt: string;
  /**
   * The actor who handed it in.
   */
  receivedBy: string;
  /**
   * When its last row had its outcome.
   */
  endedAt: string | null;
  /**
   * When it was taken back.
   */
  undoneAt: string | null;
  /**
   * How the file was understood; null until it was looked at.
   */
  format: {
    /**
     * What the file is.
     */
    file: 'csv' | 'xlsx';
    /**
     * Of a text file.
     */
    encoding: string | null;
    /**
     * Of a text file.
     */
    delimiter: string | null;
    /**
     * The line of the header; 0 when a profile reads without one.
     */
    headerLine: number;
    /**
     * Which column says what.
     */
    columns: {
      /**
       * As the call of the kind names it.
       */
      field: string;
      /**
       * The name in the header.
       */
      column: string;
    }[];
    /**
     * Columns nothing is read from.
     */
    unused: string[];
    /**
     * Shown by the numbers of the file, or said by the profile.
     */
    decimalMark: '.' | ',' | 'unknown';
    /**
     * Of dates like 1/2/2026.
     */
    dateOrder: 'dmy' | 'mdy' | 'ymd';
  } | null;
  workflow: {
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface ImportRow {
  /**
   * The line of the file on which the row begins.
   */
  line: number;
  /**
   * What became of it.
   */
  status: 'read' | 'written' | 'would-be-written' | 'known' | 'refused' | 'undone';
  /**
   * The source's own key.
   */
  key: string | null;
  /**
   * Id of what it wrote.
   */
  subjectId: string | null;
  /**
   * As they stand in the file.
   */
  cells: string[];
  /**
   * What is wrong with it.
   */
  faults: ImportFault[];
}
export interface ImportFault {
  /**
   * Name of the column; null: the whole row.
   */
  column: string | null;
  /**
   * The field that the column says.
   */
  field: string | null;
  /**
   * What the cell holds.
   */
  value: string | null;
  /**
   * The code of what is wrong, as calls are refused with.
   */
  code: string;
  /**
   * The same as a sentence.
   */
  detail: string;
}
export interface ImportProfile {
  id: string;
  /**
   * Its own code.
   */
  code: string;
  /**
   * For people.
   */
  name: string;
  /**
   * The kind of files that it reads.
   */
  kind: 'items';
  /**
   * By field: the name of its column, or `#3` for the third.
   */
  columns?: {
    [k: string]: string;
  };
  /**
   * The sign before decimals; null: as the numbers of the file show.
   */
  decimalMark?: ('.' | ',') | null;
  /**
   * Of dates like 1/2/2026; null: day before month.
   */
  dateOrder?: ('dmy' | 'mdy' | 'ymd') | null;
  /**
   * By field: what is taken where the file says nothing.
   */
  defaults?: {
    [k: string]: string;
  };
}
export interface Readiness {
  status: 'ready';
  checks: {
    database: 'ok';
    temporal: 'ok';
    workers: 'ok';
    starter: 'ok';
  };
}

/** Which calls take an idempotency key, and which are safe to repeat by themselves. */
export const IDEMPOTENCY: Readonly<
  Record<keyof Calls, 'read' | 'key' | 'optionalKey' | 'natural'>
> = {
  'POST /v1/session': 'natural',
  'GET /v1/session': 'read',
  'DELETE /v1/session': 'natural',
  'POST /v1/session/password-check': 'natural',
  'PUT /v1/session/password': 'natural',
  'POST /v1/session/second-factor': 'natural',
  'PUT /v1/session/second-factor': 'natural',
  'POST /v1/session/second-factor/ending': 'natural',
  'PUT /v1/sales/{saleId}': 'natural',
  'GET /v1/sales/{saleId}': 'read',
  'POST /v1/sales/{saleId}/delivery': 'key',
  'POST /v1/sync': 'natural',
  'POST /v1/sync/reconcile': 'natural',
  'GET /v1/sales/{saleId}/receipt': 'read',
  'POST /v1/sales/{saleId}/receipt/prints': 'key',
  'GET /v1/catalogue': 'read',
  'GET /v1/items': 'read',
  'GET /v1/items/{itemId}': 'read',
  'POST /v1/items': 'key',
  'PUT /v1/items/{itemId}': 'natural',
  'POST /v1/items/{itemId}/barcodes': 'key',
  'DELETE /v1/items/{itemId}/barcodes/{barcode}': 'natural',
  'POST /v1/items/{itemId}/withdrawal': 'key',
  'DELETE /v1/items/{itemId}/withdrawal': 'natural',
  'GET /v1/stock': 'read',
  'POST /v1/stock-receipts': 'key',
  'GET /v1/lifecycles': 'read',
  'GET /v1/lifecycles/{saleId}': 'read',
  'GET /v1/work-queue': 'read',
  'POST /v1/work-queue/{workItemId}/resolution': 'key',
  'GET /v1/events': 'read',
  'GET /v1/quarantine': 'read',
  'GET /v1/quarantine/{quarantineId}': 'read',
  'POST /v1/quarantine/{quarantineId}/resolution': 'key',
  'POST /v1/bank-statements': 'optionalKey',
  'GET /v1/bank-statements': 'read',
  'GET /v1/bank-statements/{statementId}': 'read',
  'POST /v1/bank-statements/{statementId}/repeats': 'key',
  'POST /v1/bank-statements/{statementId}/release': 'key',
  'POST /v1/bank-statements/{statementId}/readings': 'key',
  'GET /v1/payments': 'read',
  'GET /v1/payments/{paymentId}': 'read',
  'POST /v1/payments/{paymentId}/allocations': 'key',
  'POST /v1/allocations/{allocationId}/reversal': 'key',
  'GET /v1/invoices': 'read',
  'GET /v1/invoices/{invoiceId}': 'read',
  'POST /v1/invoices/{invoiceId}/credit-notes': 'key',
  'POST /v1/credit-note-requests/{creditNoteRequestId}/approval': 'key',
  'GET /v1/credit-note-requests/{creditNoteRequestId}': 'read',
  'GET /v1/credit-notes/{creditNoteId}': 'read',
  'POST /v1/customers': 'key',
  'GET /v1/customers': 'read',
  'GET /v1/customers/{customerId}': 'read',
  'PUT /v1/customers/{customerId}': 'natural',
  'POST /v1/customers/{customerId}/disabling': 'key',
  'POST /v1/customers/{customerId}/disabling/undoing': 'key',
  'POST /v1/customers/{customerId}/contacts': 'key',
  'PUT /v1/customers/{customerId}/contacts/{contactId}': 'natural',
  'DELETE /v1/customers/{customerId}/contacts/{contactId}': 'natural',
  'GET /v1/customers/{customerId}/statement': 'read',
  'GET /v1/customers/{customerId}/credit': 'read',
  'PUT /v1/customers/{customerId}/credit-limit': 'key',
  'POST /v1/customers/{customerId}/credit-block': 'key',
  'POST /v1/customers/{customerId}/credit-block/undoing': 'key',
  'POST /v1/invoices/{invoiceId}/promises': 'key',
  'POST /v1/promises/{promiseId}/withdrawal': 'key',
  'POST /v1/invoices/{invoiceId}/disputes': 'key',
  'POST /v1/disputes/{disputeId}/resolution': 'key',
  'POST /v1/invoices/{invoiceId}/holds': 'key',
  'POST /v1/holds/{holdId}/review': 'key',
  'POST /v1/holds/{holdId}/release': 'key',
  'POST /v1/invoices/{invoiceId}/write-offs': 'key',
  'POST /v1/write-offs/{writeOffId}/approval': 'key',
  'POST /v1/invoices/{invoiceId}/placements': 'key',
  'POST /v1/placement-requests/{placementRequestId}/approval': 'key',
  'GET /v1/placement-requests/{placementRequestId}': 'read',
  'GET /v1/placements': 'read',
  'GET /v1/placements/{placementId}': 'read',
  'POST /v1/placements/{placementId}/recall': 'key',
  'GET /v1/agencies': 'read',
  'POST /v1/agencies': 'key',
  'PUT /v1/agencies/{agencyId}': 'natural',
  'GET /v1/agreements': 'read',
  'POST /v1/agreements': 'key',
  'POST /v1/agencies/{agencyId}/enrolment-codes': 'key',
  'GET /v1/accounting-periods': 'read',
  'POST /v1/accounting-periods/{periodId}/closing': 'key',
  'GET /v1/reports/ageing': 'read',
  'GET /v1/reports/trial-balance': 'read',
  'GET /v1/reports/daily-result': 'read',
  'GET /v1/reports/dso': 'read',
  'GET /v1/reports/margin': 'read',
  'GET /v1/reports/cash-forecast': 'read',
  'GET /v1/reports/collections': 'read',
  'POST /v1/agency/enrolments': 'natural',
  'GET /v1/agency/agreements': 'read',
  'GET /v1/agency/placements': 'read',
  'GET /v1/agency/placements/{placementId}': 'read',
  'POST /v1/agency/placements/{placementId}/acknowledgement': 'key',
  'POST /v1/agency/placements/{placementId}/events': 'key',
  'POST /v1/agency/remittances': 'key',
  'GET /v1/agency/remittances/{remittanceId}': 'read',
  'GET /v1/agency/webhook': 'read',
  'POST /v1/agency/webhook': 'key',
  'POST /v1/agency/webhook/secret-rotations': 'key',
  'GET /v1/setup': 'read',
  'POST /v1/company': 'key',
  'GET /v1/stores': 'read',
  'POST /v1/stores': 'key',
  'PUT /v1/stores/{storeId}': 'natural',
  'POST /v1/stores/{storeId}/locations': 'key',
  'PUT /v1/locations/{locationId}': 'natural',
  'GET /v1/printers': 'read',
  'POST /v1/printers': 'key',
  'PUT /v1/printers/{printerId}': 'natural',
  'GET /v1/printer-networks': 'read',
  'PUT /v1/printer-networks': 'natural',
  'GET /v1/terminals': 'read',
  'POST /v1/terminals': 'key',
  'PUT /v1/terminals/{terminalId}': 'natural',
  'POST /v1/terminals/{terminalId}/enrolment-codes': 'key',
  'POST /v1/enrolments': 'natural',
  'GET /v1/tender-rules': 'read',
  'PUT /v1/tender-rules/{type}': 'natural',
  'GET /v1/bank-accounts': 'read',
  'POST /v1/bank-accounts': 'key',
  'POST /v1/bank-accounts/{bankAccountId}/changes': 'key',
  'GET /v1/approval-limits': 'read',
  'POST /v1/approval-limits/changes': 'key',
  'GET /v1/master-changes': 'read',
  'POST /v1/master-changes/{masterChangeId}/approval': 'key',
  'GET /v1/tax-rules': 'read',
  'POST /v1/tax-rules': 'key',
  'DELETE /v1/tax-rules/{taxRuleId}': 'natural',
  'GET /v1/holidays/{country}/{year}': 'read',
  'PUT /v1/holidays/{country}/{year}': 'natural',
  'GET /v1/dunning-policies': 'read',
  'POST /v1/dunning-policies': 'key',
  'DELETE /v1/dunning-policies/{policyId}': 'natural',
  'GET /v1/dunning-policies/{policyId}/preview': 'read',
  'GET /v1/users': 'read',
  'POST /v1/users': 'key',
  'PUT /v1/users/{userId}': 'natural',
  'POST /v1/users/{userId}/password-resets': 'key',
  'POST /v1/passwords': 'natural',
  'GET /v1/keys': 'read',
  'POST /v1/keys': 'key',
  'POST /v1/keys/{keyId}/rotation': 'key',
  'POST /v1/keys/{keyId}/revocation': 'key',
  'GET /v1/sessions': 'read',
  'DELETE /v1/sessions/{sessionId}': 'natural',
  'GET /v1/users/{userId}/sessions': 'read',
  'DELETE /v1/users/{userId}/sessions': 'natural',
  'DELETE /v1/users/{userId}/second-factor': 'natural',
  'GET /v1/second-factor-rule': 'read',
  'PUT /v1/second-factor-rule': 'natural',
  'POST /v1/imports': 'optionalKey',
  'GET /v1/imports': 'read',
  'GET /v1/imports/{importId}': 'read',
  'GET /v1/imports/{importId}/rows': 'read',
  'GET /v1/imports/{importId}/rejected': 'read',
  'GET /v1/import-profiles': 'read',
  'PUT /v1/import-profiles/{profile}': 'key',
  'GET /healthz': 'read',
  'GET /readyz': 'read',
  'GET /metrics': 'read',
  'GET /docs': 'read',
  'GET /docs/{asset}': 'read',
  'GET /openapi.json': 'read',
};
