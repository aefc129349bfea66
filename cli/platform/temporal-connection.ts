import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { LOOPBACK } from '../../platform/listen.js';
import { readConfig, variableOf } from '../../platform/config.js';
import { messageOf, OperatorFault } from '../../platform/fault.js';
import { askTemporal } from '../../platform/temporal/connect.js';
import { CONNECTION_SETTINGS, type ConnectionConfig } from '../../platform/temporal/connection.js';

/**
 * Search attributes of every workflow in Temporal's lists. Values are not encrypted, so they hold
 * no personal data.
 */
export const SEARCH_ATTRIBUTES = {
  Stage: 'Keyword',
  Store: 'Keyword',
  AmountBand: 'Keyword',
  NextStepAt: 'Datetime',
  SaleNumber: 'Keyword',
  InvoiceNumber: 'Keyword',
  WaitsFor: 'Keyword',
  Outcome: 'Keyword',
} as const;

// temporal.api.enums.v1.IndexedValueType
const INDEXED_VALUE_TYPES = { Keyword: 2, Datetime: 6 } as const;
const ANSWER_WITHIN_MS = 2_000;
const POLL_MS = 100;

/** How the embedded server, which listens on this machine only, is reached. */
export function embeddedTemporal(port: number, namespace: string): ConnectionConfig {
  return readConfig(CONNECTION_SETTINGS, {
    [variableOf('temporalAddress')]: `${LOOPBACK}:${port}`,
    [variableOf('temporalNamespace')]: namespace,
    [variableOf('environment')]: 'development',
  });
}

/** Waits until the server answers for the namespace; false when it does not within `withinMs` or `abort` comes. */
export async function untilTemporalAnswers(
  config: ConnectionConfig,
  { withinMs, abort }: Readonly<{ withinMs: number; abort: AbortSignal }>,
): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!abort.aborted && performance.now() < deadline) {
    if ((await temporalFault(config)) === undefined) return true;
    await sleep(POLL_MS);
  }
  return false;
}

/** The problem, or undefined when the server answers for the namespace. */
export async function temporalFault(config: ConnectionConfig): Promise<string | undefined> {
  try {
    await ask(config, (connection) =>
      connection.workflowService.describeNamespace({ namespace: config.temporalNamespace }),
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
export async function ensureSearchAttributes(config: ConnectionConfig): Promise<void> {
  const missing = await missingSearchAttributes(config);
  if (missing.length === 0) return;
  const namespace = config.temporalNamespace;
  const searchAttributes = searchAttributeTypes(missing);
  try {
    await ask(config, (connection) =>
      connection.operatorService.addSearchAttributes({ namespace, searchAttributes }),
    );
  } catch (error) {
    throw new OperatorFault(
      `The Temporal server at ${config.temporalAddress} could not register the search attributes ${missing.join(', ')} in namespace ${namespace}: register them there by hand. ${messageOf(error)}`,
    );
  }
}

type SearchAttribute = keyof typeof SEARCH_ATTRIBUTES;

/** The types of search attributes in the form of Temporal's API. */
export function searchAttributeTypes(
  names = Object.keys(SEARCH_ATTRIBUTES) as readonly SearchAttribute[],
): Record<string, number> {
  return Object.fromEntries(
    names.map((name) => [name, INDEXED_VALUE_TYPES[SEARCH_ATTRIBUTES[name]]]),
  );
}

/**
 * Those that the namespace does not have.
 * @throws {OperatorFault} when the server does not answer or refuses
 */
export async function missingSearchAttributes(
  config: ConnectionConfig,
): Promise<SearchAttribute[]> {
  const { customAttributes } = await ask(config, (connection) =>
    connection.operatorService.listSearchAttributes({ namespace: config.temporalNamespace }),
  );
  const names = Object.keys(SEARCH_ATTRIBUTES) as SearchAttribute[];
  return names.filter((name) => customAttributes?.[name] === undefined);
}

/**
 * How long ended lives stay visible in Temporal, so that links of the last quarter still open. The development server's
 * default is a day. The books do not need it.
 */
const HISTORY_KEPT = '90 days';

/** Sets how long ended lives stay visible. Safe to repeat; only for the embedded server. */
export async function keepHistories(config: ConnectionConfig): Promise<void> {
  const kept = { workflowExecutionRetentionTtl: msToTs(HISTORY_KEPT) };
  await ask(config, (connection) =>
    connection.workflowService.updateNamespace({
      namespace: config.temporalNamespace,
      config: kept,
    }),
  );
}

function ask<Answer>(
  config: ConnectionConfig,
  question: (connection: Connection) => Promise<Answer>,
): Promise<Answer> {
  return askTemporal(config, { withinMs: ANSWER_WITHIN_MS, ask: question });
}
