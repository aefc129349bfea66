import type { PostgresIdentity } from './identity.js';

export type PostgresOptions = Readonly<{
  /** Folder of the cluster; made when it is missing. */
  dataFolder: string;
  /** TCP port on 127.0.0.1; 0 lets the system choose. */
  port: number;
  /** Password of the superuser `postgres`. */
  password: string;
  /** Hears each line the server writes. */
  log?: (line: string) => void;
  /**
   * The server writes to this file by itself instead. It then needs nothing of the process that
   * started it and may outlive it.
   */
  logFile?: string;
  /** `let-go`: does not keep the process alive that started it. Needs `logFile`. */
  attachment?: 'kept' | 'let-go';
  /** `unsafe-but-fast` gives up the promise that commits survive a power cut: for tests only. */
  durability?: 'full' | 'unsafe-but-fast';
  identity?: PostgresIdentity;
}>;
