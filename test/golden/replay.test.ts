import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { projectRoot } from '../../platform/project-root.js';

const folder = join(projectRoot, 'test', 'golden', 'histories');
const names = readdirSync(folder).map((file) => file.replace('.json', ''));

type History = Readonly<{ events: readonly Readonly<Record<string, unknown>>[] }>;

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: {
    logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }), forward: {} },
  },
});

describe('a life that began under older code', () => {
  it('is kept of every kind', () => {
    const kinds = ['placement', 'receivable-placed', 'receivable-reminded', 'sale-delivered-later', 'sale-expired', 'sale-on-account', 'sale-paid'];
    expect(names.toSorted()).toEqual(kinds.flatMap((kind) => [kind, `${kind}-shown`]).toSorted());
  });

  it.each(names)('goes on under the code of today: %s', async (name) => {
    await expect(replay(historyOf(name))).resolves.toBeUndefined();
  });

  it.each(names)('says nothing of the machine it was recorded on: %s', (name) => {
    const text = readFileSync(join(folder, `${name}.json`), 'utf8');
    const identities = [...text.matchAll(/"identity": "([^"]*)"/g)].map(([, identity]) => identity);
    expect(new Set(identities)).toEqual(new Set(['recorder']));
    expect(text).not.toMatch(/\/home\/|\/root\/|\d+@/);
  });

  it('costs at most 40 events when it was paid at the till', () => {
    expect(historyOf('sale-paid').events.length).toBeLessThanOrEqual(40);
    expect(historyOf('sale-paid-shown').events.length).toBeLessThanOrEqual(40);
  });

  it('would be told apart from one that did other things', async () => {
    const other = JSON.parse(
      JSON.stringify(historyOf('sale-paid')).replaceAll('"printReceipt"', '"printSomething"'),
    ) as History;
    await expect(replay(other)).rejects.toThrow('TMPRL1100');
  });
});

function historyOf(name: string): History {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as History;
}

function replay(history: History): Promise<void> {
  const workflowBundle = { codePath: process.env['LUNAS_WORKFLOW_BUNDLE'] ?? '' };
  return Worker.runReplayHistory({ workflowBundle }, history);
}
