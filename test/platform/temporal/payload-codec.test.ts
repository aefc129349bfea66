import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import fc from 'fast-check';
import { Secret } from '../../../platform/secret.js';
import { dataConverterFor, payloadCodecOf } from '../../../platform/temporal/connect.js';
import { createPayloadCodec, type CodecKey } from '../../../platform/temporal/payload-codec.js';

const first: CodecKey = { id: 'k1', key: randomBytes(32) };
const second: CodecKey = { id: 'k2', key: randomBytes(32) };
const old = createPayloadCodec([first]);

describe('the payload codec', () => {
  it('gives back what it was given, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 4 }), async (values) => {
        const payloads = values.map((value) => defaultPayloadConverter.toPayload(value));
        const opened = await old.decode(await old.encode(payloads));
        const given = JSON.parse(JSON.stringify(values)) as unknown; // JSON has no -0
        expect(opened.map((payload) => defaultPayloadConverter.fromPayload(payload))).toEqual(
          given,
        );
      }),
    );
  });

  it('keeps bytes and metadata that it does not know', async () => {
    const payload = {
      metadata: { encoding: Buffer.from('binary/plain'), mine: Buffer.from('x') },
      data: randomBytes(50),
    };
    const [opened] = await old.decode(await old.encode([payload]));
    expect(Buffer.from(opened?.data ?? [])).toEqual(payload.data);
    expect(Buffer.from(opened?.metadata?.['mine'] ?? []).toString()).toBe('x');
  });

  it('shows nothing of what is inside but the id of the key', async () => {
    const [sealed] = await old.encode([aPayload()]);
    const bytes = Buffer.concat(
      [sealed?.data ?? [], ...Object.values(sealed?.metadata ?? {})].map((part) =>
        Buffer.from(part),
      ),
    );
    expect(bytes.toString('latin1')).not.toMatch(/Warung|name|json/);
    expect(Object.keys(sealed?.metadata ?? {})).toEqual(['encoding', 'key-id']);
    expect(Buffer.from(sealed?.metadata?.['key-id'] ?? []).toString()).toBe('k1');
  });

  it('never seals the same thing in the same way', async () => {
    const [one, two] = await old.encode([aPayload(), aPayload()]);
    expect(one?.data).not.toEqual(two?.data);
  });

  it('opens with every key it has, and seals with the first, so that keys can be changed', async () => {
    const rotated = createPayloadCodec([second, first]);
    expect(await opened(rotated.decode(await old.encode([aPayload()])))).toEqual(VALUE);
    const [fresh] = await rotated.encode([aPayload()]);
    expect(Buffer.from(fresh?.metadata?.['key-id'] ?? []).toString()).toBe('k2');
  });

  it('refuses what a key sealed that it does not have', async () => {
    const [sealed] = await old.encode([aPayload()]);
    const other = createPayloadCodec([second]);
    await expect(other.decode([sealed ?? {}])).rejects.toThrow(
      'PAYLOAD_KEY_UNKNOWN: the payload key k1 is not configured',
    );
  });

  it('finds every changed byte, a cut and another key under the same name', async () => {
    const [sealed] = await old.encode([aPayload()]);
    const data = Buffer.from(sealed?.data ?? []);
    for (let i = 0; i < data.length; i += 1) {
      const changed = Buffer.from(data);
      changed[i] = (changed[i] ?? 0) ^ 1;
      await expect(old.decode([{ ...sealed, data: changed }])).rejects.toThrow(BROKEN);
    }
    for (const length of [0, 11, 12, 27, data.length - 1]) {
      await expect(old.decode([{ ...sealed, data: data.subarray(0, length) }])).rejects.toThrow(
        BROKEN,
      );
    }
    const impostor = createPayloadCodec([{ id: 'k1', key: second.key }]);
    await expect(impostor.decode([sealed ?? {}])).rejects.toThrow(BROKEN);
  });

  it('refuses what is not encrypted, and passes it only where that is said', async () => {
    await expect(old.decode([aPayload()])).rejects.toMatchObject({ type: 'PAYLOAD_NOT_ENCRYPTED' });
    const open = createPayloadCodec([first], { plain: 'passed' });
    expect(await open.decode([aPayload()])).toEqual([aPayload()]);
  });
});

describe('the data converter of every process', () => {
  it('reads with the old keys and writes with the new one', async () => {
    const [sealed] = await old.encode([aPayload()]);
    const rotated = payloadCodecOf({
      codecKey: secretOf(second),
      codecKeyId: 'k2',
      codecOldKeys: [{ id: 'k1', key: secretOf(first) }],
      environment: 'production',
    });
    expect(await opened(rotated.decode([sealed ?? {}]))).toEqual(VALUE);
    const [fresh] = await rotated.encode([aPayload()]);
    expect(Buffer.from(fresh?.metadata?.['key-id'] ?? []).toString()).toBe('k2');
  });

  it('refuses plain payloads in production, and passes them in development', async () => {
    const keys = { ...NO_OLD_KEYS, codecKey: secretOf(first), codecKeyId: 'k1' };
    await expect(payloadCodecOf(keys).decode([aPayload()])).rejects.toThrow(
      /^PAYLOAD_NOT_ENCRYPTED: /,
    );
    const codec = payloadCodecOf({ ...keys, environment: 'development' });
    expect(await codec.decode([aPayload()])).toEqual([aPayload()]);
  });

  it('seals the texts and stacks of failures too', async () => {
    const converter = dataConverterFor({
      ...NO_OLD_KEYS,
      codecKey: secretOf(first),
      codecKeyId: 'k1',
    });
    expect(converter.payloadCodecs).toHaveLength(1);
    const { failureConverter } = (await import(converter.failureConverterPath ?? '')) as {
      failureConverter: import('@temporalio/common').FailureConverter;
    };
    const error = new Error('Warung Sari owes 5', { cause: new Error('Warung Sari again') });
    const failure = failureConverter.errorToFailure(error, defaultPayloadConverter);
    const { encodedAttributes: _sealed, cause, ...clear } = failure;
    const { encodedAttributes: _alsoSealed, ...clearCause } = cause ?? {};
    expect(JSON.stringify([clear, clearCause])).not.toMatch(/Warung|at /);
    expect(failureConverter.failureToError(failure, defaultPayloadConverter).message).toBe(
      'Warung Sari owes 5',
    );
  });
});

/** What Node says of a seal that does not fit, or is too short to be one. */
const BROKEN = /unable to authenticate|Invalid (authentication tag|initialization vector)/;

const NO_OLD_KEYS = { codecOldKeys: [], environment: 'production' } as const;

function secretOf({ key }: CodecKey): Secret {
  return new Secret(Buffer.from(key).toString('base64'));
}

const VALUE = { name: 'Warung Sari', amount: '45000' };

function aPayload(): Payload {
  return defaultPayloadConverter.toPayload(VALUE);
}

async function opened(payloads: Promise<Payload[]>): Promise<unknown> {
  const [payload] = await payloads;
  return payload === undefined ? undefined : defaultPayloadConverter.fromPayload(payload);
}
