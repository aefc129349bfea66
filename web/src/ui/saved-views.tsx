import { IconBookmarkPlus, IconLink, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { SavedViewList } from '../../../domain/people/saved-view.js';
import { faultOf } from '../api/use-call.js';
import { useToast } from '../shell/toasts.js';
import { defineWords, useWords } from '../words/words.js';
import { FormDialog, TextField } from './form-dialog.js';
import { useListOfPage, useSavedViews, useViewVerbs, type SavedView } from './use-saved-views.js';

const words = defineWords({
  own: { en: 'Own views', id: 'Tampilan sendiri' },
  save: { en: 'Save view', id: 'Simpan tampilan' },
  rename: { en: 'Rename view', id: 'Ganti nama tampilan' },
  remove: { en: 'Remove view', id: 'Hapus tampilan' },
  copy: { en: 'Copy link to view', id: 'Salin tautan tampilan' },
  name: { en: 'Name', id: 'Nama' },
  keep: { en: 'Save', id: 'Simpan' },
  kept: { en: 'Saved as {name}', id: 'Disimpan sebagai {name}' },
  renamed: { en: 'Now called {name}', id: 'Sekarang bernama {name}' },
  removed: { en: 'View {name} removed', id: 'Tampilan {name} dihapus' },
  copied: { en: 'Link copied', id: 'Tautan disalin' },
});

const NAME_MAX = 40;

/** The views that the person keeps of this list, where the page is one whose filters can be kept. */
export function SavedViews() {
  const list = useListOfPage();
  return list === undefined ? null : <ViewsOf list={list} />;
}

function ViewsOf({ list }: Readonly<{ list: SavedViewList }>) {
  const say = useWords(words);
  const { views, isKnown, filters, isFiltered, searchOf } = useSavedViews(list);
  const shown = views.find((view) => view.filters === filters);
  return (
    <>
      {views.length === 0 ? null : (
        <nav className="tabs own" aria-label={say('own')}>
          {views.map((view) => (
            <Link
              key={view.id}
              to={`/${list}`}
              search={searchOf(view)}
              activeOptions={{ exact: true }}
              aria-current={view.id === shown?.id ? 'page' : undefined}
            >
              {view.name}
            </Link>
          ))}
        </nav>
      )}
      {shown === undefined ? null : <VerbsOf view={shown} />}
      {isKnown && isFiltered && shown === undefined ? <Save list={list} filters={filters} /> : null}
    </>
  );
}

/** Keeps the filters as they are under a name. */
function Save({ list, filters }: Readonly<{ list: SavedViewList; filters: string }>) {
  const say = useWords(words);
  const tell = useToast();
  const { keep, remove } = useViewVerbs();
  const [isOpen, setOpen] = useState(false);
  const save = async (name: string) => {
    const view = { id: crypto.randomUUID(), list, name, filters };
    await keep(view);
    tell(say('kept', { name }), () => remove(view));
  };
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        <IconBookmarkPlus className="i" />
        {say('save')}
      </button>
      {isOpen ? <NameForm title={say('save')} act={save} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function VerbsOf({ view }: Readonly<{ view: SavedView }>) {
  const say = useWords(words);
  const tell = useToast();
  const { keep, remove } = useViewVerbs();
  const [isOpen, setOpen] = useState(false);
  const rename = async (name: string) => {
    await keep({ ...view, name });
    tell(say('renamed', { name }), () => keep(view));
  };
  const drop = async () => {
    await remove(view);
    tell(say('removed', { name: view.name }), () => keep(view));
  };
  const told = (act: () => Promise<unknown>) => () =>
    void act().catch((error: unknown) => tell(faultOf(error) ?? ''));
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    tell(say('copied'));
  };
  return (
    <span className="own-verbs">
      <IconVerb
        label={say('rename')}
        onClick={() => setOpen(true)}
        icon={<IconPencil className="i" />}
      />
      <IconVerb label={say('copy')} onClick={told(copy)} icon={<IconLink className="i" />} />
      <IconVerb label={say('remove')} onClick={told(drop)} icon={<IconTrash className="i" />} />
      {isOpen ? (
        <NameForm title={say('rename')} act={rename} onClose={() => setOpen(false)} />
      ) : null}
    </span>
  );
}

type VerbProps = Readonly<{ label: string; icon: ReactNode; onClick: () => void }>;

function IconVerb({ label, icon, onClick }: VerbProps) {
  return (
    <button type="button" className="btn small" aria-label={label} title={label} onClick={onClick}>
      {icon}
    </button>
  );
}

type FormProps = Readonly<{
  title: string;
  act: (name: string) => Promise<void>;
  onClose: () => void;
}>;

/** Asks for the name of a view; what was refused stays in the form. */
function NameForm({ title, act, onClose }: FormProps) {
  const say = useWords(words);
  const [state, setState] = useState<{ error: unknown; isPending: boolean }>(IDLE);
  const submit = async (name: string) => {
    setState({ error: undefined, isPending: true });
    try {
      await act(name);
      onClose();
    } catch (error) {
      setState({ error, isPending: false });
    }
  };
  return (
    <FormDialog
      title={title}
      submit={say('keep')}
      act={state}
      isReady={(typed) => typed('name') !== ''}
      onSubmit={(typed) => void submit(typed('name'))}
      onClose={onClose}
    >
      <TextField name="name" label={say('name')} maxLength={NAME_MAX} autoFocus />
    </FormDialog>
  );
}

const IDLE = { error: undefined, isPending: false };
