import type { Role } from '../roles.js';

/** What may be brought in by a file. */
export const IMPORT_KINDS = [
  'items',
  'prices',
  'customers',
  'stock',
  'receivables',
  'placements',
  'balances',
  'sales',
  'day-totals',
] as const;

export type ImportKindName = (typeof IMPORT_KINDS)[number];

/** Roles that may bring in or take out anything; which kinds, `ROLES_OF_KIND` says. */
export const IMPORT_WRITERS = ['admin', 'arManager'] as const satisfies readonly Role[];

export const IMPORT_READERS = [
  'admin',
  'arManager',
  'auditor',
  'owner',
] as const satisfies readonly Role[];

/** Who brings in what: masters the administrator, who reads no financial figures; money who answers for it. */
export const ROLES_OF_KIND: Readonly<
  Record<ImportKindName, readonly (typeof IMPORT_READERS)[number][]>
> = {
  items: ['admin', 'auditor', 'owner'],
  prices: ['admin', 'auditor', 'owner'],
  customers: ['arManager', 'auditor', 'owner'],
  stock: ['admin', 'auditor', 'owner'],
  receivables: ['arManager', 'auditor', 'owner'],
  placements: ['arManager', 'auditor', 'owner'],
  balances: ['arManager', 'auditor', 'owner'],
  sales: ['arManager', 'auditor', 'owner'],
  'day-totals': ['arManager', 'auditor', 'owner'],
};

export const IMPORT_MODES = ['write', 'dry-run'] as const;

export const IMPORT_STATES = ['received', 'read', 'done', 'refused', 'undone'] as const;

export const IMPORT_ROW_STATES = [
  'read',
  'written',
  'would-be-written',
  'known',
  'refused',
  'undone',
] as const;

/** Masters and running cases, which come out in the shape in which they go in. */
export const EXPORT_KINDS = [
  'items',
  'prices',
  'customers',
  'placements',
] as const satisfies readonly ImportKindName[];
