import { identifyingReference } from '../statement/identifying-reference.js';
import {
  lineFault,
  TOO_PRECISE,
  type DraftResult,
  type LineFault,
} from '../statement/line-draft.js';
import type { ExactAmount } from '../statement/statement.js';
import { isDescription } from './description.js';
import { ofxDay, readOfxAmount, type OfxAmount } from './ofx-values.js';

/** The texts of one `STMTTRN` by their names; those of an aggregate inside it as `PAYEE/NAME`. */
export type OfxRecord = Readonly<{
  fileLine: number;
  /** From `BANKTRANLISTP`: announced, not booked. */
  isPending: boolean;
  /** A text was longer than any bank text, or stood twice what a record has once. */
  flaw: 'overlong' | 'twofold' | undefined;
  texts: ReadonlyMap<string, string>;
}>;

type Account = Readonly<{ currency: string; zone: string | undefined }>;

/**
 * One booking as a canonical line. The `FITID` identifies it among the files of this format only: other formats have
 * other references. Faults: `LINE_MALFORMED`, `LINE_AMOUNT_*`, `LINE_DATE_MALFORMED`, `LINE_DIRECTION_UNKNOWN`, `LINE_STATUS_UNKNOWN` (it corrects
 * another line), `LINE_FIELD_TOO_LONG`, `LINE_CURRENCY_UNKNOWN`.
 */
export function readOfxRecord(record: OfxRecord, account: Account): DraftResult {
  const text = (name: string): string => record.texts.get(name) ?? '';
  const currency = text('CURRENCY/CURSYM') === '' ? account.currency : text('CURRENCY/CURSYM');
  const amount = readOfxAmount(text('TRNAMT'), currency);
  const refused = (fault: LineFault): DraftResult => ({
    ...fault,
    leftOut: leftOutOf(record, amount),
  });
  const fault = faultOf(record, amount);
  if (fault !== undefined) return refused(fault);
  if (amount.kind === 'fault') return refused(amount);
  const bookingDate = ofxDay(text(record.isPending ? 'DTTRAN' : 'DTPOSTED'), account.zone);
  if (bookingDate === undefined) {
    return refused(lineFault('LINE_DATE_MALFORMED', 'The date is not a day (YYYYMMDD).'));
  }
  return {
    kind: 'line',
    line: {
      fileLine: record.fileLine,
      status: record.isPending ? 'pending' : 'booked',
      bookingDate,
      valueDate: ofxDay(text('DTAVAIL'), account.zone),
      amount: amount.booked,
      currency,
      isReversal: false,
      transactionCode: orNothing(text('TRNTYPE')),
      bankReference: undefined,
      endToEndReference: undefined,
      creditorReference: undefined,
      otherReferences: [text('FITID'), text('CHECKNUM')].filter(
        (one) => identifyingReference(one) !== undefined,
      ),
      ...partyOf(text),
      details: [],
    },
  };
}

function leftOutOf({ isPending, flaw }: OfxRecord, amount: OfxAmount): ExactAmount | undefined {
  if (isPending) return 0n;
  return flaw === 'twofold' || amount.kind === 'fault' ? undefined : amount.exact;
}

/** A debit that brings money in is taken for no booking: banks that leave out the sign write debits as plain numbers. */
function faultOf({ texts, flaw }: OfxRecord, amount: OfxAmount): LineFault | undefined {
  if (flaw === 'twofold') {
    return lineFault('LINE_MALFORMED', 'The record has two amounts, days or ids: it is two.');
  }
  if (flaw === 'overlong')
    return lineFault('LINE_FIELD_TOO_LONG', 'A text is longer than any bank text.');
  if (texts.has('CORRECTFITID')) {
    const detail =
      'The line corrects or deletes an earlier one (CORRECTFITID): a person sees to it.';
    return lineFault('LINE_STATUS_UNKNOWN', detail);
  }
  if (amount.kind === 'too-precise') return TOO_PRECISE;
  if (amount.kind === 'amount' && amount.booked > 0n && texts.get('TRNTYPE') === 'DEBIT') {
    return lineFault('LINE_DIRECTION_UNKNOWN', 'A debit (TRNTYPE) has an amount without a minus.');
  }
  return undefined;
}

function partyOf(text: (name: string) => string) {
  const [payee, name, longName] = [text('PAYEE/NAME'), text('NAME'), text('EXTDNAME')];
  const written = longName === '' ? name : longName;
  const isName = payee === '' && written !== '' && !isDescription(written);
  const said = [isName ? '' : written, text('MEMO'), text('REFNUM')];
  const kept: string[] = [];
  for (const one of said) {
    if (one !== '' && !kept.some((known) => known.includes(one))) kept.push(one);
  }
  return {
    payerName: orNothing(payee === '' && isName ? written : payee),
    payerAccount: orNothing(text('BANKACCTTO/ACCTID')) ?? orNothing(text('CCACCTTO/ACCTID')),
    text: kept.join(' '),
  };
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}
