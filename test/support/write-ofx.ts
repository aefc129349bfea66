import { unitsToDecimal } from '../../domain/money/decimal.js';
import { minorUnitOfFile } from '../../domain/statement/file-amount.js';
import type { CamtEntry, CamtStatement } from '../../simulators/bank/write-camt053.js';

/** 1 is SGML, in which texts have no end tags; 2 is XML. */
export type OfxVersion = 1 | 2;

/** The statement as OFX. The ids of its bookings (`FITID`) are others than the references of the bank elsewhere. */
export function writeOfx(
  { accountId, currency, on, opening = 0n, closing, entries }: CamtStatement,
  version: OfxVersion,
): Uint8Array {
  const write = createWriter(version);
  const booked = entries.filter(({ status = 'BOOK' }) => status === 'BOOK');
  const last = closing ?? opening + booked.reduce((sum, { amount }) => sum + amount, 0n);
  const day = on.toString().replaceAll('-', '');
  const list = [
    write.leaf('DTSTART', day),
    write.leaf('DTEND', day),
    ...booked.map((entry, index) => transaction(entry, { index, currency, write })),
  ];
  const statement = write.group('STMTRS', [
    write.leaf('CURDEF', currency),
    write.group('BANKACCTFROM', [write.leaf('BANKID', '777'), write.leaf('ACCTID', accountId)]),
    write.group('BANKTRANLIST', list),
    write.group('LEDGERBAL', [
      write.leaf('BALAMT', unitsToDecimal(last, minorUnitOfFile(currency))),
      write.leaf('DTASOF', day),
    ]),
  ]);
  const body = write.group('OFX', [
    write.group('BANKMSGSRSV1', [write.group('STMTTRNRS', [statement])]),
  ]);
  return new TextEncoder().encode(HEADS[version] + body);
}

const HEADS: Readonly<Record<OfxVersion, string>> = {
  1: 'OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:UTF-8\r\n\r\n',
  2: '<?xml version="1.0" encoding="UTF-8"?>\r\n<?OFX OFXHEADER="200" VERSION="211"?>\r\n',
};

type Writer = Readonly<{
  leaf: (name: string, text: string) => string;
  group: (name: string, content: readonly string[]) => string;
}>;

function createWriter(version: OfxVersion): Writer {
  return {
    leaf: (name, text) => `<${name}>${escaped(text)}${version === 1 ? '' : `</${name}>`}\r\n`,
    group: (name, content) => `<${name}>\r\n${content.join('')}</${name}>\r\n`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function transaction(
  entry: CamtEntry,
  { index, currency, write }: Readonly<{ index: number; currency: string; write: Writer }>,
): string {
  const { amount, bookingDate, payerName, payerAccount, text } = entry;
  const day = bookingDate.toString().replaceAll('-', '');
  const optional = (name: string, value: string | undefined): string[] =>
    value === undefined || value === '' ? [] : [write.leaf(name, value)];
  return write.group('STMTTRN', [
    write.leaf('TRNTYPE', amount < 0n ? 'DEBIT' : 'CREDIT'),
    write.leaf('DTPOSTED', day),
    write.leaf('TRNAMT', unitsToDecimal(amount, minorUnitOfFile(currency))),
    write.leaf('FITID', `${day}${amount}${index}`),
    ...optional('NAME', payerName?.slice(0, NAME_LENGTH_MAX)),
    ...(payerAccount === undefined || payerAccount === ''
      ? []
      : [write.group('BANKACCTTO', [write.leaf('ACCTID', payerAccount)])]),
    ...optional('MEMO', text),
  ]);
}

/** OFX: A-32. */
const NAME_LENGTH_MAX = 32;
