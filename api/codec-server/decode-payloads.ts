import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { z } from 'zod';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

/** A history page holds some hundreds of payloads. */
const PAYLOADS_MAX = 10_000;

const payload = z.strictObject({
  metadata: z.record(z.string(), z.base64()).default({}),
  data: z.base64().default(''),
});

/** Payloads in the JSON mapping of proto3: bytes as base64. */
export const payloadList = z.strictObject({ payloads: z.array(payload).max(PAYLOADS_MAX) });

type JsonPayload = z.output<typeof payload>;
type JsonPayloads = z.output<typeof payloadList>;

/** Decrypts each payload on its own: one that none of our keys opens is returned as it is. */
export async function decodePayloads(
  { payloads }: JsonPayloads,
  codec: PayloadCodec,
): Promise<JsonPayloads> {
  return { payloads: await Promise.all(payloads.map((json) => decodePayload(json, codec))) };
}

async function decodePayload(json: JsonPayload, codec: PayloadCodec): Promise<JsonPayload> {
  try {
    const [opened] = await codec.decode([PayloadMessage.fromObject(json)]);
    return opened === undefined ? json : jsonOf(opened);
  } catch {
    return json;
  }
}

function jsonOf(opened: Payload): JsonPayload {
  const base64 = (bytes: Uint8Array | null | undefined) =>
    Buffer.from(bytes ?? []).toString('base64');
  const metadata = Object.entries(opened.metadata ?? {});
  return {
    metadata: Object.fromEntries(metadata.map(([name, value]) => [name, base64(value)])),
    data: base64(opened.data),
  };
}
