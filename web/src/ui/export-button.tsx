import { IconDownload } from '@tabler/icons-react';
import { defineWords, useWords } from '../words/words.js';
import { csvOf } from './csv.js';

const words = defineWords({ export: { en: 'Export', id: 'Ekspor' } });

type Props = Readonly<{
  /** Of the file, without its ending. */
  name: string;
  /** What is seen, the head first; amounts in full. */
  rows: () => readonly (readonly string[])[];
}>;

/** Saves what is seen as CSV. */
export function ExportButton({ name, rows }: Props) {
  const say = useWords(words);
  return (
    <button type="button" className="btn small" onClick={() => downloadCsv(name, rows())}>
      <IconDownload className="i" />
      {say('export')}
    </button>
  );
}

/** Gives the person a file with these rows: the first one is the head. */
function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
  const url = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
