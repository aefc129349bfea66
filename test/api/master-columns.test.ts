import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.js';
import { ROUTES } from '../support/api-routes.js';

/** Written by Lunas itself: ids, moments, counters, what follows from other columns. */
const BY_ITSELF = 'by itself';
/** No call writes it yet: what is here is a gap, and each new one must be named. */
const NO_CALL_YET = 'no call yet';

type Columns = Readonly<Record<string, string>>;

/** The columns of a table that one call writes. */
function by(call: string, columns: string): Columns {
  return Object.fromEntries(columns.split(' ').map((column) => [column, call]));
}

const COMPANY = 'POST /v1/company';
const OWN = 'PUT /v1/company';
const LIMITS = 'POST /v1/approval-limits/changes';
const STORE = 'PUT /v1/stores/{storeId}';
const TERMINAL = 'PUT /v1/terminals/{terminalId}';
const USER = 'PUT /v1/users/{userId}';
const ITEM = 'PUT /v1/items/{itemId}';
const PRICE_LIST = 'PUT /v1/price-lists/{priceListId}';
const PROMOTION = 'PUT /v1/promotions/{promotionId}';
const CUSTOMER = 'PUT /v1/customers/{customerId}';
const CREDIT = 'PUT /v1/customers/{customerId}/credit-limit';
const CONTACT = 'PUT /v1/customers/{customerId}/contacts/{contactId}';
const ACCOUNT = 'POST /v1/bank-accounts/{bankAccountId}/changes';
const PROVIDER = 'PUT /v1/identity-providers/{providerId}';
const AGENCY = 'PUT /v1/agencies/{agencyId}';
const POLICY = 'POST /v1/dunning-policies';

