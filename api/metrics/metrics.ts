import { Counter, Histogram, Registry } from 'prom-client';
import type { Database } from '../../prisma/database.js';
import { registerBusinessGauges } from './business-gauges.js';
import { createPage } from './page.js';

export type Answered = Readonly<{ method: string; path: string; status: number; seconds: number }>;

export type Metrics = Readonly<{
  contentType: string;
  /** All figures as text, at most a few seconds old. */
  page: () => Promise<string>;
  /** Records how long a route took to answer, by its path template, without ids. */
  observe: (answered: Answered) => void;
}>;

/**
 * From a cached read to a till's timeout. Each of them is a line of every area, such as `/v1/sales`: times are told by area,
 * and only the counter of answers by route, so that the page stays small when every route has answered everything.
 */
const SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5];

export function createMetrics(
  database: Database,
  {
    realTimeMs,
    collect,
  }: Readonly<{ realTimeMs: () => number; collect?: ((register: Registry) => void) | undefined }>,
): Metrics {
  const registry = new Registry();
  const observe = registerAnswers(registry);
  registerBusinessGauges(registry, database);
  collect?.(registry);
  return {
    contentType: registry.contentType,
    page: createPage(() => registry.metrics(), realTimeMs),
    observe,
  };
}

/** Labels come from the contracts and from the outcomes, never from what a caller sent. */
function registerAnswers(registry: Registry): Metrics['observe'] {
  const duration = new Histogram({
    name: 'lunas_http_request_seconds',
    help: 'Time to answer, by area of the API',
    labelNames: ['area'] as const,
    buckets: SECONDS,
    registers: [registry],
  });
  const answers = new Counter({
    name: 'lunas_http_answers_total',
    help: 'Answers, by route and outcome: answered (2xx, 3xx), refused (4xx), failed (5xx)',
    labelNames: ['method', 'path', 'outcome'] as const,
    registers: [registry],
  });
  return ({ method, path, status, seconds }) => {
    duration.observe({ area: areaOf(path) }, seconds);
    answers.inc({ method, path, outcome: outcomeOf(status) });
  };
}

/** Three outcomes tell what an operator asks; each class of status would be a line more of every route. */
function outcomeOf(status: number): 'answered' | 'refused' | 'failed' {
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'answered';
}

/** `/v1/sales` of `/v1/sales/{saleId}/returns`. */
function areaOf(path: string): string {
  return path.split('/', 3).join('/');
}
