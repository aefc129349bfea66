import { BlockList, isIP } from 'node:net';

/** 4 or 6: of an address that `isIP` knows. */
export function familyOf(address: string): 4 | 6 {
  return isIP(address) === 6 ? 6 : 4;
}

/** Networks in the form `10.0.0.0/8`, to look addresses up in. */
export function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    list.addSubnet(address, Number(prefix), `ipv${familyOf(address)}`);
  }
  return list;
}

/** Whether an address lies in one of the networks. */
export function isWithin(list: BlockList, address: string): boolean {
  return list.check(address, `ipv${familyOf(address)}`);
}

/** This machine itself. */
export const LOOPBACK = blockListOf(['127.0.0.0/8', '::1/128']);
