import { start } from '@paspor-antrean/api';
import { createServer } from 'vite';

const port = Number(process.env.PORT ?? 5173);
const site = `http://localhost:${port}`;

// The whole API on a free port, with a PostgreSQL of its own in `.data`; it lets this page book.
const settings = { ...process.env, PORT: '0', ALLOWED_ORIGINS: site, LOG_LEVEL: 'error' };
const api = await start(settings, console.log);
process.env.VITE_ANTREAN = api.url;

const page = await createServer({ server: { port, strictPort: true, watch: { ignored: ['**/.data/**'] } } });
await page.listen();
console.log(`Ready on ${site}`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await page.close();
    await api.stop();
  });
}
