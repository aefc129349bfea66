import { IconHelp } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useLanguage } from '../words/language.js';
import type { Meaning, MeaningKey } from '../words/meanings.js';
import { defineWords, useWords } from '../words/words.js';
import { placeBeside } from './place-below.js';

const words = defineWords({
  what: { en: 'What is this: {name}', id: 'Apa ini: {name}' },
  formula: { en: 'Formula', id: 'Rumus' },
});

/** A status or a figure as the page names it, and where its meaning is. */
export type Term = Readonly<{ of: MeaningKey; name: string }>;

type Props = Readonly<{
  /** What the question is about, for screen readers. */
  name: string;
  terms: readonly Term[];
}>;

/** A question mark that says what a status or a figure is, with its formula. The texts come when it is asked. */
export function WhatIs({ name, terms }: Props) {
  const say = useWords(words);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [meaningOf, setMeaningOf] = useState<(key: MeaningKey) => Meaning>();
  const load = () =>
    void import('../words/meanings.js').then((loaded) => setMeaningOf(() => loaded.meaningOf));
  return (
    <>
      <button
        ref={button}
        type="button"
        className="what-is"
        aria-label={say('what', { name })}
        aria-describedby={meaningOf === undefined ? undefined : id}
        popoverTarget={id}
        onClick={load}
      >
        <IconHelp className="i small" />
      </button>
      <div
        ref={popup}
        id={id}
        popover="auto"
        className="meaning"
        role="note"
        aria-label={name}
        tabIndex={0}
        onBeforeToggle={() => placeBeside(popup.current, button.current)}
      >
        {meaningOf === undefined ? null : (
          <dl>
            {terms.map(({ of, name: term }) => (
              <OneMeaning key={of} name={term} meaning={meaningOf(of)} />
            ))}
          </dl>
        )}
      </div>
    </>
  );
}

function OneMeaning({ name, meaning }: Readonly<{ name: string; meaning: Meaning }>) {
  const say = useWords(words);
  const { language } = useLanguage();
  const { says, formula } = meaning;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {says[language]}
        {formula === undefined ? null : (
          <p className="formula">
            <span className="quiet">{say('formula')}:</span> {formula[language]}
          </p>
        )}
      </dd>
    </>
  );
}
