import { rotateIfLarge } from '../supervision/log-file.js';
import type { Part } from '../supervision/part.js';
import { startEmbeddedPostgres } from '../../platform/embedded-postgres.js';

export type PostgresPlace = Readonly<{
  dataFolder: string;
  port: number;
  password: string;
  logFile: string;
}>;

/** The embedded PostgreSQL as a supervised part; its address is the superuser's connection. */
export function postgresPart(place: PostgresPlace): Part {
  return {
    name: 'postgres',
    start: async ({ spawned }) => {
      rotateIfLarge(place.logFile);
      const server = await startEmbeddedPostgres(place);
      spawned(server.pid);
      return {
        pid: server.pid,
        address: server.url,
        exited: server.exited.then(() => 'its process is gone'),
        stop: server.stop,
      };
    },
  };
}
