type FieldProps = Readonly<{
  label: string;
  name: string;
  type: string;
  autoComplete: string;
  defaultValue?: string;
}>;

/** A field of the pages before the door; the browser may fill it. */
export function SignInField({ label, ...input }: FieldProps) {
  return (
    <label>
      {label}
      <span className="field">
        <input required {...input} />
      </span>
    </label>
  );
}
