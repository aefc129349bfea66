import { acknowledgeCaseRoute } from '../../../../contract/collection/agency-cases.js';
import * as collectionCommands from '../../../../prisma/commands/collection.js';
import { callIn } from '../../../../prisma/database.js';
import { command } from '../../../route.js';
import { shownCase } from './agency-cases.js';
import { ownCase } from './own-case.js';

export const acknowledgeCase = command(acknowledgeCaseRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const { placementId } = params;
    await ownCase(tx, placementId);
    await callIn(tx, collectionCommands.acknowledgePlacement, [ctx, { placementId, ...body }]);
    return { status: 200, body: shownCase(await ownCase(tx, placementId)) };
  },
);
