import { join, resolve } from 'node:path';
import { explainPayment } from '../activities/matching/explain-payment.js';
import { Refusal } from '../domain/refusal.js';
import { readConfig } from '../platform/config.js';
import { OperatorFault } from '../platform/fault.js';
import { projectRoot } from '../platform/project-root.js';
import { openDatabase } from '../prisma/database.js';
import type { Command } from './command.js';
import { connectionsFor } from './platform/connections.js';
import { homeAt } from './platform/home.js';

const USAGE = 'lunas matching explain PAYMENT';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Prints what the matcher thought of one payment. */
export const matching: Command = {
  usage: USAGE,
  summary:
    'says why a payment was booked or suggested: sums, weights, counted sets, the next best one',
  run: async (args) => {
    const [what, payment = '', ...more] = args;
    if (what !== 'explain' || !UUID.test(payment) || more.length > 0) {
      throw new OperatorFault(`It explains one payment, by its id. Usage: ${USAGE}`);
    }
    const home = homeAt(resolve(process.env['LUNAS_HOME'] ?? join(projectRoot, '.lunas')));
    const config = readConfig(['databaseUrl'], connectionsFor(home, process.env));
    const database = openDatabase({
      url: config.databaseUrl.reveal(),
      applicationName: 'lunas-matching',
    });
    try {
      const lines = await explainPayment(database, payment);
      process.stdout.write(`${lines.join('\n')}\n`);
      return 0;
    } catch (error) {
      throw error instanceof Refusal ? new OperatorFault(error.message) : error;
    } finally {
      await database.close();
    }
  },
};
