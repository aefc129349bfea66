import { Link, Navigate } from '@tanstack/react-router';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { Done, Loaded } from '../../ui/states.js';
import { StatusIcon } from '../../ui/status-icon.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { partWords, setupWords } from './setup-words.js';
import { SetupPage, useSections } from './views.js';
import './setup.css';

type Step = BodyOf<'GET /v1/setup'>['steps'][number];

/** Where a step is done by hand. */
const PAGES: Readonly<Record<Step['step'], string>> = {
  company: '/setup/company',
  item: '/prices',
  stock: '/stock',
  'bank-account': '/setup/bank-accounts',
  'dunning-policy': '/setup/policies',
  store: '/stores',
  terminal: '/stores',
  enrolment: '/stores',
  printer: '/stores',
};

/** What a company still lacks before its first sale, invoice and letter. */
export function Page() {
  // The first steps are the administrator's; the manager begins with what a second person decides.
  return useRole() === 'arManager' ? (
    <Navigate to="/setup/bank-accounts" replace />
  ) : (
    <FirstSteps />
  );
}

function FirstSteps() {
  const setup = useCall('GET /v1/setup', {});
  return (
    <SetupPage>
      <div className="body">
        <Loaded query={setup}>{({ steps }) => <Steps steps={steps} />}</Loaded>
        <AlsoHere />
      </div>
    </SetupPage>
  );
}

function Steps({ steps }: Readonly<{ steps: readonly Step[] }>) {
  const say = useWords(setupWords);
  const left = steps.filter(({ done }) => !done).length;
  return (
    <>
      {left === 0 ? (
        <Done title={say('ready')}>{say('readyWhy')}</Done>
      ) : (
        <p className="soft setup-intro">
          <strong>{say('left', { n: left })}.</strong> {say('ten')}
        </p>
      )}
      <ol className="steps-list">
        {steps.map((step) => (
          <StepRow key={step.step} step={step} />
        ))}
      </ol>
    </>
  );
}

function StepRow({ step }: Readonly<{ step: Step }>) {
  const say = useWords(setupWords);
  const { language } = useLanguage();
  const page = PAGES[step.step];
  return (
    <li className={step.done ? undefined : 'todo'}>
      <span className={step.done ? 'mark in' : 'mark'}>
        <StatusIcon shape={step.done ? 'paid' : 'captured'} />
      </span>
      <span>
        <span className="medium">{step.words[language]}</span>
        <small>{say('neededFor', { what: say(step.neededFor) })}</small>
      </span>
      {step.done ? (
        <span className="quiet">{say('done')}</span>
      ) : (
        <Link to={page} className="btn small">
          {say('here')}
        </Link>
      )}
    </li>
  );
}

/** What a company has from the beginning and changes when it must: every other part, with what it is for. */
function AlsoHere() {
  const say = useWords(setupWords);
  const why = useWords(partWords);
  const parts = useSections().flatMap((section) => section.parts);
  return (
    <section className="also-here" aria-label={say('alsoHere')}>
      <h2>{say('alsoHere')}</h2>
      <dl>
        {parts.flatMap(({ to, name }) =>
          name in partWords ? (
            <div key={to}>
              <dt>
                <Link to={to} className="link">
                  {say(name)}
                </Link>
              </dt>
              <dd className="soft">{why(name as keyof typeof partWords)}</dd>
            </div>
          ) : (
            []
          ),
        )}
      </dl>
    </section>
  );
}
