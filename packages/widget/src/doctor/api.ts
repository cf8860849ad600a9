import type { Finding } from './findings.ts';

const get = (url: string): Promise<Response | undefined> =>
  fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(() => undefined);

const json = async <T>(response: Response | undefined): Promise<T | undefined> =>
  response?.ok ? ((await response.json().catch(() => undefined)) as T | undefined) : undefined;

/** `/widget/…` answers every site and `/v1/…` only those on the list: that tells a refusal from a dead line. */
export const askApi = async (api: string, ids: readonly string[]): Promise<Finding[]> => {
  // One that cannot be an id would make the API refuse the whole question.
  const named = ids.filter((id) => /^[a-z0-9-]+$/.test(id));
  const query = named.length > 0 ? `?ids=${encodeURIComponent(named.join(','))}` : '';
  const [anyone, listed] = await Promise.all([get(`${api}/widget/versions.json`), get(`${api}/v1/offices${query}`)]);
  if (!anyone && !listed) return [{ kind: 'unreachable', api }];
  if (!listed) return [{ kind: 'origin-not-listed', origin: location.origin }];
  const known = await json<{ offices: { id: string }[] }>(listed);
  const missing = ids.filter(
    (id) => !named.includes(id) || (known && !known.offices.some((office) => office.id === id)),
  );
  return missing.map((office) => ({ kind: 'office-unknown', office }));
};

/** Whether the script that runs is the one that the API serves today. */
export const askVersion = async (api: string, script: string): Promise<Finding[]> => {
  const [latest, running] = await Promise.all([get(`${api}/widget/versions.json`), get(script)]);
  // `subtle` is missing on pages without https.
  if (!latest?.ok || !running?.ok || !crypto.subtle) return [];
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await running.arrayBuffer()));
  // Versions are the first twelve digits of a file's hash.
  const version = Array.from(hash.slice(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const listed = await latest.text();
  return listed.includes(version) ? [] : [{ kind: 'old-version', script: `${api}/widget/paspor-antrean.js` }];
};
