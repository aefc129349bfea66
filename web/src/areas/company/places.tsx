import { useState } from 'react';
import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import type { Store } from './stores.js';
import { storesWords } from './stores-words.js';

type Place = Store['locations'][number];

/** Where the goods of a store are; tills sell from one of them. */
export function Places({ store, mayChange }: Readonly<{ store: Store; mayChange: boolean }>) {
  const say = useWords(storesWords);
  const [asked, setAsked] = useState<Place | 'new'>();
  const close = () => setAsked(undefined);
  return (
    <div className="places-of">
      <span className="quiet">{say('goodsAt')}</span>
      <ul>
        {store.locations.map((place) => (
          <li key={place.id}>
            {place.name} <span className="mono quiet">{place.code}</span>
            {mayChange ? (
              <button
                type="button"
                className="btn small plain"
                aria-label={`${say('rename')}, ${place.code}`}
                onClick={() => setAsked(place)}
              >
                {say('rename')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <button
          type="button"
          className="btn small"
          aria-label={`${say('addPlace')}, ${store.code}`}
          onClick={() => setAsked('new')}
        >
          {say('addPlace')}
        </button>
      ) : null}
      {asked === 'new' ? <AddPlace store={store} onClose={close} /> : null}
      {asked === undefined || asked === 'new' ? null : <Rename place={asked} onClose={close} />}
    </div>
  );
}

function AddPlace({ store, onClose }: Readonly<{ store: Store; onClose: () => void }>) {
  const say = useWords(storesWords);
  const tell = useToast();
  const add = useAct('POST /v1/stores/{storeId}/locations');
  const save = async (typed: Typed) => {
    const body = { code: typed('code'), name: typed('name') };
    await add.mutateAsync({ params: { storeId: store.id }, body });
    onClose();
    tell(say('placeAdded', { name: body.name }));
  };
  return (
    <FormDialog
      title={`${say('addPlace')}, ${store.name}`}
      submit={say('save')}
      act={add}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField name="code" label={say('code')} maxLength={64} autoFocus />
      <TextField name="name" label={say('name')} maxLength={120} />
    </FormDialog>
  );
}

function Rename({ place, onClose }: Readonly<{ place: Place; onClose: () => void }>) {
  const say = useWords(storesWords);
  const tell = useToast();
  const change = useAct('PUT /v1/locations/{locationId}');
  const params = { locationId: place.id };
  const save = async (typed: Typed) => {
    const name = typed('name');
    await change.mutateAsync({ params, body: { name } });
    onClose();
    const takeBack = () => change.mutateAsync({ params, body: { name: place.name } });
    tell(say('renamed', { name }), takeBack);
  };
  return (
    <FormDialog
      title={say('renameOf', { name: place.name })}
      submit={say('keep')}
      act={change}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={say('name')}
        maxLength={120}
        defaultValue={place.name}
        autoFocus
      />
    </FormDialog>
  );
}
