import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** The port of the last start while it is free, so that an address once written down goes on working. */
export async function choosePort(keptIn: string): Promise<number> {
  const kept = readPort(keptIn);
  const port = kept && (await isFree(kept)) ? kept : await listenOn(0);
  if (port !== kept) writeFileSync(keptIn, `${port}\n`);
  return port;
}

export async function isFree(port: number): Promise<boolean> {
  return listenOn(port).then(
    () => true,
    () => false,
  );
}

function readPort(file: string): number {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
}

function listenOn(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
