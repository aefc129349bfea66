import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readSetupFacts } from '../activities/company/setup-facts.js';
import { setupChecklist } from '../domain/company/checklist.js';
import { loadClock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { OperatorFault } from '../platform/fault.js';
import { projectRoot } from '../platform/project-root.js';
import { openDatabase, type Database } from '../prisma/database.js';
import type { Command } from './command.js';
import { askForCompany } from './init/ask-company.js';
import { readCompanyFile, writeCompanyFile, type CompanyFile } from './init/company-file.js';
import { readLogo } from './init/read-logo.js';
import { setUpCompany, type SetUp } from './init/set-up-company.js';
import { connectionsFor } from './platform/connections.js';
import { homeAt } from './platform/home.js';
import { bringUpToDate, checkGivenDatabase } from './platform/prepare-database.js';

const USAGE = 'lunas init [FILE]';
/** Where the answers are kept, so that a fault does not lose them. */
const ANSWERS = 'company.yaml';

/** Begins a company in the books that run here, or in those of DATABASE_URL; safe to repeat. */
export const init: Command = {
  usage: USAGE,
  summary: 'begins a company, from a file or by questions; run again, it does what is missing',
  run: async ([file, ...more]) => {
    if (more.length > 0 || file?.startsWith('-') === true)
      throw new OperatorFault(`There is one file at most. Usage: ${USAGE}`);
    const company = await companyFrom(file);
    const logo = company.logo && readLogo(resolve(dirname(file ?? ANSWERS), company.logo));
    const env = await preparedDatabase();
    const config = readConfig(['databaseUrl', 'environment'], env);
    const url = config.databaseUrl.reveal();
    const database = openDatabase({ url, poolSize: 2, applicationName: 'lunas-init' });
    try {
      const clock = await loadClock(database);
      const { environment } = config;
      const parts = { database, clock, environment, say: console.log };
      const made = await setUpCompany(company, { ...parts, ...(logo ? { logo } : {}) });
      tell(made, env);
      await tellWhatIsMissing(database);
      return 0;
    } finally {
      await database.close();
    }
  },
};

async function companyFrom(file: string | undefined): Promise<CompanyFile> {
  if (file !== undefined) return readCompanyFile(textOf(file));
  if (existsSync(ANSWERS)) {
    console.log(`Going on with the answers in ${ANSWERS}.`);
    return readCompanyFile(textOf(ANSWERS));
  }
  const answers = await askForCompany({ input: process.stdin, output: process.stdout });
  writeFileSync(ANSWERS, writeCompanyFile(answers));
  console.log(`Your answers are kept in ${ANSWERS}: change them there and run lunas init again.`);
  return readCompanyFile(textOf(ANSWERS));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new OperatorFault(`There is no file ${file} that can be read.`);
  }
}

/** A database of somebody else's is brought up to date first; the one of `npm start` is already. */
async function preparedDatabase(): Promise<NodeJS.ProcessEnv> {
  const home = homeAt(resolve(process.env['LUNAS_HOME'] ?? join(projectRoot, '.lunas')));
  const env = connectionsFor(home, process.env);
  if (env !== process.env) return env;
  const urls = await checkGivenDatabase(env);
  await bringUpToDate(urls, { speed: undefined, log: console.log });
  return env;
}

function tell({ invitation }: SetUp, env: NodeJS.ProcessEnv): void {
  if (invitation === undefined) return;
  const { email, code, expiresAt } = invitation;
  const address = env['API_PORT'] === undefined ? '' : ` at http://127.0.0.1:${env['API_PORT']}`;
  console.log(
    `\n${email} sets a password with the code ${code}, once, until ${expiresAt.toISOString()}:`,
  );
  console.log(`  POST /v1/passwords${address} {"code":"${code}","password":"..."}`);
}

async function tellWhatIsMissing({ prisma }: Database): Promise<void> {
  const steps = setupChecklist(await readSetupFacts(prisma)).filter(({ done }) => !done);
  if (steps.length === 0) return console.log('\nNothing is missing.');
  console.log('\nStill missing, and for what:');
  for (const { step, neededFor, call } of steps)
    console.log(`  ${step.padEnd(16)}${neededFor.padEnd(10)}${call}`);
}
