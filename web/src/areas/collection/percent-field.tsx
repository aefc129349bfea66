import { Labelled } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { mastersWords } from './agency-masters-words.js';
import { PERCENT_PATTERN } from './basis-points.js';

type Props = Readonly<{ name: string; label: string; value: string }>;

/** A rate in per cent, with a comma or a point. */
export function PercentField({ name, label, value }: Props) {
  const say = useWords(mastersWords);
  return (
    <Labelled label={label}>
      <input
        name={name}
        inputMode="decimal"
        required
        pattern={PERCENT_PATTERN}
        title={say('percentHint')}
        defaultValue={value}
      />
    </Labelled>
  );
}
