import { environmentsOf } from '../../cli/platform/environment.js';
import { homeAt } from '../../cli/platform/home.js';
import { productPrograms } from '../../cli/platform/programs.js';
import { startPlatform } from '../../cli/platform/start-platform.js';
import { embeddedTemporal } from '../../cli/platform/temporal-connection.js';

const KEY = 'LUNAS_AUDIT_KEY';

describe('the environments of the parts', () => {
  const environments = environmentsOf(
    {
      home: homeAt('/nowhere'),
      ports: {} as never,
      printers: [],
      secrets: { auditKey: 'the key that seals' } as never,
      database: { appUrl: 'postgresql://app@nowhere/x', ownerUrl: 'postgresql://owner@nowhere/x' },
      temporal: {
        config: embeddedTemporal(1, 'default'),
        security: {},
        uiUrl: undefined,
        codecServerPort: undefined,
      },
      smtpUrl: 'smtp://nowhere',
    },
    { NODE_ENV: 'test', LUNAS_ENV: 'staging', TEMPORAL_API_KEY: 'of another server' },
  );

  it('hold the key that seals the trail where the trail is sealed, and nowhere else', () => {
    const holders = Object.entries(environments).filter(([, env]) => KEY in env);
    expect(holders.map(([kind]) => kind)).toEqual(['sealer']);
    const { api, workers, codecServer } = productPrograms;
    const sealers = [api, codecServer, ...workers].filter(({ kind }) => kind === 'sealer');
    expect(sealers.map(({ name }) => name)).toEqual(['order-to-cash']);
  });

  it('lead nobody to the embedded Temporal with the key of another server', () => {
    for (const env of Object.values(environments))
      expect(env).not.toHaveProperty('TEMPORAL_API_KEY');
  });

  it('say development, and say it themselves', () => {
    for (const env of Object.values(environments))
      expect([env['LUNAS_ENV'], env['NODE_ENV']]).toEqual(['development', undefined]);
  });
});

describe('a platform for development', () => {
  afterEach(() => {
    delete process.env['LUNAS_ENV'];
  });

  it('does not start where production is said', async () => {
    process.env['LUNAS_ENV'] = 'production';
    await expect(startPlatform({ home: '/nowhere', log: () => {} })).rejects.toThrow(
      /says production, and this starts a platform for development/,
    );
  });
});
