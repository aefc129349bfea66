import { useSession } from '../shell/session.js';
import type { LunasClient } from '../../../client/client.js';

/** Asks for a document as PDF. */
type Ask = (client: LunasClient) => Promise<Readonly<{ body: unknown }>>;

/** Fetches a document as PDF and hands it to the browser to keep. */
export function usePaper() {
  const { client } = useSession();
  return async (ask: Ask, fileName: string) => {
    const bytes = (await ask(client)).body as Uint8Array<ArrayBuffer>;
    saveBlob(new Blob([bytes], { type: 'application/pdf' }), `${fileName}.pdf`);
  };
}

/** Hands a file to the browser to keep; a stroke in its name would be a folder. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName.replaceAll('/', '-');
  link.click();
  URL.revokeObjectURL(url);
}
