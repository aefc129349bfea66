import { readLetter as read } from '../../../../activities/dunning/read-letter.js';
import { readLetterRoute } from '../../../../contract/receivable/letters.js';
import { notFound } from '../../../../domain/refusal.js';
import { negotiate } from '../../../http/negotiate.js';
import { route } from '../../../route.js';

export const readLetter = route(readLetterRoute).answers(async (call, deps) => {
  const { params, request, ctx } = call;
  const form = negotiate(request, ['application/json', 'application/pdf']);
  const letter = await read(deps.database, ctx, params.letterId);
  if (letter === undefined) throw notFound();
  if (form === 'application/json') return { status: 200, body: letter.words() };
  return { status: 200, content: await deps.documents(call, letter.pdf), contentType: form };
});
