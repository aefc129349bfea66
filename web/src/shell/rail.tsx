import {
  IconHelp,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSun,
  IconUser,
  IconWorld,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '../words/language.js';
import { defineWords, useWords } from '../words/words.js';
import { areaWords, GROUPS, SETUP, type Area } from './areas.js';
import { Brand, OwnLogo } from './brand.js';
import { roleWords } from './role-words.js';
import { useSession } from './session.js';
import { applyTheme, keptTheme, THEMES, type Theme } from './theme.js';

const words = defineWords({
  main: { en: 'Main', id: 'Utama' },
  find: { en: 'Find or do', id: 'Cari apa saja' },
  language: { en: 'Bahasa Indonesia', id: 'English' },
  light: { en: 'Light', id: 'Terang' },
  dark: { en: 'Dark', id: 'Gelap' },
  system: { en: 'As the system', id: 'Ikut sistem' },
  account: { en: 'My account', id: 'Akun saya' },
  help: { en: 'Help and keys', id: 'Bantuan dan tombol' },
  signOut: { en: 'Sign out', id: 'Keluar' },
  person: {
    en: 'Language, theme, account, help, sign out',
    id: 'Bahasa, tema, akun, bantuan, keluar',
  },
});

type Props = Readonly<{
  counts: Readonly<Record<string, number | undefined>>;
  onFind: () => void;
  onHelp: () => void;
}>;

/** Where one can go. A number beside an area means: act. */
export function Rail({ counts, onFind, onHelp }: Props) {
  const say = useWords(words);
  const name = useWords(areaWords);
  const { person } = useSession();
  const may = ({ roles }: Area) => roles.includes(person.role);
  return (
    <nav className="rail" aria-label={say('main')}>
      <Brand />
      <OwnLogo />
      <button
        type="button"
        className="find"
        onClick={onFind}
        title={say('find')}
        aria-keyshortcuts="Control+K"
      >
        <IconSearch className="i" />
        <span>{say('find')}</span>
        <kbd>Ctrl</kbd>
        <kbd>K</kbd>
      </button>
      {GROUPS.map(({ head, areas }) => {
        const shown = areas.filter(may);
        if (shown.length === 0) return null;
        return (
          <div key={areas[0]?.path} className="group-of-links">
            {head === undefined ? null : <h2>{name(head)}</h2>}
            {shown.map((area) => (
              <RailLink key={area.path} area={area} count={counts[area.name]} />
            ))}
          </div>
        );
      })}
      <div className="end">
        {may(SETUP) ? <RailLink area={SETUP} count={counts['setup']} /> : null}
        <PersonMenu onHelp={onHelp} />
      </div>
    </nav>
  );
}

function RailLink({ area, count }: Readonly<{ area: Area; count: number | undefined }>) {
  const name = useWords(areaWords);
  const { pathname } = useLocation();
  const isHere = pathname === area.path || pathname.startsWith(`${area.path}/`);
  const Icon = area.icon;
  return (
    <Link to={area.path} aria-current={isHere ? 'page' : undefined} title={name(area.name)}>
      <Icon className="i" />
      <span>{name(area.name)}</span>
      {count === undefined || count === 0 ? null : <b>{count}</b>}
    </Link>
  );
}

function PersonMenu({ onHelp }: Pick<Props, 'onHelp'>) {
  const say = useWords(words);
  const role = useWords(roleWords);
  const { person, signOut } = useSession();
  const { language, choose } = useLanguage();
  const initials = person.name
    .split(' ')
    .slice(0, 2)
    .map((part) => part[0])
    .join('');
  return (
    <>
      <button type="button" className="who" popoverTarget="person-menu" title={say('person')}>
        <i className="face" aria-hidden="true">
          {initials}
        </i>
        <span>
          {person.name}
          <small>{role(person.role)}</small>
        </span>
        <b>{language.toUpperCase()}</b>
      </button>
      <div id="person-menu" popover="auto" className="menu">
        <button type="button" onClick={() => choose(language === 'en' ? 'id' : 'en')}>
          <IconWorld className="i" />
          <span lang={language === 'en' ? 'id' : 'en'}>{say('language')}</span>
        </button>
        <ThemeButton />
        <Link to="/account">
          <IconUser className="i" />
          {say('account')}
        </Link>
        <button type="button" popoverTarget="person-menu" onClick={onHelp}>
          <IconHelp className="i" />
          {say('help')}
        </button>
        <button type="button" onClick={() => void signOut()}>
          <IconLogout className="i" />
          {say('signOut')}
        </button>
      </div>
    </>
  );
}

function ThemeButton() {
  const say = useWords(words);
  const [theme, setTheme] = useState<Theme>(keptTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const change = () => {
    setTheme(next);
    applyTheme(next);
  };
  return (
    <button type="button" onClick={change}>
      {next === 'dark' ? <IconMoon className="i" /> : <IconSun className="i" />}
      {say(next)}
    </button>
  );
}
