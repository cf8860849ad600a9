import cluster, { type Worker } from 'node:cluster';
import { fileURLToPath } from 'node:url';

/** Set in a worker's environment, which otherwise holds the same settings as its parent found or made. */
export const workerMark = 'PASPOR_ANTREAN_WORKER';

/** The mark of one whose parent started the embedded database. */
const embedded = 'embedded';

export const isEmbeddedWorker = (env: Record<string, string | undefined>): boolean => env[workerMark] === embedded;

export const isWorker = (env: Record<string, string | undefined>): boolean => env[workerMark] !== undefined;

export interface Workers {
  port: number;
  stop(): Promise<void>;
}

/**
 * Several processes behind one port. One that dies is replaced, while the others go on; one that cannot start at all
 * fails the start, with its own sentence.
 */
export const startWorkers = async (
  count: number,
  env: Record<string, string>,
  isEmbedded: boolean,
  onLost: () => void,
): Promise<Workers> => {
  // Not `process.argv[1]`: that may be a script which sets things up first.
  cluster.setupPrimary({ exec: fileURLToPath(new URL('./node.js', import.meta.url)), args: [] });
  let stopping = false;
  const alive = new Set<Worker>();

  const fork = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const worker = cluster.fork({ ...env, [workerMark]: isEmbedded ? embedded : 'own' });
      alive.add(worker);
      let isReady = false;
      worker.on('message', ({ port }: { port: number }) => {
        isReady = true;
        resolve(port);
      });
      worker.on('exit', () => {
        alive.delete(worker);
        if (!isReady) reject(new Error('A worker could not start.'));
        else if (!stopping) {
          onLost();
          fork().catch(() => {});
        }
      });
    });

  const ended = (worker: Worker) =>
    new Promise<void>((resolve) => {
      worker.once('exit', () => resolve());
      worker.process.kill('SIGTERM');
    });

  const stop = async () => {
    stopping = true;
    await Promise.all([...alive].map(ended));
  };
  try {
    const ports = await Promise.all(Array.from({ length: count }, fork));
    return { port: ports[0] ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
