import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { pino } from 'pino';
import request from 'supertest';
import { createCodecServerApp } from '../../api/codec-server/app.js';
import { createPayloadCodec } from '../../platform/temporal/payload-codec.js';

const UI = 'http://127.0.0.1:8233';
const codec = createPayloadCodec([{ id: 'k1', key: randomBytes(32) }]);
const stranger = createPayloadCodec([{ id: 'k1', key: randomBytes(32) }]);
const app = createCodecServerApp({
  codec,
  temporalUiUrl: UI,
  logger: pino({ level: 'silent' }),
});

describe('the codec server', () => {
  it('opens what the codec sealed, for the pages of the web UI', async () => {
    const payloads = await sealed('Collects INV-1', { saleId: 'a' });
    const answer = await fromUi().send({ payloads }).expect(200);
    expect(valuesOf(answer)).toEqual(['Collects INV-1', { saleId: 'a' }]);
    expect(answer.headers['access-control-allow-origin']).toBe(UI);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('leaves as it is what no key of ours opens, and opens what stands beside it', async () => {
    const [foreign] = (await stranger.encode([plain('theirs')])).map(jsonOf);
    const [broken] = await sealed('cut');
    const cut = { ...broken, data: broken?.data?.slice(0, 8) };
    const unsealed = jsonOf(plain('never sealed'));
    const [ours] = await sealed('ours');
    const answer = await fromUi()
      .send({ payloads: [foreign, cut, unsealed, ours] })
      .expect(200);
    const { payloads } = answer.body as { payloads: JsonPayload[] };
    expect(payloads.slice(0, 3)).toEqual([foreign, cut, unsealed]);
    expect(opened(payloads[3])).toBe('ours');
  });

  it('says before the question that the web UI may ask, under each name of this machine', async () => {
    for (const origin of [UI, 'http://localhost:8233', 'http://[::1]:8233']) {
      const answer = await request(app).options('/decode').set('Origin', origin).expect(204);
      expect(answer.headers['access-control-allow-origin']).toBe(origin);
      expect(answer.headers['access-control-allow-headers']).toContain('x-namespace');
    }
  });

  it.each(['http://127.0.0.1:9999', 'https://elsewhere.example', 'null'])(
    'answers no page of %s',
    async (origin) => {
      const payloads = await sealed('ours');
      for (const asked of [request(app).options('/decode'), post().send({ payloads })]) {
        const answer = await asked.set('Origin', origin).expect(404);
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
        expect(answer.text).not.toContain('payloads');
      }
    },
  );

  it('answers under no name that somebody else made point here', async () => {
    const payloads = await sealed('ours');
    const answer = await post().set('Host', 'rebound.example:8234').send({ payloads });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  });

  it('seals nothing', async () => {
    const payloads = [jsonOf(plain('forged'))];
    const answer = await request(app).post('/encode').set('Origin', UI).send({ payloads });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  });

  it('refuses another media type by its code', async () => {
    const answer = await post().set('Content-Type', 'text/plain').send('{"payloads":[]}');
    expect([answer.status, answer.body]).toMatchObject([415, { code: 'UNSUPPORTED_MEDIA_TYPE' }]);
  });

  it.each([
    ['{"payloads":', 'JSON_MALFORMED'],
    ['{}', 'FIELD_REQUIRED'],
    ['{"payloads":[{"data":"§"}]}', 'FIELD_INVALID'],
    ['{"payloads":[],"x":1}', 'FIELD_UNKNOWN'],
  ])('refuses the body %s by its code', async (body, code) => {
    const answer = await post().set('Content-Type', 'application/json').send(body);
    expect([answer.status, answer.body]).toMatchObject([400, { code }]);
  });

  it('refuses more than a page of a history', async () => {
    const body = ' '.repeat(8 * 1024 * 1024 + 1);
    const answer = await post().set('Content-Type', 'application/json').send(body);
    expect([answer.status, answer.body]).toMatchObject([413, { code: 'PAYLOAD_TOO_LARGE' }]);
  });
});

type JsonPayload = { metadata?: Record<string, string>; data?: string };

function post() {
  return request(app).post('/decode').set('X-Namespace', 'default');
}

function fromUi() {
  return post().set('Origin', UI);
}

function plain(value: unknown): Payload {
  return defaultPayloadConverter.toPayload(value);
}

async function sealed(...values: unknown[]): Promise<JsonPayload[]> {
  return (await codec.encode(values.map(plain))).map(jsonOf);
}

function jsonOf({ metadata, data }: Payload): JsonPayload {
  const entries = Object.entries(metadata ?? {});
  return {
    metadata: Object.fromEntries(entries.map(([name, value]) => [name, base64(value)])),
    data: base64(data ?? new Uint8Array()),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function opened(payload: JsonPayload | undefined): unknown {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
  const metadata = Object.entries(payload?.metadata ?? {});
  return defaultPayloadConverter.fromPayload({
    metadata: Object.fromEntries(metadata.map(([name, value]) => [name, bytes(value)])),
    data: bytes(payload?.data ?? ''),
  });
}

function valuesOf(answer: Readonly<{ body: unknown }>): unknown[] {
  return (answer.body as { payloads: JsonPayload[] }).payloads.map(opened);
}
