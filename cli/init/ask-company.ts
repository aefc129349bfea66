import { createInterface } from 'node:readline/promises';
import type { z } from 'zod';
import { addPrinterRoute } from '../../contract/company/printers.js';
import { addStoreRoute } from '../../contract/company/stores.js';
import { addTerminalRoute } from '../../contract/company/terminals.js';
import { refusalOfIssues } from '../../contract/faults.js';
import { OperatorFault } from '../../platform/fault.js';
import { companyFile } from './company-file.js';
import { readLogo } from './read-logo.js';

type Asking = Readonly<{ input: NodeJS.ReadableStream; output: NodeJS.WritableStream }>;
type Ask = <Schema extends z.ZodType>(question: string, schema: Schema) => Promise<string>;

const ADMINISTRATOR = companyFile.shape.administrator.shape;
const COMPANY = companyFile.shape.company.shape;
const STORE = addStoreRoute.body.shape;
/** Read at once, so that a file that is not taken is asked for again. */
const LOGO = companyFile.shape.logo.superRefine((file, issues) => {
  if (file === undefined) return;
  try {
    readLogo(file);
  } catch (error) {
    if (!(error instanceof OperatorFault)) throw error;
    const params = { code: 'FIELD_INVALID', detail: error.message };
    issues.addIssue({ code: 'custom', params });
  }
});

/**
 * Asks for what a company needs before its first sale: administrator, company, bank account, a store with a till and a
 * printer. An answer that cannot be read is asked for again. Answers what `readCompanyFile` would have read.
 */
export async function askForCompany(streams: Asking): Promise<z.input<typeof companyFile>> {
  const lines = createInterface({ ...streams, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  const ask: Ask = async (question, schema) => {
    for (;;) {
      streams.output.write(`${question}: `);
      const { value, done } = await answers.next();
      if (done === true) throw new Error('The questions were left before their end.');
      const typed = String(value).trim();
      const parsed = schema.safeParse(typed === '' ? undefined : typed, { reportInput: true });
      if (parsed.success) return typed;
      streams.output.write(`  ${refusalOfIssues(parsed.error.issues, 'answer').detail}\n`);
    }
  };
  try {
    return { administrator: await askAdministrator(ask), ...(await askCompany(ask)) };
  } finally {
    lines.close();
  }
}

async function askAdministrator(ask: Ask) {
  return {
    name: await ask('Your name', ADMINISTRATOR.name),
    email: await ask('Your e-mail address', ADMINISTRATOR.email),
  };
}

async function askCompany(ask: Ask) {
  const company = {
    name: await ask('Name of the company, as customers know it', COMPANY.name),
    code: await ask('Its code in the numbers of invoices, such as KCO', COMPANY.code),
    legalName: await ask('Its legal name', COMPANY.legalName),
    address: await ask('Its address', COMPANY.address),
    taxNumber: await ask('Its NPWP (16 digits)', COMPANY.taxNumber),
    bankAccount: {
      bankName: await ask('The bank that customers pay to', COMPANY.bankAccount.shape.bankName),
      number: await ask('Number of the account', COMPANY.bankAccount.shape.number),
      name: await ask('What you call the account', COMPANY.bankAccount.shape.name),
    },
  };
  const logo = await ask('File of its logo, PNG or JPEG (nothing: none)', LOGO);
  return { company, ...(logo === '' ? {} : { logo }), ...(await askShop(ask)) };
}

async function askShop(ask: Ask) {
  const code = await ask('Code of the first store, such as BDG1', STORE.code);
  const store = {
    code,
    name: await ask('Name of the store', STORE.name),
    address: await ask('Its address, for receipts', STORE.address),
    phone: await ask('Its telephone number', STORE.phone),
  };
  const till = await ask('Name of the first till', addTerminalRoute.body.shape.name);
  const host = await ask(
    'Address of its receipt printer (nothing: none)',
    addPrinterRoute.body.shape.host.optional(),
  );
  const printer = `${code}-01-PRN`;
  return {
    stores: [store],
    printers: host === '' ? [] : [{ code: printer, store: code, host }],
    terminals: [
      { code: `${code}-01`, name: till, store: code, ...(host === '' ? {} : { printer }) },
    ],
  };
}
