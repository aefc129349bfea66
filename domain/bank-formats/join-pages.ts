import { groupBy } from '../group-by.js';
import { MISSING_PAGE, type Statement } from '../statement/statement.js';

/** One message: a statement, or a page of one (`:28C:` number/page, `:60M:` and `:62M:` inside). */
export type SwiftPage = Readonly<{
  statement: Statement;
  number: string | undefined;
  page: number | undefined;
  /** Whether its balances are those of a page (`M`), so that another one is before or behind. */
  goesOn: Readonly<{ before: boolean; behind: boolean }>;
}>;

/**
 * Joins the pages of each statement, in whatever order they came. Pages join when their numbers and balances follow each
 * other; a page that does not follow stays a statement of its own, so that its gap is shown. A missing page is listed as
 * a difference. Statements of one account come in the order of their closing days. Pure.
 */
export function joinPages(pages: readonly SwiftPage[]): readonly Statement[] {
  const groups = groupBy(
    pages.map((page, index) => ({ page, index })),
    ({ page: { statement, number, page }, index }) =>
      number === undefined || page === undefined
        ? `single ${index}`
        : `${statement.accountId} ${statement.currency} ${number}`,
  );
  const joined = [...groups.values()].flatMap((group) => joinGroup(group.map(({ page }) => page)));
  return inOrderOfDays(joined);
}

function joinGroup(group: readonly SwiftPage[]): readonly Statement[] {
  const runs: SwiftPage[][] = [];
  for (const page of group.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0))) {
    const before = runs.at(-1)?.at(-1);
    if (before !== undefined && follows(page, before)) runs.at(-1)?.push(page);
    else runs.push([missing(page, before)]);
  }
  return runs.map(joinRun);
}

function follows(page: SwiftPage, before: SwiftPage): boolean {
  const [closing, opening] = [before.statement.closing, page.statement.opening];
  return (
    page.goesOn.before &&
    before.goesOn.behind &&
    page.page === (before.page ?? 0) + 1 &&
    closing !== undefined &&
    closing.exact === opening?.exact
  );
}

/** A page that is not there, before this one; the same page twice misses none. */
function missing(page: SwiftPage, before: SwiftPage | undefined): SwiftPage {
  const last = before?.page ?? 0;
  const found = page.page ?? 0;
  const isMissed = page.goesOn.before && found > last + 1;
  if (!isMissed) return page;
  const { statement } = page;
  const { place } = statement;
  const difference = { place, what: MISSING_PAGE, stated: `${last + 1}`, found: `${found}` };
  return { ...page, statement: { ...statement, differences: [difference] } };
}

function joinRun(run: readonly SwiftPage[]): Statement {
  const statements = run.map(({ statement }) => statement);
  const [first] = statements;
  const last = statements.at(-1);
  if (first === undefined || last === undefined) throw new Error('a run has a page');
  if (statements.length === 1) return first;
  const lines = statements.flatMap((one) => one.lines);
  return {
    ...first,
    statementNumber: run[0]?.number,
    closing: last.closing,
    to: last.to,
    entries: statements.reduce((total, { entries }) => total + entries, 0),
    lines: lines.map((line, index) => ({ ...line, position: index + 1 })),
    leftOut: statements.reduce((total, { leftOut }) => total + leftOut, 0n),
    unread: statements.reduce((total, { unread }) => total + unread, 0),
  };
}

/** Accounts stay where they stood first. */
function inOrderOfDays(statements: readonly Statement[]): readonly Statement[] {
  const byAccount = groupBy(statements, ({ accountId, currency }) => `${accountId} ${currency}`);
  return [...byAccount.values()].flatMap((some) => {
    if (some.some(({ closing }) => closing?.on === undefined)) return some;
    return some.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
  });
}

function dayOf({ closing }: Statement): string {
  return closing?.on?.toString() ?? '';
}
