import type { Platform } from '../platform/start-platform.js';
import type { FirstSale } from './first-sale.js';

/** The table of addresses, logins and first steps. */
export function tableOf(platform: Platform, firstSale: FirstSale | undefined): string {
  const { speed, home } = platform;
  return [
    '',
    'Lunas is up.',
    '',
    ...columns(serversOf(platform)),
    '',
    'Log in as',
    ...columns(loginsOf(platform)),
    `  Keys of terminals and partners too: ${home.credentials}`,
    '',
    'Try first',
    ...firstSteps(platform, firstSale),
    '',
    ...(speed === 1 ? [] : [`Business time runs ${speed} times as fast as the clock on the wall.`]),
    `Logs: ${home.logs}`,
    'Ctrl-C ends everything; the next start finds it as it was.',
    '',
  ].join('\n');
}

type Row = readonly [name: string, value: string];

function serversOf({ addresses, temporal, database }: Platform): Row[] {
  const row = (name: string, value: string | null): Row[] =>
    value === null ? [] : [[name, value]];
  return [
    ...row('Console', addresses.console),
    ...row('API', addresses.api),
    ...row('API reference', `${addresses.api}/docs`),
    ...row('Temporal web UI', addresses.temporalUi),
    ...row('Temporal server', temporal.temporalAddress),
    ...row('Mailbox', addresses.mailbox),
    ...row('Printers (the paper)', addresses.printers[0]?.page ?? null),
    ...row('PostgreSQL', withoutPassword(database.appUrl)),
  ];
}

function loginsOf({ credentials }: Platform): Row[] {
  const people = Object.entries(credentials).filter(([, { email }]) => email !== undefined);
  return people.map(([role, { email, password }]) => [role, `${email ?? ''}   ${password ?? ''}`]);
}

function firstSteps({ addresses, credentials }: Platform, sale: FirstSale | undefined): string[] {
  const token = credentials['terminal']?.token;
  const admin = credentials['admin']?.token;
  if (token === undefined && admin !== undefined) return ownCompany(addresses.api, admin);
  if (sale === undefined || token === undefined) return [`  curl ${addresses.api}/readyz`];
  const { api } = addresses;
  return [
    '  A sale; its paper comes out of the printer, its life ends in the Temporal web UI:',
    `  curl -X PUT ${api}/v1/sales/${sale.saleId} -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${sale.body}'`,
    '  Where it stands now:',
    `  curl ${api}/v1/sales/${sale.saleId} -H 'Authorization: Bearer ${token}'`,
  ];
}

/** Books without sample data: the checklist names each call to the first sale. */
function ownCompany(api: string, admin: string): string[] {
  return [
    '  A company of your own: what it still needs before its first sale, and the call for each step:',
    `  curl ${api}/v1/setup -H 'Authorization: Bearer ${admin}'`,
    `  Every call with an example: ${api}/docs`,
  ];
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}

function columns(rows: readonly Row[]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}   ${value}`);
}
