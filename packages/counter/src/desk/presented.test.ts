import { bookingCodeOf } from '@paspor-antrean/contract/wire';
import { describe, expect, test } from 'vitest';
import { readPresented } from './presented.ts';

const code = bookingCodeOf('7K3MD9Q');

describe('what was scanned or typed is', () => {
  test.each([
    ['a token', ' eyJh.eyJz.c2ln\n', { token: 'eyJh.eyJz.c2ln' }],
    ['a token that was cut off', 'eyJhbGciOiJFZERTQSIs', { token: 'eyJhbGciOiJFZERTQSIs' }],
    ['a queue code', 'a09-017', { queueCode: 'A09-017' }],
    ['a queue code without its hyphen', 'A09 017', { queueCode: 'A09-017' }],
    ['a queue code with minutes', 'A0930-1017', { queueCode: 'A0930-1017' }],
    ['a booking code', code, { code }],
    ['a booking code as people write it', ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `, { code }],
    ['a booking code that reads like a queue code', bookingCodeOf('A093001'), { code: bookingCodeOf('A093001') }],
    ['nothing', '', undefined],
    ['a web address', 'https://example.go.id/a.b.c', undefined],
    ['a code with a wrong character', `${code.slice(0, 7)}${code[7] === '0' ? '1' : '0'}`, undefined],
    ['far too long', 'A'.repeat(10_000), undefined],
    ['a NIK', '9901011205900001', undefined],
  ])('%s: %j', (_, text, presented) => {
    expect(readPresented(text)).toEqual(presented);
  });
});
