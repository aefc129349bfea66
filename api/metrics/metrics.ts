import { Histogram, Registry } from 'prom-client';
import type { Database } from '../../prisma/database.js';
import { registerBusinessGauges } from './business-gauges.js';

export type Metrics = Readonly<{
  registry: Registry;
  /** Records how long a route took to answer, by its path template, without ids. */
  observe: (
    answered: Readonly<{ method: string; path: string; status: number; seconds: number }>,
  ) => void;
}>;

/** Buckets from a cached read to a till's timeout. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  const duration = new Histogram({
    name: 'lunas_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'path', 'status'] as const,
    buckets: SECONDS,
    registers: [registry],
  });
  registerBusinessGauges(registry, database);
  return {
    registry,
    observe: ({ method, path, status, seconds }) => {
      duration.observe({ method, path, status }, seconds);
    },
  };
}
