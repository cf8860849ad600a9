import { expect, test } from 'vitest';
import { readConfig, readEdgeConfig, readEmbeddedConfig, SettingsInvalid } from './config.ts';

const marker = 'R4hasia';
/** The marker wherever a setting could hold it, as it could be typed by mistake. */
const wrong = [
  marker,
  JSON.stringify(marker),
  JSON.stringify([marker]),
  JSON.stringify({ keys: [marker] }),
  JSON.stringify({ [marker]: marker }),
  JSON.stringify([{ kty: marker, crv: marker, kid: marker, x: marker, d: marker }]),
  JSON.stringify([{ kty: 'OKP', crv: 'Ed25519', kid: { [marker]: 1 }, x: [marker], d: { marker } }]),
  `${marker}:${marker},${marker}`,
];
const names = [
  'ALLOWED_ORIGINS DATA_KEYS DATABASE_POOL DATABASE_POOLER DATABASE_URL HOST LOG_LEVEL METRICS_TOKEN NIK_KEY',
  'OPEN_HOLD_SEATS_PER_CLIENT PORT PUBLIC_URL STAFF_AUDIENCE STAFF_CLIENT_ID STAFF_ISSUER STAFF_OFFICE_CLAIM',
  'STAFF_ROLE_CLAIM TICKET_KEYS TOKEN_SECRET TRUSTED_PROXIES',
].flatMap((line) => line.split(' '));

test.each(names)('what is wrong with %s is said without what it holds', (name) => {
  for (const value of wrong) {
    let said: unknown;
    try {
      readConfig({ [name]: value });
    } catch (error) {
      said = error;
    }
    expect(said).toBeInstanceOf(SettingsInvalid);
    expect(String(said)).not.toContain(marker);
  }
});

const faultsOf = (read: (env: Record<string, string>) => unknown, env: Record<string, string>): readonly string[] => {
  try {
    read(env);
    return [];
  } catch (error) {
    return (error as SettingsInvalid).faults.filter((fault) => fault.startsWith('STAFF_'));
  }
};
const provider = {
  STAFF_ISSUER: 'https://masuk.example.go.id/realms/kantor',
  STAFF_AUDIENCE: 'antrean',
  STAFF_CLIENT_ID: 'loket',
};

test.each([
  ['Node', readConfig],
  ['the edge', readEdgeConfig],
  ['the embedded database', readEmbeddedConfig],
])('of an identity provider all settings are given or none, on %s', (_, read) => {
  expect(faultsOf(read, {})).toEqual([]);
  expect(faultsOf(read, provider)).toEqual([]);
  for (const missing of Object.keys(provider)) {
    // Told beside whatever else is wrong.
    expect(faultsOf(read, { ...provider, [missing]: '', PORT: 'many' })).toEqual([
      `${missing} is required: STAFF_ISSUER, STAFF_AUDIENCE, STAFF_CLIENT_ID go together`,
    ]);
  }
});

test('an issuer is an https address, or one of this machine', () => {
  const faults = (STAFF_ISSUER: string) => faultsOf(readConfig, { ...provider, STAFF_ISSUER });
  for (const right of ['https://a.example/', 'http://localhost:9000', 'http://127.0.0.1/x', 'http://[::1]:80'])
    expect(faults(right), right).toEqual([]);
  const wrong = [
    'http://a.example',
    'http://localhost.a.example',
    'https://a.example?x',
    'https://a.example#x',
    'a',
    'https://',
    'https://:x',
  ];
  for (const other of wrong) expect(faults(other), other).toHaveLength(1);
});
