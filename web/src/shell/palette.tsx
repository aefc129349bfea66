import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useCall } from '../api/use-call.js';
import type { SetupPart } from '../areas/company/sections.js';
import { useLanguage } from '../words/language.js';
import { defineWords, useWords } from '../words/words.js';
import { AREAS, areaWords } from './areas.js';
import { useRole, useSession } from './session.js';

const words = defineWords({
  find: { en: 'Find a sale, a customer or a page', id: 'Cari penjualan, pelanggan, atau halaman' },
  page: { en: 'Page', id: 'Halaman' },
  sale: { en: 'Sale', id: 'Penjualan' },
  customer: { en: 'Customer', id: 'Pelanggan' },
  verb: { en: 'Do', id: 'Lakukan' },
  nothing: { en: 'Nothing is called that', id: 'Tidak ada yang bernama itu' },
});

const ASK_AFTER_MS = 150;
const SHOWN = 8;

type Found = Readonly<{
  id: string;
  kind: string;
  label: string;
  about: string;
  /** Where it leads, or what it presses on the page below. */
  to: string | (() => void);
}>;

/** Finds any object, goes anywhere, and does what the page below offers (Ctrl K). */
export function Palette({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(words);
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(text);
  useEffect(() => dialog.current?.showModal(), []);
  const open = (one: Found | undefined) => {
    if (one === undefined) return;
    onClose();
    if (typeof one.to === 'string') void navigate({ to: one.to });
    else one.to();
  };
  return (
    <dialog ref={dialog} className="palette" onClose={onClose} aria-label={say('find')}>
      <div>
        <span className="field">
          <input
            autoFocus
            role="combobox"
            aria-expanded="true"
            aria-controls="found"
            aria-activedescendant={found[at] === undefined ? undefined : `found-${at}`}
            aria-label={say('find')}
            placeholder={say('find')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
              else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
              else if (event.key === 'Enter') open(found[at]);
              else return;
              event.preventDefault();
            }}
          />
        </span>
        <ul id="found" role="listbox" aria-label={say('find')}>
          {found.map((one, index) => (
            <li
              key={one.id}
              id={`found-${index}`}
              role="option"
              aria-selected={index === at}
              onClick={() => open(one)}
            >
              <span className="quiet xs">{one.kind}</span>
              <span className="medium">{one.label}</span>
              <span className="soft cut">{one.about}</span>
            </li>
          ))}
          {found.length === 0 ? <li className="quiet">{say('nothing')}</li> : null}
        </ul>
      </div>
    </dialog>
  );
}

function useFound(text: string): readonly Found[] {
  const say = useWords(words);
  const name = useWords(areaWords);
  const { person } = useSession();
  const q = useSettled(text.trim());
  const typed = text.trim().toLowerCase();
  const pages = [
    ...AREAS.filter(({ roles }) => roles.includes(person.role)).map(({ name: area, path }) => ({
      label: name(area),
      about: '',
      to: path,
    })),
    ...useSetupParts(),
  ].map((page) => ({ ...page, id: page.to, kind: say('page') }));
  const verbs = useVerbs().map((verb) => ({ ...verb, id: verb.label, kind: say('verb') }));
  const known = [...verbs, ...pages].filter(({ label }) => label.toLowerCase().includes(typed));
  const seesSales = AREAS.some(
    ({ path, roles }) => path === '/sales' && roles.includes(person.role),
  );
  const seesCustomers = AREAS.some(
    ({ path, roles }) => path === '/customers' && roles.includes(person.role),
  );
  const asks = q.length >= 2;
  const sales = useCall(
    'GET /v1/lifecycles',
    { query: { q, limit: SHOWN } },
    { enabled: asks && seesSales },
  );
  const customers = useCall(
    'GET /v1/customers',
    { query: { q, limit: SHOWN } },
    { enabled: asks && seesCustomers },
  );
  if (!asks) return known.slice(0, SHOWN);
  return [
    ...known,
    ...(customers.data?.data ?? []).map((customer) => ({
      id: customer.id,
      kind: say('customer'),
      label: customer.name,
      about: customer.number,
      to: `/customers/${customer.id}`,
    })),
    ...(sales.data?.data ?? []).map((sale) => ({
      id: sale.saleId,
      kind: say('sale'),
      label: sale.number,
      about: sale.customer?.name ?? '',
      to: `/sales/${sale.saleId}`,
    })),
  ].slice(0, SHOWN + SHOWN);
}

/** What the page below offers as a button with its key, under the name that it has there. */
function useVerbs(): readonly Pick<Found, 'label' | 'about' | 'to'>[] {
  const [verbs] = useState(() =>
    [...document.querySelectorAll<HTMLButtonElement>('#main button:enabled:has(kbd)')].map(
      (button) => ({
        label: nameOf(button),
        about: button.querySelector('kbd')?.textContent ?? '',
        to: () => button.click(),
      }),
    ),
  );
  return verbs;
}

function nameOf(button: HTMLButtonElement): string {
  const parts = [...button.childNodes].filter(({ nodeName }) => nodeName !== 'KBD');
  return parts
    .map(({ textContent }) => textContent)
    .join('')
    .trim();
}

/** The parts of the set-up; their names come when the palette opens. */
function useSetupParts() {
  const { language } = useLanguage();
  const role = useRole();
  const [parts, setParts] = useState<readonly SetupPart[]>([]);
  useEffect(() => {
    void import('../areas/company/sections.js').then(({ partsFor }) => setParts(partsFor(role)));
  }, [role]);
  return parts.map(({ to, name, section }) => ({
    label: name[language],
    about: section[language],
    to,
  }));
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
