import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { DownloadSlot } from './download-slot.js';
import { useTellKeys, type PageKeys } from './page-keys.js';
import { SavedViews } from './saved-views.js';

type PageProps = Readonly<{
  title: string;
  /** Where it belongs: a link before the title. */
  crumb?: Readonly<{ label: string; to: string; search?: Readonly<Record<string, string>> }>;
  /** Beside the title: one chip, whose it is. */
  about?: ReactNode;
  /** Right in the head: live mark, export, one or two verbs. */
  verbs?: ReactNode;
  views?: ReactNode;
  keys?: PageKeys;
  proof?: ReactNode;
  children: ReactNode;
}>;

/** The frame of every page: head, body, foot with its keys left and its proof right. */
export function Page({ title, crumb, about, verbs, views, keys, proof, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Lunas`;
  }, [title]);
  useTellKeys(keys);
  const [downloads, setDownloads] = useState<HTMLElement | null>(null);
  return (
    <main className="page" id="main" tabIndex={-1}>
      <header className="head">
        {crumb === undefined ? null : (
          <nav className="crumb">
            <Link to={crumb.to} search={crumb.search ?? {}}>
              {crumb.label}
            </Link>{' '}
            /
          </nav>
        )}
        <h1>{title}</h1>
        {about}
        {views}
        <SavedViews />
        <span className="grow" />
        {verbs}
        <span className="downloads" ref={setDownloads} />
      </header>
      <DownloadSlot value={downloads}>{children}</DownloadSlot>
      <footer className="foot">
        <div className="keys">
          {keys?.map(([key, does]) => (
            <span key={key}>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}{' '}
              {does}
            </span>
          ))}
        </div>
        {proof}
      </footer>
    </main>
  );
}

/** The sentence in the foot that says what the page's sum ties to. */
export function Proof({
  children,
  ties = true,
}: Readonly<{ children: ReactNode; ties?: boolean }>) {
  const Shield = ties ? IconShieldCheck : IconShieldX;
  return (
    <span className={ties ? 'proof' : 'proof bad fg'}>
      <Shield className="i small" /> {children}
    </span>
  );
}
