import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { messageOf, OperatorFault } from '../../platform/fault.js';

/**
 * Search attributes of every workflow in Temporal's lists. Values are not encrypted, so they hold
 * no personal data.
 */
export const SEARCH_ATTRIBUTES = {
  Stage: 'Keyword',
  Store: 'Keyword',
  Customer: 'Keyword',
  AmountBand: 'Keyword',
  NextStepAt: 'Datetime',
  SaleNumber: 'Keyword',
} as const;

// temporal.api.enums.v1.IndexedValueType
const INDEXED_VALUE_TYPES = { Keyword: 2, Datetime: 6 } as const;
const CONNECT_TIMEOUT_MS = 2_000;
const POLL_MS = 100;

export type TemporalPlace = Readonly<{ address: string; namespace: string }>;

/** Waits until the server answers for the namespace; false when it does not within `withinMs` or `abort` comes. */
export async function untilTemporalAnswers(
  place: TemporalPlace,
  { withinMs, abort }: Readonly<{ withinMs: number; abort: AbortSignal }>,
): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!abort.aborted && performance.now() < deadline) {
    if ((await temporalFault(place)) === undefined) return true;
    await sleep(POLL_MS);
  }
  return false;
}

/** The problem, or undefined when the server answers for the namespace. */
export async function temporalFault({
  address,
  namespace,
}: TemporalPlace): Promise<string | undefined> {
  try {
    await withConnection(address, (connection) =>
      connection.workflowService.describeNamespace({ namespace }),
    );
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * Registers missing search attributes. Needed when we did not start the server.
 * @throws {OperatorFault} when the server does not answer or refuses
 */
export async function ensureSearchAttributes({ address, namespace }: TemporalPlace): Promise<void> {
  try {
    await withConnection(address, async (connection) => {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({
        namespace,
      });
      const missing = Object.entries(SEARCH_ATTRIBUTES).filter(
        ([name]) => customAttributes?.[name] === undefined,
      );
      if (missing.length === 0) return;
      const wanted = Object.fromEntries(
        missing.map(([name, type]) => [name, INDEXED_VALUE_TYPES[type]]),
      );
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: wanted });
    });
  } catch (error) {
    throw new OperatorFault(
      `The Temporal server at ${address} could not register the search attributes ${Object.keys(SEARCH_ATTRIBUTES).join(', ')} in namespace ${namespace} (${messageOf(error)}): see that it runs, or register them there by hand.`,
    );
  }
}

/**
 * How long ended lives stay visible in Temporal, so that links of the last quarter still open. The development server's
 * default is a day. The books do not need it.
 */
const HISTORY_KEPT = '90 days';

/** Sets how long ended lives stay visible. Safe to repeat; only for the embedded server. */
export async function keepHistories({ address, namespace }: TemporalPlace): Promise<void> {
  const config = { workflowExecutionRetentionTtl: msToTs(HISTORY_KEPT) };
  await withConnection(address, (connection) =>
    connection.workflowService.updateNamespace({ namespace, config }),
  );
}

async function withConnection<Result>(
  address: string,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await Connection.connect({ address, connectTimeout: CONNECT_TIMEOUT_MS });
  try {
    return await connection.withDeadline(Date.now() + CONNECT_TIMEOUT_MS, () => work(connection));
  } finally {
    await connection.close();
  }
}
