import { useNavigate } from '@tanstack/react-router';
import type { InputOf } from '../../api/client.js';
import { useDo } from '../../api/use-call.js';
import { keepFile } from './kept-files.js';

type Query = InputOf<'POST /v1/imports'>['query'];

/** Hands a file in, to try it or to write it, and opens its import. */
export function useHandIn() {
  const navigate = useNavigate();
  return useDo(async (client, { file, query }: Readonly<{ file: File; query: Query }>) => {
    const body = new Uint8Array(await file.arrayBuffer());
    const { id } = (await client.call('POST /v1/imports', { body, query })).body;
    keepFile(id, file);
    await navigate({ to: `/setup/imports/${id}` });
    return id;
  });
}
