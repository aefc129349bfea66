import { createServer } from 'node:http';
import { onlyInDevelopment, readConfig } from '../../platform/config.js';
import { listen, LOOPBACK } from '../../platform/listen.js';
import { runProcess } from '../../platform/run-process.js';
import { CODEC_SETTINGS, payloadCodecOf } from '../../platform/temporal/connect.js';
import { createCodecServerApp } from './app.js';

await runProcess({
  name: 'codec-server',
  start: async (logger) => {
    onlyInDevelopment('The codec server');
    const config = readConfig(['codecServerPort', 'temporalUiUrl', ...CODEC_SETTINGS]);
    const codec = payloadCodecOf(config);
    const app = createCodecServerApp({ codec, temporalUiUrl: config.temporalUiUrl, logger });
    const server = createServer(app);
    const place = { host: LOOPBACK, port: config.codecServerPort };
    const port = await listen(server, { ...place, setting: 'LUNAS_CODEC_SERVER_PORT' });
    return {
      address: `http://${LOOPBACK}:${port}`,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  },
});
