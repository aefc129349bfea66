import type { Route } from '../../route.js';
import {
  listBankProfiles,
  proposeBankProfile,
  removeBankProfile,
  saveBankProfile,
} from './bank-profiles.js';
import { decideRepeats } from './decide-repeats.js';
import { receiveBankStatement } from './receive-bank-statement.js';
import { listBankStatements } from './list-bank-statements.js';
import { releaseBankStatement } from './release-bank-statement.js';
import { readBankStatement } from './read-bank-statement.js';
import { readBankStatementAgain } from './read-bank-statement-again.js';

/** Bank files: upload, and the outcome of each line. */
export const statementRoutes: readonly Route[] = [
  receiveBankStatement,
  listBankStatements,
  readBankStatement,
  decideRepeats,
  releaseBankStatement,
  readBankStatementAgain,
  proposeBankProfile,
  listBankProfiles,
  saveBankProfile,
  removeBankProfile,
];
