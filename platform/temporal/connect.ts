import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter, PayloadCodec } from '@temporalio/common';
import type { Config } from '../config.js';
import { projectRoot } from '../project-root.js';
import { createPayloadCodec } from './payload-codec.js';

/** Settings of every process that connects to Temporal. */
export const TEMPORAL_SETTINGS = [
  'temporalAddress',
  'temporalNamespace',
  'codecKey',
  'codecKeyId',
] as const;
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
export function dataConverterFor(config: TemporalConfig): DataConverter {
  return { payloadCodecs: [payloadCodecOf(config)], failureConverterPath };
}

/** The codec with the configured key. */
export function payloadCodecOf({
  codecKey,
  codecKeyId,
}: Config<'codecKey' | 'codecKeyId'>): PayloadCodec {
  return createPayloadCodec([{ id: codecKeyId, key: Buffer.from(codecKey.reveal(), 'base64') }]);
}

/** A client that connects when it is first used, so that a process can start while Temporal is down. */
export function createTemporalClient(config: TemporalConfig): Client {
  const connection = Connection.lazy({
    address: config.temporalAddress,
    connectTimeout: CONNECT_TIMEOUT_MS,
  });
  return new Client({
    connection,
    namespace: config.temporalNamespace,
    dataConverter: dataConverterFor(config),
  });
}
