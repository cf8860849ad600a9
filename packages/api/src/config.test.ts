import { expect, test } from 'vitest';
import { readConfig, SettingsInvalid } from './config.ts';

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
  'OPEN_HOLD_SEATS_PER_CLIENT PORT PUBLIC_URL TICKET_KEYS TOKEN_SECRET TRUSTED_PROXIES',
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