/** Every master, each column with the call that writes it. */
const MASTERS: Readonly<Record<string, Columns>> = {
  Organisation: {
    ...by(OWN, 'name'),
    ...by(COMPANY, 'language timeZone'),
    ...by('PUT /v1/printer-networks', 'printerNetworks'),
    ...by(BY_ITSELF, 'id'),
  },
  LegalEntity: {
    ...by(OWN, 'legalName address'),
    ...by('PUT /v1/company/logo', 'logoId'),
    ...by('POST /v1/company/tax-identity/changes', 'taxNumber vatRegistered'),
    ...by(COMPANY, 'code currency country timeZone language'),
    ...by(LIMITS, 'creditNoteLimitAmount customerCreditLimitAmount stockCountLimitAmount'),
    ...by(LIMITS, 'goodsReceiptLimitAmount'),
    ...by(BY_ITSELF, 'id organisationId referenceDigits'),
    ...by(NO_CALL_YET, 'withholdingRateBasisPoints'),
  },
  Store: {
    ...by('POST /v1/stores', 'code'),
    ...by(STORE, 'name address phone timeZone cashRoundingStep storeGroup'),
    ...by(BY_ITSELF, 'id legalEntityId'),
  },
  StoreSwitch: {
    ...by('POST /v1/stores/{storeId}/switches', 'storeId toMode fromDay reason'),
    ...by(BY_ITSELF, 'id switchedBy switchedAt'),
  },
  StockLocation: {
    ...by('POST /v1/stores/{storeId}/locations', 'storeId code'),
    ...by('PUT /v1/locations/{locationId}', 'name'),
    ...by(BY_ITSELF, 'id'),
  },
  Printer: {
    ...by('POST /v1/printers', 'storeId code'),
    ...by('PUT /v1/printers/{printerId}', 'host port profile'),
    ...by(BY_ITSELF, 'id'),
  },
  Terminal: {
    ...by('POST /v1/terminals', 'storeId code sandbox'),
    ...by(TERMINAL, 'locationId printerId name active channel'),
    ...by(BY_ITSELF, 'id receiptSerial lastDeviceSequence'),
  },
  TenderRule: {
    ...by('PUT /v1/tender-rules/{type}', 'offlineAllowed accountCode'),
    ...by('PUT /v1/tender-rules/{type}', 'perSaleLimitAmount perSaleLimitCurrency'),
    ...by(COMPANY, 'type'),
  },
  TaxRule: {
    ...by('POST /v1/tax-rules', 'code kind validFrom rateNumerator rateDenominator'),
    ...by('POST /v1/tax-rules', 'baseNumerator baseDenominator rounding labelEn labelId'),
    ...by(BY_ITSELF, 'id'),
  },
  Holiday: by('PUT /v1/holidays/{country}/{year}', 'country day kind nameId nameEn'),
  AppUser: {
    ...by('POST /v1/users', 'email'),
    ...by(USER, 'name language role active storeId agencyId'),
    ...by('POST /v1/passwords', 'passwordHash passwordSetAt'),
    ...by(BY_ITSELF, 'id createdAt'),
  },
  IdentityProvider: {
    ...by(PROVIDER, 'name issuer clientId secretCipher scopes groupsClaim admits required'),
    ...by('POST /v1/identity-providers/{providerId}/switch', 'active'),
    ...by('POST /v1/session/provider-answers', 'testedVersion'),
    ...by(BY_ITSELF, 'id version createdAt'),
  },
  IdentityProviderRole: {
    ...by(PROVIDER, 'position groupName role storeId'),
    ...by(BY_ITSELF, 'providerId'),
  },
  ApiKey: {
    ...by('POST /v1/keys', 'label scopes expiresAt'),
    ...by('POST /v1/keys/{keyId}/revocation', 'revokedAt'),
    ...by('POST /v1/enrolments', 'terminalId'),
    ...by('POST /v1/agency/enrolments', 'agencyId'),
    ...by(BY_ITSELF, 'id keyId secretHash role userId createdAt'),
  },
  Item: {
    ...by('POST /v1/items', 'sku'),
    ...by(ITEM, 'name nameEn unit pack category class brand supplier weighed stocked taxCode'),
    ...by(ITEM, 'quantityStepMilli minimumLevelMilli'),
    ...by('POST /v1/items/{itemId}/withdrawal', 'active withdrawnAt replacedById'),
    ...by(BY_ITSELF, 'id'),
  },
  ItemBarcode: {
    ...by('POST /v1/items/{itemId}/barcodes', 'barcode itemId'),
    ...by('DELETE /v1/items/{itemId}/barcodes/{barcode}', 'removedAt'),
  },
  Price: {
    ...by('POST /v1/price-changes', 'itemId unitAmount includesTax'),
    ...by(BY_ITSELF, 'id version currency'),
  },
  CatalogueVersion: {
    ...by('POST /v1/price-changes', 'effectiveFrom note priceListId'),
    ...by('POST /v1/price-changes/{version}/withdrawal', 'withdrawnIn'),
    ...by(BY_ITSELF, 'version createdAt'),
  },
  PriceList: {
    ...by('POST /v1/price-lists', 'code'),
    ...by(PRICE_LIST, 'name'),
    ...by(BY_ITSELF, 'id createdAt'),
  },
  PriceListTerm: {
    ...by(PRICE_LIST, 'storeGroup channel segment validFrom'),
    ...by('POST /v1/price-lists/{priceListId}/ending', 'validUntil'),
    ...by(BY_ITSELF, 'id version priceListId'),
  },
  Promotion: {
    ...by('POST /v1/promotions', 'code'),
    ...by(PROMOTION, 'name'),
    ...by(BY_ITSELF, 'id createdAt'),
  },
  PromotionTerm: {
    ...by(PROMOTION, 'terms validFrom'),
    ...by('POST /v1/promotions/{promotionId}/ending', 'validUntil'),
    ...by(BY_ITSELF, 'id version promotionId'),
  },
  Customer: {
    ...by('POST /v1/customers', 'number currency'),
    ...by(CUSTOMER, 'name legalName segment language timeZone country taxNumber'),
    ...by(CUSTOMER, 'taxBranchNumber identityNumber address email phone termsDays instalments'),
    ...by('POST /v1/customers/{customerId}/disabling', 'active inactiveReason'),
    ...by('POST /v1/customer-merges', 'mergedIntoId'),
    ...by(BY_ITSELF, 'id createdAt'),
  },
  CustomerCredit: {
    ...by(CREDIT, 'customerId limitAmount reviewOn validUntil limitReason'),
    ...by('POST /v1/customers/{customerId}/credit-block', 'status blockedReason'),
    ...by(BY_ITSELF, 'currency'),
  },
  CustomerContact: {
    ...by('POST /v1/customers/{customerId}/contacts', 'customerId'),
    ...by(CONTACT, 'name role channel address language consentAt consentHow'),
    ...by(BY_ITSELF, 'id'),
  },
  CustomerAlias: {
    ...by('POST /v1/customers/{customerId}/aliases', 'customerId value'),
    ...by('POST /v1/customers/{customerId}/aliases/{aliasId}/ending', 'revokedAt'),
    ...by(BY_ITSELF, 'id kind confirmations byHand createdAt'),
  },
  VirtualAccount: {
    ...by(
      'POST /v1/customers/{customerId}/virtual-accounts',
      'number bankCode customerId invoiceId',
    ),
    ...by('POST /v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending', 'closedAt'),
    ...by(BY_ITSELF, 'id createdAt'),
  },
  NumberSeries: {
    ...by('PUT /v1/number-series/{kind}/{year}', 'prefix firstNumber'),
    ...by(BY_ITSELF, 'id legalEntityId kind year lastNumber'),
  },
  BankAccount: {
    ...by('POST /v1/bank-accounts', 'currency'),
    ...by(ACCOUNT, 'number name bankName onDocuments'),
    ...by(LIMITS, 'handFedLimitAmount'),
    ...by(BY_ITSELF, 'id legalEntityId lastClosingAmount lastClosingOn'),
    ...by(NO_CALL_YET, 'accountCode csvProfile'),
  },
  DunningPolicy: {
    ...by(POLICY, 'code segment inForceFrom minimumAmount toleranceAmount currency graceDays'),
    ...by(POLICY, 'staleBankDays minimumDaysBetween customerDaysBetween placementDaysPastDue'),
    ...by(POLICY, 'placementMinimumAmount creditStopDays promiseMinimumBasisPoints'),
    ...by(POLICY, 'promiseDaysMax promisesInARow customerPromisesInARow'),
    ...by(POLICY, 'disputeMinimumBasisPoints holdReviewDays'),
    ...by(BY_ITSELF, 'id version'),
  },
  DunningPolicyLevel: {
    ...by(POLICY, 'level daysPastDue feeAmount template channel currency'),
    ...by(BY_ITSELF, 'policyId'),
  },
  Agency: {
    ...by('POST /v1/agencies', 'code currency'),
    ...by(AGENCY, 'name country language contactName email phone active'),
    ...by('POST /v1/agencies/{agencyId}/terms', 'commissionTaxBasisPoints recallReportDays'),
    ...by('POST /v1/agency/webhook', 'webhookUrl'),
    ...by('POST /v1/agency/webhook/secret-rotations', 'webhookSecretCipher webhookSecretId'),
    ...by('POST /v1/agency/webhook/secret-rotations', 'webhookSecretSince'),
    ...by(BY_ITSELF, 'id'),
  },
  Agreement: {
    ...by('POST /v1/agreements', 'agencyId validFrom commissionSchedule'),
    ...by(BY_ITSELF, 'version agreedBy agreedAt'),
  },
  Account: {
    ...by(NO_CALL_YET, 'code nameEn nameId clearingLimitDays'),
    ...by(BY_ITSELF, 'role kind'),
  },
  AccountingPeriod: {
    ...by(COMPANY, 'startsOn endsOn'),
    ...by('POST /v1/accounting-periods/{periodId}/closing', 'state closedAt closedBy'),
    ...by(BY_ITSELF, 'id legalEntityId'),
  },
};

