import { parseUpFlags } from '../../cli/up/flags.js';
import { main } from '../../cli/lunas.js';

describe('the flags of lunas up', () => {
  it('start everything as it was on the default ports when there are none', () => {
    const flags = parseUpFlags([], {});
    expect(flags).toMatchObject({ begin: 'as-it-was', temporalUi: 'on', headless: 'no' });
    expect(flags.home).toMatch(/\.lunas$/);
    expect(flags.speed).toBeUndefined();
  });

  it('say what to begin anew, where and how fast', () => {
    const args = ['--fresh', '--port', '3100', '--speed', '1440.5', '--headless'];
    const flags = parseUpFlags(args, { LUNAS_HOME: '/srv/lunas' });
    expect(flags).toMatchObject({
      home: '/srv/lunas',
      apiPort: 3100,
      speed: 1440.5,
      begin: 'anew',
      temporalUi: 'off',
      headless: 'yes',
    });
  });

  it('are refused in a sentence when they are not understood', () => {
    for (const [args, sentence] of [
      [['--port', 'http'], '--port http is not a port: give a number from 1 to 65535.'],
      [['--port', '70000'], '--port 70000 is not a port: give a number from 1 to 65535.'],
      [['--speed', '0'], /--speed 0 is not a number above 0 and up to 1000000/],
      [['--speed', 'fast'], /--speed fast is not a number/],
      [['--colour'], /--colour.*Usage: lunas up/],
    ] as const) {
      expect(() => parseUpFlags(args, {})).toThrow(sentence);
    }
  });

  it('let the environment name real servers, and an empty variable none', () => {
    const { given } = parseUpFlags([], {
      DATABASE_URL: 'postgresql://lunas@db/lunas',
      TEMPORAL_ADDRESS: 'temporal:7233',
      SMTP_URL: '',
    });
    expect(given).toMatchObject({
      DATABASE_URL: 'postgresql://lunas@db/lunas',
      TEMPORAL_ADDRESS: 'temporal:7233',
      SMTP_URL: undefined,
    });
  });
});

describe('lunas', () => {
  let told: string;
  let write: typeof process.stderr.write;

  beforeEach(() => {
    told = '';
    write = process.stderr.write.bind(process.stderr);
    process.stderr.write = (text: string | Uint8Array) => {
      told += String(text);
      return true;
    };
  });

  afterEach(() => {
    process.stderr.write = write;
  });

  it('tells a fault of its use in one sentence and answers 1', async () => {
    await expect(main(['up', '--port', 'x'])).resolves.toBe(1);
    expect(told).toBe('\nlunas: --port x is not a port: give a number from 1 to 65535.\n');
  });

  it('lists its commands, and answers 2 to one that it does not know', async () => {
    await expect(main(['fly'])).resolves.toBe(2);
    expect(told).toContain('lunas up [--fresh]');
    expect(told).toContain('lunas doctor [--json]');
  });
});
