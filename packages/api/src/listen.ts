import type { Server } from 'node:http';
import type { ServerType } from '@hono/node-server';

/** Milliseconds that requests under way get to finish when the server stops. */
const patienceMs = 10_000;
/** Milliseconds between two looks for connections that have had their answer. */
const idleMs = 50;

/** Opens the port and says how to close it again without cutting anyone off. */
export const listen = async (
  given: ServerType,
  host: string,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> => {
  const server = given as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(portTrouble(error, host, port))));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
        // Browsers and proxies keep a connection after its answer; nothing more is asked of it.
        const idle = setInterval(() => server.closeIdleConnections(), idleMs);
        server.close(() => {
          clearTimeout(cut);
          clearInterval(idle);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
};

const portTrouble = (error: NodeJS.ErrnoException, host: string, port: number): string => {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Set PORT to another one, or stop what listens there.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${host} is not an address of this machine.`;
    default:
      return `Port ${port} cannot be opened (${error.code}).`;
  }
};
