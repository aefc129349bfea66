/** What a funds type says, and where the fields behind it begin. */
type Funds = Readonly<{ next: number; valueDate: string | undefined }>;

/** Fields of a distribution: at most so many days. */
const DAYS_MAX = 99;

/**
 * The funds type at a place of a record: none, `0`, `1`, `2` and `Z` stand alone; `V` has a date and a time, `S` three
 * amounts, `D` a number of pairs. Undefined for another type.
 */
function fundsAt(fields: readonly string[], at: number): Funds | undefined {
  const type = (fields[at] ?? '').trim().toUpperCase();
  const valueDate = undefined;
  if (['', '0', '1', '2', 'Z'].includes(type)) return { next: at + 1, valueDate };
  if (type === 'V') return { next: at + 3, valueDate: fields[at + 1]?.trim() };
  if (type === 'S') return { next: at + 4, valueDate };
  const days = Number(fields[at + 1]);
  if (type !== 'D' || !Number.isInteger(days) || days < 0 || days > DAYS_MAX) return undefined;
  return { next: at + 2 + 2 * days, valueDate };
}

/** One amount of a `03`: a balance or a total. */
export type Bai2Summary = Readonly<{ code: string; amount: string; count: string }>;

/** The account of a `03` with its amounts; fields that are missing at the end are empty. */
export type Bai2Account = Readonly<{
  accountId: string;
  currency: string;
  summaries: readonly Bai2Summary[];
  /** Whether all of it could be read. */
  isWhole: boolean;
}>;

/** Reads the fields of a `03`, without the record code. */
export function readBai2Account(content: string): Bai2Account {
  const fields = content.split(',').map((field) => field.trim());
  const [accountId = '', currency = ''] = fields;
  const summaries: Bai2Summary[] = [];
  let isWhole = true;
  for (let at = 2; at < fields.length;) {
    const [code = '', amount = '', count = ''] = fields.slice(at, at + 3);
    if (code !== '' && amount !== '') summaries.push({ code, amount, count });
    const funds = fundsAt(fields, at + 3);
    isWhole &&= funds !== undefined;
    at = funds?.next ?? fields.length;
  }
  return { accountId: accountId.replaceAll(/\s/g, ''), currency, summaries, isWhole };
}

/** One `16`: a transaction. `text` is undefined as long as its fields before the text are not all there. */
export type Bai2Transaction = Readonly<{
  code: string;
  amount: string;
  valueDate: string | undefined;
  bankReference: string;
  customerReference: string;
  text: string | undefined;
}>;

/** Reads the fields of a `16`, without the record code; undefined for a funds type that there is not. */
export function readBai2Transaction(content: string): Bai2Transaction | undefined {
  const fields = content.split(',');
  const [code = '', amount = ''] = fields.map((field) => field.trim());
  const funds = fundsAt(fields, 2);
  if (funds === undefined) return undefined;
  const { next, valueDate } = funds;
  const text = fields.length > next + 2 ? fields.slice(next + 2).join(',') : undefined;
  return {
    code,
    amount,
    valueDate,
    bankReference: (fields[next] ?? '').trim(),
    customerReference: (fields[next + 1] ?? '').trim(),
    text: text?.replaceAll(/\s+/g, ' ').trim(),
  };
}
