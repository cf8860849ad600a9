import { expect, test } from 'vitest';
import { clientAddress, clientNetwork } from './client-address.ts';

test('without trusted proxies the header is anybody’s word', () => {
  expect(clientAddress('203.0.113.9', '198.51.100.1', [])).toBe('203.0.113.9');
});

test('behind trusted proxies it is the last address that none of them is', () => {
  const trusted = ['10.0.0.0/8', '2001:db8::/32'];
  expect(clientAddress('10.1.2.3', '198.51.100.1', trusted)).toBe('198.51.100.1');
  expect(clientAddress('10.1.2.3', '192.0.2.66, 198.51.100.1, 10.9.9.9', trusted)).toBe('198.51.100.1');
  expect(clientAddress('::ffff:10.1.2.3', '198.51.100.1', trusted)).toBe('198.51.100.1');
  expect(clientAddress('2001:db8::1', '198.51.100.1', trusted)).toBe('198.51.100.1');
  expect(clientAddress('203.0.113.9', '198.51.100.1', trusted)).toBe('203.0.113.9');
  expect(clientAddress('10.1.2.3', 'nonsense', trusted)).toBe('10.1.2.3');
  expect(clientAddress('10.1.2.3', undefined, trusted)).toBe('10.1.2.3');
});

test('IPv4 is counted whole, IPv6 by its /56', () => {
  expect(clientNetwork('203.0.113.9')).toBe(clientNetwork('::ffff:203.0.113.9'));
  expect(clientNetwork('203.0.113.9')).not.toBe(clientNetwork('203.0.113.8'));
  expect(clientNetwork('2001:db8:1:2:3::1')).toBe(clientNetwork('2001:db8:1:ff::9'));
  expect(clientNetwork('2001:db8:1:2::1')).not.toBe(clientNetwork('2001:db8:1:102::1'));
  for (const broken of ['', '1.2.3', '1.2.3.256', '::1::', 'g::1', '1:2:3:4:5:6:7:8:9'])
    expect(clientNetwork(broken)).toBe('unknown');
});
