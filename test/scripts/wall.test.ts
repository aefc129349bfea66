import { importsBetweenRooms, rooms } from '../../scripts/imports.js';

describe('the wall between the rooms', () => {
  const imports = importsBetweenRooms();

  it('lets no room import what stands above it', () => {
    const against = imports.filter(
      ({ from, to }) => !(rooms[from] as readonly string[]).includes(to),
    );
    expect(against).toEqual([]);
  });

  it('sees the imports that are there', () => {
    expect(imports).toContainEqual({ file: 'api/server.ts', from: 'api', to: 'platform' });
    expect(imports.length).toBeGreaterThan(300);
  });
});
