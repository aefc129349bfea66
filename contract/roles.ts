/** People's roles. A user has exactly one; two people are needed where the four-eyes rule says so. */
export const STAFF_ROLES = [
  'cashier',
  'storeManager',
  'arClerk',
  'arManager',
  'creditController',
  'owner',
  'auditor',
  'admin',
] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** Roles that a person may sign in with: those of staff, and that of a collection agency's people. */
export const PERSON_ROLES = [...STAFF_ROLES, 'partner'] as const;

export type PersonRole = (typeof PERSON_ROLES)[number];

/** Whether a person may have this role. */
export function isPersonRole(text: string): text is PersonRole {
  return (PERSON_ROLES as readonly string[]).includes(text);
}

/** Roles of machine keys. */
export const MACHINE_ROLES = ['terminal', 'partner', 'integration'] as const;

export const ROLES = [...STAFF_ROLES, ...MACHINE_ROLES] as const;

export type Role = (typeof ROLES)[number];

/** Roles that may read financial figures and documents. The administrator may not: that role runs the system. */
export const FINANCE_READERS = [
  'arClerk',
  'arManager',
  'creditController',
  'owner',
  'auditor',
] as const satisfies readonly Role[];

/** Roles that may change financial data; an auditor only reads. */
export const FINANCE_WRITERS = [
  'arClerk',
  'arManager',
  'creditController',
] as const satisfies readonly Role[];

/** Roles that decide what another person asked for: what is given up, placed or paid above a limit. */
export const APPROVERS = [
  'arManager',
  'creditController',
  'owner',
] as const satisfies readonly Role[];

/** Roles that see where sales stand and what they bring; a store manager sees the own store alone. */
export const FINANCE_AND_STORES = [
  ...FINANCE_READERS,
  'storeManager',
] as const satisfies readonly Role[];

/** Roles that hear what changes: of sales, or of imports, or of both. */
export const EVENT_LISTENERS = [...FINANCE_AND_STORES, 'admin'] as const satisfies readonly Role[];

/** Roles that may see how the company is set up: its stores, tills, printers, goods. */
export const MASTER_READERS = [
  'admin',
  'owner',
  'storeManager',
  'auditor',
] as const satisfies readonly Role[];

/** Roles that may set it up. */
export const MASTER_WRITERS = ['admin'] as const satisfies readonly Role[];

/** Roles that run the tills and the stock of a store; a store manager those of the own store alone. */
export const STORE_KEEPERS = [...MASTER_WRITERS, 'storeManager'] as const satisfies readonly Role[];

/** Roles that may sell. */
export const SELLERS = [
  'terminal',
  'cashier',
  'storeManager',
  'integration',
] as const satisfies readonly Role[];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Scopes that a key may be limited to; a key without scopes may do everything that its role may. */
export const SCOPES = [
  'sales:read',
  'sales:write',
  'catalogue:read',
  'stock:read',
  'receivables:read',
  'receivables:write',
  'banking:read',
  'banking:write',
  'agency:read',
  'agency:write',
  'reports:read',
  'masters:read',
  'masters:write',
  'people:write',
  'operations:read',
  'operations:write',
] as const;

export type Scope = (typeof SCOPES)[number];

/**
 * What no administrator gives to a machine alone: money that a bank is said to have sent, what customers owe, an
 * agency's reports, and the power to give keys.
 */
const NEVER_GIVEN_BY_ONE: ReadonlySet<string> = new Set([
  'banking:write',
  'receivables:write',
  'agency:write',
  'people:write',
]);

/** Scopes that one administrator may give to a machine. */
export const SCOPES_OF_MACHINES: readonly Scope[] = SCOPES.filter(
  (scope) => !NEVER_GIVEN_BY_ONE.has(scope),
);