describe('the masters of a company', () => {
  const calls = new Set(ROUTES.map(({ name }) => name));
  const models = modelsOf(readFileSync(join(projectRoot, 'prisma/schema.prisma'), 'utf8'));

  it.each(Object.entries(MASTERS))('of %s: each column is written by a call', (model, columns) => {
    expect(Object.keys(columns).toSorted()).toEqual((models.get(model) ?? []).toSorted());
    const named = Object.values(columns).filter((by_) => by_ !== BY_ITSELF && by_ !== NO_CALL_YET);
    expect(named.filter((call) => !calls.has(call))).toEqual([]);
  });

  it('have no call for these columns only', () => {
    const missing = Object.entries(MASTERS).flatMap(([model, columns]) =>
      Object.entries(columns)
        .filter(([, call]) => call === NO_CALL_YET)
        .map(([column]) => `${model}.${column}`),
    );
    expect(missing).toMatchInlineSnapshot(`
     [
       "LegalEntity.withholdingRateBasisPoints",
       "BankAccount.accountCode",
       "BankAccount.csvProfile",
       "Account.code",
       "Account.nameEn",
       "Account.nameId",
       "Account.clearingLimitDays",
     ]
    `);
  });
});

/** The columns of each model, without its relations. */
function modelsOf(schema: string): ReadonlyMap<string, readonly string[]> {
  const found = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  const names = new Set(found.map(([, name]) => name));
  return new Map(
    found.map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^ {2}(\w+) +(\w+)/gm)]
        .filter(([, , type]) => !names.has(type))
        .map(([, column = '']) => column),
    ]),
  );
}
