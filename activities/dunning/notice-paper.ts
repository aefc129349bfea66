/** What `notice_paper` says about one letter; amounts in the smallest booked unit, days in ISO 8601. */
export type NoticePaper = Readonly<{
  noticeId: string;
  businessDay: string;
  level: number;
  currency: string;
  total: string;
  /** The policy's name for the tone; null when the policy has changed since. */
  template: string | null;
  customer: Readonly<{
    customerId: string;
    number: string;
    name: string;
    address: string;
    email: string | null;
    language: string;
  }>;
  seller: Readonly<{
    name: string;
    address: string;
    taxNumber: string;
    phone: string;
    bankName: string | null;
    bankAccount: string | null;
  }>;
  lines: readonly Readonly<{
    invoiceId: string;
    number: string;
    paymentReference: string;
    issuedOn: string;
    level: number;
    openAmount: string;
    feeAmount: string;
    /** Null when nothing of the invoice is overdue any more. */
    dueOn: string | null;
  }>[];
}>;
