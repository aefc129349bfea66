import {
  saveProfile as save,
  type ProfileValues,
} from '../../../activities/imports/save-profile.js';
import { listProfilesRoute, saveProfileRoute } from '../../../contract/imports/profiles.js';
import { command, route } from '../../route.js';

export const listProfiles = route(listProfilesRoute).answers(
  async (_, { database: { prisma } }) => {
    const rows = await prisma.importProfile.findMany({ orderBy: { code: 'asc' } });
    // What is kept was written by this very contract.
    const data = rows.map((row) => ({ ...row, ...(row as unknown as ProfileValues) }));
    return { status: 200, body: { data } };
  },
);

export const saveProfile = command(saveProfileRoute).answers(
  async ({ params: { profile: code }, body, tx }) => {
    const id = await save(tx, code, body);
    return { status: 200, body: { id, code, ...body } };
  },
);
