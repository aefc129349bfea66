import type { Temporal } from 'temporal-polyfill';
import { unitsToDecimal } from '../../domain/money/decimal.js';
import { minorUnitOfFile } from '../../domain/statement/file-amount.js';

/** One payment of an entry; absent fields are left out of the XML, as banks do. */
type CamtPayment = Readonly<{
  amount?: bigint;
  payerName?: string;
  payerAccount?: string;
  endToEndReference?: string;
  creditorReference?: string;
  text?: string;
}>;

/** Signed amounts in the smallest booked unit; money in is positive. */
export type CamtEntry = CamtPayment &
  Readonly<{
    amount: bigint;
    bookingDate: Temporal.PlainDate;
    valueDate?: Temporal.PlainDate;
    bankReference?: string;
    status?: 'BOOK' | 'PDNG' | 'INFO';
    isReversal?: boolean;
    /** Several payments booked as one. */
    payments?: readonly CamtPayment[];
  }>;

export type CamtStatement = Readonly<{
  accountId: string;
  currency: string;
  statementNumber: string;
  on: Temporal.PlainDate;
  /** When undefined, both balances are left out. */
  opening?: bigint;
  /** Computed from the booked entries when absent; set it to make a file that does not foot. */
  closing?: bigint;
  entries: readonly CamtEntry[];
}>;

/** `version` 2 to 10 decides where status and names stand; `prefix` as in `<ns2:Ntry>`. */
export type CamtStyle = Readonly<{
  message?: 'camt.052' | 'camt.053' | 'camt.054';
  version?: number;
  prefix?: string;
  namespace?: 'declared' | 'none';
}>;

/** ISO 20022 moved the code of a status below `Cd`, and names below `Pty`, with version 8. */
const FIRST_NESTED_VERSION = 8;

/** `TxDtls/Amt` came with version 3; before, the amount stood in `AmtDtls`. */
const FIRST_DETAIL_AMOUNT_VERSION = 3;

const MESSAGES = {
  'camt.052': { element: 'BkToCstmrAcctRpt', statement: 'Rpt' },
  'camt.053': { element: 'BkToCstmrStmt', statement: 'Stmt' },
  'camt.054': { element: 'BkToCstmrDbtCdtNtfctn', statement: 'Ntfctn' },
} as const;

type Writer = Readonly<{ version: number; element: (name: string, content: string) => string }>;

/**
 * A bank's camt message as text, UTF-8: what the demonstration's bank sends and what the tests of the
 * reader read. One entry per physical line.
 */
