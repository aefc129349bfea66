import {
  IconCash,
  IconFlag,
  IconMessage2,
  IconPhone,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { entered } from '../../ui/dialog.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import type { AgencyCase } from './own-cases.js';
import { ownWords } from './own-words.js';
import { ReportEffect } from './report-effect.js';
import { ReportFields } from './report-fields.js';
import { reportOf, type Kind } from './report-of.js';

const ICONS: Readonly<Record<Kind, TablerIcon>> = {
  contacted: IconPhone,
  promise: IconFlag,
  payment: IconCash,
  dispute: IconMessage2,
  closed: IconX,
};

type Props = Readonly<{ of: AgencyCase; kinds: readonly Kind[]; children?: ReactNode }>;

/** The next report on a case. Ctrl Enter sends it. */
export function ReportForm({ of, kinds, children }: Props) {
  const say = useWords(ownWords);
  const [kind, setKind] = useState<Kind>(kinds.includes('payment') ? 'payment' : 'contacted');
  const [amount, setAmount] = useState('');
  const { submit, act, form } = useSending(of, kind);
  const sequence = of.lastSequence + 1;
  return (
    <aside className="report" aria-label={say('report')}>
      <div className="row">
        <h2>{say('report')}</h2>
        <span className="grow" />
        <span className="quiet">{say('numberOf', { n: sequence })}</span>
      </div>
      {children}
      <Kinds kinds={kinds} chosen={kind} onChoose={setKind} />
      <form className="form" ref={form} onSubmit={submit}>
        <ReportFields key={kind} kind={kind} of={of} onAmount={setAmount} />
        {kind === 'payment' ? <ReportEffect of={of} typed={amount} /> : null}
        <p className="fault" role="alert">
          {faultOf(act.error)}
        </p>
        <button type="submit" className="btn primary" disabled={act.isPending}>
          {say('submit')} <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </button>
      </form>
      <p className="xs quiet">{say('once')}</p>
    </aside>
  );
}

function useSending(of: AgencyCase, kind: Kind) {
  const say = useWords(ownWords);
  const tell = useToast();
  const place = usePlace();
  const act = useAct('POST /v1/agency/placements/{placementId}/events');
  const form = useRef<HTMLFormElement>(null);
  const sequence = of.lastSequence + 1;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const body = reportOf(kind, (name) => entered(given, name), { of, place, sequence });
    act.mutate(
      { params: { placementId: of.id }, body },
      { onSuccess: () => tell(say('sentTitle', { n: sequence })) },
    );
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return { submit, act, form };
}

type KindsProps = Readonly<{
  kinds: readonly Kind[];
  chosen: Kind;
  onChoose: (kind: Kind) => void;
}>;

function Kinds({ kinds, chosen, onChoose }: KindsProps) {
  const say = useWords(ownWords);
  if (kinds.length === 1) return null;
  return (
    <div className="kinds" role="radiogroup" aria-label={say('kinds')}>
      {kinds.map((kind) => {
        const Icon = ICONS[kind];
        return (
          <label key={kind}>
            <Icon className="i" />
            <input
              className="hidden"
              type="radio"
              name="kind"
              checked={chosen === kind}
              onChange={() => onChoose(kind)}
            />
            {say(kind)}
          </label>
        );
      })}
    </div>
  );
}
