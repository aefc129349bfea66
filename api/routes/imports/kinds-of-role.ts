import {
  IMPORT_KINDS,
  ROLES_OF_KIND,
  type ImportKindName,
} from '../../../contract/imports/kinds.js';
import type { Role } from '../../../contract/roles.js';
import { Refusal } from '../../../domain/refusal.js';

/** The kinds that a role may bring in and read. */
export function kindsOf(role: Role): readonly ImportKindName[] {
  return IMPORT_KINDS.filter((kind) => (ROLES_OF_KIND[kind] as readonly Role[]).includes(role));
}

/** @throws Refusal `ROLE_FORBIDDEN` when the role may not bring in such files */
export function checkKind(role: Role, kind: ImportKindName): void {
  if (kindsOf(role).includes(kind)) return;
  const detail = `The role ${role} brings in and takes out ${kindsOf(role).join(', ')}.`;
  throw new Refusal({ code: 'ROLE_FORBIDDEN', param: 'kind', detail });
}
