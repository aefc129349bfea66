import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { moneyIn, numberIn, textIn, type FileColumn } from '../../ui/cells.js';
import { Download, firstOf } from '../../ui/download.js';
import { date, decimal, type WireMoney } from '../../ui/format.js';
import { Amount } from '../../ui/money.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { WhatIs } from '../../ui/what-is.js';
import { useWords } from '../../words/words.js';
import { agenciesWords } from './agencies-words.js';
import { useBandText } from './bands.js';

type Agency = BodyOf<'GET /v1/agencies'>['data'][number];
type Agreement = BodyOf<'GET /v1/agreements'>['data'][number];
type Score = BodyOf<'GET /v1/reports/collections'>['agencies'][number];

/** Each agency with what was agreed and how it does; the figures lead to its cases. */
export function Scorecards({ views }: Readonly<{ views: ReactNode }>) {
  const say = useWords(agenciesWords);
  const agencies = useCall('GET /v1/agencies', {});
  const scores = useCall('GET /v1/reports/collections', { query: {} });
  const agreements = useCall('GET /v1/agreements', { query: {} });
  return (
    <Frame title={say('title')} views={views}>
      <Take agencies={agencies.data?.data ?? []} scores={scores.data?.agencies ?? []} />
      <div className="body" tabIndex={0} role="region" aria-label={say('agencies')}>
        <Loaded query={agencies} rows={4}>
          {({ data }) => (
            <table className="t">
              <caption className="hidden">{say('agencies')}</caption>
              <Head />
              <tbody>
                {data.map((agency) => (
                  <AgencyRow
                    key={agency.id}
                    agency={agency}
                    score={scores.data?.agencies.find((one) => one.agency.code === agency.code)}
                    agreements={
                      agreements.data?.data.filter((one) => one.agency === agency.code) ?? []
                    }
                  />
                ))}
              </tbody>
            </table>
          )}
        </Loaded>
      </div>
    </Frame>
  );
}

type TakeProps = Readonly<{ agencies: readonly Agency[]; scores: readonly Score[] }>;

function Take({ agencies, scores }: TakeProps) {
  const say = useWords(agenciesWords);
  const scoreOf = ({ code }: Agency) => scores.find(({ agency }) => agency.code === code);
  const columns: readonly FileColumn<Agency>[] = [
    { id: 'agency', head: say('agency'), value: ({ name }) => textIn(name) },
    {
      id: 'active',
      head: say('state'),
      value: ({ active }) => textIn(say(active ? 'active' : 'inactive')),
    },
    {
      id: 'cases',
      head: say('cases'),
      value: (agency) => numberIn(scoreOf(agency)?.placements ?? 0),
    },
    { id: 'placed', head: say('placedMoney'), value: (one) => moneyIn(scoreOf(one)?.placed) },
    { id: 'collected', head: say('collected'), value: (one) => moneyIn(scoreOf(one)?.collected) },
    { id: 'rate', head: say('rate'), value: (one) => numberIn(scoreOf(one)?.liquidationRate) },
    {
      id: 'commission',
      head: say('commission'),
      value: (one) => moneyIn(scoreOf(one)?.commission),
    },
    { id: 'remitted', head: say('remitted'), value: (one) => moneyIn(scoreOf(one)?.remitted) },
  ];
  return (
    <Download
      exportAs="scorecards"
      title={say('agencies')}
      columns={columns}
      read={firstOf(agencies)}
      filters=""
      isEmpty={agencies.length === 0}
    />
  );
}

const FIGURES = ['placedMoney', 'collected', 'rate', 'commission', 'remitted'] as const;

function Head() {
  const say = useWords(agenciesWords);
  return (
    <thead>
      <tr>
        <th scope="col">{say('agency')}</th>
        <th scope="col" className="wide">
          {say('agreement')}
        </th>
        <th scope="col" className="num">
          {say('cases')}
        </th>
        {FIGURES.map((head) => (
          <th key={head} scope="col" className="num">
            {say(head)}
            {head === 'rate' ? (
              <WhatIs
                name={say('rate')}
                terms={[{ of: 'figure.liquidationRate', name: say('rate') }]}
              />
            ) : null}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type RowProps = Readonly<{
  agency: Agency;
  score: Score | undefined;
  agreements: readonly Agreement[];
}>;

function AgencyRow({ agency, score, agreements }: RowProps) {
  const say = useWords(agenciesWords);
  const figure = (amount: WireMoney | undefined) =>
    amount === undefined ? <span className="quiet">0</span> : <Amount of={amount} />;
  return (
    <tr>
      <th scope="row">
        {agency.name}
        <br />
        <span className="quiet xs">{say(agency.active ? 'active' : 'inactive')}</span>
      </th>
      <td className="wide">
        <Agreed agreements={agreements} current={agency.agreement} />
      </td>
      <td className="num">
        <Link to="/agencies" search={{ view: 'all', agency: agency.code }} className="link">
          {score?.placements ?? 0}
        </Link>
      </td>
      <td className="num">{figure(score?.placed)}</td>
      <td className="num medium">{figure(score?.collected)}</td>
      <td className="num">
        {score?.liquidationRate == null ? '\u2013' : decimal(score.liquidationRate)}
      </td>
      <td className="num">{figure(score?.commission)}</td>
      <td className="num">{figure(score?.remitted)}</td>
    </tr>
  );
}

type AgreedProps = Readonly<{ agreements: readonly Agreement[]; current: Agreement | null }>;

/** What was agreed: what holds now, and behind a fold the others. */
export function Agreed({ agreements, current }: AgreedProps) {
  const say = useWords(agenciesWords);
  const others = agreements.filter(({ version }) => version !== current?.version);
  return (
    <>
      {current === null ? (
        <span className="quiet">{say('noAgreement')}</span>
      ) : (
        <Terms agreement={current} />
      )}
      {others.length === 0 ? null : (
        <details>
          <summary className="quiet xs">{say('earlier')}</summary>
          {others.map((one) => (
            <Terms key={one.version} agreement={one} />
          ))}
        </details>
      )}
    </>
  );
}

function Terms({ agreement }: Readonly<{ agreement: Agreement }>) {
  const say = useWords(agenciesWords);
  const place = usePlace();
  const bandText = useBandText();
  const { version, validFrom, commission } = agreement;
  const bands = commission.map((band) => bandText(band, 'IDR'));
  return (
    <div>
      {bands.join('; ')}
      <br />
      <span className="quiet xs">{say('version', { version, day: date(validFrom, place) })}</span>
    </div>
  );
}
