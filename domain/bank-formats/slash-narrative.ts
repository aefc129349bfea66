import type { Narrative } from './told-payment.js';

/** Words between slashes (SWIFT, Dutch banks, SEPA); other words are text. */
const WORDS = [
  'TRTP PREF EREF KREF MARF CSID CNTP IBAN BIC NAME REMI PURP RTRN BENM ORDP ULTD ULTB ULTC UDTR ULCR',
  'ISDT ADDR OCMT CHGS EXCH SWOC SVCL TRCD',
]
  .flatMap((line) => line.split(' '))
  .join('|');

const BEGIN = new RegExp(`^/(?:${WORDS})/`);
const SPLIT = new RegExp(`/(${WORDS})/`);

/** Words that open a party, and on which side of the payment it stands. */
const SIDES: ReadonlyMap<string, 'payer' | 'payee'> = new Map([
  ['ORDP', 'payer'],
  ['BENM', 'payee'],
]);

type Item = Readonly<{ word: string; value: string; side: 'payer' | 'payee' | undefined }>;

/** `/EREF/E2E-1/REMI/Faktur 1/…`; undefined when the text does not begin with such a word. */
export function readSlashNarrative(
  text: string,
  { isMoneyIn }: Readonly<{ isMoneyIn: boolean }>,
): (Partial<Narrative> & { text: string }) | undefined {
  if (!BEGIN.test(text)) return undefined;
  const items = itemsOf(text);
  const other = isMoneyIn ? 'payer' : 'payee';
  const valueOf = (word: string): string | undefined => {
    const some = items.filter((item) => item.word === word && item.value !== '');
    return (some.find(({ side }) => side === other) ?? some.find(({ side }) => side === undefined))
      ?.value;
  };
  const [account, , name] = (valueOf('CNTP') ?? '').split('/');
  const remittance = remittanceOf(valueOf('REMI'));
  const own = valueOf('KREF') ?? valueOf('PREF');
  return {
    endToEndReference: valueOf('EREF'),
    creditorReference: remittance.creditorReference,
    otherReferences: own === undefined ? [] : [own],
    payerName: valueOf('NAME') ?? orNothing(name),
    payerAccount: valueOf('IBAN') ?? orNothing(account),
    text: remittance.text === '' ? (valueOf('TRTP') ?? '') : remittance.text,
    isReturn: items.some(({ word }) => word === 'RTRN'),
  };
}

function itemsOf(text: string): readonly Item[] {
  const [, ...parts] = text.split(SPLIT);
  const items: Item[] = [];
  let side: Item['side'];
  for (let index = 0; index < parts.length; index += 2) {
    const word = parts[index] ?? '';
    side = SIDES.get(word) ?? (PARTY_WORDS.includes(word) ? side : undefined);
    items.push({ word, value: trimmed(parts[index + 1] ?? ''), side });
  }
  return items;
}

/** Words that belong to the party before them. */
const PARTY_WORDS: readonly string[] = ['NAME', 'IBAN', 'BIC', 'ADDR'];

/** `USTD//text` is text, `STRD/CUR/RF18…` the creditor's reference. */
function remittanceOf(
  value = '',
): Readonly<{ text: string; creditorReference: string | undefined }> {
  const structured = /^STRD\/[A-Z]*\/(?<reference>[^/]+)/.exec(value)?.groups?.['reference'];
  if (structured !== undefined) return { text: structured, creditorReference: structured.trim() };
  return { text: trimmed(value.replace(/^USTD\/\/?/, '')), creditorReference: undefined };
}

function trimmed(value: string): string {
  return value.replace(/^[/\s]+/, '').replace(/[/\s]+$/, '');
}

function orNothing(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === '' ? undefined : text;
}
