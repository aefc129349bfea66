import { NativeConnection } from '@temporalio/worker';
import { temporalEndpoint, type ConnectionConfig } from './connection.js';
import { connectionFault } from './connection-fault.js';

/**
 * The connection of a process that runs workers.
 * @throws {OperatorFault} when the server cannot be reached, with the reason
 */
export async function connectWorker(config: ConnectionConfig): Promise<NativeConnection> {
  try {
    return await NativeConnection.connect(temporalEndpoint(config));
  } catch (error) {
    throw await connectionFault(config, error);
  }
}
