import { groupBy } from '../group-by.js';
import {
  agreementOf,
  bankReferencesDiffer,
  mayBeOneBooking,
  referencesOf,
  type Agreement,
} from './compare-witnesses.js';
import { identityText } from './line-identity.js';
import type { PartRelation, StatementPart } from './statement-chain.js';
import type { StatementLine } from './statement.js';

/** A booked line of a file that is being read. */
export type NewLine = Readonly<{ id: string; part: StatementPart; line: StatementLine }>;

/** An earlier line about a booking. The first line about a booking gives it its id. */
export type Witness = NewLine & Readonly<{ bookingId: string }>;

/**
 * How a booking was recognised: the same line, a reference, payer and text, the payer, or because nothing else fits.
 */
export type RecognisedBy = 'same-line' | 'reference' | 'words' | 'party' | 'only-one-that-fits';

/**
 * `new`: a new booking. `repeats`: a known booking. `unclear`: it may be the known booking or a new one, and a person
 * decides.
 */
export type Recognition =
  | Readonly<{ kind: 'new' }>
  | Readonly<{ kind: 'repeats' | 'unclear'; bookingId: string; by: RecognisedBy }>;

export type RecognitionWorld = Readonly<{
  relationOf: (one: StatementPart, other: StatementPart) => PartRelation;
  /** References (in the form of `referencesOf`) that several payments have, so that they identify nothing. */
  shared: ReadonlySet<string>;
}>;

/**
 * Finds out which lines repeat known bookings, from whatever file. `lines` are booked lines; equal lines of one
 * statement are separate bookings, and each known booking is found at most once per statement. Statements come in the
 * order of their file, and a later one may repeat an earlier one. Returns recognitions by
 * line id. Pure.
 */
