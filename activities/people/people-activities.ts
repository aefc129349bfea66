import { refusingAsFailure } from '../refusal.js';
import { mailInvitation, type InvitationDeps, type InvitationInput } from './mail-invitation.js';

export type PeopleActivities = ReturnType<typeof createPeopleActivities>;

/** The activities about people of the company. */
export function createPeopleActivities(deps: InvitationDeps) {
  return refusingAsFailure({
    mailInvitation: (input: InvitationInput) => mailInvitation(deps, input),
  });
}
