import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../../prisma/database.js';

/** More kinds of work and currencies than a company has; this limits the size of the page. */
const LABELS_MAX = 50;

type Figure = Readonly<{ name: string; label: string; value: number }>;

const GAUGES = {
  open_lifecycles: {
    name: 'lunas_open_lifecycles',
    help: 'Sales that are not closed',
    label: 'stage',
  },
  outbox_waiting: {
    name: 'lunas_outbox_waiting',
    help: 'Rows that wait for the starter',
    label: 'outbox',
  },
  outbox_age: {
    name: 'lunas_outbox_oldest_seconds',
    help: 'Age of the oldest of them',
    label: 'outbox',
  },
  work_items: { name: 'lunas_work_items_open', help: 'What needs a person', label: 'kind' },
  unapplied_payments: {
    name: 'lunas_unapplied_payments',
    help: 'Payments with money that is joined to nothing',
    label: 'currency',
  },
} as const;

type GaugeKey = keyof typeof GAUGES;

/** Gauges that are read from the books for each page, with one query. They count; amounts of money are for reports. */
export function registerBusinessGauges(registry: Registry, { prisma }: Database): void {
  let reading: Promise<Figure[]> | undefined;
  // The gauges of one scrape are collected together and share one reading.
  const read = (): Promise<Figure[]> => {
    reading ??= prisma.$queryRaw<Figure[]>`
      SELECT 'open_lifecycles' AS name, stage AS label, count(*)::float8 AS value
        FROM sale_lifecycle WHERE closed_at IS NULL GROUP BY stage
      UNION ALL SELECT 'outbox_waiting', 'starts', count(*)::float8 FROM workflow_start WHERE started_at IS NULL AND NOT held
      UNION ALL SELECT 'outbox_waiting', 'pokes', count(*)::float8 FROM poke WHERE sent_at IS NULL AND NOT held
      UNION ALL SELECT 'outbox_age', 'starts', coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8
        FROM workflow_start WHERE started_at IS NULL AND NOT held
      UNION ALL (SELECT 'work_items', kind, count(*)::float8
        FROM work_item WHERE state = 'open' GROUP BY kind ORDER BY 3 DESC LIMIT ${LABELS_MAX})
      UNION ALL (SELECT 'unapplied_payments', currency, count(*)::float8
        FROM payment WHERE unapplied_amount > 0 GROUP BY currency ORDER BY 3 DESC LIMIT ${LABELS_MAX})`.finally(
      () => {
        reading = undefined;
      },
    );
    return reading;
  };
  for (const key of Object.keys(GAUGES) as GaugeKey[]) {
    const { name, help, label } = GAUGES[key];
    const gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      collect: async () => {
        const figures = (await read()).filter((figure) => figure.name === key);
        gauge.reset();
        for (const figure of figures) gauge.set({ [label]: figure.label }, figure.value);
      },
    });
  }
}
