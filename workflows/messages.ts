import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { BusinessClockSettings } from '../domain/calendar/business-clock.js';
import type { SaleStage } from '../domain/sale/stage.js';

/** Input of every life beside its own id: the business clock. Payloads carry ids, no personal data. */
export type Timed = Readonly<{
  clock: BusinessClockSettings;
  /** Set by the starter: the life shows in its row of Temporal's lists where it stands. */
  row?: 'shown';
}>;

export type SaleToCashInput = Timed & Readonly<{ saleId: string; storeCode: string }>;
export type ReceivableInput = Timed & Readonly<{ invoiceId: string }>;
export type PlacementInput = Timed & Readonly<{ placementId: string }>;
export type BankStatementInput = Pick<Timed, 'row'> & Readonly<{ statementId: string }>;
export type ImportedFileInput = Pick<Timed, 'row'> & Readonly<{ importId: string }>;
export type PrintCopyInput = Readonly<{ printJobId: string; storeCode: string }>;

/** While an agency has the case, the life of the sale shows `collecting`, as it awaits the receivable. */
export type Stage = Exclude<SaleStage, 'placed'>;

/** The poke: something has changed, look at the books again. May be lost, doubled or late. */
export const lookAgain = defineSignal('lookAgain');

export const currentStage = defineQuery<Stage>('currentStage');
