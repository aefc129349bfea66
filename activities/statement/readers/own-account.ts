/** What the books know of an account as a file writes it; undefined when it is none of ours. */
export type OwnAccountOf = (accountId: string) => OwnAccount | undefined;

/** `zone` is that of the legal entity: an instant in a file is a day there. */
export type OwnAccount = Readonly<{ currency: string; zone: string }>;
