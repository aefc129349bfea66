import { withClient } from '../../cli/bootstrap-database.js';
import { known } from '../../domain/known.js';
import { SALE_STAGES, type SaleStage } from '../../domain/sale/stage.js';
import type { TestDatabase } from './database.js';

export type StageMove = Readonly<{ from: SaleStage; to: SaleStage }>;

/** Writes down every move of every sale from now on. */
export function watchStageMoves({ ownerUrl }: TestDatabase): Promise<void> {
  return withClient(ownerUrl, async (owner) => {
    await owner.query(`
      CREATE TABLE seen_stage_move (from_stage text NOT NULL, to_stage text NOT NULL);
      GRANT INSERT ON seen_stage_move TO lunas_app;
      CREATE FUNCTION see_stage_move() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO seen_stage_move VALUES (OLD.stage, NEW.stage);
        RETURN NULL;
      END $$;
      CREATE TRIGGER sale_lifecycle_stage_seen AFTER UPDATE ON sale_lifecycle
        FOR EACH ROW WHEN (OLD.stage <> NEW.stage) EXECUTE FUNCTION see_stage_move();`);
  });
}

/** The kinds of moves that were seen. */
export function seenStageMoves({ ownerUrl }: TestDatabase): Promise<StageMove[]> {
  return withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ from_stage: string; to_stage: string }>(
      'SELECT DISTINCT from_stage, to_stage FROM seen_stage_move',
    );
    return rows.map((row) => ({
      from: known(SALE_STAGES, row.from_stage),
      to: known(SALE_STAGES, row.to_stage),
    }));
  });
}
