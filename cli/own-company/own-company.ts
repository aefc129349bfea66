import { writeFileSync } from 'node:fs';
import { withTemporaryPlatform } from '../platform/temporary-platform.js';
import { playOwnCompany } from './play.js';
import { createStory } from './story.js';

/** A day takes two seconds: two months in two minutes. */
const SPEED = 43_200;

const HEAD = `# Your own company in ten minutes

Written by \`npm run lunas -- own-company docs/own-company.md\`, which plays it on a platform of its own with the
[client](client.md) alone: no SQL, no sample data. On your machine \`npm start -- --fresh --empty\` begins the same books; it
prints the address and the key of the administrator. Here a day takes two seconds, so that reminders come at once.

Codes, keys and passwords are left out, and ids are shortened.
`;

/** Plays from empty books to the report of an agency; writes what was done to \`file\` when one is named. */
export async function runOwnCompany(file: string | undefined): Promise<void> {
  const story = createStory((line) => console.log(line));
  const options = { name: 'lunas-own', speed: SPEED, seed: 'own', temporalUi: 'off' } as const;
  await withTemporaryPlatform({ ...options, log: () => {} }, async (platform) => {
    const { token } = platform.credentials['admin'] ?? {};
    if (token === undefined) throw new Error('the empty books have no administrator');
    await playOwnCompany({ story, url: platform.addresses.api, adminToken: token });
  });
  if (file !== undefined) writeFileSync(file, `${HEAD}${story.lines().join('\n')}\n`);
}
