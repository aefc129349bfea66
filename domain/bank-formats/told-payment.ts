/** What the lines of a `:86:` say of one payment. */
export type Narrative = Readonly<{
  /** Transaction code of German banks (GVC). */
  code: string | undefined;
  endToEndReference: string | undefined;
  creditorReference: string | undefined;
  otherReferences: readonly string[];
  payerName: string | undefined;
  payerAccount: string | undefined;
  text: string;
  /** The payment comes back (`/RTRN/`). */
  isReturn: boolean;
}>;

export const SILENT: Narrative = {
  code: undefined,
  endToEndReference: undefined,
  creditorReference: undefined,
  otherReferences: [],
  payerName: undefined,
  payerAccount: undefined,
  text: '',
  isReturn: false,
};
