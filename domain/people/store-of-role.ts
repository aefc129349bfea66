const IN_ONE_STORE: ReadonlySet<string> = new Set(['cashier', 'storeManager']);

/** Whether people of this role work in one store, and see its sales alone. */
export function worksInOneStore(role: string): boolean {
  return IN_ONE_STORE.has(role);
}
