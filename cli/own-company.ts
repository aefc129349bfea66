import { OperatorFault } from '../platform/fault.js';
import type { Command } from './command.js';
import { runOwnCompany } from './own-company/own-company.js';

const USAGE = 'lunas own-company [FILE]';

export const ownCompany: Command = {
  usage: USAGE,
  summary:
    'plays from empty books to a paid invoice, reminders and an agency, by calls alone; FILE keeps what was done',
  run: async ([file, ...more]) => {
    if (more.length > 0 || file?.startsWith('-') === true)
      throw new OperatorFault(`There is one file at most. Usage: ${USAGE}`);
    await runOwnCompany(file);
    return 0;
  },
};
