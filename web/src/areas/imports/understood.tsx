import { useState } from 'react';
import { useDo } from '../../api/use-call.js';
import type { Typed } from '../../ui/dialog.js';
import { Facts } from '../../ui/equation.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import type { Import } from './import.js';
import { importsWords } from './imports-words.js';
import { keptFile } from './kept-files.js';
import { useHandIn } from './use-hand-in.js';

type Props = Readonly<{ of: Import; mayWrite: boolean }>;

/** Which column was taken for what; a person may say it otherwise, and the file is tried again. */
export function Understood({ of, mayWrite }: Props) {
  const say = useWords(importsWords);
  const [isMapping, setMapping] = useState(false);
  const { format, id, mode } = of;
  if (format === null) return null;
  const mayMap = mayWrite && mode === 'dry-run' && keptFile(id) !== undefined;
  const unused = format.unused.join(', ');
  return (
    <section aria-label={say('understood')}>
      <div className="row">
        <h2>{say('understood')}</h2>
        <span className="grow" />
        {mayMap ? (
          <button type="button" className="btn small" onClick={() => setMapping(true)}>
            {say('editMap')}
          </button>
        ) : null}
      </div>
      <Facts
        rows={[
          [say('fileKind'), [format.file, format.encoding, format.delimiter].join(' ').trim()],
          [say('decimals'), format.decimalMark === 'unknown' ? say('unknown') : format.decimalMark],
          [say('dates'), say(format.dateOrder)],
          ...format.columns.map(
            ({ field, column }) => [<span className="mono">{field}</span>, column] as const,
          ),
        ]}
      />
      {unused === '' ? null : <p className="quiet">{say('unused', { columns: unused })}</p>}
      {isMapping ? <Mapping of={of} onClose={() => setMapping(false)} /> : null}
    </section>
  );
}

/** The fields that were found, each with the column that it is read from, and the columns that are left. */
function Mapping({ of, onClose }: Readonly<{ of: Import; onClose: () => void }>) {
  const say = useWords(importsWords);
  const hand = useHandIn();
  const save = useSaving(of);
  const { format } = of;
  if (format === null) return null;
  const columns = [...format.columns.map(({ column }) => column), ...format.unused];
  const submit = (typed: Typed) => {
    const name = typed('map-name');
    const file = keptFile(of.id);
    const profile = codeOf(name);
    save.mutate(
      { profile, name, typed },
      {
        onSuccess: () =>
          file !== undefined &&
          hand.mutate(
            { file, query: { kind: of.kind, dryRun: 'true', profile } },
            { onSuccess: onClose },
          ),
      },
    );
  };
  return (
    <FormDialog
      title={say('editMap')}
      submit={say('saveMap')}
      act={save.isError ? save : hand}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('mapWhy')}</p>
      <TextField name="map-name" label={say('mapName')} maxLength={60} autoFocus />
      {format.columns.map(({ field, column }) => (
        <Labelled key={field} label={field}>
          <select name={field} defaultValue={column}>
            <option value="">{say('nothingRead')}</option>
            {columns.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </Labelled>
      ))}
    </FormDialog>
  );
}

function useSaving({ kind, format }: Import) {
  return useDo(async (client, wish: Readonly<{ profile: string; name: string; typed: Typed }>) => {
    const { profile, name, typed } = wish;
    const fields = format?.columns.map(({ field }) => field) ?? [];
    const columns = Object.fromEntries(
      fields.map((field) => [field, typed(field)] as const).filter(([, column]) => column !== ''),
    );
    const body = { name, kind, columns, decimalMark: null, dateOrder: null, defaults: {} };
    await client.call('PUT /v1/import-profiles/{profile}', { params: { profile }, body });
  });
}

/** `Kasir lama 2` is kept under `KASIR-LAMA-2`. */
function codeOf(name: string): string {
  return name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