export function recogniseLines(
  lines: readonly NewLine[],
  known: readonly Witness[],
  world: RecognitionWorld,
): ReadonlyMap<string, Recognition> {
  const found = new Map<string, Recognition>(lines.map(({ id }) => [id, { kind: 'new' }]));
  const byAmount = new Map<string, BookingIndex>();
  const indexOf = (key: string): BookingIndex => {
    const index = byAmount.get(key) ?? newIndex();
    byAmount.set(key, index);
    return index;
  };
  for (const witness of known) addWitness(indexOf(amountKey(witness)), witness);
  for (const group of groupBy(lines, (line) => `${line.part.id} ${amountKey(line)}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const index = indexOf(amountKey(first));
    recogniseGroup(group, index, { ...world, found });
    // The next statement of the same file may tell of them again.
    for (const line of group) learn(index, line, found.get(line.id));
  }
  return found;
}

function learn(index: BookingIndex, line: NewLine, recognition: Recognition | undefined): void {
  if (recognition?.kind === 'new') addWitness(index, { ...line, bookingId: line.id });
  if (recognition?.kind !== 'repeats') return;
  addWitness(index, { ...line, bookingId: recognition.bookingId });
}

function amountKey({ line }: NewLine): string {
  return `${line.amount} ${line.currency} ${line.isReversal}`;
}

type Told = Readonly<{ line: StatementLine; part: StatementPart; identity: string }>;

/** Known bookings of one amount, by what may join a line to them. */
type BookingIndex = Readonly<{
  told: Map<string, Told[]>;
  byIdentity: Map<string, Set<string>>;
  byReference: Map<string, Set<string>>;
  byFormat: Map<string, Set<string>>;
}>;

function newIndex(): BookingIndex {
  return { told: new Map(), byIdentity: new Map(), byReference: new Map(), byFormat: new Map() };
}

function addWitness(
  { told, byIdentity, byReference, byFormat }: BookingIndex,
  { bookingId, line, part }: Witness,
): void {
  const one = { line, part, identity: identityText(line) };
  const known = told.get(bookingId);
  if (known === undefined) told.set(bookingId, [one]);
  else known.push(one);
  addTo(byIdentity, one.identity, bookingId);
  addTo(byFormat, part.format, bookingId);
  for (const reference of referencesOf(line)) addTo(byReference, reference, bookingId);
}

function addTo(index: Map<string, Set<string>>, key: string, value: string): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([value]));
  else known.add(value);
}

/** A known booking that a statement may repeat: its earlier lines, and how their statements relate to this one. */
type Booking = Readonly<{
  id: string;
  told: readonly (Told & Readonly<{ relation: PartRelation }>)[];
}>;

/**
 * Lines of one statement with the same amount, and bookings that they may repeat; both shrink as lines are recognised.
 */
type Group = {
  readonly lines: Map<string, NewLine & Readonly<{ identity: string }>>;
  readonly bookings: Map<string, Booking>;
};

type Run = RecognitionWorld & Readonly<{ found: Map<string, Recognition> }>;

function recogniseGroup(lines: readonly NewLine[], index: BookingIndex, run: Run): void {
  const ofGroup = lines.map((line) => ({ ...line, identity: identityText(line.line) }));
  const group: Group = {
    lines: new Map(ofGroup.map((line) => [line.id, line])),
    bookings: bookingsFor(ofGroup, index, run),
  };
  if (group.bookings.size === 0) return;
  sameLines(group, run);
  sameReferences(group, run);
  for (const level of ['words', 'party', 'silent'] as const) otherWords(group, run, level);
}

/** Leaves out bookings with a line in a statement that cannot overlap this one. */
function bookingsFor(
  lines: readonly (NewLine & Readonly<{ identity: string }>)[],
  { told, byIdentity, byReference, byFormat }: BookingIndex,
  { relationOf }: RecognitionWorld,
): Map<string, Booking> {
  const bookings = new Map<string, Booking>();
  const part = lines[0]?.part;
  if (part === undefined) return bookings;
  const ids = new Set<string>();
  const add = (some: ReadonlySet<string> | undefined): void => {
    for (const id of some ?? []) ids.add(id);
  };
  for (const [format, some] of byFormat) if (format !== part.format) add(some);
  for (const { identity } of lines) add(byIdentity.get(identity));
  for (const { line } of lines) for (const one of referencesOf(line)) add(byReference.get(one));
  for (const id of ids) {
    const related = (told.get(id) ?? []).map((one) => ({
      ...one,
      relation: relationOf(part, one.part),
    }));
    if (related.every(({ relation }) => relation !== 'apart')) {
      bookings.set(id, { id, told: related });
    }
  }
  return bookings;
}

function take(
  { lines, bookings }: Group,
  run: Run,
  pair: Readonly<{
    lineId: string;
    bookingId: string;
    by: RecognisedBy;
    kind: 'repeats' | 'unclear';
  }>,
): void {
  const { lineId, bookingId, by, kind } = pair;
  run.found.set(lineId, { kind, bookingId, by });
  lines.delete(lineId);
  bookings.delete(bookingId);
}

/**
 * Joins lines that are equal in all fields: surely when the statements overlap or a unique reference proves it, else
 * `unclear`.
 */
function sameLines(group: Group, run: Run): void {
  const byIdentity = new Map<string, Booking[]>();
  for (const booking of group.bookings.values()) {
    for (const identity of new Set(booking.told.map((one) => one.identity))) {
      const equal = byIdentity.get(identity);
      if (equal === undefined) byIdentity.set(identity, [booking]);
      else equal.push(booking);
    }
  }
  const nextOf = createTaker(byIdentity, group);
  for (const { id: lineId, identity, line } of group.lines.values()) {
    const booking = nextOf(identity);
    if (booking === undefined) continue;
    const isSure =
      booking.told.some((one) => one.relation !== 'open' && one.identity === identity) ||
      referencesOf(line).some((reference) => isOwn(reference, run));
    const kind = isSure ? 'repeats' : 'unclear';
    take(group, run, { lineId, bookingId: booking.id, by: 'same-line', kind });
  }
}

/** Gives the first of the equal bookings that no line has taken; what stands before it is not looked at again. */
function createTaker(
  equal: ReadonlyMap<string, readonly Booking[]>,
  { bookings }: Group,
): (identity: string) => Booking | undefined {
  const places = new Map<string, number>();
  return (identity) => {
    const some = equal.get(identity) ?? [];
    let place = places.get(identity) ?? 0;
    while (place < some.length && !bookings.has(some[place]?.id ?? '')) place += 1;
    places.set(identity, place);
    return some[place];
  };
}

/** The customer's creditor reference is the same whenever the same invoice is paid. */
function isOwn(reference: string, { shared }: RecognitionWorld): boolean {
  return !reference.startsWith('creditor ') && !shared.has(reference);
}

/**
 * Joins one line and one booking with a shared unique reference, when no other field differs. In the same format a
 * booking is not described differently, so there it is `unclear`.
 */
function sameReferences(group: Group, run: Run): void {
  const lines = byReference([...group.lines.values()].map((one) => ({ ...one, told: [one.line] })));
  const bookings = byReference(
    [...group.bookings.values()].map(({ id, told }) => ({
      id,
      told: told.map(({ line }) => line),
    })),
  );
  for (const [reference, [lineId = '', another]] of lines) {
    const [bookingId = '', anotherBooking] = bookings.get(reference) ?? [];
    const isOnly = another === undefined && anotherBooking === undefined;
    const line = group.lines.get(lineId)?.line;
    const booking = group.bookings.get(bookingId);
    if (line === undefined || booking === undefined) continue;
    if (!isOnly || run.shared.has(reference)) continue;
    const kind = joinedByReference(line, booking);
    if (kind !== undefined) take(group, run, { lineId, bookingId, by: 'reference', kind });
  }
}

function joinedByReference(
  line: StatementLine,
  booking: Booking,
): 'repeats' | 'unclear' | undefined {
  if (!booking.told.every((one) => mayBeOneBooking(line, one.line))) return undefined;
  if (booking.told.some(({ relation }) => relation === 'other-witness')) return 'repeats';
  return isReworded(line, booking) ? 'unclear' : undefined;
}

/** The same day and bank reference in the same format, with a different description. */
function isReworded(line: StatementLine, { told }: Booking): boolean {
  return told.some(
    (one) => one.line.bookingDate.equals(line.bookingDate) && !bankReferencesDiffer(line, one.line),
  );
}

function byReference(
  some: readonly Readonly<{ id: string; told: readonly StatementLine[] }>[],
): ReadonlyMap<string, readonly string[]> {
  const pairs = some.flatMap(({ id, told }) =>
    [...new Set(told.flatMap(referencesOf))].map((reference) => ({ id, reference })),
  );
  const groups = groupBy(pairs, ({ reference }) => reference);
  return new Map([...groups].map(([reference, of]) => [reference, of.map(({ id }) => id)]));
}

/**
 * Most comparisons in one group; above this only equal lines and references are joined, and a person decides the rest.
 */
const COMPARISONS_MAX = 200_000;

/** Lines, or bookings, that are equal in all fields: one of them represents the class. */
type Class<T> = Readonly<{ key: string; members: readonly T[] }>;

/**
 * Joins lines and bookings of other formats. A statement contains every booking of its days, so a booking from a notice
 * is among its lines. When bookings of one class fit lines of only one class, they are joined in the order of the file;
 * at the last level undecided ones are `unclear`.
 */
function otherWords(group: Group, run: Run, level: Exclude<Agreement, 'different'>): void {
  const lines = classesOf([...group.lines.values()], ({ identity }) => identity);
  const bookings = classesOf(
    [...group.bookings.values()].filter(({ told }) =>
      told.some(({ relation }) => relation === 'other-witness'),
    ),
    ({ told }) => told.map(({ identity }) => identity).join('\n'),
  );
  const isBounded = lines.length * bookings.length <= COMPARISONS_MAX;
  const edges = lines.flatMap((line) =>
    bookings
      .filter((booking) => !isBounded || agreesAt(level, line, booking))
      .slice(0, isBounded ? undefined : 1)
      .map((booking) => ({ line, booking })),
  );
  if (!isBounded && level !== 'silent') return;
  for (const [, ofBooking] of groupBy(edges, ({ booking }) => booking.key)) {
    const waiting = ofBooking.reduce((total, { line }) => total + line.members.length, 0);
    const isDecided =
      ofBooking.length === 1 || (level === 'silent' && isEnough(ofBooking, waiting));
    if (!isDecided && level !== 'silent') continue;
    for (const { line, booking } of ofBooking) {
      const isSure = isDecided && isBounded && !refersDifferently(line, booking);
      pairUp(group, run, { line, booking, level, kind: isSure ? 'repeats' : 'unclear' });
    }
  }
}

/** Whether there are at least as many bookings as lines that fit them: then each of these lines is one of them. */
function isEnough(
  [first]: readonly Readonly<{ booking: BookingClass }>[],
  waiting: number,
): boolean {
  return first !== undefined && first.booking.members.length >= waiting;
}

type LineClass = Class<NewLine>;
type BookingClass = Class<Booking>;

function agreesAt(
  level: Agreement,
  { members: [line] }: LineClass,
  { members: [booking] }: BookingClass,
): boolean {
  if (line === undefined || booking === undefined) return false;
  const agreements = booking.told
    .filter(({ relation }) => relation === 'other-witness')
    .map((one) => agreementOf(line.line, one.line));
  if (agreements.includes('different')) return false;
  return level === 'silent' || agreements.some((one) => one === level || one === 'words');
}

function refersDifferently(
  { members: [line] }: LineClass,
  { members: [booking] }: BookingClass,
): boolean {
  if (line === undefined || booking === undefined) return false;
  return booking.told.some((one) => bankReferencesDiffer(line.line, one.line));
}

/** Pairs in the order of the file. All unclear lines go to a person, even when there are fewer bookings. */
function pairUp(
  group: Group,
  run: Run,
  {
    line,
    booking,
    level,
    kind,
  }: Readonly<{
    line: LineClass;
    booking: BookingClass;
    level: Exclude<Agreement, 'different'>;
    kind: 'repeats' | 'unclear';
  }>,
): void {
  const by = level === 'silent' ? 'only-one-that-fits' : level;
  const lines = line.members.filter(({ id }) => group.lines.has(id));
  const bookings = booking.members.filter(({ id }) => group.bookings.has(id));
  for (const [index, { id: lineId }] of lines.entries()) {
    const known = kind === 'repeats' ? bookings[index] : booking.members[0];
    if (known !== undefined) take(group, run, { lineId, bookingId: known.id, by, kind });
  }
}

function classesOf<T>(members: readonly T[], keyOf: (member: T) => string): readonly Class<T>[] {
  return [...groupBy(members, keyOf)].map(([key, of]) => ({ key, members: of }));
}
