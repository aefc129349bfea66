import { proxyActivities } from '@temporalio/workflow';
import type { InvitationInput } from '../activities/people/mail-invitation.js';
import type { PeopleActivities } from '../activities/people/people-activities.js';

/** A mail server may be away over a night; a code that comes later than that was given in another way. */
const { mailInvitation } = proxyActivities<PeopleActivities>({
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '1 day',
  taskQueue: 'notices',
  retry: { maximumInterval: '5 minutes' },
});

/** Mails one person the code by which a password is set. What cannot be delivered is work for a person. */
export async function invitation(input: InvitationInput): Promise<string> {
  const { kind } = await mailInvitation(input);
  return kind;
}
