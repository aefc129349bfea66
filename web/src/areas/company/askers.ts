import type { Role } from '../../shell/session.js';

/** Who asks for a change that a second person agrees to (`ASKS_FOR_CHANGE` of the contract). */
export const ASKERS: readonly Role[] = ['admin', 'arManager'];
