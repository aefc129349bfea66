import type { ImportField } from './fields.js';

/** Which column says which field: positions from 0. */
export type Mapping = Readonly<Record<string, number>>;

export type MappingProposal =
  | Readonly<{ kind: 'proposed'; mapping: Mapping; unused: readonly string[] }>
  /** Columns for these fields are missing; none of them known: the first row is no header. */
  | Readonly<{ kind: 'incomplete'; missing: readonly string[]; found: number }>
  /** Two columns say the same. */
  | Readonly<{ kind: 'ambiguous'; field: string; columns: readonly string[] }>;

/**
 * Finds the columns by the names in the header. A name that a profile gives to a field goes before all known ones; a
 * name `#3` means the third column, for files without a header that anybody understands.
 */
export function proposeMapping(
  header: readonly string[],
  fields: readonly ImportField[],
  given: Readonly<Record<string, string>> = {},
): MappingProposal {
  const mapping: Record<string, number> = {};
  const heads = header.map(folded);
  for (const one of fields) {
    const { field } = one;
    const own = given[field];
    const columns = own === undefined ? columnsOf(heads, namesOf(one)) : columnsNamed(heads, own);
    if (columns.length > 1) return ambiguous(field, columns, header);
    const [column] = columns;
    if (column !== undefined) mapping[field] = column;
  }
  const missing = fields.filter(
    ({ field, needed }) => needed === 'always' && mapping[field] === undefined,
  );
  if (missing.length > 0) {
    const found = Object.keys(mapping).length;
    return { kind: 'incomplete', missing: missing.map(({ field }) => field), found };
  }
  const used = new Set(Object.values(mapping));
  return { kind: 'proposed', mapping, unused: header.filter((_, column) => !used.has(column)) };
}

/** The columns of the name that a profile gives, or of the position that it names. */
function columnsNamed(heads: readonly string[], name: string): number[] {
  const place = POSITION.exec(name)?.[1];
  return place === undefined ? columnsOf(heads, [folded(name)]) : [Number(place) - 1];
}

/** The columns of the first of the names that a column has; all of them folded. */
function columnsOf(heads: readonly string[], names: readonly string[]): number[] {
  for (const name of names) {
    const columns = heads.flatMap((head, column) => (head === name ? [column] : []));
    if (columns.length > 0) return columns;
  }
  return [];
}

const foldedNames = new WeakMap<ImportField, readonly string[]>();

/** All names of a field, folded once: a file is looked through row by row for its header. */
function namesOf(field: ImportField): readonly string[] {
  const known = foldedNames.get(field) ?? [field.field, ...field.names].map(folded);
  foldedNames.set(field, known);
  return known;
}

const POSITION = /^#([1-9]\d{0,3})$/;

function ambiguous(
  field: string,
  columns: readonly number[],
  header: readonly string[],
): MappingProposal {
  return { kind: 'ambiguous', field, columns: columns.map((column) => header[column] ?? '') };
}

/** `Harga Jual (Rp)`, `harga_jual` and `HARGA JUAL` are one name, the last two also with `Rp`. */
function folded(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\((?:rp|idr)\)/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
