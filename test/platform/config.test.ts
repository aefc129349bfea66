import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { onlyInDevelopment, readConfig } from '../../platform/config.js';
import { OperatorFault } from '../../platform/fault.js';

describe('readConfig', () => {
  it('gives a process the settings it names, with defaults where there are any', () => {
    const config = readConfig(['apiPort', 'apiHost', 'temporalAddress'], {
      TEMPORAL_ADDRESS: 'temporal.internal:7233',
      API_PORT: '8080',
    });
    expect(config).toEqual({
      apiPort: 8080,
      apiHost: '127.0.0.1',
      temporalAddress: 'temporal.internal:7233',
    });
  });

  it('tells every fault at once, by variable', () => {
    const read = () =>
      readConfig(['databaseUrl', 'apiPort', 'codecKey', 'logLevel', 'temporalAddress'], {
        API_PORT: '99999',
        LUNAS_CODEC_KEY: 'c2hvcnQ=',
        LUNAS_LOG_LEVEL: 'loud',
        TEMPORAL_ADDRESS: 'http://temporal',
      });
    expect(read).toThrow(OperatorFault);
    for (const told of [
      /DATABASE_URL is not set/,
      /API_PORT/,
      /LUNAS_CODEC_KEY must be 32 bytes/,
      /LUNAS_LOG_LEVEL/,
      /TEMPORAL_ADDRESS must be host:port/,
    ]) {
      expect(read).toThrow(told);
    }
  });

  it('counts an empty variable as not set', () => {
    expect(() => readConfig(['smtpUrl'], { SMTP_URL: '' })).toThrow('SMTP_URL is not set');
    expect(readConfig(['apiPort'], { API_PORT: '' })).toEqual({ apiPort: 3000 });
  });

  it('keeps a secret out of its faults and out of everything that prints it', () => {
    const faulty = () => readConfig(['codecKey'], { LUNAS_CODEC_KEY: 'hunter2' });
    expect(faulty).toThrow(/LUNAS_CODEC_KEY must be 32 bytes in base64/);
    expect(faulty).not.toThrow(/hunter2/);
    const url = 'postgresql://lunas:hunter2@127.0.0.1:5432/lunas';
    const config = readConfig(['databaseUrl'], { DATABASE_URL: url });
    expect(
      `${JSON.stringify(config)} ${inspect(config)} ${String(config.databaseUrl)}`,
    ).not.toContain('hunter2');
    expect(config.databaseUrl.reveal()).toBe(url);
  });

  it('takes no other key than an Ed25519 key to seal the audit trail with', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const other = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    for (const LUNAS_AUDIT_KEY of [other, 'c2hvcnQ='])
      expect(() => readConfig(['auditKey'], { LUNAS_AUDIT_KEY })).toThrow(
        /LUNAS_AUDIT_KEY must be an Ed25519 private key/,
      );
  });

  it('is in production unless it is told otherwise, and NODE_ENV=production is not overruled', () => {
    const environments = [{}, { LUNAS_ENV: 'development' }];
    const read = (env: NodeJS.ProcessEnv) => readConfig(['environment'], env).environment;
    expect(environments.map(read)).toEqual(['production', 'development']);
    const overruled = environments.map((env) => read({ ...env, NODE_ENV: 'production' }));
    expect(overruled).toEqual(['production', 'production']);
  });

  it('has habits in development only: in production each missing setting is named', () => {
    const names = ['mailFrom', 'databaseUrl', 'codecKey', 'auditKey'] as const;
    expect(() => readConfig(names, {})).toThrow(
      'These settings must be corrected: MAIL_FROM is not set; DATABASE_URL is not set; LUNAS_CODEC_KEY is not set; LUNAS_AUDIT_KEY is not set.',
    );
    const { mailFrom } = readConfig(['mailFrom'], { LUNAS_ENV: 'development' });
    expect(mailFrom).toBe('lunas@localhost.localdomain');
  });

  it('starts what is for development nowhere else', () => {
    const start = (env: NodeJS.ProcessEnv) => () => onlyInDevelopment('The codec server', env);
    expect(start({ LUNAS_ENV: 'development' })).not.toThrow();
    expect(start({})).toThrow(/^The codec server is for development/);
  });

  it('believes the proxies that are named, and takes no word for all of them', () => {
    const read = (LUNAS_TRUSTED_PROXIES: string) => () =>
      readConfig(['trustedProxies'], { LUNAS_TRUSTED_PROXIES }).trustedProxies;
    expect(read('')()).toEqual([]);
    expect(read('10.0.0.7,10.1.0.0/16,::1')()).toEqual(['10.0.0.7', '10.1.0.0/16', '::1']);
    for (const wrong of ['true', '1', 'loopback', '10.0.0.7;10.0.0.8'])
      expect(read(wrong)).toThrow(/LUNAS_TRUSTED_PROXIES must be addresses or networks/);
  });

  it('reads the ports of the printers as a list', () => {
    expect(readConfig(['printerPorts'], { LUNAS_PRINTER_PORTS: '9100,9101' })).toEqual({
      printerPorts: [9100, 9101],
    });
    expect(readConfig(['printerPorts'], {})).toEqual({ printerPorts: [] });
    expect(() => readConfig(['printerPorts'], { LUNAS_PRINTER_PORTS: '9100;9101' })).toThrow(
      /LUNAS_PRINTER_PORTS must be ports/,
    );
  });
});
