import type { Route } from '../../../route.js';
import {
  addAgency,
  askForAgencyTerms,
  askForAgreement,
  changeAgency,
  listAgencies,
  listAgreements,
} from './agencies.js';
import { makeAgencyCode } from './agency-enrolments.js';

/** The collection agencies of the company: who they are, and what was agreed with them. */
export const agencyMasterRoutes: readonly Route[] = [
  listAgencies,
  addAgency,
  changeAgency,
  askForAgencyTerms,
  listAgreements,
  askForAgreement,
  makeAgencyCode,
];
