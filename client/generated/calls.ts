// Made from the OpenAPI document by `npm run docs`. Do not change it here.

export type ReceiptBlock =
  | {
      /**
       * Which of the kinds it is.
       */
      kind: 'title';
      /**
       * The text as it came.
       */
      text: string;
      /**
       * The particular of the tax invoice that this block states (PER-11/PJ/2025 art. 52(2)).
       */
      states?: string;
    }
  | {
      /**
       * Which of the kinds it is.
       */
      kind: 'banner';
      /**
       * The text as it came.
       */
      text: string;
      /**
       * The particular of the tax invoice that this block states (PER-11/PJ/2025 art. 52(2)).
       */
      states?: string;
    }
  | {
      /**
       * Which of the kinds it is.
       */
      kind: 'text';
      /**
       * The text as it came.
       */
      text: string;
      /**
       * Where the line stands on the paper.
       */
      align: 'left' | 'center';
      /**
       * How it is set off.
       */
      emphasis: 'normal' | 'strong' | 'total';
      /**
       * Lines that it may take.
       */
      linesMax?: number;
      /**
       * The particular of the tax invoice that this block states (PER-11/PJ/2025 art. 52(2)).
       */
      states?: string;
    }
  | {
      /**
       * Which of the kinds it is.
       */
      kind: 'columns';
      /**
       * What stands on the left.
       */
      left: string;
      /**
       * What stands on the right.
       */
      right: string;
      /**
       * How it is set off.
       */
      emphasis: 'normal' | 'strong' | 'total';
      /**
       * Blanks before it.
       */
      indent: 0 | 2;
      /**
       * The particular of the tax invoice that this block states (PER-11/PJ/2025 art. 52(2)).
       */
      states?: string;
    }
  | {
      /**
       * Which of the kinds it is.
       */
      kind: 'rule';
      /**
       * How thick the rule is.
       */
      weight: 'thin' | 'double';
    }
  | {
      /**
       * Which of the kinds it is.
       */
      kind: 'space';
    }
  | {
      /**
       * Which of the kinds it is.
       */
      kind: 'logo';
      /**
       * Of `GET /v1/logos/{logoId}`.
       */
      logoId: string;
    }
  | {
      /**
       * Which of the kinds it is.
       */
      kind: 'qr';
      /**
       * What the code says.
       */
      payload: string;
      /**
       * What stands under it.
       */
      caption: string;
      /**
       * The same in words, for who cannot scan.
       */
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
  /**
   * Calls by which a person mends the cause before ending the item with a reason.
   */
  repairs: string[];
  /**
   * The same in words, in both languages.
   */
  words: {
    /**
     * In English.
     */
    en: string;
    /**
     * In Indonesian.
     */
    id: string;
  };
} | null;
export type AgencyReport =
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'contacted';
      /**
       * How the person is reached.
       */
      channel?: 'phone' | 'email' | 'letter' | 'visit' | 'message';
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'promise';
      amount: Money;
      /**
       * The day by which it is promised.
       */
      promisedFor: string;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'dispute';
      /**
       * Why, in words.
       */
      reason: string;
      amount?: Money;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'payment';
      amount: Money;
      /**
       * The reference that came with it.
       */
      reference?: string;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'direct_payment';
      amount: Money;
      /**
       * The day of the payment.
       */
      paidOn?: string;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'plan';
      /**
       * Its parts, each with a day.
       *
       * @maxItems 60
       */
      instalments?: {
        /**
         * The day on which it is due.
         */
        dueOn: string;
        amount: Money;
      }[];
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'skip_trace';
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'legal';
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'uncollectible';
      /**
       * Why, in words.
       */
      reason: string;
    }
  | {
      /**
       * Your own count within the case, from 1. The same number again is a repetition.
       */
      sequence: number;
      /**
       * When it happened.
       */
      occurredAt: string;
      /**
       * A remark for people.
       */
      note?: string;
      /**
       * Which of the types it is.
       */
      type: 'closed';
      /**
       * Why, in words.
       */
      reason?: string;
    };

