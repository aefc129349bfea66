import { OperatorFault } from '../fault.js';

type Finding = Readonly<{ sign: RegExp; sentence: (place: Place) => string }>;
export type Place = Readonly<{ dataFolder: string; port: number }>;

// The order matters: a full disk also looks like a damaged folder.
const findings: readonly Finding[] = [
  {
    sign: /No space left on device|Disk quota exceeded/i,
    sentence: ({ dataFolder }) =>
      `The disk that holds ${dataFolder} is full: make room and start again; nothing that was booked is lost.`,
  },
  {
    sign: /could not bind|Address already in use|could not create any TCP\/IP sockets/i,
    sentence: ({ port }) =>
      `Port ${port} is taken, so PostgreSQL cannot listen on it: end what uses it and start again.`,
  },
  {
    sign: /database files are incompatible with server/i,
    sentence: ({ dataFolder }) =>
      `${dataFolder} was made by another version of PostgreSQL: dump it with that version, or start with --fresh to begin anew.`,
  },
  {
    sign: /Permission denied|has wrong ownership/i,
    sentence: ({ dataFolder }) =>
      `PostgreSQL may not read or write ${dataFolder}: give that folder to the user who starts Lunas.`,
  },
  {
    sign: /PANIC|invalid checkpoint|pg_control|could not open (file|directory)|is not a valid|invalid data|invalid contents|corrupt|syntax error in file|could not read/i,
    sentence: ({ dataFolder }) =>
      `The database in ${dataFolder} is damaged: restore a backup there, or start with --fresh to begin anew with sample data.`,
  },
  {
    sign: /could not (create|map) (shared|anonymous)|semaphores/i,
    sentence: () =>
      'This machine has no shared memory or semaphores left for PostgreSQL: end other database servers and start again.',
  },
];

/** True when the server ended because processes of its predecessor are still stopping. */
export function predecessorIsLeaving(log: string): boolean {
  return /pre-existing shared memory block|lock file "postmaster\.pid" already exists|is still in use/i.test(
    log,
  );
}

/** Turns the server's last output into one sentence that says what to do. */
export function postgresFault(log: string, place: Place): OperatorFault {
  const finding = findings.find(({ sign }) => sign.test(log));
  if (finding !== undefined) return new OperatorFault(finding.sentence(place));
  const last = log.trim().split('\n').at(-1) ?? 'it said nothing';
  return new OperatorFault(`PostgreSQL in ${place.dataFolder} did not start: ${last.trim()}`);
}
