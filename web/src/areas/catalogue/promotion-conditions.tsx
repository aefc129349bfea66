import { Labelled } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { WEEKDAYS, type Promotion } from './promotion-typed.js';
import { dayWords, promotionsWords } from './promotions-words.js';
import './promotions.css';

type Props = Readonly<{ of: Promotion | undefined }>;

/** On which goods. */
export function GoodsFields({ of }: Props) {
  return (
    <>
      <ListField name="skus" of={of} />
      <ListField name="categories" of={of} />
    </>
  );
}

/** Where, when and for whom: all when nothing is said. */
export function ConditionFields({ of }: Props) {
  const say = useWords(promotionsWords);
  return (
    <details className="form-part">
      <summary>{say('conditions')}</summary>
      <ListField name="stores" of={of} />
      <ListField name="storeGroups" of={of} />
      <ListField name="segments" of={of} />
      <Labelled label={say('coupon')}>
        <input name="coupon" maxLength={64} defaultValue={of?.coupon ?? ''} />
      </Labelled>
      <Days of={of} />
      <Labelled label={say('hoursFrom')}>
        <input name="hoursFrom" type="time" defaultValue={of?.hours?.from ?? ''} />
      </Labelled>
      <Labelled label={say('hoursUntil')}>
        <input name="hoursUntil" type="time" defaultValue={of?.hours?.until ?? ''} />
      </Labelled>
    </details>
  );
}

function Days({ of }: Props) {
  const say = useWords(promotionsWords);
  const sayDay = useWords(dayWords);
  return (
    <fieldset className="row">
      <legend>{say('weekdays')}</legend>
      {WEEKDAYS.map((day) => (
        <label key={day} className="row">
          <input
            type="checkbox"
            name={`weekday-${day}`}
            defaultChecked={of?.hours?.weekdays?.includes(day) ?? false}
          />
          {sayDay(`day${day}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Which goes first, what may stand beside it, and in how many sales it is given. */
export function LimitFields({ of }: Props) {
  const say = useWords(promotionsWords);
  return (
    <details className="form-part">
      <summary>{say('limits')}</summary>
      <Labelled label={say('priority')}>
        <input
          name="priority"
          inputMode="numeric"
          pattern="-?\d{1,4}"
          defaultValue={String(of?.priority ?? 0)}
        />
      </Labelled>
      <label className="row">
        <input type="checkbox" name="standsAlone" defaultChecked={of?.standsAlone ?? false} />
        {say('standsAlone')}
      </label>
      {(['perCustomerDay', 'perDay', 'inAll'] as const).map((name) => (
        <Labelled key={name} label={say(name)}>
          <input
            name={name}
            inputMode="numeric"
            pattern="\d{1,7}"
            defaultValue={of?.[name] === undefined ? '' : String(of[name])}
          />
        </Labelled>
      ))}
    </details>
  );
}

type ListName = 'skus' | 'categories' | 'stores' | 'storeGroups' | 'segments';

function ListField({ name, of }: Props & Readonly<{ name: ListName }>) {
  const say = useWords(promotionsWords);
  return (
    <Labelled label={say(name)}>
      <input name={name} defaultValue={of?.[name]?.join(', ') ?? ''} />
    </Labelled>
  );
}
