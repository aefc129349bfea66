import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.js';

export type Program = Readonly<{ name: string; script: string; kind: 'product' | 'simulator' }>;

const dist = (...path: string[]) => join(projectRoot, 'dist', ...path);

/** Stand-ins for the outside world: what a mail server and the receipt printers of the shops would be. */
export const mailbox: Program = {
  name: 'mailbox',
  script: dist('cli', 'mailbox', 'server.js'),
  kind: 'simulator',
};
export const printerSimulators: Program = {
  name: 'printers',
  script: dist('devices', 'simulator', 'server.js'),
  kind: 'simulator',
};

/** The processes of the product. The API comes last: when it answers, everything behind it is there. */
export const workers: readonly Program[] = [
  { name: 'order-to-cash', script: dist('workers', 'order-to-cash.js'), kind: 'product' },
  { name: 'starter', script: dist('workers', 'starter.js'), kind: 'product' },
  { name: 'device-agent', script: dist('workers', 'device-agent.js'), kind: 'product' },
];
export const api: Program = { name: 'api', script: dist('api', 'server.js'), kind: 'product' };
