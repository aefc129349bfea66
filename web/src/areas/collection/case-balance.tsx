import type { EntryOf } from '../../api/use-call.js';
import { Equation } from '../../ui/equation.js';
import { units } from '../../ui/format.js';
import { Money } from '../../ui/money.js';
import { Proof } from '../../ui/page.js';
import { useWords } from '../../words/words.js';
import { agenciesWords } from './agencies-words.js';

type Balance = EntryOf<'GET /v1/placements'>['balance'];

/** What the balance is made of; the rest is to collect. */
const TAKEN = ['collectedByAgency', 'paidDirect', 'adjusted', 'recalled', 'writtenOff'] as const;

/** The money of a case as a sum that comes out. */
export function BalanceOfCase({ balance }: Readonly<{ balance: Balance }>) {
  const say = useWords(agenciesWords);
  return (
    <Equation
      label={say('balance')}
      terms={[
        { label: say('placed'), value: <Money of={balance.placed} /> },
        ...TAKEN.map((part) => ({
          sign: '\u2212' as const,
          label: say(part),
          value: <Money of={balance[part]} />,
        })),
        { sign: '=', label: say('left'), value: <Money of={balance.outstanding} /> },
      ]}
    />
  );
}

/** In the foot: whether every case that is shown comes out. */
export function CaseProof({ of }: Readonly<{ of: readonly Readonly<{ balance: Balance }>[] }>) {
  const say = useWords(agenciesWords);
  const ties = of.every(({ balance }) => {
    const taken = TAKEN.reduce((sum, part) => sum + units(balance[part]), 0n);
    return units(balance.placed) === taken + units(balance.outstanding);
  });
  return <Proof ties={ties}>{say(ties ? 'holds' : 'holdsNot')}</Proof>;
}
