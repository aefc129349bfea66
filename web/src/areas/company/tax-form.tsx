import { useState } from 'react';
import { useDo } from '../../api/use-call.js';
import type { Typed } from '../../ui/dialog.js';
import { Labelled, TextField } from '../../ui/form-dialog.js';
import { useFieldValue } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from './ask-dialog.js';
import {
  PARTS_PATTERN,
  PERCENT_PATTERN,
  percentText,
  ratioOfParts,
  ratioOfPercent,
  WHOLE,
} from './ratio.js';
import { taxWords } from './rules-words.js';
import type { TaxRule } from './taxes.js';

const KINDS = ['ppn-full', 'ppn-other-base', 'exempt', 'none'] as const;
const ROUNDINGS = ['half-up', 'half-even', 'down'] as const;

type Kind = (typeof KINDS)[number];

/** What the form begins with: the part of the price is that of the law (DPP nilai lain). */
const NEW = {
  code: '',
  kind: 'ppn-full',
  rate: '',
  base: '11/12',
  rounding: 'half-up',
  id: '',
  en: '',
} as const;
const NO_RATE = { numerator: 0, denominator: 1 };

/** Asks for a rule from a day on: a new code, or what follows a rule that is there. */
export function TaxForm({
  of,
  onClose,
}: Readonly<{ of: TaxRule | undefined; onClose: () => void }>) {
  const say = useWords(taxWords);
  const begin = of === undefined ? NEW : typedOf(of);
  const [kind, setKind] = useState<Kind>(begin.kind);
  const ask = useAsking(kind);
  return (
    <AskDialog title={say('ask')} ask={ask} onClose={onClose}>
      <TextField
        name="code"
        label={say('code')}
        maxLength={64}
        autoFocus
        defaultValue={begin.code}
      />
      <Labelled label={say('from')} help="taxFrom">
        <input name="from" type="date" required />
      </Labelled>
      <KindChoice kind={kind} onChoose={setKind} />
      {isTaxed(kind) ? (
        <TextField
          name="rate"
          pattern={PERCENT_PATTERN}
          label={say('ratePercent')}
          inputMode="decimal"
          maxLength={8}
          defaultValue={begin.rate}
        />
      ) : null}
      {kind === 'ppn-other-base' ? (
        <TextField
          name="base"
          pattern={PARTS_PATTERN}
          label={say('base')}
          help="taxBase"
          maxLength={15}
          defaultValue={begin.base}
        />
      ) : null}
      <OnPaper begin={begin} />
    </AskDialog>
  );
}

type Begin = Readonly<{ rounding: string; id: string; en: string }>;

/** How it is rounded, and what it is called on receipts and invoices. */
function OnPaper({ begin }: Readonly<{ begin: Begin }>) {
  const say = useWords(taxWords);
  return (
    <>
      <Choice name="rounding" label={say('rounding')} options={ROUNDINGS} chosen={begin.rounding} />
      <TextField name="label-id" label={say('labelId')} maxLength={60} defaultValue={begin.id} />
      <TextField name="label-en" label={say('labelEn')} maxLength={60} defaultValue={begin.en} />
    </>
  );
}

function isTaxed(kind: Kind): boolean {
  return kind === 'ppn-full' || kind === 'ppn-other-base';
}

/** A rule as its form shows it. */
function typedOf({ code, kind, rate, baseFactor, rounding, label }: TaxRule) {
  const { numerator, denominator } = baseFactor;
  return {
    code,
    kind,
    rate: isTaxed(kind) ? percentText(rate) : '',
    base: kind === 'ppn-other-base' ? `${numerator}/${denominator}` : NEW.base,
    rounding,
    ...label,
  };
}

function KindChoice({ kind, onChoose }: Readonly<{ kind: Kind; onChoose: (kind: Kind) => void }>) {
  const say = useWords(taxWords);
  const valueName = useFieldValue();
  return (
    <Labelled label={say('kind')}>
      <select value={kind} onChange={({ target }) => onChoose(target.value as Kind)}>
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {valueName('kind', one)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type ChoiceProps = Readonly<{
  name: string;
  label: string;
  options: readonly string[];
  chosen: string | undefined;
}>;

function Choice({ name, label, options, chosen }: ChoiceProps) {
  const valueName = useFieldValue();
  return (
    <Labelled label={label}>
      <select name={name} defaultValue={chosen}>
        {options.map((one) => (
          <option key={one} value={one}>
            {valueName(name, one)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function useAsking(kind: Kind) {
  return useDo(async (client, typed: Typed) => {
    const body = {
      code: typed('code').toUpperCase(),
      kind,
      validFrom: typed('from'),
      rate: isTaxed(kind) ? (ratioOfPercent(typed('rate')) ?? NO_RATE) : NO_RATE,
      baseFactor: kind === 'ppn-other-base' ? (ratioOfParts(typed('base')) ?? WHOLE) : WHOLE,
      rounding: typed('rounding') as TaxRule['rounding'],
      label: { id: typed('label-id'), en: typed('label-en') },
      reason: typed('reason'),
    };
    return (await client.call('POST /v1/tax-rules', { body })).body;
  });
}
