import { createClient } from '../../client/client.js';
import { signIn } from '../../client/sign-in.js';
import { assert } from '../../domain/assert.js';
import type { Caller, Story } from './story.js';

/** The people of the company: each signs in with a password that nobody else knows. */
export type People = Readonly<{ clerk: Caller; manager: Caller; controller: Caller }>;

const PEOPLE = [
  { email: 'sri@kopi-contoh.example', name: 'Sri', role: 'arClerk' },
  { email: 'budi@kopi-contoh.example', name: 'Budi', role: 'arManager' },
  { email: 'wati@kopi-contoh.example', name: 'Wati', role: 'creditController' },
] as const;

/** Adds three people, each of whom sets a password by a code and signs in. */
export async function invitePeople(story: Story, admin: Caller, url: string): Promise<People> {
  const callers: Caller[] = [];
  for (const person of PEOPLE) {
    const { code } = await story.step(admin, 'POST /v1/users', {
      input: { body: person },
      pick: ({ user, expiresAt }) => ({ role: user.role, code: '…', expiresAt }),
    });
    callers.push(await firstSignIn(story, { url, ...person, code: code ?? '' }));
  }
  const [clerk, manager, controller] = callers;
  assert(clerk !== undefined && manager !== undefined && controller !== undefined, 'three people');
  return { clerk, manager, controller };
}

type Invited = Readonly<{ url: string; email: string; name: string; code: string }>;

async function firstSignIn(story: Story, { url, email, name, code }: Invited): Promise<Caller> {
  const password = crypto.randomUUID();
  const stranger = { name, client: createClient({ url }) };
  await story.step(stranger, 'POST /v1/passwords', {
    input: { body: { code, password } },
    pick: () => 'password set',
  });
  const { client } = await signIn({ url }, { email, password });
  return { name, client };
}
