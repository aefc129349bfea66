import type { Route } from '../../../route.js';
import { enrolAgency } from '../agencies/agency-enrolments.js';
import { acknowledgeCase } from './acknowledge-case.js';
import { listAgencyCases } from './list-cases.js';
import { listOwnAgreements } from './own-agreements.js';
import { readAgencyCase } from './read-case.js';
import { readRemittance } from './read-remittance.js';
import { readAgencyWebhook } from './read-webhook.js';
import { listOwnReports } from './list-own-reports.js';
import { listRemittances } from './list-remittances.js';
import { readDueRemittance } from './read-due-remittance.js';
import { remit } from './remit.js';
import { reportEvent } from './report-event.js';
import { rotateWebhookSecret } from './rotate-webhook-secret.js';
import { setAgencyWebhook } from './set-webhook.js';

/** What collection partners call: `/v1/agency/...`, behind row-level security. */
export const agencyRoutes: readonly Route[] = [
  enrolAgency,
  listOwnAgreements,
  listAgencyCases,
  readAgencyCase,
  acknowledgeCase,
  reportEvent,
  listOwnReports,
  remit,
  listRemittances,
  readDueRemittance,
  readRemittance,
  readAgencyWebhook,
  setAgencyWebhook,
  rotateWebhookSecret,
];
