import type { Platform } from '../platform/start-platform.js';

/** What runs where, whom to log in as, what to try first. */
export function tableOf(platform: Platform): string {
  return [
    '',
    'Lunas is up.',
    '',
    ...columns(serversOf(platform)),
    '',
    'Log in as',
    ...columns(loginsOf(platform)),
    `  All of them, and the keys of terminals and partners: ${platform.home.credentials}`,
    '',
    ...firstSteps(platform),
    platform.speed === 1
      ? ''
      : `Business time runs ${platform.speed} times as fast as the clock on the wall.`,
    `Logs: ${platform.home.logs}    Ctrl-C ends everything; the next start finds it as it was.`,
    '',
  ].join('\n');
}

type Row = readonly [name: string, value: string];

function serversOf({ addresses, temporal, database }: Platform): Row[] {
  const row = (name: string, value: string | null): Row[] =>
    value === null ? [] : [[name, value]];
  return [
    ...row('API and console', addresses.api),
    ...row('API reference', `${addresses.api}/docs`),
    ...row('Temporal web UI', addresses.temporalUi),
    ...row('Temporal server', temporal.address),
    ...row('Mailbox', addresses.mailbox),
    ...row('Printers (the paper)', addresses.printers[0]?.page ?? null),
    ...row('PostgreSQL', withoutPassword(database.appUrl)),
  ];
}

/** People only: machines' keys are long and stand in the file. */
function loginsOf({ credentials }: Platform): Row[] {
  const people = Object.entries(credentials).filter(([, { email }]) => email !== undefined);
  return people.map(([role, { email, password }]) => [role, `${email ?? ''}   ${password ?? ''}`]);
}

function firstSteps({ addresses, credentials }: Platform): string[] {
  const terminal = Object.entries(credentials).find(
    ([, { kind, token }]) => kind === 'terminal' && token !== undefined,
  );
  const healthy = `  curl ${addresses.api}/readyz`;
  if (terminal === undefined) return ['Try first', healthy];
  const [name, { token }] = terminal;
  return [
    'Try first',
    healthy,
    `  curl -H 'Authorization: Bearer ${token ?? ''}' '${addresses.api}/v1/catalogue?limit=3'   # as terminal ${name}`,
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
