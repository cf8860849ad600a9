import { connect } from 'node:net';

/**
 * A connection that asks one thing after another and costs next to nothing: the load generator shares the cores with
 * what it measures. Understands just what our server answers (HTTP/1.1 with Content-Length or chunks).
 */
export const openConnection = async (port) => {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let buffer = '';
  let waiting;
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    const answer = parse(buffer);
    if (!answer) return;
    buffer = buffer.slice(answer.length);
    waiting.resolve(answer);
  });
  socket.on('close', () => waiting?.reject(new Error('The connection was closed')));
  socket.on('error', () => {});
  return {
    ask: (verb, path, { body, token, etag, encoding } = {}) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        const lines = [`${verb} ${path} HTTP/1.1`, 'Host: 127.0.0.1'];
        if (token) lines.push(`Authorization: Bearer ${token}`);
        if (encoding) lines.push(`Accept-Encoding: ${encoding}`);
        if (etag) lines.push(`If-None-Match: ${etag}`);
        if (body) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`);
        socket.write(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
      }),
    close: () => socket.destroy(),
  };
};

const parse = (text) => {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = text.slice(0, end);
  const status = Number(head.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  const etag = /\r\netag: (\S+)/i.exec(head)?.[1];
  if (length !== undefined || status === 204 || status === 304) {
    const size = Number(length ?? 0);
    if (text.length < end + 4 + size) return undefined;
    return { status, etag, body: text.slice(end + 4, end + 4 + size), length: end + 4 + size };
  }
  const last = text.indexOf('\r\n0\r\n\r\n', end + 2);
  if (last < 0) return undefined;
  const body = text.slice(end + 4, last + 2).replace(/[\da-f]+\r\n([\s\S]*?)\r\n/gi, '$1');
  return { status, etag, body, length: last + 7 };
};
