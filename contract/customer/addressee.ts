import { z } from 'zod';
import { ADDRESSEE_KINDS, CONTACT_ROLES, PASSED_OVER } from '../../domain/customer/addressee.js';
import { id, language, orNull } from '../primitives.js';

/** Who gets a letter of a customer, and who did not although its turn came before. */
export const addressee = z
  .strictObject({
    kind: z.enum(ADDRESSEE_KINDS).meta({
      description:
        'A contact, the customer at its own address, or `nobody`: there is no address, so the letter becomes work for a person.',
    }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'Of the contact; null: it goes to no contact.', example: 'Ibu Ratna' }),
    role: orNull(z.enum(CONTACT_ROLES)).meta({
      description: 'Of the contact: the role by which it gets the letter.',
    }),
    address: z
      .string()
      .nullable()
      .meta({ description: 'E-mail address.', example: 'ratna@hotel.example' }),
    language: language.meta({ description: 'In which the letter is written.' }),
    passedOver: z
      .array(
        z.strictObject({
          id: id.meta({ description: 'Of the contact.' }),
          name: z.string().meta({ description: 'Of the contact.', example: 'Pak Joko' }),
          role: z.enum(CONTACT_ROLES).meta({ description: 'Of the contact.' }),
          because: z.enum(PASSED_OVER).meta({
            description: 'It did not agree to messages, or it reads them elsewhere than by e-mail.',
          }),
        }),
      )
      .meta({ description: 'Contacts whose turn came before, and why they do not get it.' }),
  })
  .meta({ id: 'Addressee' });
