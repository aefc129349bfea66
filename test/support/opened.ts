/** Stands for a thing that a hook of the tests opens: each use asks the one that is open then. */
export function opened<Thing extends object>(now: () => Thing): Thing {
  return new Proxy({} as Thing, {
    get: (_, name) => Reflect.get(now(), name) as unknown,
    has: (_, name) => Reflect.has(now(), name),
    ownKeys: () => Reflect.ownKeys(now()),
    getOwnPropertyDescriptor: (_, name) => ({
      ...Reflect.getOwnPropertyDescriptor(now(), name),
      configurable: true,
    }),
  });
}
