import { acknowledgePlacement } from '../../../../activities/collection/placements.js';
import { acknowledgeCaseRoute } from '../../../../contract/collection/agency-cases.js';
import { command } from '../../../route.js';
import { caseOnWire } from './agency-cases.js';
import { ownCase } from './own-case.js';

export const acknowledgeCase = command(acknowledgeCaseRoute).answers(
  async ({ params, body, ctx, tx }) => {
    const { placementId } = params;
    await ownCase(tx, placementId);
    await acknowledgePlacement(tx, ctx, { placementId, ...body });
    return { status: 200, body: caseOnWire(await ownCase(tx, placementId)) };
  },
);