export interface Calls {
  /**
   * Sign in; the session comes as a cookie
   */
  'POST /v1/session': {
    body: {
      /**
       * E-mail address.
       */
      email: string;
      /**
       * The password, which is never shown or logged.
       */
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
   * What the sign-in page shows before anybody has signed in
   */
  'GET /v1/front-door': {
    answers: {
      '200': FrontDoor;
    };
  };
  /**
   * Where the person who has signed in is: company, store, language, business time
   */
  'GET /v1/session/surroundings': {
    answers: {
      '200': Surroundings;
    };
  };
  /**
   * Give the password again, before an approval
   */
  'POST /v1/session/password-check': {
    body: {
      /**
       * The password, which is never shown or logged.
       */
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
      /**
       * The password until now.
       */
      oldPassword: string;
      /**
       * The password from now on.
       */
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
      /**
       * Left out in a session that began by an identity provider.
       */
      password?: string;
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
        /**
         * Each stands in for the second factor once; shown once.
         */
        recoveryCodes: string[];
      };
    };
  };
  /**
   * End the own second factor, for instance before a new phone
   */
  'POST /v1/session/second-factor/ending': {
    body: {
      /**
       * Left out in a session that began by an identity provider.
       */
      password?: string;
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
   * Begin to sign in by an identity provider
   */
  'POST /v1/session/provider-sign-ins': {
    body: {
      /**
       * One of those that `GET /v1/front-door` names.
       */
      providerId: string;
      /**
       * The page to come back to: a path of the console, with its query.
       */
      returnTo?: string;
    };
    answers: {
      '200': ProviderSignIn;
    };
  };
  /**
   * Prove at the provider again who you are, before an approval
   */
  'POST /v1/session/provider-checks': {
    body: {
      /**
       * The page to come back to: a path of the console, with its query.
       */
      returnTo?: string;
    };
    answers: {
      '200': ProviderSignIn;
    };
  };
  /**
   * Hand in what the identity provider answered; the session comes as a cookie
   */
  'POST /v1/session/provider-answers': {
    body: {
      /**
       * Of the address that the provider led back to, as it came.
       */
      query: string;
    };
    answers: {
      '200': ProviderAnswer;
    };
  };
  /**
   * Go on with the code of the second factor, which the provider did not ask for
   */
  'POST /v1/session/provider-codes': {
    body: {
      /**
       * Of the second factor, or a recovery code.
       */
      code: string;
    };
    answers: {
      '200': ProviderAnswer;
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
      '202': ShadowSale;
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
   * What a basket costs, and why
   */
  'POST /v1/basket-prices': {
    body: BasketBody;
    answers: {
      '200': BasketPrices;
    };
  };
  /**
   * Find a sale, the latest first, for a return or a question
   */
  'GET /v1/sales': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * Number of the receipt, what its code says (`urn:uuid:…`), or id.
       */
      receipt?: string;
      /**
       * Business day; with `until`, the first of several.
       */
      day?: string;
      /**
       * Last business day.
       */
      until?: string;
      /**
       * Code of a store.
       */
      store?: string;
      /**
       * Id or number of a customer.
       */
      customer?: string;
      /**
       * What the customer had to pay, in major units.
       */
      amount?: string;
      /**
       * Of the amount; that of the company when it is left out.
       */
      currency?: string;
      /**
       * Last four digits of the card that paid.
       */
      cardLast4?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: FoundSale[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
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
      /**
       * Code of the till.
       */
      terminal: string;
      /**
       * @maxItems 50
       */
      ranges?: SequenceRange[];
      /**
       * Ids of the sales.
       *
       * @maxItems 1000
       */
      saleIds?: string[];
    };
    answers: {
      '200': Reconciliation;
    };
  };
  /**
   * Sold lines whose item nobody knew, the latest first
   */
  'GET /v1/suspense-lines': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * Whether somebody has said what they were.
       */
      state?: 'open' | 'identified';
      store?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: SuspenseLine[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Say what a line in suspense was: stock, cost and tax follow the item
   */
  'POST /v1/sales/{saleId}/lines/{lineNumber}/identification': {
    params: {
      saleId: string;
      /**
       * From 1, as on the receipt.
       */
      lineNumber: number;
    };
    body: {
      /**
       * SKU of the item.
       */
      sku: string;
      /**
       * How it was found out; it ends the work item.
       */
      reason: string;
    };
    answers: {
      '201': SuspenseLine;
    };
  };
  /**
   * Undo what was said about a line: it is in suspense again
   */
  'POST /v1/sales/{saleId}/lines/{lineNumber}/identification/undoing': {
    params: {
      saleId: string;
      /**
       * From 1, as on the receipt.
       */
      lineNumber: number;
    };
    body: {
      /**
       * Why, in words.
       */
      reason: string;
    };
    answers: {
      '200': SuspenseLine;
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
      /**
       * The version that the till has.
       */
      since?: number | null;
      /**
       * Of the prices; the currency of the terminal, otherwise IDR.
       */
      currency?: string;
      /**
       * Items of a page.
       */
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
    };
    answers: {
      '200': Catalogue;
    };
  };
  /**
   * Items by SKU, with their price of today
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
        /**
         * The entries of the list.
         */
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
   * The prices of an item that come, hold and were, on all lists, the latest moment first
   */
  'GET /v1/items/{itemId}/prices': {
    params: {
      itemId: string;
    };
    query?: {
      limit?: number;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: ItemPriceOfTime[];
      };
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
   * Changes of prices that come and that were, the newest decision first
   */
  'GET /v1/price-changes': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * `planned` until its moment, then `inForce`, also when later prices have replaced it.
       */
      state?: 'planned' | 'inForce' | 'withdrawn';
      /**
       * Code of the list that they stand on.
       */
      priceList?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: PriceChange[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Change prices or end them on a list, now or from a moment to come
   */
  'POST /v1/price-changes': {
    body: {
      /**
       * Each item once.
       *
       * @minItems 1
       * @maxItems 1000
       */
      items: {
        /**
         * Stock keeping unit.
         */
        sku: string;
        /**
         * For one unit. Null, with `priceList`: the item has no price on that list from then on, and costs what the next list says.
         */
        unitPrice: Money | null;
        /**
         * As the newest price of the item when it is left out.
         */
        includesTax?: boolean;
      }[];
      /**
       * The moment from which the prices hold; a day begins at midnight of the company. Now when it is left out.
       */
      effectiveFrom?: string;
      /**
       * Code of the list that they stand on; for everybody when it is left out.
       */
      priceList?: string;
      /**
       * What it is for.
       */
      note: string;
    };
    answers: {
      '201': PriceChange;
    };
  };
  /**
   * One change of prices, and its prices by SKU beside those before it
   */
  'GET /v1/price-changes/{version}': {
    params: {
      /**
       * Of the change of prices.
       */
      version: number;
    };
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: ChangedPrice[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
        change: PriceChange;
      };
    };
  };
  /**
   * Take a planned change of prices back before it holds
   */
  'POST /v1/price-changes/{version}/withdrawal': {
    params: {
      /**
       * Of the change of prices.
       */
      version: number;
    };
    answers: {
      '200': PriceChange;
    };
  };
  /**
   * Price lists, the weightiest first
   */
  'GET /v1/price-lists': {
    query?: {
      /**
       * `planned` until it begins, `inForce`, and `over` after its end.
       */
      state?: 'planned' | 'inForce' | 'over';
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: PriceList[];
      };
    };
  };
  /**
   * Make a price list, from now or a moment to come
   */
  'POST /v1/price-lists': {
    body: {
      /**
       * Its code, unique among its kind.
       */
      code: string;
      /**
       * What it is called in the office.
       */
      name: string;
      /**
       * For stores of this group; null: for all.
       */
      storeGroup: string | null;
      /**
       * For tills of this channel; null: for all.
       */
      channel: ('counter' | 'wholesale' | 'phone' | 'web' | 'marketplace') | null;
      /**
       * For customers of this segment; null: for all.
       */
      segment: string | null;
      /**
       * The moment from which it holds; a day begins at midnight of the company.
       */
      validFrom: string;
      /**
       * It holds until before this moment or day. Null: it has no end.
       */
      validUntil: string | null;
    };
    answers: {
      '201': PriceList;
    };
  };
  /**
   * Change a price list
   */
  'PUT /v1/price-lists/{priceListId}': {
    params: {
      priceListId: string;
    };
    body: {
      /**
       * What it is called in the office.
       */
      name: string;
      /**
       * For stores of this group; null: for all.
       */
      storeGroup: string | null;
      /**
       * For tills of this channel; null: for all.
       */
      channel: ('counter' | 'wholesale' | 'phone' | 'web' | 'marketplace') | null;
      /**
       * For customers of this segment; null: for all.
       */
      segment: string | null;
      /**
       * The moment from which it holds; a day begins at midnight of the company.
       */
      validFrom: string;
      /**
       * It holds until before this moment or day. Null: it has no end.
       */
      validUntil: string | null;
    };
    answers: {
      '200': PriceList;
    };
  };
  /**
   * End a price list, now or at a moment to come
   */
  'POST /v1/price-lists/{priceListId}/ending': {
    params: {
      priceListId: string;
    };
    body: {
      /**
       * Its end; a day ends it at midnight of the company before. Now when left out.
       */
      at?: string;
    };
    answers: {
      '200': PriceList;
    };
  };
  /**
   * Promotions that come, that hold and that were, the newest first
   */
  'GET /v1/promotions': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * `planned` until it begins, `inForce`, and `over` after its end.
       */
      state?: 'planned' | 'inForce' | 'over';
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: Promotion[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Plan a promotion, from now or a moment to come
   */
  'POST /v1/promotions': {
    body: {
      /**
       * Its code, unique among its kind.
       */
      code: string;
      /**
       * What it is called, also on receipts.
       */
      name: string;
      /**
       * What is given.
       */
      offer:
        | PercentOffer
        | AmountOffer
        | FixedPriceOffer
        | BuyGetOffer
        | MixAndMatchOffer
        | BasketPercentOffer
        | BasketAmountOffer;
      /**
       * On these items; with `categories`, on what is named in either.
       *
       * @maxItems 500
       */
      skus?: string[];
      /**
       * On the items of these categories. Neither: on all items.
       *
       * @maxItems 500
       */
      categories?: string[];
      /**
       * In these stores; with `storeGroups`, in what is named in either.
       *
       * @maxItems 200
       */
      stores?: string[];
      /**
       * In the stores of these groups. Neither: in all stores.
       *
       * @maxItems 200
       */
      storeGroups?: string[];
      /**
       * For customers of these segments; empty: for all.
       *
       * @maxItems 200
       */
      segments?: string[];
      /**
       * In which hours of the week; all when left out.
       */
      hours?: {
        /**
         * 1 is Monday; empty: every day.
         *
         * @maxItems 7
         */
        weekdays?: number[];
        /**
         * From this time on.
         */
        from: string;
        /**
         * Until before this time; an earlier one than `from` is on the next day.
         */
        until: string;
      };
      /**
       * Only with this code.
       */
      coupon?: string;
      /**
       * The higher goes first, whatever the others give.
       */
      priority?: number;
      /**
       * No other promotion gives anything in the same sale.
       */
      standsAlone?: boolean;
      /**
       * In so many sales of one customer on one business day; needs a customer.
       */
      perCustomerDay?: number;
      /**
       * In so many sales of one business day.
       */
      perDay?: number;
      /**
       * In so many sales as long as it holds.
       */
      inAll?: number;
      /**
       * The moment from which it holds; a day begins at midnight of the company. Now when it is left out.
       */
      validFrom?: string;
      /**
       * It holds until before this moment or day. Null: it has no end.
       */
      validUntil: string | null;
    };
    answers: {
      '201': Promotion;
    };
  };
  /**
   * One promotion
   */
  'GET /v1/promotions/{promotionId}': {
    params: {
      promotionId: string;
    };
    answers: {
      '200': Promotion;
    };
  };
  /**
   * Change a promotion
   */
  'PUT /v1/promotions/{promotionId}': {
    params: {
      promotionId: string;
    };
    body: {
      /**
       * What it is called, also on receipts.
       */
      name: string;
      /**
       * What is given.
       */
      offer:
        | PercentOffer
        | AmountOffer
        | FixedPriceOffer
        | BuyGetOffer
        | MixAndMatchOffer
        | BasketPercentOffer
        | BasketAmountOffer;
      /**
       * On these items; with `categories`, on what is named in either.
       *
       * @maxItems 500
       */
      skus?: string[];
      /**
       * On the items of these categories. Neither: on all items.
       *
       * @maxItems 500
       */
      categories?: string[];
      /**
       * In these stores; with `storeGroups`, in what is named in either.
       *
       * @maxItems 200
       */
      stores?: string[];
      /**
       * In the stores of these groups. Neither: in all stores.
       *
       * @maxItems 200
       */
      storeGroups?: string[];
      /**
       * For customers of these segments; empty: for all.
       *
       * @maxItems 200
       */
      segments?: string[];
      /**
       * In which hours of the week; all when left out.
       */
      hours?: {
        /**
         * 1 is Monday; empty: every day.
         *
         * @maxItems 7
         */
        weekdays?: number[];
        /**
         * From this time on.
         */
        from: string;
        /**
         * Until before this time; an earlier one than `from` is on the next day.
         */
        until: string;
      };
      /**
       * Only with this code.
       */
      coupon?: string;
      /**
       * The higher goes first, whatever the others give.
       */
      priority?: number;
      /**
       * No other promotion gives anything in the same sale.
       */
      standsAlone?: boolean;
      /**
       * In so many sales of one customer on one business day; needs a customer.
       */
      perCustomerDay?: number;
      /**
       * In so many sales of one business day.
       */
      perDay?: number;
      /**
       * In so many sales as long as it holds.
       */
      inAll?: number;
      /**
       * The moment from which it holds; a day begins at midnight of the company. Now when it is left out.
       */
      validFrom?: string;
      /**
       * It holds until before this moment or day. Null: it has no end.
       */
      validUntil: string | null;
    };
    answers: {
      '200': Promotion;
    };
  };
  /**
   * End a promotion at all tills, now or at a moment to come
   */
  'POST /v1/promotions/{promotionId}/ending': {
    params: {
      promotionId: string;
    };
    body: {
      /**
       * Its end; a day ends it at midnight of the company before. Now when left out.
       */
      at?: string;
    };
    answers: {
      '200': Promotion;
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
        /**
         * The entries of the list.
         */
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
      /**
       * Which of the kinds it is.
       */
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
       * The lines.
       *
       * @minItems 1
       * @maxItems 500
       */
      lines: {
        /**
         * SKU of the item.
         */
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
      /**
       * Why: shown to the person who decides.
       */
      reason?: string;
    };
    answers: {
      '201': StockReceipt;
      '202': StockReceipt;
    };
  };
  /**
   * Take goods back that were booked in by mistake
   */
  'POST /v1/stock-receipts/{stockReceiptId}/undoing': {
    params: {
      stockReceiptId: string;
    };
    answers: {
      '200': StockReceipt;
    };
  };
  /**
   * Counts of goods and what they changed, the latest first
   */
  'GET /v1/stock-counts': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      state?: 'requested' | 'booked' | 'rejected';
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: StockCount[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Say what was counted: the difference changes stock and ledger
   */
  'POST /v1/stock-counts': {
    body: {
      /**
       * Code of the location.
       */
      location: string;
      /**
       * Why it was counted, or what was found.
       */
      reason: string;
      /**
       * A `stock-short` work item of the store, which ends when the count is booked. Its reason is that of the count.
       */
      workItem?: string;
      /**
       * The lines.
       *
       * @minItems 1
       * @maxItems 500
       */
      lines: {
        /**
         * SKU of the item.
         */
        sku: string;
        /**
         * What is there, with what is kept for customers.
         */
        counted: string;
        /**
         * What the books said when it was counted (`onHand` of `GET /v1/stock`).
         */
        expected?: string;
        /**
         * What one unit costs, where the books have none here and so know no average.
         */
        unitCost?: {
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
      '201': StockCount;
      '202': StockCount;
    };
  };
  /**
   * Book a count that one person alone may not book, or reject it
   */
  'POST /v1/stock-counts/{stockCountId}/approval': {
    params: {
      stockCountId: string;
    };
    body: {
      /**
       * What the person decided.
       */
      decision: 'approved' | 'rejected';
    };
    answers: {
      '200': StockCount;
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
       * `recent`: the latest change first. `next`: the soonest next step first.
       */
      order?: 'recent' | 'next';
      /**
       * Where it stands, as a person says it: the stage, and whether the money is late or held back.
       */
      standing?:
        | 'captured'
        | 'goods-kept'
        | 'to-invoice'
        | 'not-due'
        | 'overdue'
        | 'held'
        | 'promised'
        | 'disputed'
        | 'at-agency'
        | 'paid'
        | 'written-off'
        | 'cancelled';
      /**
       * `letter`: what a reminder comes next for. `hold`: what something holds back.
       */
      comes?: 'letter' | 'hold';
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
       * Beginning of a sale, invoice or customer number or of a payment reference, part of a customer name, or the exact amount to be paid.
       */
      q?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: Lifecycle[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * How many sales stand where, with their amounts
   */
  'GET /v1/lifecycle-standings': {
    query?: {
      /**
       * Code of a store.
       */
      store?: string;
      /**
       * Id or number of a customer.
       */
      customer?: string;
      /**
       * With the balance of the ledger beside it, which takes longer.
       */
      proof?: 'ledger';
    };
    answers: {
      '200': Standings;
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
   * Why a sale has not been paid, and what happens next
   */
  'GET /v1/lifecycles/{saleId}/next-step': {
    params: {
      saleId: string;
    };
    answers: {
      '200': NextStepOfSale;
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
      /**
       * Some kinds, with commas.
       */
      kind?: string;
      store?: string;
      /**
       * `now`: what is not put off. `later`: what is put off to a day after today.
       */
      show?: 'now' | 'later' | 'all';
      /**
       * Of one person, of the caller, or of nobody in particular.
       */
      assignee?: ('me' | 'nobody') | string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: WorkItem[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * How many things need a person, by kind
   */
  'GET /v1/work-queue/counts': {
    query?: {
      store?: string;
    };
    answers: {
      '200': WorkCounts;
    };
  };
  /**
   * Who work can be given to
   */
  'GET /v1/work-queue/people': {
    answers: {
      '200': WorkPeople;
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
      /**
       * Why, in words.
       */
      reason: string;
    };
    answers: {
      '200': ResolvedWorkItem;
    };
  };
  /**
   * Gives a work item to a person, or to nobody
   */
  'POST /v1/work-queue/{workItemId}/assignment': {
    params: {
      workItemId: string;
    };
    body: {
      /**
       * A person of the list of people; null: nobody.
       */
      assignee: string | null;
      /**
       * The one of the list: when somebody changed the item since, the call is refused and says who, and nothing is overwritten.
       */
      version: number;
    };
    answers: {
      '200': AssignedWorkItem;
    };
  };
  /**
   * Puts a work item off until a day, or takes that back
   */
  'POST /v1/work-queue/{workItemId}/snooze': {
    params: {
      workItemId: string;
    };
    body: {
      /**
       * After today, at most a year ahead; null: it is in the queue again.
       */
      until: string | null;
      /**
       * The one of the list: when somebody changed the item since, the call is refused and says who, and nothing is overwritten.
       */
      version: number;
    };
    answers: {
      '200': SnoozedWorkItem;
    };
  };
  /**
   * What people wrote at a work item, the oldest first
   */
  'GET /v1/work-queue/{workItemId}/notes': {
    params: {
      workItemId: string;
    };
    answers: {
      '200': WorkNotes;
    };
  };
  /**
   * Writes a note at a work item
   */
  'POST /v1/work-queue/{workItemId}/notes': {
    params: {
      workItemId: string;
    };
    body: {
      /**
       * The text as it came.
       */
      text: string;
    };
    answers: {
      '201': WorkNote;
    };
  };
  /**
   * Takes an own note back
   */
  'POST /v1/work-queue/{workItemId}/notes/{noteId}/withdrawal': {
    params: {
      workItemId: string;
      noteId: string;
    };
    answers: {
      '200': WithdrawnWorkNote;
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
        /**
         * The entries of the list.
         */
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
      /**
       * A remark for people.
       */
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
       * Number of the bank account, when only that one is expected in the file. A file that names no account (QIF, some CSV) needs it.
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
        /**
         * The entries of the list.
         */
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
      /**
       * What the person decided.
       */
      decision: 'repeat' | 'new';
      /**
       * Places in the list.
       *
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
      /**
       * What the person decided.
       */
      decision: 'released' | 'rejected';
      /**
       * Why, in words.
       */
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
    body: {
      /**
       * Number of the bank account, for a refused file; without it the one that was named before.
       */
      account?: string;
    };
    answers: {
      '202': BankStatementReading;
    };
  };
  /**
   * How a file of an unknown bank could be read
   */
  'GET /v1/bank-statements/{statementId}/profile': {
    params: {
      statementId: string;
    };
    answers: {
      '200': BankProfileProposal;
    };
  };
  /**
   * How the CSV and Excel files of further banks are read
   */
  'GET /v1/bank-profiles': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: BankProfile[];
      };
    };
  };
  /**
   * Confirms how the files of a bank are read, or changes it
   */
  'PUT /v1/bank-profiles/{profile}': {
    params: {
      profile: string;
    };
    body: {
      /**
       * The name of the bank.
       */
      bankName: string;
      /**
       * The names of all columns, in the order of the file.
       *
       * @minItems 2
       * @maxItems 100
       */
      header: string[];
      /**
       * The column of the day of the booking.
       */
      bookingDate: string;
      /**
       * The column of the value date.
       */
      valueDate?: string | null;
      /**
       * The columns of the text.
       *
       * @minItems 1
       * @maxItems 5
       */
      text: string[];
      /**
       * The column of the bank's reference.
       */
      bankReference?: string | null;
      /**
       * The column of the name of the payer.
       */
      payerName?: string | null;
      /**
       * The column of the payer's account.
       */
      payerAccount?: string | null;
      /**
       * The column of our account, where each row names it.
       */
      account?: string | null;
      /**
       * The column of the balance behind the row.
       */
      balance?: string | null;
      /**
       * Where amounts stand. `suffix`: CR or DB behind the amount. `beside`: in the column without a name behind it. `column`: in a column of its own. `sides`: debit and credit in a column each. `signed`: a minus takes money out.
       */
      money:
        | {
            /**
             * Which of the kinds it is.
             */
            kind: 'suffix';
            /**
             * The column of the amount.
             */
            amount: string;
          }
        | {
            /**
             * Which of the kinds it is.
             */
            kind: 'beside';
            /**
             * The column of the amount.
             */
            amount: string;
          }
        | {
            /**
             * Which of the kinds it is.
             */
            kind: 'signed';
            /**
             * The column of the amount.
             */
            amount: string;
          }
        | {
            /**
             * Which of the kinds it is.
             */
            kind: 'column';
            /**
             * The column of the amount.
             */
            amount: string;
            /**
             * The column with CR or DB, K or D.
             */
            direction: string;
          }
        | {
            /**
             * Which of the kinds it is.
             */
            kind: 'sides';
            /**
             * The column of money out.
             */
            debit: string;
            /**
             * The column of money in.
             */
            credit: string;
          };
      /**
       * How days are written; without a year, of the period that the file names.
       */
      dateFormat:
        | 'DD/MM/YYYY'
        | 'MM/DD/YYYY'
        | 'DD-MM-YYYY'
        | 'MM-DD-YYYY'
        | 'DD.MM.YYYY'
        | 'YYYY-MM-DD'
        | 'YYYY/MM/DD'
        | 'DD/MM/YY'
        | 'MM/DD/YY'
        | 'DD-MM-YY'
        | 'DD.MM.YY'
        | 'DD-MMM-YYYY'
        | 'DD MMM YYYY'
        | 'DD-MMM-YY'
        | 'DD/MM';
      /**
       * The sign before decimals.
       */
      decimalMark: '.' | ',';
      /**
       * First cell of the row with the closing balance; a file without that row was cut off. Null: the bank writes none.
       */
      closingLabel?: string | null;
    };
    answers: {
      '200': BankProfile;
    };
  };
  /**
   * Takes back how the files of a bank are read
   */
  'DELETE /v1/bank-profiles/{profile}': {
    params: {
      profile: string;
    };
    answers: {
      '204': undefined;
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
        /**
         * The entries of the list.
         */
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
       * Its parts.
       *
       * @minItems 1
       * @maxItems 200
       */
      items: {
        /**
         * The part of an invoice that is owed.
         */
        openItem: string;
        amount: Money;
      }[];
      /**
       * What the payer kept back, and why.
       *
       * @maxItems 200
       */
      deductions?: {
        /**
         * The part of an invoice that is owed.
         */
        openItem: string;
        /**
         * Which of the kinds it is.
         */
        kind: 'bankFee' | 'withholdingTax' | 'earlyPayment' | 'cashRounding';
        amount: Money;
        /**
         * Number of the document that proves it.
         */
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
      /**
       * Why, in words.
       */
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
        /**
         * The entries of the list.
         */
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
      /**
       * Why, in words.
       */
      reason: string;
      /**
       * The dispute.
       */
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
      /**
       * What the person decided.
       */
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
        /**
         * The entries of the list.
         */
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
      /**
       * How the person is reached.
       */
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
      /**
       * How the person is reached.
       */
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
   * Bank accounts by which a customer is recognised as payer, those that ended last
   */
  'GET /v1/customers/{customerId}/aliases': {
    params: {
      customerId: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: CustomerAlias[];
      };
    };
  };
  /**
   * Let a customer be recognised by a bank account
   */
  'POST /v1/customers/{customerId}/aliases': {
    params: {
      customerId: string;
    };
    body: {
      /**
       * As the bank writes it.
       */
      account: string;
    };
    answers: {
      '201': CustomerAlias;
    };
  };
  /**
   * Recognise a customer by a bank account no longer
   */
  'POST /v1/customers/{customerId}/aliases/{aliasId}/ending': {
    params: {
      customerId: string;
      aliasId: string;
    };
    answers: {
      '200': CustomerAlias;
    };
  };
  /**
   * Recognise a customer by that bank account again
   */
  'POST /v1/customers/{customerId}/aliases/{aliasId}/ending/undoing': {
    params: {
      customerId: string;
      aliasId: string;
    };
    answers: {
      '200': CustomerAlias;
    };
  };
  /**
   * Virtual accounts that stand for a customer, those that ended last
   */
  'GET /v1/customers/{customerId}/virtual-accounts': {
    params: {
      customerId: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: VirtualAccount[];
      };
    };
  };
  /**
   * Give a customer, or one of its invoices, a virtual account
   */
  'POST /v1/customers/{customerId}/virtual-accounts': {
    params: {
      customerId: string;
    };
    body: {
      /**
       * 8 to 28 digits.
       */
      number: string;
      /**
       * Code of the bank that runs it.
       */
      bank: string;
      /**
       * Of the customer. Left out: for all that the customer pays.
       */
      invoiceId?: string | null;
    };
    answers: {
      '201': VirtualAccount;
    };
  };
  /**
   * End a virtual account
   */
  'POST /v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending': {
    params: {
      customerId: string;
      virtualAccountId: string;
    };
    answers: {
      '200': VirtualAccount;
    };
  };
  /**
   * Let a virtual account stand for the customer again, while its number is free
   */
  'POST /v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending/undoing': {
    params: {
      customerId: string;
      virtualAccountId: string;
    };
    answers: {
      '200': VirtualAccount;
    };
  };
  /**
   * What a customer owes, item by item, and what is not applied yet; by Accept also as PDF
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
      /**
       * The day on which somebody looks at it again.
       */
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
   * Customers that may be one, by equal numbers and addresses
   */
  'GET /v1/customer-duplicates': {
    query?: {
      /**
       * Id or number of a customer.
       */
      customer?: string;
      limit?: number;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: CustomerDuplicate[];
      };
    };
  };
  /**
   * Customers that were made one, the newest first, also those that are two again
   */
  'GET /v1/customer-merges': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * Id or number of a customer.
       */
      customer?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: CustomerMergeHead[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Let one customer stand for another too
   */
  'POST /v1/customer-merges': {
    body: {
      /**
       * Id of the customer that stays.
       */
      keptId: string;
      /**
       * Id of the customer that goes into it.
       */
      mergedId: string;
      /**
       * Why, for the next person.
       */
      reason: string;
    };
    answers: {
      '201': CustomerMerge;
    };
  };
  /**
   * A merge of two customers, with what moved and what came after it
   */
  'GET /v1/customer-merges/{mergeId}': {
    params: {
      mergeId: string;
    };
    answers: {
      '200': CustomerMerge;
    };
  };
  /**
   * Make two customers of one again
   */
  'POST /v1/customer-merges/{mergeId}/undoing': {
    params: {
      mergeId: string;
    };
    body: {
      /**
       * Why, for the next person.
       */
      reason: string;
    };
    answers: {
      '200': CustomerMerge;
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
      /**
       * How the person is reached.
       */
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
      /**
       * How it was ended.
       */
      resolution: 'for-customer' | 'for-seller';
      /**
       * Id of the credit note.
       */
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
      /**
       * Why, in words.
       */
      reason: string;
      /**
       * The last day held; until somebody releases it when it is left out.
       */
      until?: string;
      /**
       * What it pays.
       */
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
      /**
       * Why, in words.
       */
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
      /**
       * Why, in words.
       */
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
      /**
       * What the person decided.
       */
      decision: 'approved' | 'rejected';
    };
    answers: {
      '200': WriteOff;
    };
  };
  /**
   * What customers have promised to pay, by day
   */
  'GET /v1/promises': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * `open`: it runs.
       */
      state?: 'open' | 'kept' | 'broken' | 'withdrawn';
      /**
       * Id or number of a customer.
       */
      customer?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: ListedPromise[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * What customers object to, by age
   */
  'GET /v1/disputes': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      state?: 'open' | 'resolved';
      /**
       * Id or number of a customer.
       */
      customer?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: ListedDispute[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Reminders that went out or did not, with their proof, the latest first
   */
  'GET /v1/letters': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      state?: 'preparing' | 'sent' | 'failed' | 'suppressed';
      /**
       * Letters that name this invoice.
       */
      invoice?: string;
      /**
       * Id or number of a customer.
       */
      customer?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: Letter[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * The reminder that a customer would get today, about everything that is open
   */
  'GET /v1/customers/{customerId}/letter': {
    params: {
      customerId: string;
    };
    query?: {
      /**
       * Of the reminder.
       */
      level?: number;
    };
    answers: {
      '200': LetterPreview;
    };
  };
  /**
   * The words of one letter; by Accept its paper as PDF
   */
  'GET /v1/letters/{letterId}': {
    params: {
      letterId: string;
    };
    answers: {
      '200': LetterAsSent;
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
      /**
       * What the person decided.
       */
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
        /**
         * The entries of the list.
         */
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
      /**
       * Why, in words.
       */
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
        /**
         * The entries of the list.
         */
        data: Agency[];
      };
    };
  };
  /**
   * Add a collection agency; it gets cases once there is an agreement with it
   */
  'POST /v1/agencies': {
    body: {
      /**
       * Its name, for people.
       */
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
      /**
       * E-mail address.
       */
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
      /**
       * Its code, unique among its kind.
       */
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
      /**
       * Its name, for people.
       */
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
      /**
       * E-mail address.
       */
      email?: string | null;
      /**
       * With the code of its country.
       */
      phone?: string | null;
      /**
       * Whether it is in use.
       */
      active: boolean;
    };
    answers: {
      '200': Agency;
    };
  };
  /**
   * Ask for other terms of an agency: its tax, and how long it reports after a recall
   */
  'POST /v1/agencies/{agencyId}/terms': {
    params: {
      agencyId: string;
    };
    body: {
      /**
       * Tax on the commission; 1100 are 11 %.
       */
      commissionTaxBasisPoints: number;
      /**
       * Days after a recall in which it still reports payments that came before.
       */
      recallReportDays: number;
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
        /**
         * The entries of the list.
         */
        data: AgencyAgreement[];
      };
    };
  };
  /**
   * Ask for a commission for cases to come
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
        /**
         * Code of the collection agency.
         */
        agency: string;
        /**
         * Null in a replay.
         */
        code: string | null;
        /**
         * When it ends by itself.
         */
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
        /**
         * The entries of the list.
         */
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
   * The journal with its lines and documents, the latest first
   */
  'GET /v1/journal-entries': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * Business date of the entries.
       */
      day?: string;
      /**
       * Code of an account; whole entries that touch it.
       */
      account?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: JournalEntry[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * One entry of the journal with its document
   */
  'GET /v1/journal-entries/{entryId}': {
    params: {
      entryId: string;
    };
    answers: {
      '200': JournalEntry;
    };
  };
  /**
   * Who changed what, when and from where, before and after; the latest first
   */
  'GET /v1/audit': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * One table, such as `customer`.
       */
      table?: string;
      /**
       * One row of it, by its id.
       */
      row?: string;
      /**
       * Id of who did it.
       */
      actor?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: AuditedChange[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * Turn a code into a key of your agency
   */
  'POST /v1/agency/enrolments': {
    body: {
      /**
       * Its code, unique among its kind.
       */
      code: string;
    };
    answers: {
      '201': {
        /**
         * Code of the collection agency.
         */
        agency: {
          /**
           * Its id.
           */
          id: string;
          /**
           * Its code, unique among its kind.
           */
          code: string;
          /**
           * Its name, for people.
           */
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
        /**
         * The entries of the list.
         */
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
        /**
         * The entries of the list.
         */
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
          /**
           * Whether the agency takes the case.
           */
          accepted: true;
        }
      | {
          /**
           * Whether the agency takes the case.
           */
          accepted: false;
          /**
           * Why, in words.
           */
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
   * What you reported on one case, in your own count
   */
  'GET /v1/agency/placements/{placementId}/events': {
    params: {
      placementId: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: {
          /**
           * Its own count within the case, from 1.
           */
          sequence: number;
          /**
           * Which of the types it is.
           */
          type: string;
          /**
           * When it happened.
           */
          occurredAt: string;
          /**
           * When it came in.
           */
          receivedAt: string;
          /**
           * Whether it came after a later one.
           */
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
      };
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
      /**
       * The day of the remittance.
       */
      remittedOn: string;
      gross: Money;
      commission: Money;
      taxOnCommission: Money;
      net: Money;
      /**
       * The payments.
       *
       * @minItems 1
       * @maxItems 1000
       */
      payments: {
        /**
         * Id of the case.
         */
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
   * Your remittances, the newest first
   */
  'GET /v1/agency/remittances': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: Remittance[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * What you collected and have not paid over yet, with what you keep of it
   */
  'GET /v1/agency/due-remittance': {
    query?: {
      /**
       * That of your agency when left out.
       */
      currency?: string;
    };
    answers: {
      '200': DueRemittance;
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
        /**
         * Its id.
         */
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
        /**
         * What works.
         */
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
      /**
       * Its name, for people.
       */
      name: string;
      /**
       * Stands in the numbers of invoices: `PCS`.
       */
      code: string;
      /**
       * The name in law, for invoices.
       */
      legalName: string;
      /**
       * The address.
       */
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
      /**
       * Language of documents and letters.
       */
      language?: 'id' | 'en';
      /**
       * First day of the books; the first of this month when left out.
       */
      booksFrom?: string;
      /**
       * The bank account.
       */
      bankAccount: {
        /**
         * Name of the bank.
         */
        bankName: string;
        /**
         * Its number, as documents show it.
         */
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
   * The company as it stands on documents now
   */
  'GET /v1/company': {
    answers: {
      '200': OwnCompany;
    };
  };
  /**
   * Change name and address of the company
   */
  'PUT /v1/company': {
    body: {
      /**
       * As people call it.
       */
      name: string;
      /**
       * As it stands on documents.
       */
      legalName: string;
      /**
       * As it stands on documents.
       */
      address: string;
    };
    answers: {
      '200': OwnCompany;
    };
  };
  /**
   * Hand in the logo of the company
   */
  'PUT /v1/company/logo': {
    body: Uint8Array;
    answers: {
      '200': OwnCompany;
    };
  };
  /**
   * Put a logo of before on documents again, or none
   */
  'PUT /v1/company/logo/choice': {
    body: {
      /**
       * As `GET /v1/company` answered it; null: no logo.
       */
      logoId: string | null;
    };
    answers: {
      '200': OwnCompany;
    };
  };
  /**
   * A logo that the company has, or had: the block `logo` of a receipt names it
   */
  'GET /v1/logos/{logoId}': {
    params: {
      logoId: string;
    };
    answers: {
      '200': Uint8Array;
    };
  };
  /**
   * Ask for another tax number of the company, or whether it is registered for VAT
   */
  'POST /v1/company/tax-identity/changes': {
    body: {
      /**
       * In Indonesia the NPWP: 16 digits.
       */
      taxNumber: string;
      /**
       * PKP: it is registered for VAT, and charges it.
       */
      vatRegistered: boolean;
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
   * Stores with the places where their goods are
   */
  'GET /v1/stores': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: Store[];
      };
    };
  };
  /**
   * Add a store, with a place from which its tills sell
   */
  'POST /v1/stores': {
    body: {
      /**
       * Its code, unique among its kind.
       */
      code: string;
      /**
       * Its name, for people.
       */
      name: string;
      /**
       * The address.
       */
      address: string;
      /**
       * Telephone number with the code of its country.
       */
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
      /**
       * Group of stores that price lists name; null: it is in none.
       */
      storeGroup?: string | null;
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
      /**
       * Its name, for people.
       */
      name: string;
      /**
       * The address.
       */
      address: string;
      /**
       * Telephone number with the code of its country.
       */
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
      /**
       * Group of stores that price lists name; null: it is in none. Null: none; as it was when left out.
       */
      storeGroup?: string | null;
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
      /**
       * Its code, unique among its kind.
       */
      code: string;
      /**
       * Its name, for people.
       */
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
      /**
       * Its name, for people.
       */
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
        /**
         * The entries of the list.
         */
        data: Printer[];
      };
    };
  };
  /**
   * Add a printer of a store
   */
  'POST /v1/printers': {
    body: {
      /**
       * Its code, unique among its kind.
       */
      code: string;
      /**
       * Its code.
       */
      store: string;
      /**
       * Address in a network of the company (`GET /v1/printer-networks`), or a name that stands for such an address whenever something is printed.
       */
      host: string;
      /**
       * Its port.
       */
      port?: number;
      /**
       * Width of the paper, 80 or 58 mm. With `text`: of a printer that cannot print images, so that its receipts have no logo.
       */
      profile?: 'escpos-80' | 'escpos-58' | 'escpos-80-text' | 'escpos-58-text';
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
      /**
       * Its port.
       */
      port?: number;
      /**
       * Width of the paper, 80 or 58 mm. With `text`: of a printer that cannot print images, so that its receipts have no logo.
       */
      profile?: 'escpos-80' | 'escpos-58' | 'escpos-80-text' | 'escpos-58-text';
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
         * Networks in which printers may stand.
         *
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
        /**
         * The entries of the list.
         */
        data: Terminal[];
      };
    };
  };
  /**
   * Add a till to a store
   */
  'POST /v1/terminals': {
    body: {
      /**
       * Its code, unique among its kind.
       */
      code: string;
      /**
       * Its name, for people.
       */
      name: string;
      /**
       * Its code.
       */
      store: string;
      /**
       * Code of the printer it prints on.
       */
      printer?: string | null;
      /**
       * How its customers buy; price lists may be made for it.
       */
      channel?: 'counter' | 'wholesale' | 'phone' | 'web' | 'marketplace';
      /**
       * For trying out: its sales are answered as those of any till, and nothing of them is booked or printed. It stays so.
       */
      sandbox?: boolean;
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
      /**
       * Its name, for people.
       */
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
       * How its customers buy; price lists may be made for it. As it was when left out.
       */
      channel?: 'counter' | 'wholesale' | 'phone' | 'web' | 'marketplace';
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
        /**
         * Code of the till.
         */
        terminal: string;
        /**
         * Null in a replay.
         */
        code: string | null;
        /**
         * When it ends by itself.
         */
        expiresAt: string;
      };
    };
  };
  /**
   * Turn a code into the key of a till
   */
  'POST /v1/enrolments': {
    body: {
      /**
       * Its code, unique among its kind.
       */
      code: string;
    };
    answers: {
      '201': {
        /**
         * Code of the till.
         */
        terminal: {
          /**
           * Its id.
           */
          id: string;
          /**
           * Its code, unique among its kind.
           */
          code: string;
          /**
           * Code of the store.
           */
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
        /**
         * The entries of the list.
         */
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
        /**
         * The entries of the list.
         */
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
      /**
       * Name of the bank.
       */
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
      /**
       * Name of the bank.
       */
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
       * What counts of one person alone change of the stock of a store within 30 days.
       */
      stockCount?: {
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
       * The worth of the goods that one person alone takes into stock within 24 hours.
       */
      goodsReceipt?: {
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
        /**
         * Id of the bank account.
         */
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
        /**
         * The entries of the list.
         */
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
      /**
       * What the person decided.
       */
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
        /**
         * The entries of the list.
         */
        data: CompanyTaxRule[];
      };
    };
  };
  /**
   * Ask for a tax rule that holds from a day on
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
        /**
         * Upper part of the fraction.
         */
        numerator: number;
        /**
         * Lower part of the fraction.
         */
        denominator: number;
      };
      /**
       * The part of the price without tax that it applies to: 11/12.
       */
      baseFactor: {
        /**
         * Upper part of the fraction.
         */
        numerator: number;
        /**
         * Lower part of the fraction.
         */
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
        /**
         * In Indonesian.
         */
        id: string;
        /**
         * In English.
         */
        en: string;
      };
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
   * Ask to take back a tax rule that has not begun
   */
  'POST /v1/tax-rules/{taxRuleId}/withdrawal': {
    params: {
      taxRuleId: string;
    };
    body: {
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
   * Ask for the holidays of a year as they were decreed
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
       * The days, each with its figures.
       *
       * @minItems 1
       * @maxItems 100
       */
      days: {
        /**
         * The day.
         */
        date: string;
        /**
         * Joint leave (cuti bersama) counts like a holiday.
         */
        kind: 'national' | 'jointLeave';
        /**
         * Its name, for people.
         */
        name: {
          /**
           * In Indonesian.
           */
          id: string;
          /**
           * In English.
           */
          en: string;
        };
      }[];
      /**
       * Why: shown to the person who decides.
       */
      reason: string;
    };
    answers: {
      '202': MasterChange;
    };
  };
  /**
   * How customers are reminded: every version of every policy
   */
  'GET /v1/dunning-policies': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: DunningPolicy[];
      };
    };
  };
  /**
   * Ask for a new version of a policy, or a new policy, from a day on
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
        /**
         * Days after the due day on which the letter goes.
         */
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
        /**
         * Days after the due day.
         */
        daysPastDue: number;
        minimum: Money;
      } | null;
      /**
       * When something is overdue for longer, nothing more is sold on account.
       */
      creditStopDays: number;
      /**
       * The promises.
       */
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
   * Ask to take back a version that has not begun
   */
  'POST /v1/dunning-policies/{policyId}/withdrawal': {
    params: {
      policyId: string;
    };
    body: {
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
   * Our own words of letters that are in force
   */
  'GET /v1/templates': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: LetterTemplate[];
      };
    };
  };
  /**
   * Ask for our own words in the letters of a level
   */
  'POST /v1/templates': {
    body: {
      /**
       * Whose customers it is for; null: for all that have no words of their own.
       */
      segment: string | null;
      /**
       * Of the reminder.
       */
      level: number;
      /**
       * Of the customer.
       */
      language: 'id' | 'en';
      /**
       * How the letter goes.
       */
      channel?: 'email';
      /**
       * Of the mail.
       */
      subject: string;
      /**
       * After the greeting, before the invoices.
       */
      opening: string;
      /**
       * After what is to be paid, before the regards.
       */
      closing: string;
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
   * Ask to send the words of the product again
   */
  'POST /v1/templates/{templateId}/removals': {
    params: {
      templateId: string;
    };
    body: {
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
   * The letter that a customer would get today with these words
   */
  'POST /v1/templates/preview': {
    body: {
      /**
       * Id of the customer.
       */
      customerId: string;
      /**
       * Of the reminder.
       */
      level: number;
      /**
       * Of the customer.
       */
      language: 'id' | 'en';
      /**
       * Of the mail.
       */
      subject: string;
      /**
       * After the greeting, before the invoices.
       */
      opening: string;
      /**
       * After what is to be paid, before the regards.
       */
      closing: string;
    };
    answers: {
      '200': LetterPreview;
    };
  };
  /**
   * Numbers of invoices and credit notes, by year
   */
  'GET /v1/number-series': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: NumberSeries[];
      };
    };
  };
  /**
   * Set form and first number of a series before its first use
   */
  'PUT /v1/number-series/{kind}/{year}': {
    params: {
      kind: 'invoice' | 'credit-note';
      year: number;
    };
    body: {
      /**
       * Letters, a code and the year: bank files are searched for this form.
       */
      prefix: string;
      /**
       * Number of its first document.
       */
      firstNumber?: number;
    };
    answers: {
      '200': NumberSeries;
    };
  };
  /**
   * The chart of accounts
   */
  'GET /v1/accounts': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: LedgerAccount[];
      };
    };
  };
  /**
   * Whether a store is live or in shadow, and since when
   */
  'GET /v1/stores/{storeId}/switches': {
    params: {
      storeId: string;
    };
    answers: {
      '200': StoreSwitches;
    };
  };
  /**
   * Ask that a store be live, or in shadow again, from a day on
   */
  'POST /v1/stores/{storeId}/switches': {
    params: {
      storeId: string;
    };
    body: {
      /**
       * `live`: the sales of the store are booked. `shadow`: another system books them; here they are priced, checked and kept beside the books, to be compared.
       */
      to: 'shadow' | 'live';
      /**
       * From here on.
       */
      from: string;
      /**
       * Why: shown to the person who decides.
       */
      reason: string;
    };
    answers: {
      '202': MasterChange;
    };
  };
  /**
   * Put a store that has never sold into shadow, beside the system that it works with
   */
  'POST /v1/stores/{storeId}/shadow': {
    params: {
      storeId: string;
    };
    body: {
      /**
       * Why; it stands in the trail.
       */
      reason: string;
    };
    answers: {
      '201': StoreSwitches;
    };
  };
  /**
   * Take back a switch whose day has not come; the store stays as it is
   */
  'POST /v1/store-switches/{storeSwitchId}/withdrawal': {
    params: {
      storeSwitchId: string;
    };
    answers: {
      '200': StoreSwitches;
    };
  };
  /**
   * What is still open before a store in shadow goes live
   */
  'GET /v1/stores/{storeId}/switch-checklist': {
    params: {
      storeId: string;
    };
    answers: {
      '200': SwitchChecklist;
    };
  };
  /**
   * Days of a store in shadow beside the totals of the old system, the latest first
   */
  'GET /v1/stores/{storeId}/shadow-days': {
    params: {
      storeId: string;
    };
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: ShadowDay[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * A day of a store in shadow: what differs, till by till, down to the receipt
   */
  'GET /v1/stores/{storeId}/shadow-days/{day}': {
    params: {
      storeId: string;
      day: string;
    };
    answers: {
      '200': ShadowDayInFull;
    };
  };
  /**
   * Give what the old system says of a day, in place of what it said before
   */
  'PUT /v1/stores/{storeId}/day-totals/{day}': {
    params: {
      storeId: string;
      day: string;
    };
    body: DayTotals;
    answers: {
      '200': ShadowDayInFull;
    };
  };
  /**
   * Take back the totals of a day that were given by mistake
   */
  'POST /v1/stores/{storeId}/day-totals/{day}/withdrawal': {
    params: {
      storeId: string;
      day: string;
    };
    body: {
      /**
       * Null: those of the store.
       */
      till: string | null;
    };
    answers: {
      '200': ShadowDayInFull;
    };
  };
  /**
   * Sales of a store that are kept in shadow, the latest day first
   */
  'GET /v1/stores/{storeId}/shadow-sales': {
    params: {
      storeId: string;
    };
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * The business day.
       */
      day?: string;
      /**
       * As the old system calls it.
       */
      till?: string;
      /**
       * Only those with something that did not fit.
       */
      exceptions?: 'true';
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: FoundShadowSale[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * A sale that is kept in shadow, as it was priced
   */
  'GET /v1/shadow-sales/{saleId}': {
    params: {
      saleId: string;
    };
    answers: {
      '200': ShadowSale;
    };
  };
  /**
   * People by name
   */
  'GET /v1/users': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: User[];
      };
    };
  };
  /**
   * Add a person, who sets a password by the code
   */
  'POST /v1/users': {
    body: {
      /**
       * E-mail address.
       */
      email: string;
      /**
       * Its name, for people.
       */
      name: string;
      /**
       * What the person or key may do.
       */
      role:
        | 'cashier'
        | 'storeManager'
        | 'arClerk'
        | 'arManager'
        | 'creditController'
        | 'owner'
        | 'auditor'
        | 'admin'
        | 'partner';
      /**
       * Code of the store, for cashiers and store managers alone.
       */
      store?: string;
      /**
       * Code of the collection agency, for its people (`partner`) alone.
       */
      agency?: string;
      /**
       * Language of documents and letters.
       */
      language?: 'id' | 'en';
      /**
       * The code goes to the person by mail, and nobody else sees it.
       */
      byMail?: boolean;
    };
    answers: {
      '201': {
        user: User1;
        /**
         * Shown once; null in a replay, and when it goes out by mail.
         */
        code: string | null;
        /**
         * Null when the code goes out by mail.
         */
        expiresAt: string | null;
      };
    };
  };
  /**
   * Give a person another role, store or name, or disable the person
   */
  'PUT /v1/users/{userId}': {
    params: {
      userId: string;
    };
    body: {
      /**
       * What the person or key may do.
       */
      role:
        | 'cashier'
        | 'storeManager'
        | 'arClerk'
        | 'arManager'
        | 'creditController'
        | 'owner'
        | 'auditor'
        | 'admin'
        | 'partner';
      /**
       * Code of the store, for cashiers and store managers alone.
       */
      store?: string;
      /**
       * Code of the collection agency, for its people (`partner`) alone.
       */
      agency?: string;
      /**
       * Whether it is in use.
       */
      active: boolean;
      /**
       * As it was when left out.
       */
      name?: string;
      /**
       * As it was when left out.
       */
      language?: 'id' | 'en';
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
         * Shown once; null in a replay, and when it goes out by mail.
         */
        code: string | null;
        /**
         * Null when the code goes out by mail.
         */
        expiresAt: string | null;
      };
    };
  };
  /**
   * Mail a person a code for a new password; the old one and all sessions end
   */
  'POST /v1/users/{userId}/invitations': {
    params: {
      userId: string;
    };
    answers: {
      '201': {
        /**
         * The address.
         */
        to: string;
      };
    };
  };
  /**
   * Set a password by the code of an invitation or a reset
   */
  'POST /v1/passwords': {
    body: {
      /**
       * Its code, unique among its kind.
       */
      code: string;
      /**
       * The password, which is never shown or logged.
       */
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
        /**
         * The entries of the list.
         */
        data: ApiKey[];
      };
    };
  };
  /**
   * Make a key for an integration
   */
  'POST /v1/keys': {
    body: {
      /**
       * What people call it.
       */
      label: string;
      /**
       * What the key is narrowed to; empty: all that its role may do.
       *
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
      /**
       * When it ends by itself.
       */
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
      /**
       * Hours for which the old key stays good.
       */
      overlapHours?: number;
    };
    answers: {
      '201': {
        key: ApiKey;
        /**
         * Shown once; null in a replay.
         */
        token: string | null;
        /**
         * When the old key ends.
         */
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
        /**
         * The entries of the list.
         */
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
        /**
         * The entries of the list.
         */
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
   * Where people sign in with an account of elsewhere
   */
  'GET /v1/identity-providers': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: IdentityProvider[];
      };
    };
  };
  /**
   * Add an identity provider (OpenID Connect); it is tried, then switched on
   */
  'POST /v1/identity-providers': {
    body: {
      /**
       * On the button of the sign-in page.
       */
      name: string;
      /**
       * Of the provider, as its own description says.
       */
      issuer: string;
      /**
       * What the provider calls Lunas.
       */
      clientId: string;
      /**
       * What is asked of the provider, `openid` first.
       */
      scopes?: string;
      /**
       * The claim with the groups of a person; dots lead into it.
       */
      groupsClaim?: string;
      /**
       * Who comes for the first time: only who was added with the same e-mail address, or everybody whose groups have a role.
       */
      admits?: 'invited' | 'everybody';
      /**
       * Passwords let in administrators and people of agencies alone.
       */
      required?: boolean;
      /**
       * The first line whose group a person has gives the role.
       *
       * @maxItems 500
       */
      roles: {
        /**
         * As the provider writes it, sign by sign.
         */
        group: string;
        /**
         * What the person or key may do.
         */
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
      }[];
      /**
       * Kept sealed; it is never answered.
       */
      clientSecret: string;
    };
    answers: {
      '201': IdentityProvider;
    };
  };
  /**
   * Change an identity provider
   */
  'PUT /v1/identity-providers/{providerId}': {
    params: {
      providerId: string;
    };
    body: {
      /**
       * On the button of the sign-in page.
       */
      name: string;
      /**
       * Of the provider, as its own description says.
       */
      issuer: string;
      /**
       * What the provider calls Lunas.
       */
      clientId: string;
      /**
       * What is asked of the provider, `openid` first.
       */
      scopes?: string;
      /**
       * The claim with the groups of a person; dots lead into it.
       */
      groupsClaim?: string;
      /**
       * Who comes for the first time: only who was added with the same e-mail address, or everybody whose groups have a role.
       */
      admits?: 'invited' | 'everybody';
      /**
       * Passwords let in administrators and people of agencies alone.
       */
      required?: boolean;
      /**
       * The first line whose group a person has gives the role.
       *
       * @maxItems 500
       */
      roles: {
        /**
         * As the provider writes it, sign by sign.
         */
        group: string;
        /**
         * What the person or key may do.
         */
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
      }[];
      /**
       * As it was when left out; never answered.
       */
      clientSecret?: string;
    };
    answers: {
      '200': IdentityProvider;
    };
  };
  /**
   * Remove an identity provider by which nobody has signed in
   */
  'DELETE /v1/identity-providers/{providerId}': {
    params: {
      providerId: string;
    };
    answers: {
      '204': undefined;
    };
  };
  /**
   * Switch an identity provider on, once it was tried, or off
   */
  'POST /v1/identity-providers/{providerId}/switch': {
    params: {
      providerId: string;
    };
    body: {
      /**
       * People sign in by it.
       */
      active: boolean;
    };
    answers: {
      '200': IdentityProvider;
    };
  };
  /**
   * Try an identity provider: the address to sign in at
   */
  'POST /v1/identity-providers/{providerId}/tests': {
    params: {
      providerId: string;
    };
    answers: {
      '200': {
        /**
         * At the provider.
         */
        url: string;
      };
    };
  };
  /**
   * Forget by which account of elsewhere a person signs in, with all sessions
   */
  'DELETE /v1/users/{userId}/identity': {
    params: {
      userId: string;
    };
    answers: {
      '204': undefined;
    };
  };
  /**
   * Give a person of a store a PIN for its tills; the one before ends
   */
  'POST /v1/users/{userId}/pins': {
    params: {
      userId: string;
    };
    answers: {
      '201': {
        /**
         * Shown once; null in a replay.
         */
        pin: string | null;
        /**
         * From then on the PIN is good no more.
         */
        goodUntil: string;
      };
    };
  };
  /**
   * End the PIN of a person
   */
  'DELETE /v1/users/{userId}/pins': {
    params: {
      userId: string;
    };
    answers: {
      '204': undefined;
    };
  };
  /**
   * Ask whether a PIN is that of a person of the till’s store
   */
  'POST /v1/staff-pins/checks': {
    body: {
      /**
       * The person, as `GET /v1/staff-pins` names them.
       */
      user: string;
      /**
       * Six to eight digits; never shown or logged.
       */
      pin: string;
      /**
       * What the PIN was typed for.
       */
      purpose:
        | 'sign-in'
        | 'tender-change'
        | 'void'
        | 'line-removal'
        | 'price'
        | 'discount'
        | 'refund'
        | 'reprint'
        | 'drawer'
        | 'offline-sale'
        | 'pin-change';
      /**
       * The sale or document that it was typed for.
       */
      about?: string;
    };
    answers: {
      '200': KnownByPin;
    };
  };
  /**
   * PINs that were typed at tills, the latest first
   */
  'GET /v1/staff-pins/checks': {
    query?: {
      limit?: number;
      /**
       * The `nextCursor` of the page before. Opaque.
       */
      cursor?: string;
      /**
       * The person, as `GET /v1/staff-pins` names them.
       */
      user?: string;
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: PinCheck[];
        /**
         * Null on the last page.
         */
        nextCursor: string | null;
      };
    };
  };
  /**
   * A person changes the PIN at a till: the one that a manager gave, or the own
   */
  'POST /v1/staff-pins/changes': {
    body: {
      /**
       * The person, as `GET /v1/staff-pins` names them.
       */
      user: string;
      /**
       * Six to eight digits; never shown or logged.
       */
      pin: string;
      /**
       * Six to eight digits; never shown or logged.
       */
      newPin: string;
    };
    answers: {
      '200': {
        /**
         * From then on the PIN is good no more.
         */
        goodUntil: string;
      };
    };
  };
  /**
   * What a till needs to know the people of its store without a connection
   */
  'GET /v1/staff-pins': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: OfflinePin[];
        /**
         * So many wrong PINs of a person in a row; then the till waits for a connection.
         */
        wrongMax: number;
      };
    };
  };
  /**
   * Hand in the PINs that a till has checked without a connection
   */
  'POST /v1/staff-pins/offline-checks': {
    body: {
      /**
       * What was looked at.
       *
       * @minItems 1
       * @maxItems 500
       */
      checks: {
        /**
         * Made by the till; the same id is noted once.
         */
        id: string;
        /**
         * The person, as `GET /v1/staff-pins` names them.
         */
        user: string;
        /**
         * What the PIN was typed for.
         */
        purpose:
          | 'sign-in'
          | 'tender-change'
          | 'void'
          | 'line-removal'
          | 'price'
          | 'discount'
          | 'refund'
          | 'reprint'
          | 'drawer'
          | 'offline-sale'
          | 'pin-change';
        /**
         * The sale or document that it was typed for.
         */
        about?: string;
        /**
         * Whether it was the PIN of the person.
         */
        outcome: 'right' | 'wrong';
        /**
         * When it was typed, by the clock of the till.
         */
        at: string;
      }[];
    };
    answers: {
      '200': {
        /**
         * Checks that are noted now or were before.
         */
        noted: number;
        /**
         * Checks of a person whom nobody knows.
         */
        unknown: string[];
      };
    };
  };
  /**
   * Who works at the tills, and who has a PIN for them
   */
  'GET /v1/staff-pins/people': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
        data: PinHolder[];
      };
    };
  };
  /**
   * My own views of the lists, by name
   */
  'GET /v1/saved-views': {
    query?: {
      /**
       * The list that it filters.
       */
      list?:
        'sales' | 'queue' | 'customers' | 'matching' | 'agencies' | 'ledger' | 'stock' | 'prices';
    };
    answers: {
      '200': SavedViews;
    };
  };
  /**
   * Keep the filters of a list under a name, or change a view of my own
   */
  'PUT /v1/saved-views/{viewId}': {
    params: {
      /**
       * Made by the caller; the same id is the same view.
       */
      viewId: string;
    };
    body: {
      /**
       * The list that it filters.
       */
      list:
        'sales' | 'queue' | 'customers' | 'matching' | 'agencies' | 'ledger' | 'stock' | 'prices';
      /**
       * Once in a list.
       */
      name: string;
      /**
       * The filters as they stand in the address of the list, after the question mark.
       */
      filters: string;
    };
    answers: {
      '200': SavedView;
    };
  };
  /**
   * Remove a view of my own
   */
  'DELETE /v1/saved-views/{viewId}': {
    params: {
      /**
       * Made by the caller; the same id is the same view.
       */
      viewId: string;
    };
    answers: {
      '204': undefined;
    };
  };
  /**
   * Record that a person takes a list along, before it is given
   */
  'POST /v1/list-exports': {
    body: {
      /**
       * The list that was seen.
       */
      list:
        | 'accounts'
        | 'agency-cases'
        | 'audit-trail'
        | 'balances'
        | 'bank-accounts'
        | 'bank-file-lines'
        | 'bank-files'
        | 'bank-profiles'
        | 'call-list'
        | 'customer-duplicates'
        | 'customer-items'
        | 'customer-merges'
        | 'customers'
        | 'disputes'
        | 'dunning-policies'
        | 'found-sales'
        | 'held-letters'
        | 'holidays'
        | 'identity-providers'
        | 'import-rows'
        | 'imports'
        | 'items'
        | 'journal'
        | 'keys'
        | 'letter-texts'
        | 'next-letters'
        | 'number-series'
        | 'people'
        | 'pin-checks'
        | 'pins'
        | 'price-change'
        | 'price-changes'
        | 'price-lists'
        | 'printers'
        | 'promises'
        | 'promotions'
        | 'refused'
        | 'remittances'
        | 'sales'
        | 'scorecards'
        | 'sent-letters'
        | 'shadow-days'
        | 'shadow-differences'
        | 'shadow-sale-lines'
        | 'stock'
        | 'stock-counts'
        | 'suspense-lines'
        | 'tax-rules'
        | 'tenders'
        | 'webhook-deliveries';
      /**
       * `csv` and `xlsx` are files; `print` is paper, or a PDF.
       */
      format: 'csv' | 'xlsx' | 'print';
      /**
       * Filters and order of the list as a query of an address; empty for all of it.
       */
      filters: string;
      /**
       * How many rows it has.
       */
      rows: number;
      /**
       * Whether these are all rows; false when the list has more than that.
       */
      whole: boolean;
    };
    answers: {
      '201': ListExport;
    };
  };
  /**
   * Brings in a file of another system
   */
  'POST /v1/imports': {
    query: {
      /**
       * `items`: goods with barcodes and price, by their SKU. `customers`: by their number, without a credit line. `stock`: what lies in the stores at the beginning, with its value, by location and SKU. `receivables`: what is open of the old invoices, each with a life of its own at the dunning level that it has reached. `placements`: cases that agencies run for the other system, by the number of an invoice that was brought in as a receivable; it lives on as placed with that agency, which is told nothing. `balances`: of the accounts of the old books, without those whose records are brought in. `sales`: receipts of the tills of another system, one row for each line; they are booked as sales that have happened, with goods and money, on their own day, and print nothing; those of a store in shadow are kept beside the books. `day-totals`: what the old system says that a store in shadow sold on a day, one row for a store or till and day; further rows of the same may name taxes and receipts.
       */
      kind:
        | 'items'
        | 'prices'
        | 'customers'
        | 'stock'
        | 'receivables'
        | 'placements'
        | 'balances'
        | 'sales'
        | 'day-totals';
      /**
       * Code of an import profile.
       */
      profile?: string;
      /**
       * For `stock`: where the goods are, when the file does not say it.
       */
      location?: string;
      /**
       * For `stock`, `receivables` and `balances`: the day of the opening balance; today when it is left out.
       */
      businessDate?: string;
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
       * `items`: goods with barcodes and price, by their SKU. `customers`: by their number, without a credit line. `stock`: what lies in the stores at the beginning, with its value, by location and SKU. `receivables`: what is open of the old invoices, each with a life of its own at the dunning level that it has reached. `placements`: cases that agencies run for the other system, by the number of an invoice that was brought in as a receivable; it lives on as placed with that agency, which is told nothing. `balances`: of the accounts of the old books, without those whose records are brought in. `sales`: receipts of the tills of another system, one row for each line; they are booked as sales that have happened, with goods and money, on their own day, and print nothing; those of a store in shadow are kept beside the books. `day-totals`: what the old system says that a store in shadow sold on a day, one row for a store or till and day; further rows of the same may name taxes and receipts.
       */
      kind?:
        | 'items'
        | 'prices'
        | 'customers'
        | 'stock'
        | 'receivables'
        | 'placements'
        | 'balances'
        | 'sales'
        | 'day-totals';
      /**
       * `received`: kept, being read. `read`: its rows are known, they are being written. `done`: every row has its outcome. `refused`: not understood, or given up; `refusal` says why. `undone`: taken back as a whole.
       */
      status?: 'received' | 'read' | 'done' | 'refused' | 'undone';
    };
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
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
        /**
         * The entries of the list.
         */
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
   * Take an import back as a whole, while nothing depends on it
   */
  'POST /v1/imports/{importId}/undoing': {
    params: {
      importId: string;
    };
    query?: {
      /**
       * Why: shown to the person who decides.
       */
      reason?: string;
    };
    answers: {
      '200': ImportHead;
      '202': ImportHead;
    };
  };
  /**
   * Import profiles: how the files of each other system are read
   */
  'GET /v1/import-profiles': {
    answers: {
      '200': {
        /**
         * The entries of the list.
         */
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
      kind:
        | 'items'
        | 'prices'
        | 'customers'
        | 'stock'
        | 'receivables'
        | 'placements'
        | 'balances'
        | 'sales'
        | 'day-totals';
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
   * Everything of a kind as a file that an import takes
   */
  'GET /v1/exports/{kind}': {
    params: {
      kind: 'items' | 'prices' | 'customers' | 'placements';
    };
    answers: {
      '200': Uint8Array;
    };
  };
  /**
   * The process answers
   */
  'GET /healthz': {
    answers: {
      '200': {
        /**
         * Where it stands.
         */
        status: 'ok';
        /**
         * Its version.
         */
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
        /**
         * Version of the OpenAPI standard.
         */
        openapi: string;
        [k: string]: unknown;
      };
    };
  };
}
export interface Session {
  /**
   * The person.
   */
  user: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its name, for people.
     */
    name: string;
    /**
     * What the person or key may do.
     */
    role:
      | 'cashier'
      | 'storeManager'
      | 'arClerk'
      | 'arManager'
      | 'creditController'
      | 'owner'
      | 'auditor'
      | 'admin'
      | 'partner';
  };
  /**
   * Goes into the header X-CSRF-Token of every write.
   */
  csrfToken: string;
  /**
   * When it ends by itself.
   */
  expiresAt: string;
  /**
   * When the person last gave the password, or signed in at the provider: an approval needs it of the last 15 minutes.
   */
  passwordAt: string;
  /**
   * `by-provider`: the identity provider asked for one. `required`: nothing else is open until one is set.
   */
  secondFactor: 'set' | 'by-provider' | 'not-set' | 'required';
  /**
   * The identity provider by which it began; null: by the password.
   */
  provider: {
    /**
     * Its id.
     */
    id: string;
    /**
     * As on the sign-in page.
     */
    name: string;
  } | null;
}
export interface FrontDoor {
  /**
   * Of the product.
   */
  version: string;
  /**
   * Only in development are there people to sign in as with one click.
   */
  environment: 'development' | 'production';
  /**
   * Identity providers that people sign in by.
   */
  providers: {
    /**
     * Its id.
     */
    id: string;
    /**
     * What the company calls it.
     */
    name: string;
    /**
     * Passwords let in administrators and people of agencies alone.
     */
    required: boolean;
  }[];
  /**
   * People of the sample company, to sign in with one click; always empty in production.
   */
  samplePeople: SamplePerson[];
}
export interface SamplePerson {
  /**
   * What the person or key may do.
   */
  role:
    | 'cashier'
    | 'storeManager'
    | 'arClerk'
    | 'arManager'
    | 'creditController'
    | 'owner'
    | 'auditor'
    | 'admin'
    | 'partner';
  /**
   * E-mail address.
   */
  email: string;
  /**
   * The password, which is never shown or logged.
   */
  password: string;
}
export interface Surroundings {
  /**
   * In which the person reads pages.
   */
  language: 'id' | 'en';
  /**
   * The one store that the person sees; null for all.
   */
  store: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Its name, for people.
     */
    name: string;
  } | null;
  /**
   * The stores whose sales the person sees, to filter by.
   */
  stores: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Its name, for people.
     */
    name: string;
  }[];
  /**
   * The collection agency that the person works for; null for our own people.
   */
  agency: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Its name, for people.
     */
    name: string;
  } | null;
  company: {
    /**
     * Null in empty books.
     */
    name: string | null;
    /**
     * Of `GET /v1/logos/{logoId}`; null: none.
     */
    logoId: string | null;
    /**
     * IANA name.
     */
    timeZone: string;
    /**
     * Of paper and numbers: all screens write amounts as it does.
     */
    language: 'id' | 'en';
    /**
     * Of the first legal entity; null before there is one.
     */
    currency: string | null;
  };
  businessTime: {
    /**
     * Business time at this moment.
     */
    now: string;
    /**
     * Business seconds in one real second: 1 in production.
     */
    speed: number;
  };
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
export interface ProviderSignIn {
  /**
   * At the provider, to be opened in the same browser.
   */
  url: string;
}
export interface ProviderAnswer {
  /**
   * What was begun.
   */
  purpose: 'sign-in' | 'check' | 'test';
  /**
   * The page that was asked for.
   */
  returnTo: string;
  /**
   * Null after a test.
   */
  session: Session | null;
  /**
   * What the provider said in a test; null after a sign-in.
   */
  test: {
    /**
     * Null when it is not verified.
     */
    email: string | null;
    /**
     * As the provider names them.
     */
    groups: string[];
    /**
     * Null when no group has one.
     */
    role:
      | (
          | 'cashier'
          | 'storeManager'
          | 'arClerk'
          | 'arManager'
          | 'creditController'
          | 'owner'
          | 'auditor'
          | 'admin'
        )
      | null;
    /**
     * Code of the store of that role.
     */
    store: string | null;
    /**
     * The provider asked for a second factor.
     */
    secondFactor: boolean;
  } | null;
}
export interface SaleBody {
  /**
   * Code or id of the terminal.
   */
  terminal: string;
  /**
   * The count of the till, from 1 without a gap.
   */
  deviceSequence: number;
  /**
   * The day of the books that it belongs to.
   */
  businessDate: string;
  /**
   * When it was sold.
   */
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
   * Codes that the customer handed in.
   *
   * @maxItems 20
   */
  coupons?: string[];
  /**
   * The lines.
   *
   * @maxItems 2000
   */
  lines: SaleBodyLine[];
  /**
   * @maxItems 100
   */
  tenders: SaleBodyTender[];
  /**
   * The version of the prices that the till used.
   */
  priceVersion?: number;
  /**
   * Whether the goods are taken along or kept.
   */
  delivery?: {
    /**
     * Which of the kinds it is.
     */
    kind: 'carried' | 'later';
    /**
     * How long the goods are kept.
     */
    expiresAt?: string;
  };
  /**
   * Language of documents and letters.
   */
  language?: 'id' | 'en';
  /**
   * The till has printed a slip of its own.
   */
  receipt?: {
    /**
     * When it was printed.
     */
    printedAt: string;
    /**
     * Of the slip, as another system numbers it.
     */
    number?: string;
    /**
     * As another system calls the till.
     */
    till?: string;
  };
  /**
   * Name of the cashier, for the receipt.
   */
  cashier?: string;
}
export interface SaleBodyLine {
  /**
   * SKU of the item.
   */
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
   * Of the till itself: taken off the whole line, beside what promotions give.
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
   * What promotions gave on the line, as the till sold it. Left out on all lines, the promotions in force count.
   *
   * @maxItems 10
   */
  promotions?: SaidPromotion[];
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
export interface SaidPromotion {
  /**
   * Code of the promotion.
   */
  code: string;
  /**
   * What it took off the line; above zero.
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
}
export interface SaleBodyTender {
  /**
   * Which of the types it is.
   */
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
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * At the capture; GET tells the present one.
   */
  stage: 'captured';
  /**
   * When it was booked.
   */
  bookedAt: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * The version of the prices that the till used.
   */
  priceVersion: number;
  /**
   * Whether it may be refused, or has happened.
   */
  mode: 'online' | 'completed';
  /**
   * The day of the books that it belongs to.
   */
  businessDate: string;
  /**
   * When it was sold.
   */
  capturedAt: string;
  terminal: PlaceOfSale;
  store: StoreOfSale;
  /**
   * Name of the cashier, for the receipt.
   */
  cashier: string;
  customer: CustomerOfSale | null;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  delivery: DeliveryOfSale;
  /**
   * The lines.
   */
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
  /**
   * What a person has to look at.
   */
  exceptions: SaleException[];
}
/**
 * Code of the till.
 */
export interface PlaceOfSale {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
}
/**
 * Code of the store.
 */
export interface StoreOfSale {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * Its name, for people.
   */
  name: string;
}
export interface CustomerOfSale {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Its name, for people.
   */
  name: string;
}
/**
 * Whether the goods are taken along or kept.
 */
export interface DeliveryOfSale {
  /**
   * Which of the kinds it is.
   */
  kind: 'carried' | 'later';
  /**
   * When it ends by itself.
   */
  expiresAt: string | null;
}
export interface PricedLine {
  /**
   * Its number, as documents show it.
   */
  number: number;
  /**
   * SKU of the item.
   */
  sku: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Unit of the quantity.
   */
  unit: string;
  /**
   * Decimal with at most three places.
   */
  quantity: string;
  unitPrice: Money;
  listPrice: Money;
  /**
   * Code of the list that `listPrice` stands on; null: the price for everybody.
   */
  priceList: string | null;
  /**
   * Whether the price contains the tax.
   */
  priceIncludesTax: boolean;
  gross: Money;
  /**
   * Promotions and what the till took off, together.
   */
  discount: {
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
   * What promotions gave on it; left out when they gave nothing.
   */
  promotions?: PromotionOfLine[];
  net: Money;
  /**
   * Code of the tax rule.
   */
  taxCode: string;
  taxBase: Money;
  tax: Money;
  total: Money1;
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
export interface PromotionOfLine {
  /**
   * Code of the promotion.
   */
  code: string;
  /**
   * Its name when it was given, as on the receipt.
   */
  name: string;
  /**
   * Its share of the discount of the line.
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
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money1 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
/**
 * The amounts of the whole.
 */
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
  onAccount: Money2;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money2 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface PricedTax {
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * What people call it.
   */
  label: string;
  /**
   * The rate as a fraction.
   */
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
  /**
   * Which of the types it is.
   */
  type: string;
  amount: Money;
  tendered: Money;
  change: Money;
  /**
   * The reference that came with it.
   */
  reference: string | null;
}
export interface ReceiptDocument {
  /**
   * Its form.
   */
  schema: 'receipt/1';
  /**
   * Id of the sale.
   */
  saleId: string;
  /**
   * Number on the receipt.
   */
  receiptNumber: string;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  /**
   * When it was sold.
   */
  capturedAt: string;
  /**
   * 0 is the original.
   */
  copyNumber: number;
  blocks: ReceiptBlock[];
}
/**
 * The run in Temporal, and its page.
 */
export interface WorkflowLink {
  /**
   * Id of the workflow in Temporal.
   */
  workflowId: string;
  /**
   * Its page in the Temporal web UI; null where no web UI runs.
   */
  link: string | null;
}
export interface SaleException {
  /**
   * Which of the kinds it is.
   */
  kind: string;
  /**
   * What exactly is meant, in a sentence or by its facts.
   */
  detail: string;
  /**
   * Of a reason against credit, when it is read.
   */
  words?: {
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
    en: string;
  };
}
export interface ShadowSale {
  /**
   * Its id.
   */
  id: string;
  /**
   * Of the slip that the other system printed, or made of till and sequence.
   */
  number: string;
  /**
   * As the other system calls it; the terminal otherwise.
   */
  till: string;
  /**
   * Kept beside the books: nothing is booked, taken from stock or printed.
   */
  shadow: true;
  /**
   * When it came.
   */
  receivedAt: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * The version of the prices that the till used.
   */
  priceVersion: number;
  /**
   * Whether it may be refused, or has happened.
   */
  mode: 'online' | 'completed';
  /**
   * The day of the books that it belongs to.
   */
  businessDate: string;
  /**
   * When it was sold.
   */
  capturedAt: string;
  terminal: PlaceOfSale1;
  store: StoreOfSale1;
  /**
   * Name of the cashier, for the receipt.
   */
  cashier: string;
  customer: CustomerOfSale | null;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  delivery: DeliveryOfSale1;
  /**
   * The lines.
   */
  lines: PricedLine[];
  totals: SaleTotals1;
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
  /**
   * What did not fit the masters.
   */
  exceptions: SaleException[];
}
/**
 * Code of the till.
 */
export interface PlaceOfSale1 {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
}
/**
 * Code of the store.
 */
export interface StoreOfSale1 {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * Its name, for people.
   */
  name: string;
}
/**
 * Whether the goods are taken along or kept.
 */
export interface DeliveryOfSale1 {
  /**
   * Which of the kinds it is.
   */
  kind: 'carried' | 'later';
  /**
   * When it ends by itself.
   */
  expiresAt: string | null;
}
/**
 * The amounts of the whole.
 */
export interface SaleTotals1 {
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
  onAccount: Money2;
}
export interface Sale {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * When it was booked.
   */
  bookedAt: string;
  /**
   * The stage of its life.
   */
  stage: 'captured' | 'delivering' | 'invoicing' | 'collecting' | 'placed' | 'closed';
  /**
   * Since when it stands so.
   */
  since: string;
  /**
   * What comes next; null: nothing.
   */
  nextStep: string | null;
  /**
   * When that comes.
   */
  nextStepAt: string | null;
  /**
   * What became of it.
   */
  outcome: 'paid' | 'credited' | 'written-off' | 'cancelled' | null;
  /**
   * When it was closed; null: it is open.
   */
  closedAt: string | null;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * The version of the prices that the till used.
   */
  priceVersion: number;
  /**
   * Whether it may be refused, or has happened.
   */
  mode: 'online' | 'completed';
  /**
   * The day of the books that it belongs to.
   */
  businessDate: string;
  /**
   * When it was sold.
   */
  capturedAt: string;
  terminal: PlaceOfSale2;
  store: StoreOfSale2;
  /**
   * Name of the cashier, for the receipt.
   */
  cashier: string;
  customer: CustomerOfSale | null;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  delivery: DeliveryOfSale2;
  /**
   * The lines.
   */
  lines: PricedLine[];
  totals: SaleTotals2;
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
  /**
   * Where the goods are: `delivered` with the customer, `pending` kept in the shop until they are collected, `expired` not collected in time.
   */
  deliveryState: 'delivered' | 'pending' | 'expired';
  documents: DocumentOfSale[];
  workflow: WorkflowLink1;
  /**
   * What a person has to look at.
   */
  exceptions: SaleException[];
}
/**
 * Code of the till.
 */
export interface PlaceOfSale2 {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
}
/**
 * Code of the store.
 */
export interface StoreOfSale2 {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * Its name, for people.
   */
  name: string;
}
/**
 * Whether the goods are taken along or kept.
 */
export interface DeliveryOfSale2 {
  /**
   * Which of the kinds it is.
   */
  kind: 'carried' | 'later';
  /**
   * When it ends by itself.
   */
  expiresAt: string | null;
}
/**
 * The amounts of the whole.
 */
export interface SaleTotals2 {
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
  onAccount: Money2;
}
export interface DocumentOfSale {
  /**
   * Which of the kinds it is.
   */
  kind: 'receipt' | 'invoice' | 'credit-note' | 'return';
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  amount: Money | null;
  /**
   * When it happened.
   */
  at: string;
}
/**
 * The run in Temporal, and its page.
 */
export interface WorkflowLink1 {
  /**
   * Id of the workflow in Temporal.
   */
  workflowId: string;
  /**
   * Its page in the Temporal web UI; null where no web UI runs.
   */
  link: string | null;
}
export interface BasketBody {
  /**
   * Code or id of the terminal.
   */
  terminal: string;
  /**
   * At which moment; now when left out.
   */
  at?: string;
  /**
   * Id or number of the customer.
   */
  customer?: string;
  /**
   * What is shown.
   *
   * @maxItems 20
   */
  coupons?: string[];
  /**
   * The lines.
   *
   * @minItems 1
   * @maxItems 500
   */
  lines: BasketLine[];
  /**
   * Are tried on this basket, beside those in force; one of the same code takes the place of the one in force. Nothing is kept of them.
   *
   * @maxItems 50
   */
  promotions?: TriedPromotion[];
}
export interface BasketLine {
  /**
   * SKU of the item.
   */
  sku?: string;
  /**
   * Beside a sku: of the same item.
   */
  barcode?: string;
  /**
   * Decimal with at most three places.
   */
  quantity: string;
}
export interface TriedPromotion {
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * What is given.
   */
  offer:
    | PercentOffer
    | AmountOffer
    | FixedPriceOffer
    | BuyGetOffer
    | MixAndMatchOffer
    | BasketPercentOffer
    | BasketAmountOffer;
  /**
   * On these items; with `categories`, on what is named in either.
   *
   * @maxItems 500
   */
  skus?: string[];
  /**
   * On the items of these categories. Neither: on all items.
   *
   * @maxItems 500
   */
  categories?: string[];
  /**
   * In these stores; with `storeGroups`, in what is named in either.
   *
   * @maxItems 200
   */
  stores?: string[];
  /**
   * In the stores of these groups. Neither: in all stores.
   *
   * @maxItems 200
   */
  storeGroups?: string[];
  /**
   * For customers of these segments; empty: for all.
   *
   * @maxItems 200
   */
  segments?: string[];
  /**
   * In which hours of the week; all when left out.
   */
  hours?: {
    /**
     * 1 is Monday; empty: every day.
     *
     * @maxItems 7
     */
    weekdays?: number[];
    /**
     * From this time on.
     */
    from: string;
    /**
     * Until before this time; an earlier one than `from` is on the next day.
     */
    until: string;
  };
  /**
   * Only with this code.
   */
  coupon?: string;
  /**
   * The higher goes first, whatever the others give.
   */
  priority?: number;
  /**
   * No other promotion gives anything in the same sale.
   */
  standsAlone?: boolean;
  /**
   * In so many sales of one customer on one business day; needs a customer.
   */
  perCustomerDay?: number;
  /**
   * In so many sales of one business day.
   */
  perDay?: number;
  /**
   * In so many sales as long as it holds.
   */
  inAll?: number;
  /**
   * The moment from which it holds; a day begins at midnight of the till.
   */
  validFrom?: string;
  /**
   * It holds until before this moment or day. Null: it has no end.
   */
  validUntil?: string | null;
  /**
   * In how many sales of the day, and ever, it is taken to have given something.
   */
  usedToday?: {
    /**
     * In sales of this customer.
     */
    byCustomer?: number;
    /**
     * In sales of all.
     */
    byAll?: number;
    /**
     * In sales of all, on other days too.
     */
    inAll?: number;
  };
}
export interface PercentOffer {
  /**
   * Which of the kinds it is.
   */
  kind: 'percent';
  /**
   * In hundredths of a percent.
   */
  percent: number;
}
export interface AmountOffer {
  /**
   * Which of the kinds it is.
   */
  kind: 'amount';
  /**
   * Off each unit.
   */
  off: {
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
export interface FixedPriceOffer {
  /**
   * Which of the kinds it is.
   */
  kind: 'fixedPrice';
  /**
   * What each unit costs then.
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
}
export interface BuyGetOffer {
  /**
   * Which of the kinds it is.
   */
  kind: 'buyGet';
  /**
   * So many pieces are paid.
   */
  buy: number;
  /**
   * So many more, the cheapest, cost nothing.
   */
  get: number;
}
export interface MixAndMatchOffer {
  /**
   * Which of the kinds it is.
   */
  kind: 'mixAndMatch';
  /**
   * So many pieces of the goods, of whichever.
   */
  pieces: number;
  /**
   * What they cost together.
   */
  price: {
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
export interface BasketPercentOffer {
  /**
   * Which of the kinds it is.
   */
  kind: 'basketPercent';
  /**
   * In hundredths of a percent.
   */
  percent: number;
  /**
   * From this on, counted on what the goods cost after the promotions of lines.
   */
  threshold: {
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
export interface BasketAmountOffer {
  /**
   * Which of the kinds it is.
   */
  kind: 'basketAmount';
  /**
   * Taken off; above zero.
   */
  off: {
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
   * From this on, counted on what the goods cost after the promotions of lines.
   */
  threshold: {
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
export interface BasketPrices {
  /**
   * The moment whose prices these are.
   */
  at: string;
  /**
   * The lines.
   */
  lines: BasketLinePrice[];
  /**
   * What became of each promotion that was tried, and what those in force gave.
   */
  promotions: PromotionOutcome[];
  totals: BasketTotals;
}
export interface BasketLinePrice {
  /**
   * Its number, as documents show it.
   */
  number: number;
  /**
   * SKU of the item.
   */
  sku: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Unit of the quantity.
   */
  unit: string;
  /**
   * Decimal with at most three places.
   */
  quantity: string;
  unitPrice: Money;
  /**
   * Code of the list that `unitPrice` stands on; null: the price for everybody.
   */
  priceList: string | null;
  /**
   * The change that brought `unitPrice`.
   */
  priceVersion: number;
  /**
   * Whether the price contains the tax.
   */
  priceIncludesTax: boolean;
  gross: Money;
  /**
   * What promotions give: that of the line, then that of the basket.
   */
  promotions: GivenPromotion[];
  discount: Money;
  net: Money;
  /**
   * Code of the tax rule.
   */
  taxCode: string;
  tax: Money;
  total: Money3;
}
export interface GivenPromotion {
  /**
   * Code of the promotion.
   */
  code: string;
  /**
   * What it takes off the line.
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
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money3 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface PromotionOutcome {
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * `given`; otherwise why it gave nothing: `goodsMissing`, there are too few goods for it; `outdone`, others gave instead of it; the rest are its conditions.
   */
  outcome:
    | 'given'
    | 'notNow'
    | 'otherStore'
    | 'otherSegment'
    | 'couponMissing'
    | 'customerMissing'
    | 'limitReached'
    | 'goodsMissing'
    | 'outdone';
  /**
   * What it gives on all lines.
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
}
/**
 * The amounts of the whole.
 */
export interface BasketTotals {
  gross: Money;
  discount: Money;
  net: Money;
  tax: Money;
  total: Money4;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money4 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface FoundSale {
  /**
   * Its id.
   */
  id: string;
  /**
   * Of the receipt.
   */
  number: string;
  /**
   * The day of the books that it belongs to.
   */
  businessDate: string;
  /**
   * When it was sold.
   */
  capturedAt: string;
  /**
   * Code of the store.
   */
  store: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * Code of the till.
   */
  terminal: string;
  /**
   * What the customer had to pay, as on the receipt.
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
  tenders: {
    /**
     * Which of the types it is.
     */
    type: string;
    amount: Money;
    /**
     * Null where no card paid.
     */
    cardLast4: string | null;
  }[];
  customer: CustomerName | null;
  /**
   * With `receipt`; otherwise null.
   */
  lines: FoundLine[] | null;
}
export interface CustomerName {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Its name, for people.
   */
  name: string;
}
export interface FoundLine {
  /**
   * Its number, as documents show it.
   */
  number: number;
  /**
   * SKU of the item.
   */
  sku: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Unit of the quantity.
   */
  unit: string;
  /**
   * Decimal with at most three places.
   */
  quantity: string;
  /**
   * What came back of it.
   */
  returned: string;
  /**
   * With tax, less discount.
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
}
export interface Delivery {
  /**
   * Id of the sale.
   */
  saleId: string;
  /**
   * Which of the kinds it is.
   */
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
  /**
   * Id of the sale.
   */
  saleId: string | null;
  /**
   * What became of it.
   */
  outcome: 'accepted' | 'replayed' | 'quarantined';
  /**
   * Its number, as documents show it.
   */
  number?: string;
  /**
   * It is kept beside the books, because its store is in shadow on its day.
   */
  shadow?: true;
  /**
   * What a person has to look at.
   */
  exceptions?: number;
  /**
   * Its code, unique among its kind.
   */
  code?: string;
  /**
   * What exactly is meant, in a sentence or by its facts.
   */
  detail?: string;
  /**
   * The place in the request.
   */
  param?: string;
  /**
   * Several faults at once, each with its place.
   */
  errors?: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * The place, such as `lines[2].quantity`.
     */
    param: string;
    /**
     * What exactly is meant, in a sentence or by its facts.
     */
    detail: string;
  }[];
}
export interface SequenceRange {
  /**
   * From here on.
   */
  from: number;
  /**
   * Up to here.
   */
  to: number;
}
export interface Reconciliation {
  /**
   * Code of the till.
   */
  terminal: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its code, unique among its kind.
     */
    code: string;
  };
  /**
   * The highest count that has arrived.
   */
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
export interface SuspenseLine {
  /**
   * Id of the sale.
   */
  saleId: string;
  /**
   * Number of the receipt.
   */
  saleNumber: string;
  /**
   * Code of the store.
   */
  store: string;
  /**
   * The day of the books that it belongs to.
   */
  businessDate: string;
  /**
   * From 1, as on the receipt.
   */
  lineNumber: number;
  /**
   * What the till said: SKU, barcode, or both.
   */
  sku: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Unit of the quantity.
   */
  unit: string;
  /**
   * Decimal with at most three places.
   */
  quantity: string;
  /**
   * For the line, with its tax.
   */
  paid: {
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
   * As it was sold.
   */
  taxCode: string;
  /**
   * As it was sold.
   */
  tax: {
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
   * What it was; null: nobody has said.
   */
  identified: IdentifiedLine | null;
}
export interface IdentifiedLine {
  /**
   * SKU of the item.
   */
  sku: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Why, in words.
   */
  reason: string;
  /**
   * Of the item, where the tax follows it.
   */
  taxCode: string;
  /**
   * In what was paid for the line, as the books have it now.
   */
  tax: {
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
   * What left the shelf: less than was sold if less was there.
   */
  issued: string;
  /**
   * What that had cost.
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
  /**
   * Who did it, by name.
   */
  by: string;
  /**
   * When it happened.
   */
  at: string;
}
export interface RequestedCopy {
  /**
   * Id of the print job.
   */
  printJobId: string;
  /**
   * Counts from 1; the original is 0.
   */
  copyNumber: number;
}
export interface Catalogue {
  /**
   * The same on all pages.
   */
  version: number;
  /**
   * The moment from which the newest prices hold that hold now.
   */
  effectiveFrom: string | null;
  /**
   * Of the store of the till.
   */
  storeGroup: string | null;
  /**
   * Of the till.
   */
  channel: ('counter' | 'wholesale' | 'phone' | 'web' | 'marketplace') | null;
  /**
   * As it was asked.
   */
  since: number | null;
  /**
   * Of the prices.
   */
  currency: string;
  /**
   * Of a snapshot by SKU, otherwise by change.
   */
  items: CatalogueItem[];
  /**
   * Items that are no longer sold; a snapshot has none.
   */
  withdrawn: WithdrawnItem[];
  /**
   * Items of this page that have no price on a list any more: it is not in their `listPrices`. A snapshot has none.
   */
  pricesEnded: EndedPrice[];
  /**
   * That hold now or later, in all stores, by their last change.
   */
  promotions: CataloguePromotion[];
  /**
   * That hold no longer and never will; a snapshot has none.
   */
  promotionsEnded: EndedPromotion[];
  /**
   * All that are not over, the weightiest first.
   */
  priceLists: CataloguePriceList[];
  /**
   * The whole tax table.
   */
  taxes: TaxRule[];
  /**
   * All of them.
   */
  tenderRules: TenderRule[];
  /**
   * The smallest coin of the store.
   */
  cashRoundingStep: Money | null;
  /**
   * Null on the last page.
   */
  nextCursor: string | null;
}
export interface CatalogueItem {
  /**
   * Its id.
   */
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
   * On receipts in English.
   */
  nameEn: string | null;
  /**
   * What is counted, such as pcs or kg.
   */
  unit: string;
  /**
   * Groups items in reports.
   */
  category: string;
  /**
   * Under which brand it is sold.
   */
  brand: string | null;
  /**
   * Put on a scale.
   */
  weighed: boolean;
  /**
   * "1": whole pieces; "0.001": weighed to the gram.
   */
  quantityStep: string;
  /**
   * A code of `taxes`.
   */
  taxCode: string;
  /**
   * Whether its stock is counted.
   */
  stocked: boolean;
  /**
   * Items that are not are in `withdrawn`.
   */
  active: true;
  /**
   * All that scanners know it by.
   */
  barcodes: string[];
  /**
   * Of now, for everybody. Null: not sold in this currency yet.
   */
  price: ItemPrice | null;
  /**
   * By moment. Each takes the place of the price before it at its moment, not earlier.
   */
  futurePrices: ItemPrice[];
  /**
   * Its prices on the lists of `priceLists`, by their code. Which of them counts says the order of `priceLists`.
   */
  listPrices: ListPrice[];
}
export interface ItemPrice {
  /**
   * The change that brought it.
   */
  version: number;
  /**
   * The moment from which it holds.
   */
  effectiveFrom: string;
  /**
   * For one unit.
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
  includesTax: boolean;
}
export interface ListPrice {
  /**
   * Code of the list.
   */
  priceList: string;
  /**
   * Of now. Null: none on this list now.
   */
  price: ItemPrice | null;
  /**
   * By moment. Each takes the place of what holds before it; one may be the end.
   */
  futurePrices: ListPriceToCome[];
}
export interface ListPriceToCome {
  /**
   * The change that brought it.
   */
  version: number;
  /**
   * The moment from which it holds.
   */
  effectiveFrom: string;
  /**
   * For one unit. Null: from then on the item has no price on this list.
   */
  unitPrice: Money | null;
  /**
   * Whether tax is part of the price.
   */
  includesTax: boolean;
}
export interface WithdrawnItem {
  /**
   * Its id.
   */
  id: string;
  /**
   * Stock keeping unit.
   */
  sku: string;
  /**
   * SKU of the item sold instead.
   */
  replacedBy: string | null;
}
export interface EndedPrice {
  /**
   * Its id.
   */
  id: string;
  /**
   * Stock keeping unit.
   */
  sku: string;
  /**
   * Code of the list.
   */
  priceList: string;
}
export interface CataloguePromotion {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code; never changes.
   */
  code: string;
  /**
   * What it is called, also on receipts.
   */
  name: string;
  /**
   * What is given.
   */
  offer:
    | PercentOffer
    | AmountOffer
    | FixedPriceOffer
    | BuyGetOffer
    | MixAndMatchOffer
    | BasketPercentOffer
    | BasketAmountOffer;
  /**
   * On these items; with `categories`, on what is named in either.
   *
   * @maxItems 500
   */
  skus?: string[];
  /**
   * On the items of these categories. Neither: on all items.
   *
   * @maxItems 500
   */
  categories?: string[];
  /**
   * In these stores; with `storeGroups`, in what is named in either.
   *
   * @maxItems 200
   */
  stores?: string[];
  /**
   * In the stores of these groups. Neither: in all stores.
   *
   * @maxItems 200
   */
  storeGroups?: string[];
  /**
   * For customers of these segments; empty: for all.
   *
   * @maxItems 200
   */
  segments?: string[];
  /**
   * In which hours of the week; all when left out.
   */
  hours?: {
    /**
     * 1 is Monday; empty: every day.
     *
     * @maxItems 7
     */
    weekdays?: number[];
    /**
     * From this time on.
     */
    from: string;
    /**
     * Until before this time; an earlier one than `from` is on the next day.
     */
    until: string;
  };
  /**
   * Only with this code.
   */
  coupon?: string;
  /**
   * The higher goes first, whatever the others give.
   */
  priority?: number;
  /**
   * No other promotion gives anything in the same sale.
   */
  standsAlone?: boolean;
  /**
   * In so many sales of one customer on one business day; needs a customer.
   */
  perCustomerDay?: number;
  /**
   * In so many sales of one business day.
   */
  perDay?: number;
  /**
   * In so many sales as long as it holds.
   */
  inAll?: number;
  /**
   * The moment from which it holds.
   */
  validFrom: string;
  /**
   * It holds until before it. Null: no end.
   */
  validUntil: string | null;
}
export interface EndedPromotion {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code.
   */
  code: string;
}
export interface CataloguePriceList {
  /**
   * Its code.
   */
  code: string;
  /**
   * Of the customer; null: of all.
   */
  segment: string | null;
  /**
   * Of the store; null: of all.
   */
  storeGroup: string | null;
  /**
   * Of the till; null: of all.
   */
  channel: ('counter' | 'wholesale' | 'phone' | 'web' | 'marketplace') | null;
  /**
   * The moment from which it holds.
   */
  validFrom: string;
  /**
   * It holds until before it. Null: no end.
   */
  validUntil: string | null;
}
export interface TaxRule {
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
    /**
     * Upper part of the fraction.
     */
    numerator: number;
    /**
     * Lower part of the fraction.
     */
    denominator: number;
  };
  /**
   * The part of the price without tax that it applies to: 11/12.
   */
  baseFactor: {
    /**
     * Upper part of the fraction.
     */
    numerator: number;
    /**
     * Lower part of the fraction.
     */
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
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
    en: string;
  };
}
export interface TenderRule {
  /**
   * How a part of a sale is paid.
   */
  type: 'cash' | 'card' | 'qris' | 'voucher' | 'storeCredit' | 'onAccount';
  /**
   * Whether a till without a connection accepts it.
   */
  offlineAllowed: boolean;
  /**
   * What all tenders of this type may pay of one sale, in its own currency, whichever is asked for; in another there is no limit.
   */
  perSaleLimit: Money | null;
}
export interface Item {
  /**
   * Its id.
   */
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
   * Of today; null when it has none yet.
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
export interface ItemPriceOfTime {
  /**
   * The change that brought it.
   */
  version: number;
  /**
   * Code of the list that it stands on; null: it holds for everybody.
   */
  priceList: string | null;
  /**
   * The moment from which it holds.
   */
  effectiveFrom: string;
  /**
   * For one unit; null: from its moment on the item has no price on the list.
   */
  unitPrice: Money | null;
  /**
   * Whether tax is part of the price.
   */
  includesTax: boolean;
  /**
   * What the change was for.
   */
  note: string;
  /**
   * `planned` until its moment, then `inForce` until a later one: `replaced`.
   */
  state: 'planned' | 'inForce' | 'replaced';
}
export interface PriceChange {
  /**
   * The change of the catalogue that it is.
   */
  version: number;
  /**
   * The moment from which the prices hold.
   */
  effectiveFrom: string;
  /**
   * Code of the list that they stand on; null: they hold for everybody.
   */
  priceList: string | null;
  /**
   * What it is for.
   */
  note: string;
  /**
   * `planned` until its moment, then `inForce`, also when later prices have replaced it.
   */
  state: 'planned' | 'inForce' | 'withdrawn';
  /**
   * When it was decided.
   */
  createdAt: string;
  /**
   * How many items it concerns.
   */
  items: number;
}
export interface ChangedPrice {
  /**
   * Its id.
   */
  id: string;
  /**
   * Stock keeping unit.
   */
  sku: string;
  /**
   * As on receipts and labels.
   */
  name: string;
  /**
   * For one unit, from its moment on. Null: it has none on the list from then on.
   */
  unitPrice: Money | null;
  /**
   * Whether tax is part of the price.
   */
  includesTax: boolean;
  /**
   * What it costs there just before; null: it had no price there.
   */
  unitPriceBefore: Money | null;
}
export interface PriceList {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code; never changes.
   */
  code: string;
  /**
   * What it is called in the office.
   */
  name: string;
  /**
   * For stores of this group; null: for all.
   */
  storeGroup: string | null;
  /**
   * For tills of this channel; null: for all.
   */
  channel: ('counter' | 'wholesale' | 'phone' | 'web' | 'marketplace') | null;
  /**
   * For customers of this segment; null: for all.
   */
  segment: string | null;
  /**
   * The moment from which it holds.
   */
  validFrom: string;
  /**
   * It holds until before it. Null: no end.
   */
  validUntil: string | null;
  /**
   * `planned` until it begins, `inForce`, and `over` after its end.
   */
  state: 'planned' | 'inForce' | 'over';
  /**
   * When it was made.
   */
  createdAt: string;
}
export interface Promotion {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code; never changes.
   */
  code: string;
  /**
   * What it is called, also on receipts.
   */
  name: string;
  /**
   * What is given.
   */
  offer:
    | PercentOffer
    | AmountOffer
    | FixedPriceOffer
    | BuyGetOffer
    | MixAndMatchOffer
    | BasketPercentOffer
    | BasketAmountOffer;
  /**
   * On these items; with `categories`, on what is named in either.
   *
   * @maxItems 500
   */
  skus?: string[];
  /**
   * On the items of these categories. Neither: on all items.
   *
   * @maxItems 500
   */
  categories?: string[];
  /**
   * In these stores; with `storeGroups`, in what is named in either.
   *
   * @maxItems 200
   */
  stores?: string[];
  /**
   * In the stores of these groups. Neither: in all stores.
   *
   * @maxItems 200
   */
  storeGroups?: string[];
  /**
   * For customers of these segments; empty: for all.
   *
   * @maxItems 200
   */
  segments?: string[];
  /**
   * In which hours of the week; all when left out.
   */
  hours?: {
    /**
     * 1 is Monday; empty: every day.
     *
     * @maxItems 7
     */
    weekdays?: number[];
    /**
     * From this time on.
     */
    from: string;
    /**
     * Until before this time; an earlier one than `from` is on the next day.
     */
    until: string;
  };
  /**
   * Only with this code.
   */
  coupon?: string;
  /**
   * The higher goes first, whatever the others give.
   */
  priority?: number;
  /**
   * No other promotion gives anything in the same sale.
   */
  standsAlone?: boolean;
  /**
   * In so many sales of one customer on one business day; needs a customer.
   */
  perCustomerDay?: number;
  /**
   * In so many sales of one business day.
   */
  perDay?: number;
  /**
   * In so many sales as long as it holds.
   */
  inAll?: number;
  /**
   * The moment from which it holds.
   */
  validFrom: string;
  /**
   * It holds until before it. Null: no end.
   */
  validUntil: string | null;
  /**
   * `planned` until it begins, `inForce`, and `over` after its end.
   */
  state: 'planned' | 'inForce' | 'over';
  /**
   * When it was made.
   */
  createdAt: string;
}
export interface StockLevel {
  /**
   * Code of the place where the goods are.
   */
  location: string;
  /**
   * Code of the store.
   */
  store: string;
  /**
   * SKU of the item.
   */
  sku: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Unit of the quantity.
   */
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
export interface StockReceipt {
  /**
   * Its id.
   */
  id: string;
  /**
   * Code of the place where the goods are.
   */
  location: string;
  /**
   * The lines.
   */
  lines: number;
  /**
   * The change that waits for a second person; the goods are not in stock.
   */
  waiting: MasterChange | null;
}
export interface MasterChange {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it changes.
   */
  kind:
    | 'bank-account'
    | 'approval-limits'
    | 'credit-limit'
    | 'letter-text'
    | 'tax-identity'
    | 'tax-rule'
    | 'dunning-policy'
    | 'holidays'
    | 'agreement'
    | 'agency-terms'
    | 'stock-receipt'
    | 'import-undoing'
    | 'store-switch';
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
  /**
   * Where it stands.
   */
  state: 'requested' | 'approved' | 'rejected';
  /**
   * Name of the person who asked.
   */
  requestedBy: string;
  /**
   * When it was asked for.
   */
  requestedAt: string;
  /**
   * When it was decided; null: not yet.
   */
  decidedAt: string | null;
}
export interface StockCount {
  /**
   * Its id.
   */
  id: string;
  /**
   * Code of the place where the goods are.
   */
  location: string;
  /**
   * Code of the store.
   */
  store: string;
  /**
   * Why it was counted, or what was found.
   */
  reason: string;
  /**
   * Where it stands.
   */
  state: 'requested' | 'booked' | 'rejected';
  /**
   * What the differences were worth when counted, surplus and shortage added.
   */
  worth: {
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
   * The question that it answers.
   */
  workItem: string | null;
  /**
   * Name of the person who counted.
   */
  requestedBy: string;
  /**
   * When it was asked for.
   */
  requestedAt: string;
  /**
   * When it was decided; null: not yet.
   */
  decidedAt: string | null;
  /**
   * The day in the ledger; null: not booked.
   */
  bookedOn: string | null;
  /**
   * The goods that were counted.
   */
  lines: {
    /**
     * SKU of the item.
     */
    sku: string;
    /**
     * Its name, for people.
     */
    name: string;
    /**
     * What is there, with what is kept for customers.
     */
    counted: string;
    /**
     * What the books said when it was counted (`onHand` of `GET /v1/stock`).
     */
    expected: string;
    /**
     * Counted less expected.
     */
    difference: string;
    unitCost: {
      /**
       * Decimal in major units.
       */
      amount: string;
      /**
       * ISO 4217.
       */
      currency: string;
    } | null;
  }[];
}
export interface Lifecycle {
  /**
   * Id of the sale.
   */
  saleId: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * The stage of its life.
   */
  stage: 'captured' | 'delivering' | 'invoicing' | 'collecting' | 'placed' | 'closed';
  /**
   * Since when it stands so.
   */
  since: string;
  /**
   * What comes next; null: nothing.
   */
  nextStep: string | null;
  /**
   * When that comes.
   */
  nextStepAt: string | null;
  /**
   * What became of it.
   */
  outcome: 'paid' | 'credited' | 'written-off' | 'cancelled' | null;
  /**
   * When it was closed; null: it is open.
   */
  closedAt: string | null;
  /**
   * Where it stands, as a person says it: the stage, and whether the money is late or held back.
   */
  standing:
    | 'captured'
    | 'goods-kept'
    | 'to-invoice'
    | 'not-due'
    | 'overdue'
    | 'held'
    | 'promised'
    | 'disputed'
    | 'at-agency'
    | 'paid'
    | 'written-off'
    | 'cancelled';
  /**
   * The earliest day on which something of it is due.
   */
  dueOn: string | null;
  /**
   * The stage in words; of what is held, the thing that holds it: which dispute, promise, payment or account, by whom and until when.
   */
  meaning: {
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
    en: string;
  };
  /**
   * Code of the store.
   */
  store: string;
  /**
   * Code of the till.
   */
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
  onAccount: Money5;
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
  /**
   * Number of the invoice.
   */
  invoiceNumber: string | null;
  /**
   * When it was booked.
   */
  bookedAt: string;
  workflow: WorkflowLink2;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money5 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
/**
 * The run in Temporal, and its page.
 */
export interface WorkflowLink2 {
  /**
   * Id of the workflow in Temporal.
   */
  workflowId: string;
  /**
   * Its page in the Temporal web UI; null where no web UI runs.
   */
  link: string | null;
}
export interface Standings {
  /**
   * Those with at least one sale.
   */
  standings: {
    /**
     * Where it stands, as a person says it: the stage, and whether the money is late or held back.
     */
    standing:
      | 'captured'
      | 'goods-kept'
      | 'to-invoice'
      | 'not-due'
      | 'overdue'
      | 'held'
      | 'promised'
      | 'disputed'
      | 'at-agency'
      | 'paid'
      | 'written-off'
      | 'cancelled';
    /**
     * The sales.
     */
    sales: number;
    /**
     * What was sold, with tax.
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
     * What is still to be paid.
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
    /**
     * Since when the oldest of them stands there.
     */
    oldestSince: string | null;
    /**
     * The earliest day on which something was due.
     */
    oldestDueOn: string | null;
  }[];
  /**
   * What is still to be paid of all of them.
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
  /**
   * The balance of the accounts of receivables and of what is not invoiced yet; null where it was not asked for, or where a filter or a role leaves a part out.
   */
  inLedger: Money | null;
}
export interface LifecycleStory {
  /**
   * Id of the sale.
   */
  saleId: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * The stage of its life.
   */
  stage: 'captured' | 'delivering' | 'invoicing' | 'collecting' | 'placed' | 'closed';
  /**
   * Since when it stands so.
   */
  since: string;
  /**
   * What comes next; null: nothing.
   */
  nextStep: string | null;
  /**
   * When that comes.
   */
  nextStepAt: string | null;
  /**
   * What became of it.
   */
  outcome: 'paid' | 'credited' | 'written-off' | 'cancelled' | null;
  /**
   * When it was closed; null: it is open.
   */
  closedAt: string | null;
  /**
   * Where it stands, as a person says it: the stage, and whether the money is late or held back.
   */
  standing:
    | 'captured'
    | 'goods-kept'
    | 'to-invoice'
    | 'not-due'
    | 'overdue'
    | 'held'
    | 'promised'
    | 'disputed'
    | 'at-agency'
    | 'paid'
    | 'written-off'
    | 'cancelled';
  /**
   * The earliest day on which something of it is due.
   */
  dueOn: string | null;
  /**
   * The stage in words; of what is held, the thing that holds it: which dispute, promise, payment or account, by whom and until when.
   */
  meaning: {
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
    en: string;
  };
  /**
   * Code of the store.
   */
  store: string;
  /**
   * Code of the till.
   */
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
  onAccount: Money6;
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
  /**
   * Number of the invoice.
   */
  invoiceNumber: string | null;
  /**
   * When it was booked.
   */
  bookedAt: string;
  workflow: WorkflowLink3;
  documents: DocumentOfSale[];
  events: LifecycleEvent[];
  runs: WorkflowRun[];
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money6 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
/**
 * The run in Temporal, and its page.
 */
export interface WorkflowLink3 {
  /**
   * Id of the workflow in Temporal.
   */
  workflowId: string;
  /**
   * Its page in the Temporal web UI; null where no web UI runs.
   */
  link: string | null;
}
export interface LifecycleEvent {
  /**
   * Its id.
   */
  id: string;
  /**
   * When it happened.
   */
  at: string;
  /**
   * Which of the kinds it is.
   */
  kind: string;
  /**
   * Who did it.
   */
  actor: {
    /**
     * Which of the kinds it is.
     */
    kind: string;
    /**
     * Its id.
     */
    id: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * The document.
   */
  document: {
    /**
     * Which of the kinds it is.
     */
    kind: string;
    /**
     * Its id.
     */
    id: string | null;
    /**
     * Its number, as documents show it.
     */
    number: string | null;
  } | null;
  amount: Money | null;
  /**
   * The run in Temporal, and its page.
   */
  workflow: WorkflowLink4 | null;
  /**
   * What exactly is meant, in a sentence or by its facts.
   */
  detail?: {
    [k: string]: unknown;
  };
}
/**
 * Where the run can be looked at in the Temporal UI.
 */
export interface WorkflowLink4 {
  /**
   * Id of the workflow in Temporal.
   */
  workflowId: string;
  /**
   * Its page in the Temporal web UI; null where no web UI runs.
   */
  link: string | null;
}
export interface WorkflowRun {
  /**
   * Id of the workflow in Temporal.
   */
  workflowId: string;
  /**
   * Its page in the Temporal web UI; null where no web UI runs.
   */
  link: string | null;
  /**
   * Which of the types it is.
   */
  type: string;
  /**
   * Id of its run.
   */
  runId: string | null;
  /**
   * When it was asked for.
   */
  requestedAt: string;
  /**
   * When it began; null: not yet.
   */
  startedAt: string | null;
  /**
   * As Temporal says at this moment; null when it cannot be asked.
   */
  live: {
    /**
     * Where it stands.
     */
    status: string;
    /**
     * Id of its run.
     */
    runId: string;
    /**
     * Events in its history.
     */
    historyLength: number;
  } | null;
}
export interface NextStepOfSale {
  /**
   * Id of the sale.
   */
  saleId: string;
  /**
   * What happens next, and when, in a few words.
   */
  title: {
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
    en: string;
  };
  /**
   * Why it has not been paid, what happens next, when, and because of what.
   */
  sentence: {
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
    en: string;
  };
  /**
   * What comes next; null: nothing.
   */
  nextStep: string | null;
  /**
   * When that comes.
   */
  nextStepAt: string | null;
  /**
   * How many letters the policy has; null where there is no invoice.
   */
  letters: number | null;
  /**
   * Every rule that says why the next letter or the agency does not come sooner.
   */
  rules: StepRule[];
  /**
   * What could hold it back, and whether it does.
   */
  checks: StepCheck[];
  /**
   * The next letter or the agency, and what comes after it, if nothing changes.
   */
  planned: {
    /**
     * A letter, or the hand-over to an agency.
     */
    kind: 'letter' | 'agency';
    /**
     * Of the letter.
     */
    level: number | null;
    /**
     * When it comes unless something changes.
     */
    at: string;
    words: Words1;
  }[];
}
export interface StepRule {
  /**
   * Which rule it is.
   */
  rule:
    | 'past-due'
    | 'after-last-letter'
    | 'after-letter-to-customer'
    | 'after-deadline'
    | 'contact-hours';
  /**
   * The rule in words.
   */
  words: {
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
    en: string;
  };
  /**
   * The day that it counts from.
   */
  from: string;
  /**
   * What happened on that day.
   */
  fromWords: {
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
    en: string;
  };
  /**
   * The first day that it allows.
   */
  notBefore: string;
  /**
   * Whether it is the one that sets the day.
   */
  decides: boolean;
}
export interface StepCheck {
  /**
   * What could hold it back.
   */
  reason:
    | 'dispute'
    | 'promise-to-pay'
    | 'manual'
    | 'unmatched-cash'
    | 'notice-undelivered'
    | 'stale-bank-data';
  /**
   * `holds`: it holds the debt back. `there`: it exists and does not hold it back now, such as a dispute about a part. `clear`: there is none.
   */
  standing: 'clear' | 'there' | 'holds';
  words: Words;
}
/**
 * The same in words, in both languages.
 */
export interface Words {
  /**
   * In Indonesian.
   */
  id: string;
  /**
   * In English.
   */
  en: string;
}
/**
 * The same in words, in both languages.
 */
export interface Words1 {
  /**
   * In Indonesian.
   */
  id: string;
  /**
   * In English.
   */
  en: string;
}
export interface WorkItem {
  /**
   * Its id.
   */
  id: string;
  /**
   * Which of the kinds it is.
   */
  kind: string;
  /**
   * What it is about.
   */
  subject: {
    /**
     * Which of the kinds it is.
     */
    kind: string;
    /**
     * Its id.
     */
    id: string;
  };
  /**
   * Code of the store.
   */
  store: string | null;
  customer: CustomerOfSale | null;
  /**
   * Id of the sale.
   */
  saleId: string | null;
  amount: Money | null;
  /**
   * What exactly is meant, in a sentence or by its facts.
   */
  detail?: {
    [k: string]: unknown;
  };
  /**
   * When it was opened.
   */
  openedAt: string;
  ends: WorkEnding;
  /**
   * The same in words, in both languages.
   */
  words: Words2 | null;
  /**
   * Who works on it; null: nobody in particular.
   */
  assignee: WorkPerson | null;
  /**
   * The day on which it is in the queue again; null: it is in it.
   */
  snoozedUntil: string | null;
  /**
   * How many notes people wrote at it.
   */
  notes: number;
  /**
   * To be named by whoever changes the item.
   */
  version: number;
}
export interface Words2 {
  /**
   * In Indonesian.
   */
  id: string;
  /**
   * In English.
   */
  en: string;
}
export interface WorkPerson {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its name, for people.
   */
  name: string;
}
export interface WorkCounts {
  /**
   * Of all kinds together.
   */
  total: number;
  /**
   * Given to the caller.
   */
  mine: number;
  /**
   * Put off to a later day, and not counted else.
   */
  later: number;
  /**
   * Payments among them whose money is not joined to what it pays.
   */
  payments: number;
  kinds: {
    /**
     * Which of the kinds it is.
     */
    kind: string;
    /**
     * Open items of this kind.
     */
    items: number;
    /**
     * Since when the oldest of them waits.
     */
    oldestAt: string;
  }[];
}
export interface WorkPeople {
  /**
   * The entries of the list.
   */
  data: WorkPerson[];
}
export interface ResolvedWorkItem {
  /**
   * Its id.
   */
  id: string;
  /**
   * Which of the kinds it is.
   */
  kind: string;
  /**
   * How it was ended.
   */
  resolution: string;
}
export interface AssignedWorkItem {
  /**
   * Its id.
   */
  id: string;
  assignee: WorkPerson | null;
  /**
   * What the item has now; the next change names it.
   */
  version: number;
}
export interface SnoozedWorkItem {
  /**
   * Its id.
   */
  id: string;
  /**
   * The day on which it is in the queue again.
   */
  snoozedUntil: string | null;
  /**
   * What the item has now; the next change names it.
   */
  version: number;
}
export interface WorkNotes {
  /**
   * The entries of the list.
   */
  data: WorkNote[];
}
export interface WorkNote {
  /**
   * Its id.
   */
  id: string;
  /**
   * The text as it came.
   */
  text: string;
  /**
   * Who did it, by name.
   */
  by: string;
  /**
   * When it happened.
   */
  at: string;
  /**
   * Written by the caller, who may take it back.
   */
  own: boolean;
}
export interface WithdrawnWorkNote {
  /**
   * Its id.
   */
  id: string;
}
export interface QuarantineHead {
  /**
   * Its id.
   */
  id: string;
  /**
   * The call that it was sent to.
   */
  door: string;
  /**
   * The id it was sent under, if it had one.
   */
  subjectId: string | null;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * What exactly is meant, in a sentence or by its facts.
   */
  detail: string;
  /**
   * The place in the request.
   */
  param: string | null;
  /**
   * Media type.
   */
  contentType: string;
  /**
   * Bytes.
   */
  size: number;
  /**
   * Name of the person, or label of the key.
   */
  sentBy: string;
  /**
   * When it came in.
   */
  receivedAt: string;
  /**
   * When it was ended; null: it is open.
   */
  resolvedAt: string | null;
  /**
   * Who and why: a person, or `maintenance` when the sale was booked under its id afterwards.
   */
  resolvedBy: string | null;
}
export interface Quarantined {
  /**
   * Its id.
   */
  id: string;
  /**
   * The call that it was sent to.
   */
  door: string;
  /**
   * The id it was sent under, if it had one.
   */
  subjectId: string | null;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * What exactly is meant, in a sentence or by its facts.
   */
  detail: string;
  /**
   * The place in the request.
   */
  param: string | null;
  /**
   * Media type.
   */
  contentType: string;
  /**
   * Bytes.
   */
  size: number;
  /**
   * Name of the person, or label of the key.
   */
  sentBy: string;
  /**
   * When it came in.
   */
  receivedAt: string;
  /**
   * When it was ended; null: it is open.
   */
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
  /**
   * Its id.
   */
  id: string;
  /**
   * The call that it was sent to.
   */
  door: string;
  /**
   * The id it was sent under, if it had one.
   */
  subjectId: string | null;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * What exactly is meant, in a sentence or by its facts.
   */
  detail: string;
  /**
   * The place in the request.
   */
  param: string | null;
  /**
   * Media type.
   */
  contentType: string;
  /**
   * Bytes.
   */
  size: number;
  /**
   * Name of the person, or label of the key.
   */
  sentBy: string;
  /**
   * When it came in.
   */
  receivedAt: string;
  /**
   * When it was ended; null: it is open.
   */
  resolvedAt: string | null;
  /**
   * Who and why: a person, or `maintenance` when the sale was booked under its id afterwards.
   */
  resolvedBy: string | null;
}
export interface BankStatementReceipt {
  /**
   * Its id.
   */
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface BankStatementHead {
  /**
   * Its id.
   */
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  /**
   * Number or code of the account.
   */
  account: string | null;
  /**
   * Format of the file.
   */
  format:
    | (
        | 'camt.052'
        | 'camt.053'
        | 'camt.054'
        | 'mt940'
        | 'mt942'
        | 'mt950'
        | 'ofx'
        | 'bai2'
        | 'bai2-interim'
        | 'qif'
      )
    | string
    | null;
  /**
   * `foots`: opening + lines = closing, and it follows the statement before. `gap`, `overlap`: it does not follow. `differs`: counts or sums that the bank declares are not those of the file. `unchecked`: the file says no balances.
   */
  footing: 'foots' | 'unchecked' | 'differs' | 'gap' | 'overlap' | null;
  /**
   * Why it was refused; null: it was not.
   */
  refusal: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * What exactly is meant, in a sentence or by its facts.
     */
    detail: string;
    /**
     * Where it stands.
     */
    place: string | null;
  } | null;
  /**
   * Why it was refused before it was handed in again, the latest last.
   */
  earlierRefusals: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * What exactly is meant, in a sentence or by its facts.
     */
    detail: string;
    /**
     * Where it stands.
     */
    place: string | null;
    /**
     * When it came in.
     */
    receivedAt: string;
    /**
     * Who took it in.
     */
    receivedBy: string;
  }[];
  /**
   * When it came in.
   */
  receivedAt: string;
  /**
   * Who took it in.
   */
  receivedBy: string;
  cameIn: CameIn;
  /**
   * When it was booked.
   */
  bookedAt: string | null;
  /**
   * How many lines it has.
   */
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
  /**
   * Where it came from.
   */
  source: 'hand' | 'feed';
  /**
   * Every person who handed it in.
   */
  handedInBy: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its name, for people.
     */
    name: string;
  }[];
  /**
   * The word of the second person, where one was needed.
   */
  release: {
    /**
     * What the person decided.
     */
    decision: 'released' | 'rejected';
    /**
     * Who did it, by name.
     */
    by: string;
    /**
     * When it happened.
     */
    at: string;
    /**
     * Why, in words.
     */
    reason: string;
  } | null;
}
export interface BankStatement {
  /**
   * Its id.
   */
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  /**
   * Number or code of the account.
   */
  account: string | null;
  /**
   * Format of the file.
   */
  format:
    | (
        | 'camt.052'
        | 'camt.053'
        | 'camt.054'
        | 'mt940'
        | 'mt942'
        | 'mt950'
        | 'ofx'
        | 'bai2'
        | 'bai2-interim'
        | 'qif'
      )
    | string
    | null;
  /**
   * `foots`: opening + lines = closing, and it follows the statement before. `gap`, `overlap`: it does not follow. `differs`: counts or sums that the bank declares are not those of the file. `unchecked`: the file says no balances.
   */
  footing: 'foots' | 'unchecked' | 'differs' | 'gap' | 'overlap' | null;
  /**
   * Why it was refused; null: it was not.
   */
  refusal: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * What exactly is meant, in a sentence or by its facts.
     */
    detail: string;
    /**
     * Where it stands.
     */
    place: string | null;
  } | null;
  /**
   * Why it was refused before it was handed in again, the latest last.
   */
  earlierRefusals: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * What exactly is meant, in a sentence or by its facts.
     */
    detail: string;
    /**
     * Where it stands.
     */
    place: string | null;
    /**
     * When it came in.
     */
    receivedAt: string;
    /**
     * Who took it in.
     */
    receivedBy: string;
  }[];
  /**
   * When it came in.
   */
  receivedAt: string;
  /**
   * Who took it in.
   */
  receivedBy: string;
  cameIn: CameIn;
  /**
   * When it was booked.
   */
  bookedAt: string | null;
  /**
   * How many lines it has.
   */
  lineCount: number;
  /**
   * How many lines have which outcome.
   */
  outcomes: {
    [k: string]: number;
  };
  statements: BankStatementPart[];
  /**
   * The lines.
   */
  lines: BankLine[];
  /**
   * For more lines; null at the end.
   */
  nextCursor: string | null;
  /**
   * What could not be read, and where.
   */
  refusedPlaces: {
    /**
     * Where it stands.
     */
    place: string;
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * What exactly is meant, in a sentence or by its facts.
     */
    detail: string;
  }[];
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface BankStatementPart {
  /**
   * Number or code of the account.
   */
  account: string;
  /**
   * Number of the statement, as the bank counts.
   */
  statementNumber: string | null;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * From here on.
   */
  from: string | null;
  /**
   * Up to here.
   */
  to: string | null;
  opening: Money | null;
  closing: Money | null;
  /**
   * The lines.
   */
  lines: number;
  /**
   * Whether opening balance, lines and closing balance fit.
   */
  footing: 'foots' | 'unchecked';
  /**
   * What the bank declares (counts, sums) and the statement does not hold.
   */
  differences: {
    /**
     * Where it stands.
     */
    place: string;
    /**
     * What it is about.
     */
    what: string;
    /**
     * What the file says.
     */
    stated: string;
    /**
     * What was counted.
     */
    found: string;
  }[];
  /**
   * Whether it follows the statement before it.
   */
  continuity: {
    /**
     * Which of the kinds it is.
     */
    kind: 'follows' | 'first' | 'earlier' | 'unknown' | 'gap' | 'overlap';
    expected?: Money;
    found?: Money7;
  };
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money7 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface BankLine {
  /**
   * Its place in the list.
   */
  position: number;
  /**
   * Where it stands.
   */
  place: string;
  cameIn: CameIn;
  /**
   * The day on which the bank booked it.
   */
  bookingDate: string;
  /**
   * The day from which it counts at the bank.
   */
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
  /**
   * Name of the payer.
   */
  payerName: string | null;
  /**
   * Account of the payer.
   */
  payerAccount: string | null;
  /**
   * The text as it came.
   */
  text: string;
  /**
   * The reference of the bank.
   */
  bankReference: string | null;
  /**
   * The reference of the payer.
   */
  endToEndReference: string | null;
  /**
   * The reference that we asked for (ISO 11649 or our own).
   */
  creditorReference: string | null;
  /**
   * Code of the kind of booking.
   */
  transactionCode: string | null;
  /**
   * Whether it takes back an earlier booking.
   */
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
    /**
     * Id of the bank file.
     */
    statementId: string;
    /**
     * Its place in the list.
     */
    position: number;
    /**
     * Where it stands.
     */
    place: string;
    /**
     * The day on which the bank booked it.
     */
    bookingDate: string;
    /**
     * Name of the payer.
     */
    payerName: string | null;
    /**
     * Account of the payer.
     */
    payerAccount: string | null;
    /**
     * The reference of the bank.
     */
    bankReference: string | null;
    /**
     * The reference of the payer.
     */
    endToEndReference: string | null;
    /**
     * The text as it came.
     */
    text: string;
  } | null;
  /**
   * Why: evidence, reasons, what was taken back.
   */
  detail?: {
    [k: string]: unknown;
  };
  /**
   * How many payments.
   */
  paymentCount: number;
  /**
   * The first hundred.
   */
  payments: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Where it stands.
     */
    status: string;
    amount: Money;
  }[];
}
export interface DecidedRepeats {
  /**
   * Whether a person has decided.
   */
  decided: number;
  /**
   * What waits for somebody.
   */
  waiting: number;
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface BankStatementRelease {
  /**
   * Its id.
   */
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface BankStatementReading {
  /**
   * Its id.
   */
  id: string;
  /**
   * `received`: stored, not read yet. `awaiting-release`: handed in by a person and above the limit of an account; nothing of it is stored or booked until a second person releases it. `read`: its lines are in the books. `booked`: every line has its outcome. `refused`: not understood; nothing of it is booked. `given-up`: its lines are in the books, but booking them failed again and again.
   */
  status: 'received' | 'awaiting-release' | 'read' | 'booked' | 'refused' | 'given-up';
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface BankProfileProposal {
  /**
   * Where the header stands.
   */
  place: string;
  /**
   * Width and language of the printer.
   */
  profile: {
    /**
     * The names of all columns, in the order of the file.
     *
     * @minItems 2
     * @maxItems 100
     */
    header: string[];
    /**
     * The column of the day of the booking.
     */
    bookingDate: string;
    /**
     * The column of the value date.
     */
    valueDate?: string | null;
    /**
     * The columns of the text.
     *
     * @minItems 1
     * @maxItems 5
     */
    text: string[];
    /**
     * The column of the bank's reference.
     */
    bankReference?: string | null;
    /**
     * The column of the name of the payer.
     */
    payerName?: string | null;
    /**
     * The column of the payer's account.
     */
    payerAccount?: string | null;
    /**
     * The column of our account, where each row names it.
     */
    account?: string | null;
    /**
     * The column of the balance behind the row.
     */
    balance?: string | null;
    /**
     * Where amounts stand. `suffix`: CR or DB behind the amount. `beside`: in the column without a name behind it. `column`: in a column of its own. `sides`: debit and credit in a column each. `signed`: a minus takes money out.
     */
    money:
      | {
          /**
           * Which of the kinds it is.
           */
          kind: 'suffix';
          /**
           * The column of the amount.
           */
          amount: string;
        }
      | {
          /**
           * Which of the kinds it is.
           */
          kind: 'beside';
          /**
           * The column of the amount.
           */
          amount: string;
        }
      | {
          /**
           * Which of the kinds it is.
           */
          kind: 'signed';
          /**
           * The column of the amount.
           */
          amount: string;
        }
      | {
          /**
           * Which of the kinds it is.
           */
          kind: 'column';
          /**
           * The column of the amount.
           */
          amount: string;
          /**
           * The column with CR or DB, K or D.
           */
          direction: string;
        }
      | {
          /**
           * Which of the kinds it is.
           */
          kind: 'sides';
          /**
           * The column of money out.
           */
          debit: string;
          /**
           * The column of money in.
           */
          credit: string;
        };
    /**
     * How days are written; without a year, of the period that the file names.
     */
    dateFormat:
      | 'DD/MM/YYYY'
      | 'MM/DD/YYYY'
      | 'DD-MM-YYYY'
      | 'MM-DD-YYYY'
      | 'DD.MM.YYYY'
      | 'YYYY-MM-DD'
      | 'YYYY/MM/DD'
      | 'DD/MM/YY'
      | 'MM/DD/YY'
      | 'DD-MM-YY'
      | 'DD.MM.YY'
      | 'DD-MMM-YYYY'
      | 'DD MMM YYYY'
      | 'DD-MMM-YY'
      | 'DD/MM';
    /**
     * The sign before decimals.
     */
    decimalMark: '.' | ',';
    /**
     * First cell of the row with the closing balance; a file without that row was cut off. Null: the bank writes none.
     */
    closingLabel?: string | null;
  };
  /**
   * All that fit: with more than one, only a person knows.
   */
  dateFormats: (
    | 'DD/MM/YYYY'
    | 'MM/DD/YYYY'
    | 'DD-MM-YYYY'
    | 'MM-DD-YYYY'
    | 'DD.MM.YYYY'
    | 'YYYY-MM-DD'
    | 'YYYY/MM/DD'
    | 'DD/MM/YY'
    | 'MM/DD/YY'
    | 'DD-MM-YY'
    | 'DD.MM.YY'
    | 'DD-MMM-YYYY'
    | 'DD MMM YYYY'
    | 'DD-MMM-YY'
    | 'DD/MM'
  )[];
  /**
   * Rows that were tried.
   */
  rows: number;
  /**
   * Rows of them that could be read.
   */
  rowsRead: number;
  /**
   * The lines.
   */
  lines: {
    /**
     * Where it stands.
     */
    place: string;
    /**
     * The day on which the bank booked it.
     */
    bookingDate: string;
    amount: Money;
    /**
     * The text as it came.
     */
    text: string;
  }[];
}
export interface BankProfile {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its own code.
   */
  code: string;
  /**
   * The name of the bank.
   */
  bankName: string;
  /**
   * The names of all columns, in the order of the file.
   *
   * @minItems 2
   * @maxItems 100
   */
  header: string[];
  /**
   * The column of the day of the booking.
   */
  bookingDate: string;
  /**
   * The column of the value date.
   */
  valueDate?: string | null;
  /**
   * The columns of the text.
   *
   * @minItems 1
   * @maxItems 5
   */
  text: string[];
  /**
   * The column of the bank's reference.
   */
  bankReference?: string | null;
  /**
   * The column of the name of the payer.
   */
  payerName?: string | null;
  /**
   * The column of the payer's account.
   */
  payerAccount?: string | null;
  /**
   * The column of our account, where each row names it.
   */
  account?: string | null;
  /**
   * The column of the balance behind the row.
   */
  balance?: string | null;
  /**
   * Where amounts stand. `suffix`: CR or DB behind the amount. `beside`: in the column without a name behind it. `column`: in a column of its own. `sides`: debit and credit in a column each. `signed`: a minus takes money out.
   */
  money:
    | {
        /**
         * Which of the kinds it is.
         */
        kind: 'suffix';
        /**
         * The column of the amount.
         */
        amount: string;
      }
    | {
        /**
         * Which of the kinds it is.
         */
        kind: 'beside';
        /**
         * The column of the amount.
         */
        amount: string;
      }
    | {
        /**
         * Which of the kinds it is.
         */
        kind: 'signed';
        /**
         * The column of the amount.
         */
        amount: string;
      }
    | {
        /**
         * Which of the kinds it is.
         */
        kind: 'column';
        /**
         * The column of the amount.
         */
        amount: string;
        /**
         * The column with CR or DB, K or D.
         */
        direction: string;
      }
    | {
        /**
         * Which of the kinds it is.
         */
        kind: 'sides';
        /**
         * The column of money out.
         */
        debit: string;
        /**
         * The column of money in.
         */
        credit: string;
      };
  /**
   * How days are written; without a year, of the period that the file names.
   */
  dateFormat:
    | 'DD/MM/YYYY'
    | 'MM/DD/YYYY'
    | 'DD-MM-YYYY'
    | 'MM-DD-YYYY'
    | 'DD.MM.YYYY'
    | 'YYYY-MM-DD'
    | 'YYYY/MM/DD'
    | 'DD/MM/YY'
    | 'MM/DD/YY'
    | 'DD-MM-YY'
    | 'DD.MM.YY'
    | 'DD-MMM-YYYY'
    | 'DD MMM YYYY'
    | 'DD-MMM-YY'
    | 'DD/MM';
  /**
   * The sign before decimals.
   */
  decimalMark: '.' | ',';
  /**
   * First cell of the row with the closing balance; a file without that row was cut off. Null: the bank writes none.
   */
  closingLabel?: string | null;
}
export interface PaymentHead {
  /**
   * Its id.
   */
  id: string;
  /**
   * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
   */
  status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  /**
   * Where it came from.
   */
  source: string;
  amount: Money;
  unapplied: Money8;
  /**
   * The day from which it counts at the bank.
   */
  valueDate: string;
  /**
   * When it came in.
   */
  receivedAt: string;
  /**
   * Name of the payer.
   */
  payerName: string | null;
  /**
   * Account of the payer.
   */
  payerAccount: string | null;
  /**
   * The text as it came.
   */
  text: string;
  /**
   * Known, or suspected while it is not applied.
   */
  customer: CustomerName | null;
  /**
   * How many suggestions there are.
   */
  suggestionCount: number;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money8 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface Payment {
  /**
   * Its id.
   */
  id: string;
  /**
   * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
   */
  status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  /**
   * Where it came from.
   */
  source: string;
  amount: Money;
  unapplied: Money9;
  /**
   * The day from which it counts at the bank.
   */
  valueDate: string;
  /**
   * When it came in.
   */
  receivedAt: string;
  /**
   * Name of the payer.
   */
  payerName: string | null;
  /**
   * Account of the payer.
   */
  payerAccount: string | null;
  /**
   * The text as it came.
   */
  text: string;
  /**
   * Known, or suspected while it is not applied.
   */
  customer: CustomerName | null;
  /**
   * How many suggestions there are.
   */
  suggestionCount: number;
  suggestions: PaymentSuggestion[];
  /**
   * Why it was not booked by itself; null when it was.
   */
  reasons?: {
    [k: string]: unknown;
  };
  /**
   * Other parts that would fit as well.
   */
  rivals: {
    /**
     * Id of the payment.
     */
    paymentId: string;
    amount: Money;
    /**
     * The day from which it counts at the bank.
     */
    valueDate: string;
    /**
     * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
     */
    status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  }[];
  allocations: Allocation[];
  /**
   * The line of the bank file.
   */
  bankLine: {
    /**
     * Id of the bank file.
     */
    statementId: string;
    /**
     * Its place in the list.
     */
    position: number;
    /**
     * Where it stands.
     */
    place: string;
    /**
     * The reference of the bank.
     */
    bankReference: string | null;
  } | null;
  /**
   * When it was taken back; null: it stands.
   */
  reversedAt: string | null;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money9 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface PaymentSuggestion {
  /**
   * 1 is the best.
   */
  rank: number;
  /**
   * Which of the kinds it is.
   */
  kind: 'match' | 'possible-duplicate';
  /**
   * Its parts.
   */
  items: {
    /**
     * The part of an invoice that is owed.
     */
    openItem: string;
    /**
     * Id of the invoice.
     */
    invoiceId: string;
    /**
     * Number of the invoice.
     */
    invoiceNumber: string;
    /**
     * Number of the part, from 1.
     */
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
  /**
   * What the payer kept back by this reading, as it can be booked with the items. Empty when the payment is not short, or nothing explains it.
   */
  deductions: {
    /**
     * The part of an invoice that is owed.
     */
    openItem: string;
    /**
     * Which of the kinds it is.
     */
    kind: 'bankFee' | 'withholdingTax' | 'earlyPayment' | 'cashRounding';
    amount: Money;
    /**
     * What the payer has to show for it: `withholding-slip`, the proof of withheld tax. Null: nothing.
     */
    document: 'withholding-slip' | null;
  }[];
  /**
   * The amounts as a sum that comes out.
   */
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
  words: Words2[];
}
export interface Allocation {
  /**
   * Its id.
   */
  id: string;
  /**
   * Which of the kinds it is.
   */
  kind: 'payment' | 'deduction' | 'credit-note' | 'write-off';
  /**
   * The part of an invoice that is owed.
   */
  openItem: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string;
  /**
   * Number of the invoice.
   */
  invoiceNumber: string;
  amount: Money;
  /**
   * The day of the books.
   */
  bookedOn: string;
  /**
   * Who booked it.
   */
  bookedBy: string;
  /**
   * What speaks for it.
   */
  evidence?: {
    [k: string]: unknown;
  };
  /**
   * Whether it was taken back.
   */
  reversed: {
    /**
     * Its day.
     */
    on: string;
    /**
     * Who did it, by name.
     */
    by: string;
    /**
     * Why, in words.
     */
    reason: string | null;
  } | null;
}
export interface AllocatedPayment {
  /**
   * Id of the payment.
   */
  paymentId: string;
  /**
   * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
   */
  status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  unapplied: Money10;
  allocations: Allocation[];
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money10 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface ReversedAllocation {
  /**
   * Id of the payment.
   */
  paymentId: string;
  /**
   * `unapplied`: nothing or not all of it is joined to an open item. `suggested`: a person is offered what it may pay. `held`: it may be a duplicate. `applied`: all of it is used. `reversed`: the bank took it back.
   */
  status: 'unapplied' | 'suggested' | 'held' | 'applied' | 'reversed';
  unapplied: Money11;
  allocation: Allocation;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money11 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface InvoiceHead {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
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
  /**
   * Code of the store.
   */
  store: string;
  /**
   * Null: another system issued it, and it was brought in with what was open of it.
   */
  saleId: string | null;
  /**
   * The day of the document.
   */
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
  /**
   * Level of the last reminder; 0: none was sent.
   */
  dunningLevel: number;
}
export interface Invoice {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
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
  /**
   * Code of the store.
   */
  store: string;
  /**
   * Null: another system issued it, and it was brought in with what was open of it.
   */
  saleId: string | null;
  /**
   * The day of the document.
   */
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
  /**
   * Level of the last reminder; 0: none was sent.
   */
  dunningLevel: number;
  /**
   * Language of documents and letters.
   */
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
  /**
   * The lines.
   */
  lines: {
    /**
     * Number of the line, from 1.
     */
    lineNumber: number;
    /**
     * SKU of the item.
     */
    sku: string;
    /**
     * Its name, for people.
     */
    name: string;
    /**
     * Unit of the quantity.
     */
    unit: string;
    /**
     * Decimal with at most three places.
     */
    quantity: string;
    unitPrice: Money;
    discount: Money;
    net: Money;
    /**
     * Code of the tax rule.
     */
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
  /**
   * The promises.
   */
  promises: {
    /**
     * Its id.
     */
    id: string;
    amount: Money;
    /**
     * The day on which it was promised.
     */
    promisedOn: string;
    /**
     * The day by which it is promised.
     */
    promisedFor: string;
    /**
     * Where it stands.
     */
    state: string;
    /**
     * How the person is reached.
     */
    channel: string;
  }[];
  /**
   * The disputes.
   */
  disputes: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Why, in words.
     */
    reason: string;
    amount: Money;
    /**
     * Where it stands.
     */
    state: string;
    /**
     * When it was opened.
     */
    openedAt: string;
    /**
     * How it was ended.
     */
    resolution: string | null;
    /**
     * When it was ended; null: it is open.
     */
    resolvedAt: string | null;
    /**
     * Id of the credit note.
     */
    creditNoteId: string | null;
  }[];
  /**
   * What became of it.
   */
  outcome: 'paid' | 'credited' | 'written-off' | null;
  /**
   * When it was closed; null: it is open.
   */
  closedAt: string | null;
  /**
   * What comes next; null: nothing.
   */
  nextStep: string | null;
  /**
   * When that comes.
   */
  nextStepAt: string | null;
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
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
  /**
   * Its id.
   */
  id: string;
  /**
   * Which of the kinds it is.
   */
  kind: 'instalment' | 'fee' | 'opening';
  /**
   * Number of the part, from 1.
   */
  instalment: number;
  /**
   * The day on which it is due.
   */
  dueOn: string;
  amount: Money;
  open: Money;
  /**
   * Days since it was due.
   */
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
  /**
   * The document.
   */
  document: {
    /**
     * Its id.
     */
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
    /**
     * Id of the bank file.
     */
    statementId: string;
    /**
     * Its place in the list.
     */
    position: number;
    /**
     * The day on which the bank booked it.
     */
    bookingDate: string;
    /**
     * The reference of the bank.
     */
    bankReference: string | null;
  } | null;
}
export interface CreditNoteHead {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * The day of the document.
   */
  issuedOn: string;
  /**
   * Why, in words.
   */
  reason: string;
  net: Money;
  tax: Money;
  total: Money12;
  /**
   * Id of the dispute.
   */
  disputeId: string | null;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money12 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface CreditNote {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string;
  /**
   * The day of the document.
   */
  issuedOn: string;
  /**
   * Why, in words.
   */
  reason: string;
  net: Money;
  tax: Money;
  total: Money13;
  /**
   * Id of the dispute.
   */
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
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money13 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface CreditNoteRequest {
  /**
   * Its id.
   */
  id: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string;
  /**
   * Id of the dispute.
   */
  disputeId: string | null;
  amount: Money;
  /**
   * Why, in words.
   */
  reason: string;
  /**
   * It lapses when nothing of the invoice is left to pay before it is decided on.
   */
  state: 'requested' | 'approved' | 'rejected' | 'lapsed';
  /**
   * When it was asked for.
   */
  requestedAt: string;
  /**
   * When it was decided; null: not yet.
   */
  decidedAt: string | null;
  /**
   * Once a second person has agreed.
   */
  creditNoteId: string | null;
}
export interface CreditNoteDocument {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string;
  /**
   * Number of the invoice.
   */
  invoiceNumber: string;
  customer: CustomerName;
  /**
   * The day of the document.
   */
  issuedOn: string;
  /**
   * Why, in words.
   */
  reason: string;
  net: Money;
  tax: Money;
  total: Money14;
  /**
   * Id of the dispute.
   */
  disputeId: string | null;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money14 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface Customer {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Group of customers with terms of its own.
   */
  segment: string;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Days from the invoice until it is due.
   */
  termsDays: number;
  /**
   * Its parts, each with a day.
   */
  instalments: number;
  /**
   * Whether it is in use.
   */
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
  /**
   * The name in law, for invoices.
   */
  legalName: string;
  /**
   * The address.
   */
  address: string;
  /**
   * ISO 3166.
   */
  country: string;
  /**
   * IANA name of the zone.
   */
  timeZone: string;
  /**
   * Tax number (NPWP).
   */
  taxNumber: string | null;
  /**
   * Number of the place of business (NITKU).
   */
  taxBranchNumber: string | null;
  /**
   * Identity number of a person (NIK).
   */
  identityNumber: string | null;
  /**
   * E-mail address.
   */
  email: string | null;
  /**
   * Telephone number with the code of its country.
   */
  phone: string | null;
  /**
   * Why nothing is sold to it any more.
   */
  inactiveReason: string | null;
  /**
   * Who stands for it since a merge.
   */
  mergedInto: CustomerName | null;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * The contacts.
   */
  contacts: CustomerContact[];
  /**
   * Who gets the letters of today.
   */
  addressees: {
    /**
     * Who gets invoices.
     */
    invoice: {
      /**
       * A contact, the customer at its own address, or `nobody`: there is no address, so the letter becomes work for a person.
       */
      kind: 'contact' | 'customer' | 'nobody';
      /**
       * Of the contact; null: it goes to no contact.
       */
      name: string | null;
      /**
       * Of the contact: the role by which it gets the letter.
       */
      role: ('billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other') | null;
      /**
       * E-mail address.
       */
      address: string | null;
      /**
       * In which the letter is written.
       */
      language: 'id' | 'en';
      /**
       * Contacts whose turn came before, and why they do not get it.
       */
      passedOver: {
        /**
         * Of the contact.
         */
        id: string;
        /**
         * Of the contact.
         */
        name: string;
        /**
         * Of the contact.
         */
        role: 'billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other';
        /**
         * It did not agree to messages, or it reads them elsewhere than by e-mail.
         */
        because: 'no-consent' | 'other-channel';
      }[];
    };
    /**
     * Who gets reminders.
     */
    reminder: {
      /**
       * A contact, the customer at its own address, or `nobody`: there is no address, so the letter becomes work for a person.
       */
      kind: 'contact' | 'customer' | 'nobody';
      /**
       * Of the contact; null: it goes to no contact.
       */
      name: string | null;
      /**
       * Of the contact: the role by which it gets the letter.
       */
      role: ('billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other') | null;
      /**
       * E-mail address.
       */
      address: string | null;
      /**
       * In which the letter is written.
       */
      language: 'id' | 'en';
      /**
       * Contacts whose turn came before, and why they do not get it.
       */
      passedOver: {
        /**
         * Of the contact.
         */
        id: string;
        /**
         * Of the contact.
         */
        name: string;
        /**
         * Of the contact.
         */
        role: 'billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other';
        /**
         * It did not agree to messages, or it reads them elsewhere than by e-mail.
         */
        because: 'no-consent' | 'other-channel';
      }[];
    };
  };
  risk: CustomerRisk | null;
  /**
   * Where the documents behind it are.
   */
  links: {
    /**
     * The bank file it came with.
     */
    statement: string;
    /**
     * The credit line.
     */
    credit: string;
    /**
     * The invoices.
     */
    invoices: string;
    /**
     * The payments.
     */
    payments: string;
  };
}
export interface CustomerContact {
  /**
   * Its id.
   */
  id: string;
  /**
   * Of the person or desk.
   */
  name: string;
  /**
   * What the contact is asked about.
   */
  role: 'billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other';
  /**
   * How the person is reached.
   */
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
    /**
     * When it was given.
     */
    givenAt: string;
    /**
     * How it is made.
     */
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
  /**
   * When it was computed.
   */
  computedAt: string;
  /**
   * The heaviest first.
   */
  reasons: {
    /**
     * Its code, unique among its kind.
     */
    code: 'pays-late' | 'no-history' | 'overdue-now' | 'breaks-promises' | 'new-customer';
    /**
     * The points of all reasons add up to the score.
     */
    points: number;
    /**
     * What exactly is meant, in a sentence or by its facts.
     */
    detail: string;
    words: Words3;
  }[];
}
/**
 * The same in words, in both languages.
 */
export interface Words3 {
  /**
   * In Indonesian.
   */
  id: string;
  /**
   * In English.
   */
  en: string;
}
export interface CustomerHead {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Group of customers with terms of its own.
   */
  segment: string;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Days from the invoice until it is due.
   */
  termsDays: number;
  /**
   * Its parts, each with a day.
   */
  instalments: number;
  /**
   * Whether it is in use.
   */
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
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Price lists may be made for it.
   */
  segment: string;
  /**
   * The last three digits.
   */
  phoneEnding: string | null;
  /**
   * Sold on account.
   */
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
      /**
       * Its code, unique among its kind.
       */
      code:
        | 'CREDIT_NOT_GRANTED'
        | 'CUSTOMER_BLOCKED'
        | 'CREDIT_EXPIRED'
        | 'CUSTOMER_PLACED'
        | 'CREDIT_OVERDUE'
        | 'CREDIT_EXCEEDED';
      /**
       * What exactly is meant, in a sentence or by its facts.
       */
      detail: string;
      words: Words4;
    }[];
  };
}
/**
 * The same in words, in both languages.
 */
export interface Words4 {
  /**
   * In Indonesian.
   */
  id: string;
  /**
   * In English.
   */
  en: string;
}
export interface CustomerAlias {
  /**
   * Its id.
   */
  id: string;
  /**
   * The bank account that pays for the customer: digits and capital letters.
   */
  account: string;
  /**
   * Whether a person gave it; else it was learned from payments.
   */
  byHand: boolean;
  /**
   * Payments from it that people joined to what this customer owes.
   */
  confirmations: number;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it ended; null: it counts.
   */
  revokedAt: string | null;
}
export interface VirtualAccount {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its digits.
   */
  number: string;
  /**
   * Code of the bank that runs it.
   */
  bank: string;
  /**
   * The only invoice that it is for; null: for all that the customer pays.
   */
  invoice: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
  } | null;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it ended; null: it counts.
   */
  closedAt: string | null;
}
export interface CustomerStatement {
  customer: CustomerName;
  /**
   * The end of this day.
   */
  asOf: string;
  /**
   * Its parts.
   */
  items: StatementItem[];
  /**
   * Money that we hold and have not joined to an invoice.
   */
  unapplied: {
    /**
     * Id of the payment.
     */
    paymentId: string;
    /**
     * The day from which it counts at the bank.
     */
    valueDate: string;
    amount: Money;
    unapplied: Money15;
  }[];
  /**
   * The amounts of the whole.
   */
  totals: {
    /**
     * ISO 4217.
     */
    currency: string;
    open: Money;
    overdue: Money;
    unapplied: Money16;
    balance: Money;
  }[];
}
export interface StatementItem {
  /**
   * The part of an invoice that is owed.
   */
  openItem: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string;
  /**
   * Number of the invoice.
   */
  invoiceNumber: string;
  /**
   * The day on which it is due.
   */
  dueOn: string;
  /**
   * Days since it was due.
   */
  daysOverdue: number;
  amount: Money;
  open: Money;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money15 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money16 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface CustomerCredit {
  customer: CustomerName;
  /**
   * `none`: without a credit line.
   */
  status: 'open' | 'blocked' | 'none';
  /**
   * Why somebody blocked the line; null: nobody did.
   */
  blockedReason: string | null;
  limit: Money;
  /**
   * What the customer owes and has ordered on account.
   */
  exposure: {
    invoiced: Money;
    notInvoiced: Money;
    total: Money17;
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
  /**
   * The day on which somebody looks at it again.
   */
  reviewOn: string | null;
  /**
   * Why nothing more is sold on account, the weightiest first: what a till would be told.
   */
  reasons: {
    /**
     * Its code, unique among its kind.
     */
    code:
      | 'CREDIT_NOT_GRANTED'
      | 'CUSTOMER_BLOCKED'
      | 'CREDIT_EXPIRED'
      | 'CUSTOMER_PLACED'
      | 'CREDIT_OVERDUE'
      | 'CREDIT_EXCEEDED';
    /**
     * What exactly is meant, in a sentence or by its facts.
     */
    detail: string;
    words: Words5;
  }[];
  risk: CustomerRisk | null;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money17 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
/**
 * The same in words, in both languages.
 */
export interface Words5 {
  /**
   * In Indonesian.
   */
  id: string;
  /**
   * In English.
   */
  en: string;
}
export interface CreditLine {
  /**
   * Where it stands.
   */
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
  /**
   * Why nothing is sold on account; null: it is not blocked.
   */
  blockedReason: string | null;
  /**
   * The change that waits for a second person.
   */
  waiting: MasterChange | null;
}
export interface CustomerDuplicate {
  /**
   * The customers, each with its figures.
   */
  customers: [CustomerName, CustomerName];
  /**
   * What both have in common.
   */
  signs: ('taxNumber' | 'identityNumber' | 'phone' | 'email' | 'name')[];
}
export interface CustomerMergeHead {
  /**
   * Its id.
   */
  id: string;
  /**
   * The customer that stands for both.
   */
  kept: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * The customer that it stands for too.
   */
  merged: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * Why they were made one.
   */
  reason: string;
  /**
   * When they were made one.
   */
  mergedAt: string;
  /**
   * Null while they are one.
   */
  undone: {
    /**
     * Why they are two again.
     */
    reason: string;
    /**
     * Since when.
     */
    at: string;
  } | null;
}
export interface CustomerMerge {
  /**
   * Its id.
   */
  id: string;
  /**
   * The customer that stands for both.
   */
  kept: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * The customer that it stands for too.
   */
  merged: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * Why they were made one.
   */
  reason: string;
  /**
   * When they were made one.
   */
  mergedAt: string;
  /**
   * Null while they are one.
   */
  undone: {
    /**
     * Why they are two again.
     */
    reason: string;
    /**
     * Since when.
     */
    at: string;
  } | null;
  /**
   * What went to the customer that was kept.
   */
  moved: {
    /**
     * The contacts.
     */
    contacts: number;
    /**
     * Signs by which a payer is recognised.
     */
    payers: number;
    /**
     * Account numbers that stand for one customer.
     */
    virtualAccounts: number;
  };
  /**
   * What the customer that was kept has bought and paid since the merge, until it was undone. It stays there.
   */
  cameAfter: {
    /**
     * The sales.
     */
    sales: number;
    /**
     * The payments.
     */
    payments: number;
  };
}
export interface Promise {
  /**
   * Its id.
   */
  id: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string;
  amount: Money;
  /**
   * The day on which it was promised.
   */
  promisedOn: string;
  /**
   * The day by which it is promised.
   */
  promisedFor: string;
  /**
   * Where it stands.
   */
  state: 'open' | 'kept' | 'broken' | 'withdrawn';
  /**
   * How the person is reached.
   */
  channel: string;
  /**
   * When it was written down.
   */
  recordedAt: string;
}
export interface Dispute {
  /**
   * Its id.
   */
  id: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string;
  amount: Money;
  /**
   * Why, in words.
   */
  reason: string;
  /**
   * Where it stands.
   */
  state: 'open' | 'resolved';
  /**
   * When it was opened.
   */
  openedAt: string;
  /**
   * Once nothing of the invoice is left to pay, it is resolved by itself: for the customer when a credit note settled the invoice, else for the seller.
   */
  resolution: 'for-customer' | 'for-seller' | null;
  /**
   * When it was ended; null: it is open.
   */
  resolvedAt: string | null;
  /**
   * Id of the credit note.
   */
  creditNoteId: string | null;
}
export interface Hold {
  /**
   * Its id.
   */
  id: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string | null;
  /**
   * Id of the customer.
   */
  customerId: string | null;
  /**
   * Why, in words.
   */
  reason: string;
  /**
   * The last day; null: it has no end.
   */
  until: string | null;
  /**
   * On this day it comes back as a work item, `hold-review`, unless it has ended.
   */
  reviewOn: string | null;
  /**
   * When it was placed with the agency.
   */
  placedAt: string;
  /**
   * When it was released; null: it holds.
   */
  releasedAt: string | null;
}
export interface WriteOff {
  /**
   * Its id.
   */
  id: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string;
  /**
   * Id of the case.
   */
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
  /**
   * Why, in words.
   */
  reason: string;
  /**
   * It lapses when nothing of the invoice is left to pay before it is decided on.
   */
  state: 'requested' | 'approved' | 'rejected' | 'lapsed';
  /**
   * When it was asked for.
   */
  requestedAt: string;
  /**
   * When it was decided; null: not yet.
   */
  decidedAt: string | null;
}
export interface ListedPromise {
  /**
   * Its id.
   */
  id: string;
  amount: Money;
  /**
   * The day on which it was promised.
   */
  promisedOn: string;
  /**
   * The day by which it is promised.
   */
  promisedFor: string;
  /**
   * Where it stands.
   */
  state: 'open' | 'kept' | 'broken' | 'withdrawn';
  /**
   * How the person is reached.
   */
  channel: string;
  /**
   * When it was written down.
   */
  recordedAt: string;
  /**
   * The invoice.
   */
  invoice: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
    /**
     * The sale whose story it belongs to; null where it was brought in.
     */
    saleId: string | null;
    /**
     * What is still to be paid of the invoice.
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
  };
  customer: CustomerName;
  /**
   * Who heard it, by name.
   */
  recordedBy: string;
}
export interface ListedDispute {
  /**
   * Its id.
   */
  id: string;
  amount: Money;
  /**
   * Why, in words.
   */
  reason: string;
  /**
   * Where it stands.
   */
  state: 'open' | 'resolved';
  /**
   * When it was opened.
   */
  openedAt: string;
  /**
   * Once nothing of the invoice is left to pay, it is resolved by itself: for the customer when a credit note settled the invoice, else for the seller.
   */
  resolution: 'for-customer' | 'for-seller' | null;
  /**
   * When it was ended; null: it is open.
   */
  resolvedAt: string | null;
  /**
   * Id of the credit note.
   */
  creditNoteId: string | null;
  /**
   * The invoice.
   */
  invoice: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
    /**
     * The sale whose story it belongs to; null where it was brought in.
     */
    saleId: string | null;
    /**
     * What is still to be paid of the invoice.
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
  };
  customer: CustomerName;
  /**
   * Who recorded it, by name.
   */
  openedBy: string;
}
export interface Letter {
  /**
   * Its id.
   */
  id: string;
  customer: CustomerName;
  /**
   * The highest of its invoices.
   */
  level: number;
  /**
   * `sent`: a mail server has accepted it. `suppressed`: its cause was gone before.
   */
  state: 'preparing' | 'sent' | 'failed' | 'suppressed';
  /**
   * The day of the books on which it was written.
   */
  day: string;
  /**
   * What the customer owed by its invoices on that day.
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
   * When it was made.
   */
  createdAt: string;
  /**
   * When a mail server accepted it.
   */
  sentAt: string | null;
  /**
   * Why it did not go or did not arrive.
   */
  failure: string | null;
  /**
   * The proof of sending; null before there is a mail.
   */
  mail: {
    /**
     * Address that it went to.
     */
    recipient: string;
    /**
     * What it is about.
     */
    subject: string;
    /**
     * By which mail servers know it.
     */
    messageId: string;
    /**
     * Attempts until now.
     */
    attempts: number;
  } | null;
  /**
   * The invoices.
   */
  invoices: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
    /**
     * Id of the sale.
     */
    saleId: string | null;
    /**
     * Level of the reminder.
     */
    level: number;
    /**
     * On that day.
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
    /**
     * The deadline that it names.
     */
    payBy: string;
    /**
     * What comes after it.
     */
    follows: 'reminder' | 'agency' | 'person';
  }[];
}
export interface LetterPreview {
  /**
   * What it is about.
   */
  subject: string;
  /**
   * The text as it came.
   */
  text: string;
  /**
   * Who would get it, and why.
   */
  addressee: {
    /**
     * A contact, the customer at its own address, or `nobody`: there is no address, so the letter becomes work for a person.
     */
    kind: 'contact' | 'customer' | 'nobody';
    /**
     * Of the contact; null: it goes to no contact.
     */
    name: string | null;
    /**
     * Of the contact: the role by which it gets the letter.
     */
    role: ('billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other') | null;
    /**
     * E-mail address.
     */
    address: string | null;
    /**
     * In which the letter is written.
     */
    language: 'id' | 'en';
    /**
     * Contacts whose turn came before, and why they do not get it.
     */
    passedOver: {
      /**
       * Of the contact.
       */
      id: string;
      /**
       * Of the contact.
       */
      name: string;
      /**
       * Of the contact.
       */
      role: 'billing' | 'collections' | 'owner' | 'purchasing' | 'delivery' | 'other';
      /**
       * It did not agree to messages, or it reads them elsewhere than by e-mail.
       */
      because: 'no-consent' | 'other-channel';
    }[];
  };
}
export interface LetterAsSent {
  /**
   * What it is about.
   */
  subject: string;
  /**
   * The text as it came.
   */
  text: string;
}
export interface Placement {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Where it stands.
   */
  state: 'created' | 'submitted' | 'acknowledged' | 'rejected' | 'recalled' | 'closed';
  balance: PlacementBalance;
  /**
   * The day on which its oldest part was due.
   */
  oldestDueOn: string;
  /**
   * The day on which it was placed.
   */
  placedOn: string;
  /**
   * When it was placed with the agency.
   */
  placedAt: string;
  /**
   * When the agency answered; null: not yet.
   */
  acknowledgedAt: string | null;
  /**
   * When we took it back; null: we did not.
   */
  recalledAt: string | null;
  /**
   * When it was closed; null: it is open.
   */
  closedAt: string | null;
  /**
   * Why it was closed; null: it is open.
   */
  closeReason: string | null;
  /**
   * The highest count that was reported.
   */
  lastSequence: number;
  /**
   * Why we took it back; null: we did not.
   */
  recallReason: string | null;
  /**
   * The invoice.
   */
  invoice: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
  };
  customer: CustomerName;
  /**
   * Code of the collection agency.
   */
  agency: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
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
  /**
   * Its id.
   */
  id: string;
  /**
   * Id of the invoice.
   */
  invoiceId: string;
  /**
   * Id of the collection agency.
   */
  agencyId: string | null;
  amount: Money;
  /**
   * Why the policy would not place it.
   */
  obstacle: string;
  /**
   * Why, in words.
   */
  reason: string;
  /**
   * It lapses when nothing of the invoice is left to pay or the invoice is placed before it is decided on.
   */
  state: 'requested' | 'approved' | 'rejected' | 'lapsed';
  /**
   * When it was asked for.
   */
  requestedAt: string;
  /**
   * When it was decided; null: not yet.
   */
  decidedAt: string | null;
  /**
   * Once a second person has agreed.
   */
  placementId: string | null;
}
export interface WholePlacement {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Where it stands.
   */
  state: 'created' | 'submitted' | 'acknowledged' | 'rejected' | 'recalled' | 'closed';
  balance: PlacementBalance;
  /**
   * The day on which its oldest part was due.
   */
  oldestDueOn: string;
  /**
   * The day on which it was placed.
   */
  placedOn: string;
  /**
   * When it was placed with the agency.
   */
  placedAt: string;
  /**
   * When the agency answered; null: not yet.
   */
  acknowledgedAt: string | null;
  /**
   * When we took it back; null: we did not.
   */
  recalledAt: string | null;
  /**
   * When it was closed; null: it is open.
   */
  closedAt: string | null;
  /**
   * Why it was closed; null: it is open.
   */
  closeReason: string | null;
  /**
   * The highest count that was reported.
   */
  lastSequence: number;
  /**
   * Why we took it back; null: we did not.
   */
  recallReason: string | null;
  /**
   * The invoice.
   */
  invoice: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
  };
  customer: CustomerName;
  /**
   * Code of the collection agency.
   */
  agency: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
  /**
   * Its parts.
   */
  items: {
    /**
     * Id of the part of an invoice that is owed.
     */
    openItemId: string;
    /**
     * The day on which it is due.
     */
    dueOn: string;
    principal: Money;
    fee: Money;
  }[];
  /**
   * What the agency reported.
   */
  reports: {
    /**
     * Its own count within the case, from 1.
     */
    sequence: number;
    /**
     * Which of the types it is.
     */
    type: string;
    /**
     * When it happened.
     */
    occurredAt: string;
    /**
     * When it came in.
     */
    receivedAt: string;
    /**
     * Whether it came after a later one.
     */
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
  /**
   * What the agency was told.
   */
  messages: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Which of the types it is.
     */
    type: string;
    /**
     * When it was made.
     */
    createdAt: string;
    /**
     * When it was delivered; null: not yet.
     */
    deliveredAt: string | null;
    /**
     * Attempts until now.
     */
    attempts: number;
    /**
     * HTTP status of the last attempt; null: there was no answer.
     */
    lastStatus: number | null;
    /**
     * Why the last attempt failed.
     */
    lastError: string | null;
  }[];
}
export interface Agency {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Whether it gets new cases.
   */
  active: boolean;
  /**
   * Its name, for people.
   */
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
  /**
   * E-mail address.
   */
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
  /**
   * Cases that are with it now.
   */
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
  /**
   * When it was agreed.
   */
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
  /**
   * Its id.
   */
  id: string;
  /**
   * Code of the legal entity.
   */
  legalEntity: string;
  /**
   * Its first day.
   */
  startsOn: string;
  /**
   * Its last day.
   */
  endsOn: string;
  /**
   * Where it stands.
   */
  state: 'open' | 'closed';
  /**
   * When it was closed; null: it is open.
   */
  closedAt: string | null;
}
export interface Ageing {
  /**
   * The end of this day.
   */
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
  /**
   * The same by the ledger, and the difference.
   */
  ledger: {
    /**
     * Number or code of the account.
     */
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
  /**
   * The customers, each with its figures.
   */
  customers: {
    customer: CustomerName;
    buckets: AgeingBuckets1;
    /**
     * Address of what is behind it.
     */
    link: string;
  }[];
  /**
   * Ask with it for the next page; null: there is none.
   */
  nextCursor: string | null;
}
/**
 * Of the whole.
 */
export interface AgeingBuckets {
  notDue: Money;
  days1to30: Money;
  days31to60: Money;
  days61to90: Money;
  over90: Money;
  total: Money18;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money18 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface AgeingBuckets1 {
  notDue: Money;
  days1to30: Money;
  days31to60: Money;
  days61to90: Money;
  over90: Money;
  total: Money18;
}
export interface TrialBalance {
  /**
   * The end of this day.
   */
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * How the figure is made.
   */
  formula: string;
  /**
   * The accounts, each with its figures.
   */
  accounts: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Its name, for people.
     */
    name: {
      /**
       * In Indonesian.
       */
      id: string;
      /**
       * In English.
       */
      en: string;
    };
    /**
     * Which of the kinds it is.
     */
    kind: string;
    debit: Money;
    credit: Money19;
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
  /**
   * Of the whole.
   */
  total: {
    debit: Money;
    credit: Money20;
    difference: Money;
  };
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money19 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money20 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface DailyResults {
  /**
   * From here on.
   */
  from: string;
  /**
   * The end of this day.
   */
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * How the figure is made.
   */
  formula: string;
  /**
   * The days, each with its figures.
   */
  days: DailyResult[];
  /**
   * Of the whole.
   */
  total: {
    netSales: Money;
    costOfGoods: Money;
    margin: Money;
    result: Money;
  };
  /**
   * The same by the ledger, and the difference.
   */
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
  /**
   * The day.
   */
  date: string;
  /**
   * Null: of the company, not of a store.
   */
  store: string | null;
  sales: Money21;
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
  /**
   * Where the documents behind it are.
   */
  links: {
    /**
     * The sales behind it.
     */
    lifecycles: string;
  };
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money21 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface Dso {
  /**
   * The end of this day.
   */
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * The days, each with its figures.
   */
  days: number;
  receivables: Money22;
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
  /**
   * Days of sales in what is not due yet.
   */
  bestPossibleDso: string | null;
  /**
   * DSO less the best possible DSO, in days.
   */
  averageDaysDelinquent: string | null;
  /**
   * How the figures are made.
   */
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
  /**
   * Where the documents behind it are.
   */
  links: {
    /**
     * What is owed by how long it has been due.
     */
    ageing: string;
  };
}
/**
 * No more decimals than the currency is booked with (IDR 0).
 */
export interface Money22 {
  /**
   * Decimal in major units.
   */
  amount: string;
  /**
   * ISO 4217.
   */
  currency: string;
}
export interface Margins {
  /**
   * From here on.
   */
  from: string;
  /**
   * Up to here.
   */
  to: string;
  /**
   * The end of this day.
   */
  asOf: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * Who did it, by name.
   */
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
  /**
   * Ask with it for the next page; null: there is none.
   */
  nextCursor: string | null;
}
export interface MarginRow {
  /**
   * SKU, code of the store, day or number of the sale; null: of none of them.
   */
  key: string | null;
  /**
   * Its name, for people.
   */
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
  /**
   * Where the documents behind it are.
   */
  links: {
    /**
     * The sales behind a figure, or the story of a sale with its documents.
     */
    documents: string | null;
  };
}
export interface CashForecast {
  /**
   * The end of this day.
   */
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
  /**
   * What is long overdue.
   */
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
  /**
   * The same by the ledger, and the difference.
   */
  ledger: {
    /**
     * Number or code of the account.
     */
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
  /**
   * Ask with it for the next page; null: there is none.
   */
  nextCursor: string | null;
  /**
   * Where the documents behind it are.
   */
  links: {
    /**
     * What is owed by how long it has been due.
     */
    ageing: string;
    /**
     * The disputes.
     */
    disputes: string;
    /**
     * The cases at agencies.
     */
    placements: string;
  };
}
export interface ForecastWeek {
  /**
   * From here on.
   */
  from: string;
  /**
   * Up to here.
   */
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
  /**
   * Address of what is behind it.
   */
  link: string;
}
export interface CollectionsReport {
  /**
   * The end of this day.
   */
  asOf: string;
  /**
   * The days, each with its figures.
   */
  days: number;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * What customers owe.
   */
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
  /**
   * The reminders.
   */
  reminders: {
    /**
     * Level of the reminder.
     */
    level: number;
    /**
     * Letters that were sent.
     */
    sent: number;
    /**
     * Letters that could not be sent.
     */
    failed: number;
    /**
     * Letters that were held back.
     */
    withheld: number;
  }[];
  /**
   * The promises.
   */
  promises: {
    /**
     * Promises that were kept.
     */
    kept: number;
    /**
     * Promises that were broken.
     */
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
  /**
   * The disputes.
   */
  disputes: {
    /**
     * Disputes that were opened.
     */
    opened: number;
    /**
     * Disputes that were ended.
     */
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
  /**
   * The collection agencies, each with its figures.
   */
  agencies: {
    /**
     * Code of the collection agency.
     */
    agency: {
      /**
       * Its code, unique among its kind.
       */
      code: string;
      /**
       * Its name, for people.
       */
      name: string;
    };
    /**
     * The cases at agencies.
     */
    placements: number;
    placed: Money;
    collected: Money;
    commission: Money;
    remitted: Money;
    /**
     * Percent with one decimal; null when there is nothing to divide by.
     */
    liquidationRate: string | null;
    /**
     * Address of what is behind it.
     */
    link: string;
  }[];
  /**
   * How the figures are made.
   */
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
  /**
   * Where the documents behind it are.
   */
  links: {
    /**
     * The cases at agencies.
     */
    placements: string;
    /**
     * What is owed by how long it has been due.
     */
    ageing: string;
  };
}
export interface JournalEntry {
  /**
   * Its id.
   */
  id: string;
  /**
   * The day of the books that it belongs to.
   */
  businessDate: string;
  /**
   * What was booked.
   */
  kind: string;
  /**
   * In a few words, for people.
   */
  description: string;
  /**
   * The document that was booked.
   */
  document: {
    /**
     * Which of the kinds it is.
     */
    kind: string;
    /**
     * Its id.
     */
    id: string;
    /**
     * Of the document, or of the invoice that it is about.
     */
    number: string | null;
    /**
     * The sale whose story it belongs to.
     */
    saleId: string | null;
  };
  /**
   * When it was booked.
   */
  bookedAt: string;
  /**
   * Code of the legal entity.
   */
  legalEntity: string;
  /**
   * Debits equal credits in each currency.
   */
  lines: JournalLine[];
}
export interface JournalLine {
  /**
   * Number or code of the account.
   */
  account: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Its name, for people.
     */
    name: {
      /**
       * In Indonesian.
       */
      id: string;
      /**
       * In English.
       */
      en: string;
    };
  };
  /**
   * Code of the store.
   */
  store: string | null;
  customer: CustomerName | null;
  /**
   * Zero on a line of the other side.
   */
  debit: {
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
   * Zero on a line of the other side.
   */
  credit: {
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
export interface AuditedChange {
  /**
   * Its place in the trail.
   */
  id: string;
  /**
   * When it happened.
   */
  at: string;
  /**
   * Who did it.
   */
  actor: {
    /**
     * Which of the kinds it is.
     */
    kind: string;
    /**
     * Its id.
     */
    id: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * From where it came.
   */
  origin: string;
  /**
   * Names the request, for whoever looks into it.
   */
  requestId: string;
  /**
   * What was done to the row: `insert`, `update`, `delete`, or a command by its name.
   */
  action: string;
  /**
   * Table of the books.
   */
  table: string;
  /**
   * Id of the row; parts are joined by `/`.
   */
  row: string;
  /**
   * Columns as they were; null for a new row.
   */
  before: {
    [k: string]: unknown;
  } | null;
  /**
   * Columns as they are since; null for one that is gone.
   */
  after: {
    [k: string]: unknown;
  } | null;
}
export interface AgencyCase {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * Where it stands.
   */
  state: 'created' | 'submitted' | 'acknowledged' | 'rejected' | 'recalled' | 'closed';
  balance: PlacementBalance;
  /**
   * The day on which its oldest part was due.
   */
  oldestDueOn: string;
  /**
   * The day on which it was placed.
   */
  placedOn: string;
  /**
   * When it was placed with the agency.
   */
  placedAt: string;
  /**
   * When the agency answered; null: not yet.
   */
  acknowledgedAt: string | null;
  /**
   * When we took it back; null: we did not.
   */
  recalledAt: string | null;
  /**
   * When it was closed; null: it is open.
   */
  closedAt: string | null;
  /**
   * Why it was closed; null: it is open.
   */
  closeReason: string | null;
  /**
   * The highest count that was reported.
   */
  lastSequence: number;
  /**
   * Version of the agreement it was placed under.
   */
  termsVersion: number;
  /**
   * The invoice.
   */
  invoice: {
    /**
     * Its number, as documents show it.
     */
    number: string;
    /**
     * What the payer is to write.
     */
    paymentReference: string;
    /**
     * The day of the document.
     */
    issuedOn: string;
  };
  /**
   * Its parts.
   */
  items: {
    /**
     * The day on which it is due.
     */
    dueOn: string;
    principal: Money;
    fee: Money;
  }[];
  /**
   * Only while the case is yours; erase your copy when it has ended.
   */
  debtor: {
    /**
     * Its name, for people.
     */
    name: string;
    /**
     * The name in law, for invoices.
     */
    legalName: string;
    /**
     * The address.
     */
    address: string;
    /**
     * E-mail address.
     */
    email: string | null;
    /**
     * Telephone number with the code of its country.
     */
    phone: string | null;
    /**
     * Language of documents and letters.
     */
    language: 'id' | 'en';
    /**
     * IANA name of the zone.
     */
    timeZone: string;
  } | null;
}
export interface RecordedReport {
  /**
   * Id of the case.
   */
  placementId: string;
  /**
   * Its own count within the case, from 1.
   */
  sequence: number;
  /**
   * Which of the types it is.
   */
  type: string;
  /**
   * What became of it.
   */
  outcome: 'recorded' | 'replayed';
  /**
   * What you earn by this payment, as agreed.
   */
  commission: Money | null;
  /**
   * Where it stands.
   */
  state: 'created' | 'submitted' | 'acknowledged' | 'rejected' | 'recalled' | 'closed';
  balance: PlacementBalance;
}
export interface Remittance {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * The day of the remittance.
   */
  remittedOn: string;
  gross: Money;
  commission: Money;
  taxOnCommission: Money;
  net: Money;
  /**
   * `settled` once the net has arrived on our bank account.
   */
  state: 'reported' | 'settled';
  /**
   * When it came in.
   */
  receivedAt: string;
  /**
   * The payments.
   */
  payments: {
    /**
     * Id of the case.
     */
    placementId: string;
    /**
     * Its own count within the case, from 1.
     */
    sequence: number;
    gross: Money;
    commission: Money;
  }[];
}
export interface DueRemittance {
  /**
   * What the debtors paid you.
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
  /**
   * What you keep of it, as agreed.
   */
  commission: {
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
   * The tax on that.
   */
  taxOnCommission: {
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
   * What you pay over.
   */
  net: {
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
   * The payments.
   */
  payments: {
    /**
     * Id of the case.
     */
    placementId: string;
    /**
     * Number of the case.
     */
    placementNumber: string;
    /**
     * Of the payment you reported.
     */
    sequence: number;
    /**
     * When it happened.
     */
    occurredAt: string;
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
    /**
     * Its id.
     */
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
    /**
     * Which of the types it is.
     */
    type:
      | 'placement.created'
      | 'placement.direct_payment'
      | 'placement.adjusted'
      | 'placement.recalled';
    /**
     * Id of the case.
     */
    placementId: string;
    /**
     * When it was made.
     */
    createdAt: string;
    /**
     * fetched: there was no address then. refused: answered otherwise than 2xx. failed: not answered. Both are tried again.
     */
    state: 'waiting' | 'delivered' | 'fetched' | 'refused' | 'failed';
    /**
     * Attempts until now.
     */
    attempts: number;
    /**
     * HTTP status that it would have alone.
     */
    httpStatus: number | null;
    /**
     * When it was delivered; null: not yet.
     */
    deliveredAt: string | null;
  }[];
}
export interface SetupStep {
  /**
   * The step of the set-up.
   */
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
  /**
   * What is not possible without it.
   */
  neededFor: 'sale' | 'receipt' | 'invoice' | 'letter';
  /**
   * Whether it is done.
   */
  done: boolean;
  words: SetupWords;
  /**
   * The call that does it.
   */
  call: string;
}
/**
 * The same in words, in both languages.
 */
export interface SetupWords {
  /**
   * In Indonesian.
   */
  id: string;
  /**
   * In English.
   */
  en: string;
}
export interface Company {
  /**
   * Id of the organisation.
   */
  organisationId: string;
  /**
   * Id of the legal entity.
   */
  legalEntityId: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * The name in law, for invoices.
   */
  legalName: string;
  /**
   * Tax number (NPWP).
   */
  taxNumber: string;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * ISO 3166.
   */
  country: string;
  /**
   * IANA name of the zone.
   */
  timeZone: string;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  /**
   * The first day of the books.
   */
  booksFrom: string;
}
export interface OwnCompany {
  /**
   * Id of the organisation.
   */
  organisationId: string;
  /**
   * Id of the legal entity.
   */
  legalEntityId: string;
  /**
   * Stands in the numbers of invoices.
   */
  code: string;
  /**
   * As people call it.
   */
  name: string;
  /**
   * As it stands on documents.
   */
  legalName: string;
  /**
   * As it stands on documents.
   */
  address: string;
  /**
   * In Indonesia the NPWP: 16 digits.
   */
  taxNumber: string;
  /**
   * PKP: it is registered for VAT, and charges it.
   */
  vatRegistered: boolean;
  /**
   * ISO 4217.
   */
  currency: string;
  /**
   * ISO 3166.
   */
  country: string;
  /**
   * IANA name of the zone.
   */
  timeZone: string;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  /**
   * As it stands on documents; null: none.
   */
  logo: {
    /**
     * Its id.
     */
    id: string;
    /**
     * In points.
     */
    width: number;
    /**
     * In points.
     */
    height: number;
  } | null;
}
export interface Store {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * The address.
   */
  address: string;
  /**
   * Telephone number with the code of its country.
   */
  phone: string;
  /**
   * IANA name of the zone.
   */
  timeZone: string;
  cashRoundingStep: Money;
  /**
   * Group of stores that price lists name; null: it is in none.
   */
  storeGroup: string | null;
  /**
   * `live`: the sales of the store are booked. `shadow`: another system books them; here they are priced, checked and kept beside the books, to be compared.
   */
  mode: 'shadow' | 'live';
  locations: StockLocation[];
}
export interface StockLocation {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * Its name, for people.
   */
  name: string;
}
export interface Printer {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * Code of the store.
   */
  store: string;
  /**
   * Address of the printer.
   */
  host: string;
  /**
   * Its port.
   */
  port: number;
  /**
   * Width of the paper, 80 or 58 mm. With `text`: of a printer that cannot print images, so that its receipts have no logo.
   */
  profile: 'escpos-80' | 'escpos-58' | 'escpos-80-text' | 'escpos-58-text';
}
export interface Terminal {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Code of the store.
   */
  store: string;
  /**
   * Code of the place where the goods are.
   */
  location: string;
  /**
   * Code of the printer; null: none.
   */
  printer: string | null;
  /**
   * How its customers buy; price lists may be made for it.
   */
  channel: 'counter' | 'wholesale' | 'phone' | 'web' | 'marketplace';
  /**
   * For trying out: its sales are answered as those of any till, and nothing of them is booked or printed. It stays so.
   */
  sandbox: boolean;
  /**
   * Whether it is in use.
   */
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
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number, as documents show it.
   */
  number: string;
  /**
   * What we call it.
   */
  name: string;
  /**
   * Name of the bank.
   */
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
  /**
   * What counts of one person alone change of the stock of a store within 30 days.
   */
  stockCount: {
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
   * The worth of the goods that one person alone takes into stock within 24 hours.
   */
  goodsReceipt: {
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
   * The most that a clerk books alone by a bank file.
   */
  handFedFiles: {
    /**
     * Id of the bank account.
     */
    bankAccountId: string;
    /**
     * Its number, as documents show it.
     */
    number: string;
    /**
     * What files handed in by one person may bring in within 24 hours; null: any amount.
     */
    limit: Money | null;
  }[];
}
export interface CompanyTaxRule {
  /**
   * Its id.
   */
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
    /**
     * Upper part of the fraction.
     */
    numerator: number;
    /**
     * Lower part of the fraction.
     */
    denominator: number;
  };
  /**
   * The part of the price without tax that it applies to: 11/12.
   */
  baseFactor: {
    /**
     * Upper part of the fraction.
     */
    numerator: number;
    /**
     * Lower part of the fraction.
     */
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
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
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
  /**
   * The year.
   */
  year: number;
  /**
   * Whether the company gave the list, or it came with the product.
   */
  source: 'company' | 'product' | 'none';
  /**
   * False while days of the year are only expected, not decreed.
   */
  known: boolean;
  /**
   * The days, each with its figures.
   */
  days: {
    /**
     * The day.
     */
    date: string;
    /**
     * Joint leave (cuti bersama) counts like a holiday.
     */
    kind: 'national' | 'jointLeave';
    /**
     * Its name, for people.
     */
    name: {
      /**
       * In Indonesian.
       */
      id: string;
      /**
       * In English.
       */
      en: string;
    };
  }[];
}
export interface DunningPolicy {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its version.
   */
  version: number;
  /**
   * Where it stands.
   */
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
    /**
     * Days after the due day on which the letter goes.
     */
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
    /**
     * Days after the due day.
     */
    daysPastDue: number;
    minimum: Money;
  } | null;
  /**
   * When something is overdue for longer, nothing more is sold on account.
   */
  creditStopDays: number;
  /**
   * The promises.
   */
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
    /**
     * Level of the reminder.
     */
    level: number;
    /**
     * When it leaves, at the earliest.
     */
    at: string;
    /**
     * The deadline that it names.
     */
    payBy: string;
    /**
     * What comes after this letter.
     */
    follows: 'reminder' | 'agency' | 'person';
    /**
     * How the letter speaks.
     */
    template: string;
    fee: Money | null;
  }[];
  /**
   * What comes after the last letter.
   */
  afterwards: {
    /**
     * Which of the kinds it is.
     */
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
export interface LetterTemplate {
  /**
   * Its id.
   */
  id: string;
  /**
   * Whose customers it is for; null: for all that have no words of their own.
   */
  segment: string | null;
  /**
   * Of the reminder.
   */
  level: number;
  /**
   * Of the customer.
   */
  language: 'id' | 'en';
  /**
   * How the letter goes.
   */
  channel?: 'email';
  /**
   * Of the mail.
   */
  subject: string;
  /**
   * After the greeting, before the invoices.
   */
  opening: string;
  /**
   * After what is to be paid, before the regards.
   */
  closing: string;
}
export interface NumberSeries {
  /**
   * Which of the kinds it is.
   */
  kind: 'invoice' | 'credit-note';
  /**
   * Of the documents.
   */
  year: number;
  /**
   * What stands before the running number.
   */
  prefix: string;
  /**
   * Number of its first document.
   */
  firstNumber: number;
  /**
   * Null before the first use.
   */
  lastNumber: number | null;
}
export interface LedgerAccount {
  /**
   * Its code, unique among its kind.
   */
  code: string;
  /**
   * What it is for: `receivables`.
   */
  role: string;
  /**
   * Which of the kinds it is.
   */
  kind: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense';
  /**
   * Its name, for people.
   */
  name: {
    /**
     * In Indonesian.
     */
    id: string;
    /**
     * In English.
     */
    en: string;
  };
  /**
   * Its balance returns to zero within so many days.
   */
  clearingLimitDays: number | null;
  /**
   * Whether anything is booked to it.
   */
  used: boolean;
}
export interface StoreSwitches {
  /**
   * Code of the store.
   */
  store: {
    /**
     * Its id.
     */
    id: string;
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Its name, for people.
     */
    name: string;
  };
  /**
   * `live`: the sales of the store are booked. `shadow`: another system books them; here they are priced, checked and kept beside the books, to be compared.
   */
  mode: 'shadow' | 'live';
  /**
   * The latest first.
   */
  switches: {
    /**
     * Its id.
     */
    id: string;
    /**
     * `live`: the sales of the store are booked. `shadow`: another system books them; here they are priced, checked and kept beside the books, to be compared.
     */
    to: 'shadow' | 'live';
    /**
     * The first business day; null: every day, of a store that had never sold.
     */
    from: string | null;
    /**
     * Whether its day has come.
     */
    state: 'planned' | 'begun';
    /**
     * Why, in the words of who asked for it.
     */
    reason: string;
    /**
     * Who did it, or agreed to it.
     */
    switchedBy: string;
    /**
     * When it was decided.
     */
    switchedAt: string;
  }[];
}
export interface SwitchChecklist {
  /**
   * `live`: the sales of the store are booked. `shadow`: another system books them; here they are priced, checked and kept beside the books, to be compared.
   */
  mode: 'shadow' | 'live';
  /**
   * What was looked at.
   */
  checks: {
    /**
     * `days-agree`: days that differ. `totals-came`: days without totals of the old system. `nothing-refused`: what was sent and waits in the quarantine. `all-fits`: sales with something that did not fit the masters. `till-enrolled`: no till has a key. `goods-counted`: stocked items, while none of them is in the store.
     */
    check:
      | 'days-agree'
      | 'totals-came'
      | 'nothing-refused'
      | 'all-fits'
      | 'till-enrolled'
      | 'goods-counted';
    /**
     * Nothing of it is open.
     */
    done: boolean;
    /**
     * How much of it is open.
     */
    open: number;
  }[];
}
export interface ShadowDay {
  /**
   * The business day.
   */
  day: string;
  /**
   * `agrees`: every figure that the old system gives is ours. `differs`: at least one is not. `totals-missing`: it has given none.
   */
  state: 'agrees' | 'differs' | 'totals-missing';
  /**
   * How many figures and receipts differ.
   */
  differences: number;
  /**
   * How many of our sales have something that did not fit the masters.
   */
  exceptions: number;
  /**
   * What was kept here.
   */
  ours: {
    count: number | null;
    /**
     * Before discounts, as the price tags say it.
     */
    gross: Money | null;
    /**
     * After discounts, without tax.
     */
    net: Money | null;
    /**
     * Tax of all sales.
     */
    tax: Money | null;
    /**
     * What the customers had to pay, as on the receipts: the sum of the tenders.
     */
    total: Money | null;
    /**
     * By tax code.
     */
    taxes:
      | {
          /**
           * Its code, unique among its kind.
           */
          code: string;
          /**
           * Tax of the sales with this code.
           */
          tax: {
            /**
             * Decimal in major units.
             */
            amount: string;
            /**
             * ISO 4217.
             */
            currency: string;
          };
        }[]
      | null;
    /**
     * By type of tender.
     */
    tenders:
      | {
          /**
           * How it was paid.
           */
          type: 'cash' | 'card' | 'qris' | 'voucher' | 'storeCredit' | 'onAccount';
          /**
           * What this tender paid.
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
        }[]
      | null;
  };
  /**
   * What the old system says of the store as a whole; null where it names tills only.
   */
  theirs: DayFigures | null;
}
export interface DayFigures {
  count: number | null;
  /**
   * Before discounts, as the price tags say it.
   */
  gross: Money | null;
  /**
   * After discounts, without tax.
   */
  net: Money | null;
  /**
   * Tax of all sales.
   */
  tax: Money | null;
  /**
   * What the customers had to pay, as on the receipts: the sum of the tenders.
   */
  total: Money | null;
  /**
   * By tax code.
   */
  taxes:
    | {
        /**
         * Its code, unique among its kind.
         */
        code: string;
        /**
         * Tax of the sales with this code.
         */
        tax: {
          /**
           * Decimal in major units.
           */
          amount: string;
          /**
           * ISO 4217.
           */
          currency: string;
        };
      }[]
    | null;
  /**
   * By type of tender.
   */
  tenders:
    | {
        /**
         * How it was paid.
         */
        type: 'cash' | 'card' | 'qris' | 'voucher' | 'storeCredit' | 'onAccount';
        /**
         * What this tender paid.
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
      }[]
    | null;
}
export interface ShadowDayInFull {
  /**
   * The business day.
   */
  day: string;
  /**
   * `agrees`: every figure that the old system gives is ours. `differs`: at least one is not. `totals-missing`: it has given none.
   */
  state: 'agrees' | 'differs' | 'totals-missing';
  /**
   * How many figures and receipts differ.
   */
  differences: number;
  /**
   * How many of our sales have something that did not fit the masters.
   */
  exceptions: number;
  /**
   * What was kept here.
   */
  ours: {
    count: number | null;
    /**
     * Before discounts, as the price tags say it.
     */
    gross: Money | null;
    /**
     * After discounts, without tax.
     */
    net: Money | null;
    /**
     * Tax of all sales.
     */
    tax: Money | null;
    /**
     * What the customers had to pay, as on the receipts: the sum of the tenders.
     */
    total: Money | null;
    /**
     * By tax code.
     */
    taxes:
      | {
          /**
           * Its code, unique among its kind.
           */
          code: string;
          /**
           * Tax of the sales with this code.
           */
          tax: {
            /**
             * Decimal in major units.
             */
            amount: string;
            /**
             * ISO 4217.
             */
            currency: string;
          };
        }[]
      | null;
    /**
     * By type of tender.
     */
    tenders:
      | {
          /**
           * How it was paid.
           */
          type: 'cash' | 'card' | 'qris' | 'voucher' | 'storeCredit' | 'onAccount';
          /**
           * What this tender paid.
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
        }[]
      | null;
  };
  /**
   * What the old system says of the store as a whole; null where it names tills only.
   */
  theirs: DayFigures | null;
  /**
   * All that differs.
   */
  list: DayDifference[];
  tills: {
    /**
     * Null: the store as a whole.
     */
    till: string | null;
    ours: DayFigures | null;
    theirs: DayFigures | null;
    /**
     * Who handed their totals in.
     */
    givenBy: string | null;
    /**
     * When it was given.
     */
    givenAt: string | null;
  }[];
}
export interface DayDifference {
  /**
   * What differs.
   */
  kind:
    | 'count'
    | 'gross'
    | 'net'
    | 'tax'
    | 'total'
    | 'tax-code'
    | 'tender'
    | 'receipt-missing'
    | 'receipt-extra'
    | 'receipt-amount'
    | 'till-without-totals';
  till: string | null;
  /**
   * The tax code, the type of tender, or the number of the slip.
   */
  of: string | null;
  /**
   * What was kept here; null: nothing.
   */
  ours: Money | null;
  /**
   * What the old system says; null: nothing.
   */
  theirs: Money | null;
  /**
   * Of `count`: how many came here.
   */
  oursCount: number | null;
  /**
   * Of `count`: how many the old system has.
   */
  theirsCount: number | null;
  /**
   * The sale that it is about.
   */
  saleId: string | null;
}
export interface DayTotals {
  /**
   * The till that it is about, as the old system calls it; the store as a whole when left out.
   */
  till?: string;
  /**
   * How many sales.
   */
  count?: number;
  /**
   * Before discounts, as the price tags say it.
   */
  gross?: {
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
   * After discounts, without tax.
   */
  net?: {
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
   * Tax of all sales.
   */
  tax?: {
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
   * What the customers had to pay, as on the receipts: the sum of the tenders.
   */
  total?: {
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
   * By tax code.
   *
   * @maxItems 50
   */
  taxes?: {
    /**
     * Its code, unique among its kind.
     */
    code: string;
    /**
     * Tax of the sales with this code.
     */
    tax: {
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
  /**
   * By type of tender.
   *
   * @maxItems 50
   */
  tenders?: {
    /**
     * How it was paid.
     */
    type: 'cash' | 'card' | 'qris' | 'voucher' | 'storeCredit' | 'onAccount';
    /**
     * What this tender paid.
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
  }[];
  /**
   * All slips of the day, so that those that did not come are named.
   *
   * @maxItems 20000
   */
  receipts?: {
    /**
     * Of the slip, as in `receipt.number` of a sale.
     */
    number: string;
    /**
     * What the customer had to pay.
     */
    total?: {
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
}
export interface FoundShadowSale {
  /**
   * Its id.
   */
  id: string;
  /**
   * Of the slip.
   */
  number: string;
  /**
   * As the old system calls it.
   */
  till: string;
  /**
   * The business day.
   */
  day: string;
  /**
   * When it was sold.
   */
  capturedAt: string;
  /**
   * What the customer had to pay.
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
   * How many things did not fit.
   */
  exceptions: number;
}
export interface User {
  /**
   * Its id.
   */
  id: string;
  /**
   * E-mail address.
   */
  email: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * What the person or key may do.
   */
  role:
    | 'cashier'
    | 'storeManager'
    | 'arClerk'
    | 'arManager'
    | 'creditController'
    | 'owner'
    | 'auditor'
    | 'admin'
    | 'partner';
  /**
   * Code of the store.
   */
  store: string | null;
  /**
   * Code of the agency the person works for.
   */
  agency: string | null;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  /**
   * Whether it is in use.
   */
  active: boolean;
  /**
   * A code to set a password is open.
   */
  invited: boolean;
  /**
   * The person signs in with a second factor.
   */
  secondFactor: boolean;
  /**
   * Issuer of the account of elsewhere that the person signs in by.
   */
  provider: string | null;
}
/**
 * The person.
 */
export interface User1 {
  /**
   * Its id.
   */
  id: string;
  /**
   * E-mail address.
   */
  email: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * What the person or key may do.
   */
  role:
    | 'cashier'
    | 'storeManager'
    | 'arClerk'
    | 'arManager'
    | 'creditController'
    | 'owner'
    | 'auditor'
    | 'admin'
    | 'partner';
  /**
   * Code of the store.
   */
  store: string | null;
  /**
   * Code of the agency the person works for.
   */
  agency: string | null;
  /**
   * Language of documents and letters.
   */
  language: 'id' | 'en';
  /**
   * Whether it is in use.
   */
  active: boolean;
  /**
   * A code to set a password is open.
   */
  invited: boolean;
  /**
   * The person signs in with a second factor.
   */
  secondFactor: boolean;
  /**
   * Issuer of the account of elsewhere that the person signs in by.
   */
  provider: string | null;
}
export interface ApiKey {
  /**
   * The public part of the key.
   */
  keyId: string;
  /**
   * What people call it.
   */
  label: string;
  /**
   * What the person or key may do.
   */
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
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it ends by itself.
   */
  expiresAt: string | null;
  /**
   * When it was ended; null: it is good.
   */
  revokedAt: string | null;
}
export interface OpenSession {
  /**
   * Its id.
   */
  id: string;
  /**
   * From where the person signed in.
   */
  address: string;
  /**
   * What the browser calls itself.
   */
  program: string | null;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * To the minute.
   */
  lastSeenAt: string;
  /**
   * When it ends by itself.
   */
  expiresAt: string;
  /**
   * The session that asks.
   */
  current: boolean;
}
export interface SecondFactorRule {
  /**
   * The roles that it is about.
   *
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
export interface IdentityProvider {
  /**
   * Its id.
   */
  id: string;
  /**
   * On the button of the sign-in page.
   */
  name: string;
  /**
   * Of the provider, as its own description says.
   */
  issuer: string;
  /**
   * What the provider calls Lunas.
   */
  clientId: string;
  /**
   * What is asked of the provider, `openid` first.
   */
  scopes: string;
  /**
   * The claim with the groups of a person; dots lead into it.
   */
  groupsClaim: string;
  /**
   * Who comes for the first time: only who was added with the same e-mail address, or everybody whose groups have a role.
   */
  admits: 'invited' | 'everybody';
  /**
   * Passwords let in administrators and people of agencies alone.
   */
  required: boolean;
  /**
   * People sign in by it.
   */
  active: boolean;
  /**
   * An administrator has tried it as it is now.
   */
  tested: boolean;
  /**
   * To be entered at the provider; null until LUNAS_PUBLIC_URL is set.
   */
  redirectUri: string | null;
  /**
   * The first line whose group a person has gives the role.
   */
  roles: {
    /**
     * As the provider writes it, sign by sign.
     */
    group: string;
    /**
     * What the person or key may do.
     */
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
     * Null for the whole company.
     */
    store: string | null;
  }[];
}
export interface KnownByPin {
  /**
   * The person, as `GET /v1/staff-pins` names them.
   */
  user: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * What the person or key may do.
   */
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
   * From then on the PIN is good no more.
   */
  goodUntil: string;
}
export interface PinCheck {
  /**
   * Its id.
   */
  id: string;
  /**
   * The person, as `GET /v1/staff-pins` names them.
   */
  user: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * Code of the till.
   */
  terminal: string;
  /**
   * What the PIN was typed for.
   */
  purpose:
    | 'sign-in'
    | 'tender-change'
    | 'void'
    | 'line-removal'
    | 'price'
    | 'discount'
    | 'refund'
    | 'reprint'
    | 'drawer'
    | 'offline-sale'
    | 'pin-change';
  /**
   * The sale or document that it was typed for.
   */
  about: string | null;
  /**
   * What became of it.
   */
  outcome: 'right' | 'wrong';
  /**
   * The till checked it by itself.
   */
  offline: boolean;
  /**
   * When it happened.
   */
  at: string;
}
export interface OfflinePin {
  /**
   * The person, as `GET /v1/staff-pins` names them.
   */
  user: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * What the person or key may do.
   */
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
   * Argon2id in PHC form, with its salt.
   */
  hash: string;
  /**
   * The till checks by it until then.
   */
  goodUntil: string;
}
export interface PinHolder {
  /**
   * The person, as `GET /v1/staff-pins` names them.
   */
  user: string;
  /**
   * Its name, for people.
   */
  name: string;
  /**
   * What the person or key may do.
   */
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
   * Code of the store.
   */
  store: string;
  /**
   * `given`: by a manager, and the person has not changed it yet; `own`: of the person’s choice; `ended`: good no more.
   */
  pin: 'none' | 'given' | 'own' | 'ended';
  /**
   * From then on the PIN is good no more.
   */
  goodUntil: string | null;
}
export interface SavedViews {
  /**
   * The entries of the list.
   */
  data: SavedView[];
}
export interface SavedView {
  /**
   * Its id.
   */
  id: string;
  /**
   * The list that it filters.
   */
  list: 'sales' | 'queue' | 'customers' | 'matching' | 'agencies' | 'ledger' | 'stock' | 'prices';
  /**
   * Once in a list.
   */
  name: string;
  /**
   * The filters as they stand in the address of the list, after the question mark.
   */
  filters: string;
  /**
   * When it was kept or renamed.
   */
  changedAt: string;
}
export interface ListExport {
  /**
   * The row of the audit trail that tells of it.
   */
  id: string;
  /**
   * When it was taken.
   */
  at: string;
}
export interface ImportReceipt {
  /**
   * Its id.
   */
  id: string;
  /**
   * `received`: kept, being read. `read`: its rows are known, they are being written. `done`: every row has its outcome. `refused`: not understood, or given up; `refusal` says why. `undone`: taken back as a whole.
   */
  status: 'received' | 'read' | 'done' | 'refused' | 'undone';
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
    workflowId: string;
    /**
     * Its page in the Temporal web UI; null where no web UI runs.
     */
    link: string | null;
  };
}
export interface ImportHead {
  /**
   * Its id.
   */
  id: string;
  /**
   * `items`: goods with barcodes and price, by their SKU. `customers`: by their number, without a credit line. `stock`: what lies in the stores at the beginning, with its value, by location and SKU. `receivables`: what is open of the old invoices, each with a life of its own at the dunning level that it has reached. `placements`: cases that agencies run for the other system, by the number of an invoice that was brought in as a receivable; it lives on as placed with that agency, which is told nothing. `balances`: of the accounts of the old books, without those whose records are brought in. `sales`: receipts of the tills of another system, one row for each line; they are booked as sales that have happened, with goods and money, on their own day, and print nothing; those of a store in shadow are kept beside the books. `day-totals`: what the old system says that a store in shadow sold on a day, one row for a store or till and day; further rows of the same may name taxes and receipts.
   */
  kind:
    | 'items'
    | 'prices'
    | 'customers'
    | 'stock'
    | 'receivables'
    | 'placements'
    | 'balances'
    | 'sales'
    | 'day-totals';
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
  /**
   * Its id.
   */
  id: string;
  /**
   * `items`: goods with barcodes and price, by their SKU. `customers`: by their number, without a credit line. `stock`: what lies in the stores at the beginning, with its value, by location and SKU. `receivables`: what is open of the old invoices, each with a life of its own at the dunning level that it has reached. `placements`: cases that agencies run for the other system, by the number of an invoice that was brought in as a receivable; it lives on as placed with that agency, which is told nothing. `balances`: of the accounts of the old books, without those whose records are brought in. `sales`: receipts of the tills of another system, one row for each line; they are booked as sales that have happened, with goods and money, on their own day, and print nothing; those of a store in shadow are kept beside the books. `day-totals`: what the old system says that a store in shadow sold on a day, one row for a store or till and day; further rows of the same may name taxes and receipts.
   */
  kind:
    | 'items'
    | 'prices'
    | 'customers'
    | 'stock'
    | 'receivables'
    | 'placements'
    | 'balances'
    | 'sales'
    | 'day-totals';
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
  /**
   * The run in Temporal, and its page.
   */
  workflow: {
    /**
     * Id of the workflow in Temporal.
     */
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
   * What it changed, or would change, of a record that was there.
   */
  changes: ImportChange[];
  /**
   * What is wrong with it.
   */
  faults: ImportFault[];
}
export interface ImportChange {
  /**
   * As the call of the kind names it.
   */
  field: string;
  /**
   * What it was; null: nothing.
   */
  before: string | null;
  /**
   * What it is then; null: nothing.
   */
  after: string | null;
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
  /**
   * Its id.
   */
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
  kind:
    | 'items'
    | 'prices'
    | 'customers'
    | 'stock'
    | 'receivables'
    | 'placements'
    | 'balances'
    | 'sales'
    | 'day-totals';
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
  /**
   * Where it stands.
   */
  status: 'ready';
  /**
   * What was looked at.
   */
  checks: {
    /**
     * Whether the database answers.
     */
    database: 'ok';
    /**
     * Whether Temporal answers.
     */
    temporal: 'ok';
    /**
     * Whether the workers ask for work.
     */
    workers: 'ok';
    /**
     * Whether the outbox is drained.
     */
    starter: 'ok';
  };
}

/** Which calls take an idempotency key, and which are safe to repeat by themselves. */
export const IDEMPOTENCY: Readonly<
  Record<keyof Calls, 'read' | 'key' | 'optionalKey' | 'natural'>
> = {
  'POST /v1/session': 'natural',
  'GET /v1/front-door': 'read',
  'GET /v1/session': 'read',
  'GET /v1/session/surroundings': 'read',
  'DELETE /v1/session': 'natural',
  'POST /v1/session/password-check': 'natural',
  'PUT /v1/session/password': 'natural',
  'POST /v1/session/second-factor': 'natural',
  'PUT /v1/session/second-factor': 'natural',
  'POST /v1/session/second-factor/ending': 'natural',
  'POST /v1/session/provider-sign-ins': 'natural',
  'POST /v1/session/provider-checks': 'natural',
  'POST /v1/session/provider-answers': 'natural',
  'POST /v1/session/provider-codes': 'natural',
  'PUT /v1/sales/{saleId}': 'natural',
  'POST /v1/basket-prices': 'natural',
  'GET /v1/sales': 'read',
  'GET /v1/sales/{saleId}': 'read',
  'POST /v1/sales/{saleId}/delivery': 'key',
  'POST /v1/sync': 'natural',
  'POST /v1/sync/reconcile': 'natural',
  'GET /v1/suspense-lines': 'read',
  'POST /v1/sales/{saleId}/lines/{lineNumber}/identification': 'key',
  'POST /v1/sales/{saleId}/lines/{lineNumber}/identification/undoing': 'key',
  'GET /v1/sales/{saleId}/receipt': 'read',
  'POST /v1/sales/{saleId}/receipt/prints': 'key',
  'GET /v1/catalogue': 'read',
  'GET /v1/items': 'read',
  'GET /v1/items/{itemId}': 'read',
  'GET /v1/items/{itemId}/prices': 'read',
  'POST /v1/items': 'key',
  'PUT /v1/items/{itemId}': 'natural',
  'POST /v1/items/{itemId}/barcodes': 'key',
  'DELETE /v1/items/{itemId}/barcodes/{barcode}': 'natural',
  'POST /v1/items/{itemId}/withdrawal': 'key',
  'DELETE /v1/items/{itemId}/withdrawal': 'natural',
  'GET /v1/price-changes': 'read',
  'GET /v1/price-changes/{version}': 'read',
  'POST /v1/price-changes': 'key',
  'POST /v1/price-changes/{version}/withdrawal': 'key',
  'GET /v1/price-lists': 'read',
  'POST /v1/price-lists': 'key',
  'PUT /v1/price-lists/{priceListId}': 'natural',
  'POST /v1/price-lists/{priceListId}/ending': 'key',
  'GET /v1/promotions': 'read',
  'GET /v1/promotions/{promotionId}': 'read',
  'POST /v1/promotions': 'key',
  'PUT /v1/promotions/{promotionId}': 'natural',
  'POST /v1/promotions/{promotionId}/ending': 'key',
  'GET /v1/stock': 'read',
  'POST /v1/stock-receipts': 'key',
  'POST /v1/stock-receipts/{stockReceiptId}/undoing': 'key',
  'GET /v1/stock-counts': 'read',
  'POST /v1/stock-counts': 'key',
  'POST /v1/stock-counts/{stockCountId}/approval': 'key',
  'GET /v1/lifecycles': 'read',
  'GET /v1/lifecycle-standings': 'read',
  'GET /v1/lifecycles/{saleId}': 'read',
  'GET /v1/lifecycles/{saleId}/next-step': 'read',
  'GET /v1/work-queue': 'read',
  'GET /v1/work-queue/counts': 'read',
  'GET /v1/work-queue/people': 'read',
  'POST /v1/work-queue/{workItemId}/resolution': 'key',
  'POST /v1/work-queue/{workItemId}/assignment': 'key',
  'POST /v1/work-queue/{workItemId}/snooze': 'key',
  'GET /v1/work-queue/{workItemId}/notes': 'read',
  'POST /v1/work-queue/{workItemId}/notes': 'key',
  'POST /v1/work-queue/{workItemId}/notes/{noteId}/withdrawal': 'key',
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
  'GET /v1/bank-statements/{statementId}/profile': 'read',
  'GET /v1/bank-profiles': 'read',
  'PUT /v1/bank-profiles/{profile}': 'natural',
  'DELETE /v1/bank-profiles/{profile}': 'natural',
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
  'GET /v1/customers/{customerId}/aliases': 'read',
  'POST /v1/customers/{customerId}/aliases': 'key',
  'POST /v1/customers/{customerId}/aliases/{aliasId}/ending': 'key',
  'POST /v1/customers/{customerId}/aliases/{aliasId}/ending/undoing': 'key',
  'GET /v1/customers/{customerId}/virtual-accounts': 'read',
  'POST /v1/customers/{customerId}/virtual-accounts': 'key',
  'POST /v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending': 'key',
  'POST /v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending/undoing': 'key',
  'GET /v1/customers/{customerId}/statement': 'read',
  'GET /v1/customers/{customerId}/credit': 'read',
  'PUT /v1/customers/{customerId}/credit-limit': 'key',
  'POST /v1/customers/{customerId}/credit-block': 'key',
  'POST /v1/customers/{customerId}/credit-block/undoing': 'key',
  'GET /v1/customer-duplicates': 'read',
  'GET /v1/customer-merges': 'read',
  'POST /v1/customer-merges': 'key',
  'GET /v1/customer-merges/{mergeId}': 'read',
  'POST /v1/customer-merges/{mergeId}/undoing': 'key',
  'POST /v1/invoices/{invoiceId}/promises': 'key',
  'POST /v1/promises/{promiseId}/withdrawal': 'key',
  'POST /v1/invoices/{invoiceId}/disputes': 'key',
  'POST /v1/disputes/{disputeId}/resolution': 'key',
  'POST /v1/invoices/{invoiceId}/holds': 'key',
  'POST /v1/holds/{holdId}/review': 'key',
  'POST /v1/holds/{holdId}/release': 'key',
  'POST /v1/invoices/{invoiceId}/write-offs': 'key',
  'POST /v1/write-offs/{writeOffId}/approval': 'key',
  'GET /v1/promises': 'read',
  'GET /v1/disputes': 'read',
  'GET /v1/letters': 'read',
  'GET /v1/customers/{customerId}/letter': 'read',
  'GET /v1/letters/{letterId}': 'read',
  'POST /v1/invoices/{invoiceId}/placements': 'key',
  'POST /v1/placement-requests/{placementRequestId}/approval': 'key',
  'GET /v1/placement-requests/{placementRequestId}': 'read',
  'GET /v1/placements': 'read',
  'GET /v1/placements/{placementId}': 'read',
  'POST /v1/placements/{placementId}/recall': 'key',
  'GET /v1/agencies': 'read',
  'POST /v1/agencies': 'key',
  'PUT /v1/agencies/{agencyId}': 'natural',
  'POST /v1/agencies/{agencyId}/terms': 'key',
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
  'GET /v1/journal-entries': 'read',
  'GET /v1/journal-entries/{entryId}': 'read',
  'GET /v1/audit': 'read',
  'POST /v1/agency/enrolments': 'natural',
  'GET /v1/agency/agreements': 'read',
  'GET /v1/agency/placements': 'read',
  'GET /v1/agency/placements/{placementId}': 'read',
  'POST /v1/agency/placements/{placementId}/acknowledgement': 'key',
  'POST /v1/agency/placements/{placementId}/events': 'key',
  'GET /v1/agency/placements/{placementId}/events': 'read',
  'POST /v1/agency/remittances': 'key',
  'GET /v1/agency/remittances': 'read',
  'GET /v1/agency/due-remittance': 'read',
  'GET /v1/agency/remittances/{remittanceId}': 'read',
  'GET /v1/agency/webhook': 'read',
  'POST /v1/agency/webhook': 'key',
  'POST /v1/agency/webhook/secret-rotations': 'key',
  'GET /v1/setup': 'read',
  'POST /v1/company': 'key',
  'GET /v1/company': 'read',
  'PUT /v1/company': 'natural',
  'PUT /v1/company/logo': 'natural',
  'PUT /v1/company/logo/choice': 'natural',
  'GET /v1/logos/{logoId}': 'read',
  'POST /v1/company/tax-identity/changes': 'key',
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
  'POST /v1/tax-rules/{taxRuleId}/withdrawal': 'key',
  'GET /v1/holidays/{country}/{year}': 'read',
  'PUT /v1/holidays/{country}/{year}': 'key',
  'GET /v1/dunning-policies': 'read',
  'POST /v1/dunning-policies': 'key',
  'POST /v1/dunning-policies/{policyId}/withdrawal': 'key',
  'GET /v1/dunning-policies/{policyId}/preview': 'read',
  'GET /v1/templates': 'read',
  'POST /v1/templates': 'key',
  'POST /v1/templates/{templateId}/removals': 'key',
  'POST /v1/templates/preview': 'natural',
  'GET /v1/number-series': 'read',
  'PUT /v1/number-series/{kind}/{year}': 'natural',
  'GET /v1/accounts': 'read',
  'GET /v1/stores/{storeId}/switches': 'read',
  'POST /v1/stores/{storeId}/shadow': 'key',
  'POST /v1/stores/{storeId}/switches': 'key',
  'POST /v1/store-switches/{storeSwitchId}/withdrawal': 'key',
  'GET /v1/stores/{storeId}/switch-checklist': 'read',
  'GET /v1/stores/{storeId}/shadow-days': 'read',
  'GET /v1/stores/{storeId}/shadow-days/{day}': 'read',
  'PUT /v1/stores/{storeId}/day-totals/{day}': 'natural',
  'POST /v1/stores/{storeId}/day-totals/{day}/withdrawal': 'key',
  'GET /v1/stores/{storeId}/shadow-sales': 'read',
  'GET /v1/shadow-sales/{saleId}': 'read',
  'GET /v1/users': 'read',
  'POST /v1/users': 'key',
  'PUT /v1/users/{userId}': 'natural',
  'POST /v1/users/{userId}/password-resets': 'key',
  'POST /v1/users/{userId}/invitations': 'key',
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
  'GET /v1/identity-providers': 'read',
  'POST /v1/identity-providers': 'key',
  'PUT /v1/identity-providers/{providerId}': 'natural',
  'POST /v1/identity-providers/{providerId}/switch': 'natural',
  'DELETE /v1/identity-providers/{providerId}': 'natural',
  'POST /v1/identity-providers/{providerId}/tests': 'natural',
  'DELETE /v1/users/{userId}/identity': 'natural',
  'POST /v1/users/{userId}/pins': 'key',
  'DELETE /v1/users/{userId}/pins': 'natural',
  'POST /v1/staff-pins/checks': 'natural',
  'POST /v1/staff-pins/changes': 'natural',
  'GET /v1/staff-pins': 'read',
  'POST /v1/staff-pins/offline-checks': 'natural',
  'GET /v1/staff-pins/checks': 'read',
  'GET /v1/staff-pins/people': 'read',
  'GET /v1/saved-views': 'read',
  'PUT /v1/saved-views/{viewId}': 'natural',
  'DELETE /v1/saved-views/{viewId}': 'natural',
  'POST /v1/list-exports': 'key',
  'POST /v1/imports': 'optionalKey',
  'GET /v1/imports': 'read',
  'GET /v1/imports/{importId}': 'read',
  'GET /v1/imports/{importId}/rows': 'read',
  'GET /v1/imports/{importId}/rejected': 'read',
  'POST /v1/imports/{importId}/undoing': 'key',
  'GET /v1/import-profiles': 'read',
  'PUT /v1/import-profiles/{profile}': 'key',
  'GET /v1/exports/{kind}': 'read',
  'GET /healthz': 'read',
  'GET /readyz': 'read',
  'GET /metrics': 'read',
  'GET /docs': 'read',
  'GET /docs/{asset}': 'read',
  'GET /openapi.json': 'read',
};
