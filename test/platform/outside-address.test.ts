import { AddressRefused, checkOutsideAddress } from '../../platform/outside-address.js';

const resolvesTo =
  (...addresses: string[]) =>
  async () =>
    addresses;

describe('the address an agency gave', () => {
  it('is taken when it is https and stands for public addresses', async () => {
    const rules = { environment: 'production', resolve: resolvesTo('93.184.215.14') } as const;
    const found = await checkOutsideAddress('https://agency.example/hook', rules);
    expect(found).toMatchObject({ address: '93.184.215.14', family: 4 });
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    'fd00::1',
    'fe80::1',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    '::ffff:0:a9fe:a9fe',
    '64:ff9b:1::a00:1',
    '100:0:0:1::1',
    '4000::1',
    '5f00::1',
    '2001:db8::1',
    '2620:4f:8000::1',
    '3fff::1',
    '192.31.196.1',
    '192.52.193.1',
    '192.88.99.1',
    '192.175.48.1',
  ])('is refused when its host stands for %s', async (address) => {
    const rules = { environment: 'production', resolve: resolvesTo(address) } as const;
    const checking = checkOutsideAddress('https://agency.example/hook', rules);
    await expect(checking).rejects.toThrow(AddressRefused);
  });

  it('is refused when only one of its addresses is inside', async () => {
    const resolve = resolvesTo('93.184.215.14', '10.0.0.8');
    for (const environment of ['production', 'development'] as const) {
      const checking = checkOutsideAddress('https://agency.example', { environment, resolve });
      await expect(checking).rejects.toThrow(/public/);
    }
  });

  it.each([
    'http://agency.example/hook',
    'ftp://agency.example/hook',
    'file:///etc/passwd',
    'not a url',
    'https://user:password@agency.example/hook',
    'https://[::ffff:127.0.0.1]/hook',
    'https://2130706433/hook',
    'https://0x7f.1/hook',
  ])('is refused in production as %s', async (url) => {
    const rules = { environment: 'production', resolve: resolvesTo('93.184.215.14') } as const;
    await expect(checkOutsideAddress(url, rules)).rejects.toThrow(AddressRefused);
  });

  it('may be on this machine without TLS in development only', async () => {
    const here = 'http://127.0.0.1:4567/hook';
    expect(await checkOutsideAddress(here, { environment: 'development' })).toMatchObject({
      address: '127.0.0.1',
    });
    await expect(checkOutsideAddress(here, { environment: 'production' })).rejects.toThrow(
      AddressRefused,
    );
    await expect(
      checkOutsideAddress('http://10.0.0.8/hook', { environment: 'development' }),
    ).rejects.toThrow(AddressRefused);
  });

  it('is refused when its host is not known', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    const checking = checkOutsideAddress('https://gone.example', {
      environment: 'production',
      resolve,
    });
    await expect(checking).rejects.toThrow(/not known/);
  });

  it('is refused when the server of names keeps us waiting', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    const checking = checkOutsideAddress('https://slow.example', {
      environment: 'production',
      resolve,
    });
    await expect(checking).rejects.toThrow('its host is not known');
  });
});
