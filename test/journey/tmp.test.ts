import { generate, correction } from 'lean-qr/nano';
import { decodeQr } from './decode-qr.ts';
import { randomBytes } from 'node:crypto';
for (const n of [190,200,225,240,260,280,287]) {
const text = 'eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJib29raW5nK2p3dCJ9.' + randomBytes(300).toString('base64url').slice(0,n-62);
const code = generate(text, { minCorrectionLevel: correction.M });
const each = Array.from({ length: code.size }, (_, at) => at);
const rows = each.map((y) => each.map((x) => (code.get(x, y) ? '#' : ' ')).join(''));
try { console.log(n, code.size, decodeQr(rows)===text); } catch (e) { console.log(n, code.size, e.message); }
}
