import type { ApiCall, FlowEvent } from '../flow-state.ts';

/**
 * What the first steps read is asked for plainly, before the client is there. A refusal is left to the client to read;
 * where there is none either, it asks again.
 */
export const firstAnswer = async (
  baseUrl: string,
  { name, input }: ApiCall,
  signal: AbortSignal,
): Promise<FlowEvent | Response | undefined> => {
  const { office, ...asked } = input as Readonly<Record<string, string>>;
  const query = `${new URLSearchParams(asked)}`;
  const path = office ? `/${encodeURIComponent(office)}` : query && `?${query}`;
  try {
    // Browsers that cannot join two signals wait as long as they please; that it takes long is said.
    const inTime = AbortSignal.any?.([signal, AbortSignal.timeout(15_000)]) ?? signal;
    // As `<link rel="preload" as="fetch" crossorigin>` reads it, so that it is read once.
    const response = await fetch(`${baseUrl}/v1/offices${path}`, { signal: inTime, referrerPolicy: 'no-referrer' });
    if (!response.ok) return response;
    const answer = await response.json();
    if (answer instanceof Object) return { type: 'answered', name, answer } as FlowEvent;
  } catch {
    // No connection, or a page that is not the API's.
  }
  return undefined;
};
