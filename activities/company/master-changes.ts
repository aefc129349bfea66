import type { CommandContext } from '../../domain/context.js';
import * as companyCommands from '../../prisma/commands/company.js';
import type { InputOf } from '../../prisma/commands/command.js';
import { callIn, type Transaction } from '../../prisma/database.js';

export type MasterChangeWish = InputOf<typeof companyCommands.requestMasterChange>;

/** Asks for a change that another person decides on. Answers its id. @throws what `request_master_change` refuses */
export async function requestMasterChange(
  tx: Transaction,
  ctx: CommandContext,
  wish: MasterChangeWish,
): Promise<string> {
  return (await callIn(tx, companyCommands.requestMasterChange, [ctx, wish])).masterChangeId;
}

/** Agrees to a change, or rejects it. @throws what `decide_master_change` refuses */
export async function decideMasterChange(
  tx: Transaction,
  ctx: CommandContext,
  decision: InputOf<typeof companyCommands.decideMasterChange>,
): Promise<void> {
  await callIn(tx, companyCommands.decideMasterChange, [ctx, decision]);
}
