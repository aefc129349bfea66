import type { z } from 'zod';
import type { addressee } from '../../../contract/customer/addressee.js';
import type { Addressee } from '../../../domain/customer/addressee.js';

export function addresseeOnWire(to: Addressee): z.input<typeof addressee> {
  const contact = to.kind === 'contact' ? to.contact : null;
  return {
    kind: to.kind,
    name: contact?.name ?? null,
    role: contact?.role ?? null,
    address: to.address,
    language: to.language,
    passedOver: to.passedOver.map(({ contact: { id, name, role }, because }) => ({
      id,
      name,
      role,
      because,
    })),
  };
}
