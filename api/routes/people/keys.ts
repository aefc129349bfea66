import {
  addKey as add,
  revokeKey as revoke,
  rotateKey as rotate,
} from '../../../activities/people/keys.js';
import { makeApiKey } from '../../../activities/people/make-key.js';
import {
  addKeyRoute,
  listKeysRoute,
  revokeKeyRoute,
  rotateKeyRoute,
} from '../../../contract/people/keys.js';
import { command, route } from '../../route.js';
import { keyOnWire, keysOnWire } from './people-on-wire.js';

const NOT_STORED = { 'Cache-Control': 'no-store' };

export const listKeys = route(listKeysRoute).answers(async (_call, { database }) => ({
  status: 200,
  body: { data: await keysOnWire(database.prisma) },
}));

export const addKey = command(addKeyRoute).answers(async ({ body, tx, ctx }) => {
  const { keyId, secretHash, token } = makeApiKey();
  await add(tx, ctx, {
    label: body.label,
    scopes: body.scopes,
    expiresAt: body.expiresAt === undefined ? null : new Date(body.expiresAt),
    material: { keyId, secretHash },
  });
  return { status: 201, body: { key: await keyOnWire(tx, keyId), token }, headers: NOT_STORED };
});

export const rotateKey = command(rotateKeyRoute).answers(async ({ params, body, tx, ctx }) => {
  const { keyId, secretHash, token } = makeApiKey();
  const { oldEndsAt } = await rotate(tx, ctx, {
    ...params,
    ...body,
    material: { keyId, secretHash },
  });
  return {
    status: 201,
    body: { key: await keyOnWire(tx, keyId), token, oldEndsAt: oldEndsAt.toISOString() },
    headers: NOT_STORED,
  };
});

export const revokeKey = command(revokeKeyRoute).answers(async ({ params: { keyId }, tx, ctx }) => {
  await revoke(tx, ctx, keyId);
  return { status: 200, body: await keyOnWire(tx, keyId) };
});
