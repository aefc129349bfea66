/** People's roles. A user has exactly one; two people are needed where the four-eyes rule says so. */
export const STAFF_ROLES = [
  'cashier',
  'storeManager',
  'arClerk',
  'arManager',
  'creditController',
  'auditor',
  'admin',
] as const;

/** Roles of keys that machines carry. */
export const MACHINE_ROLES = ['terminal', 'partner', 'integration'] as const;

export const ROLES = [...STAFF_ROLES, ...MACHINE_ROLES] as const;

export type Role = (typeof ROLES)[number];

/** Who may read the figures and documents of finance. The administrator runs the system, not the money. */
export const FINANCE_READERS = [
  'arClerk',
  'arManager',
  'creditController',
  'auditor',
] as const satisfies readonly Role[];

/** Who may change what finance keeps; an auditor only looks. */
export const FINANCE_WRITERS = [
  'arClerk',
  'arManager',
  'creditController',
] as const satisfies readonly Role[];

/** Who sells. */
export const SELLERS = [
  'terminal',
  'cashier',
  'storeManager',
  'integration',
] as const satisfies readonly Role[];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** What a key may be narrowed to; a key without scopes may do all that its role may. */
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
  'operations:read',
  'operations:write',
] as const;

export type Scope = (typeof SCOPES)[number];
