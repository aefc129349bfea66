import { createClient } from '../../client/client.js';
import type { Caller, Story } from './story.js';

type Parties = Readonly<{ admin: Caller; manager: Caller; controller: Caller; url: string }>;

/** Agrees with a collection agency, which gets a key of its own by a code. */
export async function agreeWithAgency(story: Story, parties: Parties): Promise<Caller> {
  const { admin, manager, controller, url } = parties;
  const { id: agencyId } = await story.step(manager, 'POST /v1/agencies', {
    input: {
      body: {
        code: 'PCN',
        name: 'Penagihan Contoh Nusantara',
        country: 'ID',
        currency: 'IDR',
        commissionTaxBasisPoints: 1_100,
      },
    },
    pick: ({ code, active }) => ({ code, active }),
  });
  const commission = [{ fromDaysPastDue: 0, basisPoints: 1_500 }];
  const { id: masterChangeId } = await story.step(manager, 'POST /v1/agreements', {
    input: { body: { agency: 'PCN', commission, reason: 'As negotiated' } },
    pick: ({ state }) => ({ state }),
  });
  await story.step(controller, 'POST /v1/master-changes/{masterChangeId}/approval', {
    input: { params: { masterChangeId }, body: { decision: 'approved' } },
    pick: ({ state }) => ({ state }),
  });
  const { code } = await story.step(admin, 'POST /v1/agencies/{agencyId}/enrolment-codes', {
    input: { params: { agencyId }, body: { label: 'Case system' } },
    pick: ({ expiresAt }) => ({ code: '…', expiresAt }),
  });
  const stranger = { name: 'agency', client: createClient({ url }) };
  const { token } = await story.step(stranger, 'POST /v1/agency/enrolments', {
    input: { body: { code: code ?? '' } },
    pick: ({ agency }) => ({ agency: agency.name, token: '…' }),
  });
  return { name: 'agency', client: createClient({ url, token }) };
}

/** The agency accepts its one case, and reports that it reached the customer and was paid in full. */
export async function workTheCase(story: Story, agency: Caller): Promise<void> {
  const { data } = await story.step(agency, 'GET /v1/agency/placements', {
    input: {},
    pick: (list) => list.data.map(({ state, balance }) => ({ state, placed: balance.placed })),
  });
  const [placement] = data;
  if (placement === undefined) throw new Error('the agency sees no case');
  const { id: placementId, balance } = placement;
  const { acknowledgedAt } = await story.step(
    agency,
    'POST /v1/agency/placements/{placementId}/acknowledgement',
    {
      input: { params: { placementId }, body: { accepted: true } },
      pick: ({ state }) => ({ state }),
    },
  );
  const occurredAt = acknowledgedAt ?? placement.placedAt;
  await story.step(agency, 'POST /v1/agency/placements/{placementId}/events', {
    input: {
      params: { placementId },
      body: { sequence: 1, type: 'contacted', channel: 'phone', occurredAt },
    },
    pick: ({ outcome }) => ({ outcome }),
  });
  await story.step(agency, 'POST /v1/agency/placements/{placementId}/events', {
    input: {
      params: { placementId },
      body: { sequence: 2, type: 'payment', amount: balance.outstanding, occurredAt },
    },
    pick: (report) => ({
      outcome: report.outcome,
      commission: report.commission,
      outstanding: report.balance.outstanding,
    }),
  });
}
