import type { PostgresIdentity } from './identity.js';

export type PostgresOptions = Readonly<{
  /** Folder of the cluster; made when it is missing. */
  dataFolder: string;
  /** TCP port on 127.0.0.1; 0 lets the system choose. */
  port: number;
  /** Password of the superuser `postgres`. */
  password: string;
  /** Called with each line that the server writes. */
  log?: (line: string) => void;
  /**
   * The server writes to this file itself instead. It then does not depend on the process that
   * started it and may outlive it.
   */
  logFile?: string;
  /** `let-go`: the server does not keep its parent process alive. Needs `logFile`. */
  attachment?: 'kept' | 'let-go';
  /** `unsafe-but-fast`: commits may be lost in a power cut; for tests only. */
  durability?: 'full' | 'unsafe-but-fast';
  identity?: PostgresIdentity;
}>;
