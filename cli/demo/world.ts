import type { AgencyActor } from './agency.js';
import type { Bank } from './bank.js';
import type { Shop } from './shop.js';

/** The shop and the outside parties that a scenario may need. */
export type World = Shop & Readonly<{ bank: Bank; agency: AgencyActor }>;
