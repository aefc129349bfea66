import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { projectRoot } from '../platform/project-root.js';
import { sourcesBelow } from './sources.js';

/**
 * The rooms, each with those it may import. `simulators` and `sample` may import the product: they simulate the outside
 * world, and make the sample company by the product's own commands.
 */
export const rooms = {
  domain: [],
  contract: ['domain'],
  platform: ['domain'],
  prisma: ['domain', 'contract', 'platform'],
  devices: ['domain', 'contract', 'platform', 'prisma'],
  activities: ['domain', 'contract', 'platform', 'prisma', 'devices'],
  workflows: ['domain', 'activities'],
  workers: ['domain', 'contract', 'platform', 'prisma', 'devices', 'activities', 'workflows'],
  api: [
    'domain',
    'contract',
    'platform',
    'prisma',
    'devices',
    'activities',
    'workflows',
    'workers',
  ],
  client: [],
  simulators: ['domain', 'contract', 'platform', 'devices'],
  sample: [
    'domain',
    'contract',
    'platform',
    'prisma',
    'devices',
    'activities',
    'api',
    'simulators',
  ],
  cli: [
    'domain',
    'contract',
    'platform',
    'prisma',
    'devices',
    'activities',
    'workflows',
    'workers',
    'api',
    'client',
    'simulators',
    'sample',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Room = keyof typeof rooms;

export type Import = Readonly<{ file: string; from: Room; to: Room }>;

const folders = Object.keys(rooms);

/** Every import from one room into another, including types. */
export function importsBetweenRooms(): Import[] {
  return folders
    .flatMap((folder) => sourcesBelow(join(projectRoot, folder)))
    .flatMap((path) => {
      const file = relative(projectRoot, path);
      const from = roomOf(file);
      return importedFiles(path).flatMap((target) => {
        const to = roomOf(target);
        return from === undefined || to === undefined || from === to ? [] : [{ file, from, to }];
      });
    });
}

function roomOf(file: string): Room | undefined {
  const folder = file.split('/')[0] ?? '';
  return folders.includes(folder) ? (folder as Room) : undefined;
}

function importedFiles(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  return [...source.matchAll(/from '(\.[^']+)'/g)].map(([, target = '']) =>
    relative(projectRoot, normalize(join(dirname(path), target))),
  );
}
