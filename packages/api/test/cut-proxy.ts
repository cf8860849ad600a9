import { connect, createServer, type Server, type Socket } from 'node:net';

export interface CutProxy {
  port: number;
  /** Tears every connection in two, whatever is on its way. */
  cut(): void;
  /** Keeps back whatever the database answers from now on; gives the way to let it go. */
  keepAnswers(): () => void;
  close(): Promise<void>;
}

/** Stands between the API and the database and can tear the wire. */
export const startCutProxy = async (port: number): Promise<CutProxy> => {
  const open = new Set<Socket>();
  const answers = new Map<Socket, Socket>();
  const server: Server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    answers.set(far, near);
    far.on('close', () => answers.delete(far));
    for (const [a, b] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(a);
      a.on('error', () => {});
      a.on('close', () => {
        open.delete(a);
        b.destroy();
      });
      a.pipe(b);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    cut,
    keepAnswers: () => {
      const kept = [...answers];
      for (const [far, near] of kept) far.unpipe(near);
      return () => {
        for (const [far, near] of kept) far.pipe(near);
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
};
