import { SALE_STAGES, type SaleStage } from '../../../domain/sale/stage.js';

/**
 * The oracle of how a sale moves: forward, with the ways back that a recalled agency and money that is taken back
 * leave. The moves themselves are made by the commands of the books (`prisma/functions`); a test with random
 * commands holds every one of them against this.
 */
export function mayMove({ from, to }: Readonly<{ from: SaleStage; to: SaleStage }>): boolean {
  if (from === 'placed' && to === 'collecting') return true;
  if (from === 'closed') return to === 'collecting' || to === 'placed';
  return SALE_STAGES.indexOf(to) > SALE_STAGES.indexOf(from);
}
