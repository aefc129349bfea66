/** What a day of a store in shadow can differ in from the totals of the old system. */
export const DIFFERENCE_KINDS = [
  'count',
  'gross',
  'net',
  'tax',
  'total',
  'tax-code',
  'tender',
  'receipt-missing',
  'receipt-extra',
  'receipt-amount',
  'till-without-totals',
] as const;

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** The figures that both sides may give as one number, in the order in which they are told. */
const SINGLE_FIGURES = [
  'count',
  'gross',
  'net',
  'tax',
  'total',
] as const satisfies readonly DifferenceKind[];

/** By tax code, or by type of tender. */
export type Parts = Readonly<Record<string, bigint>>;

/** In booked units; `total` is what the customers had to pay, with cash rounding. */
export type Figures = Readonly<Record<(typeof SINGLE_FIGURES)[number], bigint>> &
  Readonly<{ taxes: Parts; tenders: Parts }>;

/** `due` is left out where the old system does not say what a receipt came to. */
export type Slip<Due> = Readonly<{ number: string; saleId?: string; due: Due }>;

/** What was kept of one till; its slips only where the other side names its own. */
export type OwnTill = Readonly<{ till: string; figures: Figures; slips: readonly Slip<bigint>[] }>;

/** What the old system says of a till, or of the store as a whole; only what it says is compared. */
export type OldTotals = Readonly<{
  till: string | undefined;
  figures: Readonly<{ [Figure in keyof Figures]?: Figures[Figure] | undefined }>;
  slips: readonly Slip<bigint | undefined>[] | undefined;
}>;

export type Difference = Readonly<{
  kind: DifferenceKind;
  till: string | undefined;
  /** The tax code, the type of tender, or the number of the slip. */
  of?: string;
  /** Of `count` a number, otherwise booked units. */
  ours?: bigint | undefined;
  theirs?: bigint | undefined;
  saleId?: string | undefined;
}>;

export const DAY_STATES = ['agrees', 'differs', 'totals-missing'] as const;

export type Comparison = Readonly<{
  state: (typeof DAY_STATES)[number];
  differences: readonly Difference[];
}>;

/**
 * Lays the sales of a day beside the totals of the old system. Nothing is rounded away: a day agrees when every figure
 * that the old system gives is ours to the smallest unit.
 */
export function compareDay(own: readonly OwnTill[], totals: readonly OldTotals[]): Comparison {
  if (totals.length === 0) return { state: 'totals-missing', differences: [] };
  const isWhole = totals.some(({ till }) => till === undefined);
  const named = new Set(totals.map(({ till }) => till));
  const untold = isWhole ? [] : own.filter(({ till }) => !named.has(till));
  const differences = [
    ...totals.flatMap((old) => compareTotals(ownOf(own, old.till), old)),
    ...untold.map(({ till, figures }) => ({
      kind: 'till-without-totals' as const,
      till,
      ours: figures.total,
    })),
  ];
  return { state: differences.length === 0 ? 'agrees' : 'differs', differences };
}

const NOTHING: Figures = {
  count: 0n,
  gross: 0n,
  net: 0n,
  tax: 0n,
  total: 0n,
  taxes: {},
  tenders: {},
};

/** The sums of several tills. */
export function sumOf(tills: readonly Pick<OwnTill, 'figures'>[]): Figures {
  return tills.map(({ figures }) => figures).reduce(addFigures, NOTHING);
}

function addFigures(a: Figures, b: Figures): Figures {
  return {
    count: a.count + b.count,
    gross: a.gross + b.gross,
    net: a.net + b.net,
    tax: a.tax + b.tax,
    total: a.total + b.total,
    taxes: addParts(a.taxes, b.taxes),
    tenders: addParts(a.tenders, b.tenders),
  };
}

function addParts(a: Parts, b: Parts): Parts {
  return Object.fromEntries(namesOf(a, b).map((name) => [name, (a[name] ?? 0n) + (b[name] ?? 0n)]));
}

function namesOf(a: Parts, b: Parts): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
}

type OwnDay = Pick<OwnTill, 'figures' | 'slips'>;

function ownOf(own: readonly OwnTill[], till: string | undefined): OwnDay {
  const tills = till === undefined ? own : own.filter((one) => one.till === till);
  return { figures: sumOf(tills), slips: tills.flatMap(({ slips }) => slips) };
}

function compareTotals({ figures: ours, slips }: OwnDay, old: OldTotals): Difference[] {
  const { till, figures: theirs } = old;
  const single = SINGLE_FIGURES.flatMap((kind) =>
    theirs[kind] === undefined || theirs[kind] === ours[kind]
      ? []
      : [{ kind, till, ours: ours[kind], theirs: theirs[kind] }],
  );
  return [
    ...single,
    ...compareParts('tax-code', till, [ours.taxes, theirs.taxes]),
    ...compareParts('tender', till, [ours.tenders, theirs.tenders]),
    ...(old.slips === undefined ? [] : compareSlips(till, slips, old.slips)),
  ];
}

function compareParts(
  kind: 'tax-code' | 'tender',
  till: string | undefined,
  [ours, theirs]: readonly [Parts, Parts | undefined],
): Difference[] {
  if (theirs === undefined) return [];
  return namesOf(ours, theirs).flatMap((of) => {
    const [own, old] = [ours[of] ?? 0n, theirs[of] ?? 0n];
    return own === old ? [] : [{ kind, till, of, ours: own, theirs: old }];
  });
}

/** By number. A number that one side has more often is missing, or too much, as often. */
function compareSlips(
  till: string | undefined,
  own: readonly Slip<bigint>[],
  old: readonly Slip<bigint | undefined>[],
): Difference[] {
  const left = new Map<string, Slip<bigint>[]>();
  for (const slip of own) left.set(slip.number, [...(left.get(slip.number) ?? []), slip]);
  const told = old.flatMap(({ number: of, due: theirs }): Difference[] => {
    const slip = left.get(of)?.shift();
    if (slip === undefined) return [{ kind: 'receipt-missing', till, of, theirs }];
    const { due: ours, saleId } = slip;
    if (theirs === undefined || theirs === ours) return [];
    return [{ kind: 'receipt-amount', till, of, ours, theirs, saleId }];
  });
  const extra = [...left.values()].flat().map(({ number: of, due: ours, saleId }): Difference => {
    return { kind: 'receipt-extra', till, of, ours, saleId };
  });
  return [...told, ...extra];
}
