import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter, PayloadCodec } from '@temporalio/common';
import type { Config } from '../config.js';
import { projectRoot } from '../project-root.js';
import { CONNECTION_SETTINGS, temporalEndpoint, type ConnectionConfig } from './connection.js';
import { connectionFault } from './connection-fault.js';
import { createPayloadCodec } from './payload-codec.js';

/** Settings of every process that reads or writes payloads. */
export const CODEC_SETTINGS = ['codecKey', 'codecKeyId', 'codecOldKeys', 'environment'] as const;
export type CodecConfig = Config<(typeof CODEC_SETTINGS)[number]>;

/** Settings of every process that connects to Temporal. */
export const TEMPORAL_SETTINGS = [...CONNECTION_SETTINGS, ...CODEC_SETTINGS] as const;
export type TemporalConfig = Config<(typeof TEMPORAL_SETTINGS)[number]>;

const CONNECT_TIMEOUT_MS = 5_000;

/** Needed in addition to the data converter when workflows are bundled. */
export const failureConverterPath = join(
  projectRoot,
  'platform',
  'temporal',
  'failure-converter.cjs',
);

/** Payloads are encrypted, and so are the texts and stacks of failures. */
export function dataConverterFor(config: CodecConfig): DataConverter {
  return { payloadCodecs: [payloadCodecOf(config)], failureConverterPath };
}

/** The codec with the configured keys: the current one writes, the old ones only read. */
export function payloadCodecOf(config: CodecConfig): PayloadCodec {
  const { codecKey, codecKeyId, codecOldKeys, environment } = config;
  const current = { id: codecKeyId, key: Buffer.from(codecKey.reveal(), 'base64') };
  const old = codecOldKeys.map(({ id, key }) => ({ id, key: Buffer.from(key.reveal(), 'base64') }));
  return createPayloadCodec([current, ...old], {
    plain: environment === 'production' ? 'refused' : 'passed',
  });
}

/** A client that connects when it is first used, so that a process can start while Temporal is down. */
export function createTemporalClient(config: TemporalConfig): Client {
  const connection = Connection.lazy({
    ...temporalEndpoint(config),
    connectTimeout: CONNECT_TIMEOUT_MS,
  });
  return new Client({
    connection,
    namespace: config.temporalNamespace,
    dataConverter: dataConverterFor(config),
  });
}

/**
 * Asks the server something over a connection of its own, which is closed afterwards.
 * @throws {OperatorFault} when the server cannot be reached or refuses, with the reason
 */
export async function askTemporal<Answer>(
  config: ConnectionConfig,
  { withinMs, ask }: Readonly<{ withinMs: number; ask: (of: Connection) => Promise<Answer> }>,
): Promise<Answer> {
  let connection: Connection | undefined;
  try {
    const open = await Connection.connect({
      ...temporalEndpoint(config),
      connectTimeout: withinMs,
    });
    connection = open;
    return await open.withDeadline(Date.now() + withinMs, () => ask(open));
  } catch (error) {
    throw await connectionFault(config, error);
  } finally {
    await connection?.close();
  }
}
