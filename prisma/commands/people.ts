import { z } from 'zod';
import { PERSON_ROLES, STAFF_ROLES } from '../../contract/roles.js';
import { EXPORTED_LISTS, EXPORT_FORMATS } from '../../domain/people/list-export.js';
import { SAVED_VIEW_LISTS } from '../../domain/people/saved-view.js';
import { command, id, instant, list, nothing, sha256 } from './command.js';

/** Begins the session of a person who has proved who it is; null when the person was disabled meanwhile. */
export const beginSession = command('begin_session', {
  input: z.strictObject({
    userId: id,
    tokenHash: sha256,
    csrfToken: z.string(),
    address: z.string(),
    userAgent: z.string().nullable(),
    /** By which it was proved; null: by a password. */
    providerId: id.nullable(),
    /** The provider has asked for a second factor. */
    secondFactorThere: z.boolean(),
    /** In machine time, as all of a session. */
    at: instant,
    expiresAt: instant,
  }),
  answer: z.strictObject({ sessionId: id.nullable() }),
});

/** Says who somebody is whom a provider has let in. */
export const knowIdentity = command('know_identity', {
  input: z.strictObject({
    providerId: id,
    issuer: z.string(),
    subject: z.string(),
    /** In lower case; null when the provider has not verified it. */
    email: z.string().nullable(),
    /** Of a new person, as the groups at the provider say. */
    name: z.string(),
    role: z.enum(STAFF_ROLES),
    storeId: id.nullable(),
    language: z.string(),
    /** That no password fits; null when the identity is known already. */
    passwordHash: z.string().nullable(),
  }),
  answer: z.strictObject({ userId: id }),
});

/** Gives a person another role or store, disables the person, or lets the person in again. */
export const changePerson = command('change_person', {
  input: z.strictObject({
    userId: id,
    role: z.enum(PERSON_ROLES),
    storeId: id.nullable(),
    agencyId: id.nullable(),
    active: z.boolean(),
    name: z.string(),
    language: z.string(),
    /** In machine time, as all of a session. */
    now: instant,
  }),
  answer: nothing,
});

/** Sets the password of whoever hands in a code of an invitation or a reset. */
export const setPassword = command('set_password', {
  input: z.strictObject({ codeHash: sha256, passwordHash: z.string(), now: instant }),
  answer: z.strictObject({ isSet: z.boolean() }),
});

/** Replaces the password of the person whose open session it is; null when it is not open any more. */
export const replacePassword = command('replace_password', {
  input: z.strictObject({ sessionId: id, passwordHash: z.string(), now: instant }),
  answer: z.strictObject({
    ended: list(z.strictObject({ id, tokenHash: sha256 })).nullable(),
  }),
});

/** Takes the password of a person away, and with it sessions, keys and codes. */
export const takePassword = command('take_password', {
  input: z.strictObject({ userId: id, passwordHash: z.string(), now: instant }),
  answer: nothing,
});

/** Keeps the filters of a list under a name for the person who asks. */
export const keepSavedView = command('keep_saved_view', {
  input: z.strictObject({
    viewId: id,
    list: z.enum(SAVED_VIEW_LISTS),
    name: z.string(),
    filters: z.string(),
    most: z.number().int(),
  }),
  answer: nothing,
});

/** Removes a view of the person who asks. */
export const removeSavedView = command('remove_saved_view', {
  input: z.strictObject({ viewId: id }),
  answer: nothing,
});

/** Records that a person takes a list along, before it is given. */
export const recordListExport = command('record_list_export', {
  input: z.strictObject({
    list: z.enum(EXPORTED_LISTS),
    format: z.enum(EXPORT_FORMATS),
    filters: z.string(),
    rows: z.number().int(),
    whole: z.boolean(),
  }),
  answer: z.strictObject({ exportId: id }),
});
