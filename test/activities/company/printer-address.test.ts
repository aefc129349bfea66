import { findPrinter, whyNoPrinterHost } from '../../../activities/company/printer-address.js';

const PRODUCTION = { networks: [], environment: 'production' } as const;
const DEVELOPMENT = { networks: [], environment: 'development' } as const;
const EVERYWHERE = { networks: ['0.0.0.0/0', '::/0'], environment: 'development' } as const;

const NEVER = [
  '0.0.0.0',
  '169.254.169.254',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  '224.0.0.1',
  '255.255.255.255',
  'fe80::1',
  'fd00:ec2::254',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
];

describe('the address of a printer', () => {
  it.each(['10.1.2.3', '172.20.0.1', '192.168.1.50', 'fd12::5'])('may be %s', async (host) => {
    expect(whyNoPrinterHost(host, PRODUCTION)).toBeUndefined();
    expect(await findPrinter(host, PRODUCTION)).toEqual({ kind: 'known', address: host });
  });

  it.each(NEVER)('is never %s, whatever networks the company has', async (host) => {
    expect(whyNoPrinterHost(host, EVERYWHERE)).toBeDefined();
    expect(await findPrinter(host, EVERYWHERE)).toMatchObject({ kind: 'refused' });
    const resolve = async () => ['10.0.0.1', host];
    const byName = await findPrinter('printer.toko.example', { ...EVERYWHERE, resolve });
    expect(byName).toMatchObject({ kind: 'refused' });
  });

  it('is on this machine in development alone', async () => {
    for (const host of ['127.0.0.1', '127.8.8.8', '::1', 'localhost', 'LocalHost']) {
      expect(whyNoPrinterHost(host, DEVELOPMENT)).toBeUndefined();
      expect(whyNoPrinterHost(host, { ...EVERYWHERE, environment: 'production' })).toBeDefined();
    }
    const resolve = async () => ['127.0.0.1'];
    const production = await findPrinter('printer.example', { ...PRODUCTION, resolve });
    expect(production).toMatchObject({ kind: 'refused' });
  });

  it.each(['127.1', '2130706433', '0x7f000001', '10.0.0.256', '017700000001', 'fe80::1::2'])(
    'is not written as %s',
    (host) => expect(whyNoPrinterHost(host, EVERYWHERE)).toBeDefined(),
  );

  it('is in a network that the company named, when it named any', () => {
    const rules = { networks: ['93.184.215.0/24'], environment: 'production' } as const;
    expect(whyNoPrinterHost('93.184.215.14', rules)).toBeUndefined();
    expect(whyNoPrinterHost('93.184.216.14', rules)).toMatch(/outside/);
    expect(whyNoPrinterHost('10.0.0.1', rules)).toMatch(/outside/);
    expect(whyNoPrinterHost('93.184.215.14', PRODUCTION)).toMatch(/outside/);
  });

  it('is refused when its name is not known', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await findPrinter('printer.example', { ...PRODUCTION, resolve })).toEqual({
      kind: 'refused',
      reason: 'its name is not known',
    });
  });
});
