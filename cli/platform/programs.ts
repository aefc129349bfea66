import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.js';

export type Program = Readonly<{
  name: string;
  script: string;
  kind: 'product' | 'sealer' | 'simulator';
}>;

export type Programs = Readonly<{
  /** Stands in for a mail server. */
  mailbox: Program;
  /** Stand in for the receipt printers of the shops. */
  printers: Program;
  /** Decrypts payloads for the embedded Temporal web UI. */
  codecServer: Program;
  /** The processes of the product. */
  workers: readonly Program[];
  /** Starts last: when it answers, all other parts run. */
  api: Program;
  /** Fills empty books: `node seed.js sample|minimal`. */
  seed: string;
}>;

const dist = (...path: string[]) => join(projectRoot, 'dist', ...path);

export const productPrograms: Programs = {
  mailbox: {
    name: 'mailbox',
    script: dist('simulators', 'mailbox', 'server.js'),
    kind: 'simulator',
  },
  printers: {
    name: 'printers',
    script: dist('simulators', 'printer', 'server.js'),
    kind: 'simulator',
  },
  codecServer: {
    name: 'codec-server',
    script: dist('api', 'codec-server', 'server.js'),
    kind: 'product',
  },
  workers: [
    { name: 'order-to-cash', script: dist('workers', 'order-to-cash.js'), kind: 'sealer' },
    { name: 'starter', script: dist('workers', 'starter.js'), kind: 'product' },
    { name: 'device-agent', script: dist('workers', 'device-agent.js'), kind: 'product' },
  ],
  api: { name: 'api', script: dist('api', 'server.js'), kind: 'product' },
  seed: dist('sample', 'seed.js'),
};