export function writeCamt053(statements: readonly CamtStatement[], style: CamtStyle = {}): string {
  const { message = 'camt.053', version = 8, prefix = '', namespace = 'declared' } = style;
  const tag = (name: string): string => (prefix === '' ? name : `${prefix}:${name}`);
  const writer: Writer = {
    version,
    element: (name, content) => `<${tag(name)}>${content}</${tag(name)}>`,
  };
  const uri = `urn:iso:std:iso:20022:tech:xsd:${message}.001.${String(version).padStart(2, '0')}`;
  const declaration = prefix === '' ? `xmlns="${uri}"` : `xmlns:${prefix}="${uri}"`;
  const { element, statement } = MESSAGES[message];
  const parts = statements.map((part) => writer.element(statement, statementBody(part, writer)));
  const body = writer.element(element, `${groupHeader(statements, writer)}\n${parts.join('\n')}`);
  const open = namespace === 'declared' || prefix !== '' ? ` ${declaration}` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${tag('Document')}${open}>${body}</${tag('Document')}>\n`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function groupHeader(statements: readonly CamtStatement[], { element }: Writer): string {
  const [first] = statements;
  const id = `MSG-${first?.statementNumber ?? '0'}`;
  const created = first === undefined ? '' : element('CreDtTm', `${first.on.toString()}T23:00:00Z`);
  return element('GrpHdr', text('MsgId', id, element) + created);
}

function statementBody(statement: CamtStatement, writer: Writer): string {
  const { element } = writer;
  const { opening, currency, on } = statement;
  const booked = statement.entries.filter(({ status = 'BOOK' }) => status === 'BOOK');
  const moved = booked.reduce((total, { amount }) => total + amount, 0n);
  const balances =
    opening === undefined
      ? ''
      : balance('OPBD', opening, { currency, on, element }) +
        balance('CLBD', statement.closing ?? opening + moved, { currency, on, element });
  const entries = statement.entries.map((entry) => `\n${entryElement(entry, currency, writer)}`);
  return [
    text('Id', statement.statementNumber, element),
    text('ElctrncSeqNb', statement.statementNumber.replaceAll(/\D/g, ''), element),
    element('Acct', accountElement(statement.accountId, element) + element('Ccy', currency)),
    balances,
    ...entries,
  ].join('');
}

function accountElement(accountId: string, element: Writer['element']): string {
  const isIban = /^[A-Z]{2}\d{2}[0-9A-Z]{10,30}$/.test(accountId);
  const id = escapeXml(accountId);
  return element('Id', isIban ? element('IBAN', id) : element('Othr', element('Id', id)));
}

function balance(
  code: string,
  amount: bigint,
  {
    currency,
    on,
    element,
  }: Readonly<{ currency: string; on: Temporal.PlainDate; element: Writer['element'] }>,
): string {
  const type = element('Tp', element('CdOrPrtry', element('Cd', code)));
  const date = element('Dt', element('Dt', on.toString()));
  return `\n${element('Bal', type + signedAmount(amount, currency, element) + date)}`;
}

function signedAmount(amount: bigint, currency: string, element: Writer['element']): string {
  const indicator = element('CdtDbtInd', amount < 0n ? 'DBIT' : 'CRDT');
  return amountElement(amount, currency, element) + indicator;
}

function amountElement(amount: bigint, currency: string, element: Writer['element']): string {
  const decimals = minorUnitOfFile(currency);
  const number = unitsToDecimal(amount < 0n ? -amount : amount, decimals);
  const padded = decimals === 0 ? `${number}.00` : number;
  return element('Amt', padded).replace('Amt>', `Amt Ccy="${currency}">`);
}

function entryElement(entry: CamtEntry, currency: string, writer: Writer): string {
  const { element, version } = writer;
  const { status = 'BOOK', valueDate = entry.bookingDate } = entry;
  const nested = version >= FIRST_NESTED_VERSION;
  const payments = entry.payments ?? [entry];
  const details = payments.map((payment) => detailElement(payment, { entry, currency, writer }));
  return element(
    'Ntry',
    [
      signedAmount(entry.amount, currency, element),
      entry.isReversal === undefined ? '' : element('RvslInd', String(entry.isReversal)),
      element('Sts', nested ? element('Cd', status) : status),
      element('BookgDt', element('Dt', entry.bookingDate.toString())),
      element('ValDt', element('Dt', valueDate.toString())),
      text('AcctSvcrRef', entry.bankReference, element),
      element('NtryDtls', details.join('')),
    ].join(''),
  );
}

function detailElement(
  payment: CamtPayment,
  { entry, currency, writer }: Readonly<{ entry: CamtEntry; currency: string; writer: Writer }>,
): string {
  const { element } = writer;
  const { amount, endToEndReference = 'NOTPROVIDED' } = payment;
  const structured =
    payment.creditorReference === undefined
      ? ''
      : element('Strd', element('CdtrRefInf', text('Ref', payment.creditorReference, element)));
  const remittance = text('Ustrd', payment.text, element) + structured;
  return element(
    'TxDtls',
    [
      element('Refs', text('EndToEndId', endToEndReference, element)),
      amount === undefined ? '' : detailAmount(amount, currency, writer),
      partiesElement(payment, { entry, writer }),
      remittance === '' ? '' : element('RmtInf', remittance),
    ].join(''),
  );
}

function detailAmount(amount: bigint, currency: string, { element, version }: Writer): string {
  return version >= FIRST_DETAIL_AMOUNT_VERSION
    ? signedAmount(amount, currency, element)
    : element('AmtDtls', element('TxAmt', amountElement(amount, currency, element)));
}

/** The payer is the debtor of money in; a reversal keeps the parties of the original payment. */
function partiesElement(
  { payerName, payerAccount }: CamtPayment,
  { entry, writer }: Readonly<{ entry: CamtEntry; writer: Writer }>,
): string {
  const { element, version } = writer;
  const isMoneyIn = entry.amount >= 0n;
  const side = isMoneyIn === (entry.isReversal === true) ? 'Cdtr' : 'Dbtr';
  const name = text('Nm', payerName, element);
  const party = version >= FIRST_NESTED_VERSION ? element('Pty', name) : name;
  const parties =
    (name === '' ? '' : element(side, party)) +
    (payerAccount === undefined
      ? ''
      : element(`${side}Acct`, accountElement(payerAccount, element)));
  return parties === '' ? '' : element('RltdPties', parties);
}

function text(name: string, content: string | undefined, element: Writer['element']): string {
  return content === undefined || content === '' ? '' : element(name, escapeXml(content));
}
