import type { Addresses } from './credentials.js';
import type { Ports } from './ports.js';
import type { PrinterPlace } from './printers.js';

/** A server of this machine, for people and programs on it. */
export function webAddress(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** Where everything of a running platform is; null where it does not run. */
export function addressesOf(
  ports: Ports,
  {
    printers,
    uiUrl,
    mailbox,
  }: Readonly<{
    printers: readonly PrinterPlace[];
    uiUrl: string | undefined;
    mailbox: 'runs' | 'a real mail server';
  }>,
): Addresses {
  return {
    api: webAddress(ports.api),
    console: webAddress(ports.api),
    temporalUi: uiUrl ?? null,
    mailbox: mailbox === 'runs' ? webAddress(ports.mailbox) : null,
    printers: printers.map(({ code, port }) => ({
      code,
      address: `127.0.0.1:${port}`,
      page: webAddress(ports.printerPage),
    })),
  };
}
