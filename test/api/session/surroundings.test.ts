import { randomBytes } from 'node:crypto';
import { Secret } from '../../../platform/secret.js';
import { startApi } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';

const CLERK = {
  role: 'arClerk',
  email: 'clerk@example.test',
  password: 'seven grey herons wade',
} as const;

let open: OpenShop;

beforeAll(async () => {
  open = await openShop({ samplePeople: async () => [CLERK] });
});

afterAll(() => open.close());

describe('GET /v1/front-door', () => {
  it('tells strangers in development whom they can be', async () => {
    const { body } = await open.api.send('GET', '/v1/front-door');
    expect(body).toEqual({
      version: '0.0.0-test',
      environment: 'development',
      providers: [],
      samplePeople: [CLERK],
    });
  });

  it('names nobody in production, whatever file is there', async () => {
    const codecKey = new Secret(randomBytes(32).toString('base64'));
    const webhooks = { rules: { environment: 'production' }, codecKey } as const;
    const api = await startApi(open.database, { samplePeople: async () => [CLERK], webhooks });
    const { body } = await api.send('GET', '/v1/front-door');
    await api.close();
    expect(body).toMatchObject({ environment: 'production', samplePeople: [] });
  });
});

describe('GET /v1/session/surroundings', () => {
  it('says in which company and language a person works, and what time the books have', async () => {
    const { status, body } = await surroundingsOf('arClerk');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      language: 'id',
      store: null,
      company: { timeZone: 'Asia/Jakarta', currency: 'IDR' },
      businessTime: { speed: 1 },
    });
  });

  it('shows a store manager the own store alone', async () => {
    const { store, stores } = (await surroundingsOf('storeManager')).body as {
      store: object;
      stores: object[];
    };
    expect(stores).toEqual([store]);
  });

  it('is not there for a machine', async () => {
    expect((await surroundingsOf('integration')).status).toBe(404);
  });
});

function surroundingsOf(role: 'arClerk' | 'storeManager' | 'integration') {
  return open.api.send('GET', '/v1/session/surroundings', { as: open.shop.tokens[role] });
}
