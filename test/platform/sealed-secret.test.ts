import { randomBytes } from 'node:crypto';
import { OperatorFault } from '../../platform/fault.js';
import { sealSecret, unsealSecret } from '../../platform/sealed-secret.js';

const key = randomBytes(32);
const seal = { key, keys: [key], belongsTo: 'agency:1' };

describe('a sealed secret', () => {
  it('opens with its key and owner, and shows nothing of itself', () => {
    const sealed = sealSecret('whsec_c2VjcmV0', seal);
    expect(unsealSecret(sealed, seal)).toBe('whsec_c2VjcmV0');
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('whsec');
  });

  it('opens with an old key after the key was changed', () => {
    const sealed = sealSecret('whsec_c2VjcmV0', seal);
    const keys = [randomBytes(32), key];
    expect(unsealSecret(sealed, { keys, belongsTo: 'agency:1' })).toBe('whsec_c2VjcmV0');
  });

  it('is never the same twice', () => {
    expect(sealSecret('same', seal)).not.toEqual(sealSecret('same', seal));
  });

  it.each([
    ['another key', { ...seal, keys: [randomBytes(32)] }],
    ['another row', { ...seal, belongsTo: 'agency:2' }],
    ['a key of another size', { ...seal, keys: [randomBytes(16)] }],
  ])('does not open with %s, and says what to do', (_what, wrong) => {
    const sealed = sealSecret('whsec_c2VjcmV0', seal);
    expect(() => unsealSecret(sealed, wrong)).toThrow(OperatorFault);
    expect(() => unsealSecret(sealed, wrong)).toThrow(/LUNAS_CODEC_OLD_KEYS/);
  });

  it('does not open when a single bit of it was changed', () => {
    const sealed = sealSecret('whsec_c2VjcmV0', seal);
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = sealed.map((byte, index) => (index === place ? byte ^ 1 : byte));
      expect(() => unsealSecret(changed, seal)).toThrow(OperatorFault);
    }
  });
});
