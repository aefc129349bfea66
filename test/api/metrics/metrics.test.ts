import { createMetrics } from '../../../api/metrics/metrics.js';
import { createPage, PAGE_TTL_MS } from '../../../api/metrics/page.js';
import type { Database } from '../../../prisma/database.js';
import { ROUTES } from '../../support/api-routes.js';

/** What Prometheus takes in a blink, and an API makes in one. */
const PAGE_BYTES_MAX = 128 * 1024;

describe('the page of figures', () => {
  it('stays small when every route has answered everything', async () => {
    const metrics = createMetrics(booksOf([]), { realTimeMs: () => 0 });
    const statuses = [200, 201, 204, 304, 400, 401, 403, 404, 409, 415, 422, 429, 500, 503];
    for (const { contract } of ROUTES)
      for (const status of statuses)
        metrics.observe({ method: contract.method, path: contract.path, status, seconds: 0.02 });
    expect(Buffer.byteLength(await metrics.page())).toBeLessThan(PAGE_BYTES_MAX);
  });

  it('is made once for all who ask at the same time, and again when it is old', async () => {
    let nowMs = 0;
    let made = 0;
    const page = createPage(
      async () => {
        made += 1;
        return `page ${made}`;
      },
      () => nowMs,
    );
    expect(await Promise.all([page(), page(), page()])).toEqual(['page 1', 'page 1', 'page 1']);
    nowMs = PAGE_TTL_MS - 1;
    expect(await page()).toBe('page 1');
    nowMs = PAGE_TTL_MS;
    expect(await Promise.all([page(), page()])).toEqual(['page 2', 'page 2']);
  });

  it('that could not be made is made anew for the next', async () => {
    const answers = [Promise.reject(new Error('the books do not answer')), Promise.resolve('page')];
    const page = createPage(
      () => answers.shift() ?? Promise.resolve('another'),
      () => 0,
    );
    await expect(page()).rejects.toThrow('the books do not answer');
    expect(await page()).toBe('page');
  });
});

/** Books that answer the one question of the gauges. */
function booksOf(figures: readonly unknown[]): Database {
  return { prisma: { $queryRaw: async () => figures } } as unknown as Database;
}
