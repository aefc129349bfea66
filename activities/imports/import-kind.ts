import type { z } from 'zod';
import type { CommandContext } from '../../domain/context.js';
import type { ImportField } from '../../domain/imports/fields.js';
import type { RowValues } from '../../domain/imports/read-row.js';
import type { Refusal } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import type { CaptureSources } from '../sale/capture/capture-sources.js';
import type { PrismaClient, Transaction } from '../../prisma/database.js';

/** What a row is read with: the currency of the company, and what the caller says about the whole file. */
export type RowSetting = Readonly<{
  importId: string;
  currency: string;
  settings: Readonly<Record<string, string>>;
  /** Business time, ISO 8601. */
  at: string;
}>;

/** What a file is brought into. */
export type ImportSetting = RowSetting &
  Readonly<{
    clock: Clock;
    /** What sales are priced with. */
    sources: CaptureSources;
  }>;

/** `known`: the books say already what the row says. */
export type RowOutcome =
  | Readonly<{ kind: 'written' | 'known'; subjectId: string }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>;

/**
 * What one kind of file is: its fields, the body of the API's own call that a row becomes, and the activity of that
 * call, which alone knows the rules.
 */
export type ImportKind<Schema extends z.ZodType = z.ZodType> = Readonly<{
  fields: readonly ImportField[];
  /** The contract of the call, by which the body is judged. */
  schema: Schema;
  /** The source's own key, by which a row that comes again is known. */
  keyOf: (body: z.output<Schema>) => string;
  /** Set where the books alone say what is known, whatever earlier files said. */
  knownByBooks?: true;
  /** Set where several rows that follow each other are one record: the fields by which it is told from the next. */
  groupedBy?: readonly string[];
  /** Set where a file holds what tills wrote: card numbers in it are not kept. */
  fromTills?: true;
  /** `rest`: the further rows of the record. */
  bodyOf: (values: RowValues, setting: RowSetting, rest: readonly RowValues[]) => unknown;
  /** Set for masters: what there is comes out in the shape in which it goes in. */
  exported?: ExportPage;
  /** Set for masters that a later file may change. */
  changing?: Changing<z.output<Schema>>;
  /** Writes the rows, each judged by itself; answers in their order. */
  write: (
    tx: Transaction,
    ctx: CommandContext,
    writing: Readonly<{ bodies: readonly z.output<Schema>[]; setting: ImportSetting }>,
  ) => Promise<readonly RowOutcome[]>;
}>;

/** A record that is there, in the shape in which it is taken out. */
export type CurrentRecord = Readonly<{ id: string; cells: ExportedRow['cells'] }>;

export type Change<Body> = Readonly<{
  id: string;
  body: Body;
  /** The fields that differ. */
  fields: ReadonlySet<string>;
}>;

export type Changing<Body> = Readonly<{
  /** The field that holds the key. */
  keyField: string;
  /** The records in use that have these keys. */
  current: (
    tx: Transaction,
    given: Readonly<{ keys: readonly string[]; setting: RowSetting }>,
  ) => Promise<ReadonlyMap<string, CurrentRecord>>;
  /** How a record would be taken out once it is as the body says. Refuses what cannot be. */
  cellsOf: (
    tx: Transaction,
    given: Readonly<{ body: Body; before: CurrentRecord['cells']; setting: RowSetting }>,
  ) => Promise<ExportedRow['cells']>;
  /** Changes the records, each judged by itself; answers in their order. */
  change: (
    tx: Transaction,
    ctx: CommandContext,
    given: Readonly<{ changes: readonly Change<Body>[]; setting: RowSetting }>,
  ) => Promise<readonly RowOutcome[]>;
}>;

/** Reads a page of what there is, in the order of its keys, for `exportFile`. */
export type ExportPage = (
  prisma: PrismaClient,
  page: Readonly<{
    after: string;
    limit: number;
    currency: string;
    timeZone: string;
    /** Business time, ISO 8601: what holds then is taken out. */
    at: string;
  }>,
) => Promise<readonly ExportedRow[]>;

/** `cells` by field; what a field says nothing about is left out. */
export type ExportedRow = Readonly<{
  key: string;
  cells: Readonly<Record<string, string | boolean | null | undefined>>;
}>;

/** Declares a kind; its bodies have the type of its contract. */
export function importKind<Schema extends z.ZodType>(kind: ImportKind<Schema>): ImportKind {
  // What `write` and `keyOf` get has been read by this very schema.
  return kind as unknown as ImportKind;
}
