import {
  groupsIn,
  saysTwoFactors,
  verifiedEmailIn,
} from '../../../domain/people/provider-claims.js';
import { isOwnPage } from '../../../domain/people/return-address.js';
import { roleOfGroups } from '../../../domain/people/role-of-groups.js';

describe('groups at a provider', () => {
  it('are a list or one text, under a name or inside of a claim', () => {
    expect(groupsIn({ groups: ['a', 'b'] }, 'groups')).toEqual(['a', 'b']);
    expect(groupsIn({ role: 'a' }, 'role')).toEqual(['a']);
    expect(groupsIn({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
    expect(
      groupsIn({ 'https://example.test/groups': ['a'] }, 'https://example.test/groups'),
    ).toEqual(['a']);
  });

  it('are none where the claim holds something else, or is not there', () => {
    for (const groups of [undefined, null, 7, { a: 'b' }, [7, null, {}]])
      expect(groupsIn({ groups }, 'groups')).toEqual([]);
    expect(groupsIn({}, 'constructor')).toEqual([]);
    expect(groupsIn({ a: 'x' }, 'a.length')).toEqual([]);
    const many = Array.from({ length: 5_000 }, (_, n) => `group ${n}`);
    expect(groupsIn({ groups: many }, 'groups')).toHaveLength(1_000);
  });

  it('give the role of the first line that names one of them, and none by likeness', () => {
    const lines = [
      { group: 'managers', role: 'arManager', store: null },
      { group: 'till', role: 'cashier', store: 'JKT1' },
    ];
    expect(roleOfGroups(['till', 'managers'], lines)).toBe(lines[0]);
    expect(roleOfGroups(['till'], lines)).toBe(lines[1]);
    expect(roleOfGroups(['Managers', 'managers ', ''], lines)).toBeUndefined();
    expect(roleOfGroups([], lines)).toBeUndefined();
  });
});

describe('what else a provider says', () => {
  it('is two factors by amr or acr alone', () => {
    expect(saysTwoFactors({ amr: ['pwd', 'mfa'] })).toBe(true);
    expect(saysTwoFactors({ acr: 'https://refeds.org/profile/mfa' })).toBe(true);
    for (const claims of [{}, { amr: ['pwd'] }, { amr: 'mfa' }, { acr: '1' }, { acr: undefined }])
      expect(saysTwoFactors(claims)).toBe(false);
  });

  it('is an e-mail address only when it is verified, as a truth and not as a word', () => {
    const email = 'Sri@Example.test';
    expect(verifiedEmailIn({ email, email_verified: true })).toBe('sri@example.test');
    for (const said of [undefined, false, 'true', 1, null])
      expect(verifiedEmailIn({ email, email_verified: said })).toBeUndefined();
    expect(verifiedEmailIn({ email: ['a'], email_verified: true })).toBeUndefined();
  });
});

describe('the page to return to', () => {
  it.each(['/', '/sales?standing=not-due', '/setup/people', '/a@b:c'])('is ours: %s', (address) =>
    expect(isOwnPage(address)).toBe(true),
  );

  it.each([
    '',
    'sales',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: x',
    `/${'x'.repeat(3_000)}`,
  ])('is not ours: %j', (address) => expect(isOwnPage(address)).toBe(false));
});
