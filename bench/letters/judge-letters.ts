import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import PostalMime from 'postal-mime';
import { readLines, readMoney, type CustomerMoney, type LetterLine } from './facts.js';

export type Judgement = Readonly<{ counts: Readonly<Record<string, number>>; findings: string[] }>;

/** Texts of the letters, in their two languages, as a reader knows them. */
const SAYS = {
  before: /Kami sudah mengingatkan Anda pada|We reminded you of it on/,
  last: /pengingat terakhir|our last reminder/,
  agency: /agen penagihan|collection agency/,
};

const MONTHS_ID = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agu',
  'Sep',
  'Okt',
  'Nov',
  'Des',
];
const MONTHS_EN = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

/**
 * Holds every letter of the books against the facts of its moment, by code of its own: nothing of domain/ is used.
 * No letter while the customer's own money covers what is demanded; amounts as in the tables; no sentence that is not
 * true; no step before a deadline that a letter names.
 */
export async function judgeLetters({
  databaseUrl,
  home,
}: Readonly<{ databaseUrl: string; home: string }>): Promise<Judgement> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const lines = await readLines(client);
    const money = await readMoney(client);
    const texts = await readTexts(join(home, 'mailbox'));
    const letters = byLetter(lines);
    const said = [...letters.values()].map((letter) => judgeText(letter, texts));
    const findings = [
      ...lines.flatMap((line) => judgeLine(line).map((wrong) => `${nameOf(line)}: ${wrong}`)),
      ...money.flatMap((one) => judgeMoney(one, letters.get(one.noticeId) ?? [])),
      ...said.flatMap(({ wrong }) => wrong),
    ];
    const counts = {
      letters: letters.size,
      invoices: lines.length,
      lettersWithText: said.filter(({ isFound }) => isFound).length,
      lettersWithMoneyHeld: money.filter((one) => one.money > 0).length,
      stepsAfterDeadline: lines.filter(({ nextStepOn }) => nextStepOn !== null).length,
    };
    return { counts, findings };
  } finally {
    await client.end();
  }
}

function byLetter(lines: readonly LetterLine[]): ReadonlyMap<string, readonly LetterLine[]> {
  const letters = new Map<string, LetterLine[]>();
  for (const line of lines) {
    const letter = letters.get(line.noticeId) ?? [];
    letter.push(line);
    letters.set(line.noticeId, letter);
  }
  return letters;
}

function nameOf({ number, businessDay, level }: LetterLine): string {
  return `${number} on ${businessDay}, level ${level}`;
}

function judgeLine(line: LetterLine): string[] {
  const isLast = line.level >= line.levels;
  const forAgency = line.placementDays !== null && line.openInAll >= line.placementMinimum;
  const follows = isLast ? (forAgency ? 'agency' : 'person') : 'reminder';
  const checks: readonly (readonly [boolean, string])[] = [
    [line.open !== line.overdue, `says ${line.open} is open, ${line.overdue} was overdue`],
    [line.open - line.held - line.aside <= line.tolerance, 'asks for a small rest or for nothing'],
    [line.aside > line.disputed + line.promised, `names ${line.aside} as disputed or promised`],
    [line.level !== line.lettersBefore + 1, `${line.lettersBefore} letters came before it`],
    [line.remindedOn !== line.lastLetterOn, `names ${line.remindedOn} as the last reminder`],
    [line.payBy <= line.businessDay, `its deadline ${line.payBy} is over`],
    [
      line.nextStepOn !== null && line.nextStepOn <= line.payBy,
      `a step on ${line.nextStepOn} came before its deadline ${line.payBy}`,
    ],
    [line.follows !== follows, `says ${line.follows} follows, ${follows} does`],
  ];
  return checks.flatMap(([isWrong, what]) => (isWrong ? [what] : []));
}

/** What is left of all debts after the customer's own money must be more than a small rest. */
function judgeMoney({ money, overdue }: CustomerMoney, letter: readonly LetterLine[]): string[] {
  const [first] = letter;
  if (first === undefined || money <= 0) return [];
  const held = letter.reduce((sum, line) => sum + line.held, 0);
  const asked = letter.reduce((sum, line) => sum + line.open - line.held, 0);
  const wrong = [
    ...(overdue - money <= first.tolerance ? [`${money} of ${overdue} is here`] : []),
    ...(asked > overdue - money ? [`asks for ${asked}, demanded are ${overdue - money}`] : []),
    ...(held > money ? [`shows ${held} as held, here is ${money}`] : []),
  ];
  return wrong.map((what) => `${nameOf(first)}: ${what}`);
}

type Texts = ReadonlyMap<string, string>;

function judgeText(
  letter: readonly LetterLine[],
  texts: Texts,
): Readonly<{ isFound: boolean; wrong: string[] }> {
  const [first] = letter;
  const numbers = letter.map(({ number }) => number);
  const text = first === undefined ? undefined : texts.get(keyOf(first.businessDay, numbers));
  if (first === undefined || text === undefined) return { isFound: false, wrong: [] };
  const toPay = letter.reduce(
    (sum, { open, held, aside, fee }) => sum + open - held - aside + fee,
    0,
  );
  const wrong = letter.flatMap((line) =>
    judgeSaying(line, sayingOf(text, line.number)).map((what) => `${nameOf(line)}: ${what}`),
  );
  if (!text.includes(rupiah(toPay, first.language)))
    wrong.push(`${nameOf(first)}: does not ask for ${toPay}`);
  return { isFound: true, wrong };
}

function judgeSaying(line: LetterLine, saying: string): string[] {
  const isLast = line.level >= line.levels;
  const checks: readonly (readonly [boolean, string])[] = [
    [SAYS.before.test(saying) !== line.lettersBefore > 0, 'a reminder before is said wrongly'],
    [SAYS.last.test(saying) !== isLast, 'the last reminder is said wrongly'],
    [SAYS.agency.test(saying) && line.placementDays === null, 'threatens with no agency'],
    [!saying.includes(dayIn(line.payBy, line.language)), `does not name ${line.payBy}`],
  ];
  return checks.flatMap(([isWrong, what]) => (isWrong ? [what] : []));
}

/** From the number of the invoice to the next invoice or the totals. */
function sayingOf(text: string, number: string): string {
  const from = text.indexOf(number);
  const rest = text.slice(from);
  const to = rest.search(/\n\s*\n|\n(?:Faktur|Invoice) /);
  return (to === -1 ? rest : rest.slice(0, to)).replaceAll(/\s+/g, ' ');
}

function dayIn(iso: string, language: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const months = language === 'id' ? MONTHS_ID : MONTHS_EN;
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

function rupiah(amount: number, language: string): string {
  const mark = language === 'id' ? '.' : ',';
  return `Rp${String(amount).replaceAll(/\B(?=(?:\d{3})+$)/g, mark)}`;
}

/** Letters in the mailbox, by the day of the paper that is attached and the invoices that they list. */
async function readTexts(folder: string): Promise<Texts> {
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.eml'))) {
    const { text = '', attachments } = await PostalMime.parse(readFileSync(join(folder, name)));
    const day = /\d{4}-\d\d-\d\d(?=\.pdf$)/.exec(attachments[0]?.filename ?? '')?.[0];
    const numbers = [...text.matchAll(/^(?:Faktur|Invoice) (?<number>\S+),/gm)].map(
      ({ groups }) => groups?.['number'] ?? '',
    );
    if (day !== undefined && numbers.length > 0) texts.set(keyOf(day, numbers), text);
  }
  return texts;
}

function keyOf(day: string, numbers: readonly string[]): string {
  return [day, ...numbers.toSorted()].join(' ');
}
