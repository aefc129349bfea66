import { useCall } from '../../api/use-call.js';
import { AddresseeLines } from '../../ui/addressee.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { lettersWords } from './letters-words.js';
import './letters.css';

type Props = Readonly<{
  customer: Readonly<{ id: string; name: string }>;
  level: number;
  onClose: () => void;
}>;

/** The letter as the customer would read it today. */
export function LetterPreview({ customer, level, onClose }: Props) {
  const say = useWords(lettersWords);
  const letter = useCall(
    'GET /v1/customers/{customerId}/letter',
    { params: { customerId: customer.id }, query: { level } },
    { live: false },
  );
  return (
    <div>
      <h2 id="letter-title">{say('reminder', { level })}</h2>
      <p className="soft">{say('preview', { customer: customer.name })}</p>
      <Loaded query={letter} rows={8}>
        {({ subject, text, addressee }) => (
          <article>
            <div className="to">
              {say('goesTo')} <AddresseeLines of={addressee} />
            </div>
            <h3>{subject}</h3>
            <pre tabIndex={0}>{text}</pre>
          </article>
        )}
      </Loaded>
      <footer>
        <button type="button" className="btn" onClick={onClose}>
          {say('close')}
        </button>
      </footer>
    </div>
  );
}
