import { join, resolve } from 'node:path';
import { verifyTrail } from '../activities/audit/verify-trail.js';
import { verifyBooks, type Finding } from '../activities/verify/verify-books.js';
import { verifyLives } from '../activities/verify/verify-lives.js';
import { loadClock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { projectRoot } from '../platform/project-root.js';
import { createTemporalClient, TEMPORAL_SETTINGS } from '../platform/temporal/connect.js';
import { openDatabase } from '../prisma/database.js';
import type { Command } from './command.js';
import { connectionsFor } from './platform/connections.js';
import { homeAt } from './platform/home.js';
import { readSwitches } from './read-flags.js';

const USAGE = 'lunas verify [--json]';

/** Every invariant, one line each; exit code 1 when one is broken. */
export const verify: Command = {
  usage: USAGE,
  summary: 'holds the books against every invariant and against the running workflows',
  run: async (args) => {
    const switches = readSwitches(args, { usage: USAGE, switches: ['json'] });
    const home = homeAt(resolve(process.env['LUNAS_HOME'] ?? join(projectRoot, '.lunas')));
    const config = readConfig(
      ['databaseUrl', 'auditFolder', ...TEMPORAL_SETTINGS],
      connectionsFor(home, process.env),
    );
    const database = openDatabase({
      url: config.databaseUrl.reveal(),
      applicationName: 'lunas-verify',
    });
    const client = createTemporalClient(config);
    try {
      const clock = await loadClock(database);
      const findings = [
        ...(await verifyBooks(database, clock)),
        ...(await verifyTrail(database, { folder: config.auditFolder })),
        ...(await verifyLives(database, client)),
      ];
      process.stdout.write(
        switches.has('json') ? `${JSON.stringify(findings)}\n` : asLines(findings),
      );
      return findings.some(({ places }) => places.length > 0) ? 1 : 0;
    } finally {
      await client.connection.close();
      await database.close();
    }
  },
};

function asLines(findings: readonly Finding[]): string {
  const lines = findings.map(({ id, says, places }) =>
    places.length === 0
      ? `holds   ${id.padEnd(5)} ${says}`
      : `BROKEN  ${id.padEnd(5)} ${says}: ${places.join(', ')}`,
  );
  return `${lines.join('\n')}\n`;
}
