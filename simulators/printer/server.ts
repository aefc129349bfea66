import { join } from 'node:path';
import { readConfig } from '../../platform/config.js';
import { runProcess } from '../../platform/run-process.js';
import { simulatedPrinters, startSimulators } from './start-simulators.js';

await runProcess({
  name: 'printers',
  start: async (log) => {
    const { home, printerPagePort, printerPorts } = readConfig([
      'home',
      'printerPagePort',
      'printerPorts',
    ]);
    const running = await startSimulators({
      printers: simulatedPrinters(process.env['PRINTER_SIMULATORS'], printerPorts),
      folder: join(home, 'printers'),
      pagePort: printerPagePort,
    });
    for (const { name, host, port } of running.simulators) {
      log.info({ printer: name, address: `${host}:${port}` }, 'a printer is ready');
    }
    return running;
  },
});
