export { bankStatement } from './bank-statement.js';
export { importedFile } from './imported-file.js';
export { invitation } from './invitation.js';
export {
  foldJournal,
  healLives,
  matchAgain,
  refreshRisk,
  sealAudit,
  verifyBooks,
} from './maintenance.js';
export { placement } from './placement.js';
export { printCopy } from './print-copy.js';
export { receivable } from './receivable.js';
export { saleToCash } from './sale-to-cash.js';
