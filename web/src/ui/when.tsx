import { age, date, exact, moment } from './format.js';
import { usePlace } from './place.js';

/** A moment: `Tue 1 Dec, 08:00`, the exact instant in its tooltip. */
export function When({ at }: Readonly<{ at: string }>) {
  const place = usePlace();
  return (
    <time dateTime={at} title={exact(at, place)}>
      {moment(at, place)}
    </time>
  );
}

/** For how long: `25 d`. */
export function Age({ since }: Readonly<{ since: string }>) {
  const place = usePlace();
  return (
    <time dateTime={since} title={exact(since, place)}>
      {age(since, place)}
    </time>
  );
}

/** A day of the books. */
export function Day({ on }: Readonly<{ on: string }>) {
  const place = usePlace();
  return <time dateTime={on}>{date(on, place)}</time>;
}
