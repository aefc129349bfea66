export { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres/server.js';
export type { PostgresOptions } from './postgres/options.js';
export { removeCluster } from './postgres/cluster.js';
