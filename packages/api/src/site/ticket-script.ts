/**
 * `/kantor/tiket.js`, the receiving end of the protocol in `ticket-page.ts`. Plain script in a string, because the
 * build of the API knows no DOM. Text nodes and attributes only, so that it runs under `trusted-types 'none'`.
 */
export const ticketScript = String.raw`'use strict';
(() => {
  const find = (selector) => document.querySelector(selector);
  const lang = document.documentElement.lang;
  const sheet = find('#ticket');
  const allowed = find('meta[name="antrean-origins"]').content.split(' ').filter(Boolean);

  const isAllowed = (origin) => {
    if (origin === location.origin) return true;
    let url;
    try {
      url = new URL(origin);
    } catch {
      return false;
    }
    return allowed.some((entry) =>
      entry.startsWith('*.') ? url.protocol === 'https:' && url.hostname.endsWith(entry.slice(1)) : origin === entry,
    );
  };

  const hasExactly = (value, keys) =>
    typeof value === 'object' && value !== null && Object.keys(value).sort().join() === [...keys].sort().join();
  const matches = (value, pattern) => typeof value === 'string' && pattern.test(value);
  const instant = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:00\+0[789]:00$/;
  const isApplicant = (value) =>
    hasExactly(value, ['name', 'queueCode', 'feeIdr']) &&
    matches(value.name, /^[^\p{Cc}]{1,60}$/u) &&
    matches(value.queueCode, /^[A-Z0-9-]{1,16}$/) &&
    (value.feeIdr === null || (Number.isInteger(value.feeIdr) && value.feeIdr >= 0 && value.feeIdr <= 1e8));
  const isQr = (value) =>
    hasExactly(value, ['size', 'modules']) &&
    Number.isInteger(value.size) && value.size >= 21 && value.size <= 177 && value.size % 4 === 1 &&
    matches(value.modules, /^[01]+$/) && value.modules.length === value.size * value.size;
  const isTicket = (value) =>
    hasExactly(value, ['office', 'service', 'code', 'startsAt', 'endsAt', 'applicants', 'qr']) &&
    value.office === sheet.dataset.office &&
    (value.service === 'new' || value.service === 'renewal') &&
    matches(value.code, /^[A-Z0-9]{8}$/) &&
    matches(value.startsAt, instant) && matches(value.endsAt, instant) &&
    Array.isArray(value.applicants) && value.applicants.length >= 1 && value.applicants.length <= 20 &&
    value.applicants.every(isApplicant) && isQr(value.qr);

  // Always the wall time that is written in the instant, whatever zone this device is in.
  const wall = (at) => at.slice(11, 16).replace(':', lang === 'id' ? '.' : ':');
  const zone = (at) => ({ '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' })[at.slice(-6)];
  const day = (at) =>
    new Intl.DateTimeFormat(lang === 'id' ? 'id-ID' : 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
      .format(new Date(at.slice(0, 10) + 'T00:00:00Z'));
  const money = (rupiah) => 'Rp' + String(rupiah).replace(/\B(?=(\d{3})+$)/g, lang === 'id' ? '.' : ',');

  let patience;
  const fill = (name) => find('[data-fill="' + name + '"]');
  const add = (parent, tag, text, className) => {
    const child = document.createElement(tag);
    child.textContent = text;
    if (className) child.className = className;
    parent.append(child);
    return child;
  };

  const drawQr = ({ size, modules }) => {
    const shape = (tag, attributes) => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      find('#qr').append(made);
    };
    let path = '';
    for (let y = 0; y < size; y++) {
      for (const run of modules.slice(y * size, (y + 1) * size).matchAll(/1+/g)) {
        path += 'M' + run.index + ' ' + y + 'h' + run[0].length + 'v1h-' + run[0].length + 'z';
      }
    }
    const edge = String(size + 8);
    find('#qr').setAttribute('viewBox', '-4 -4 ' + edge + ' ' + edge);
    shape('rect', { x: '-4', y: '-4', width: edge, height: edge, fill: '#fff' });
    shape('path', { d: path, fill: '#000' });
  };

  const draw = (ticket) => {
    const { at, feeUnknown } = sheet.dataset;
    fill('day').textContent = day(ticket.startsAt);
    fill('hours').textContent = (at ? at + ' ' : '') + wall(ticket.startsAt) + '–' + wall(ticket.endsAt) + ' ' + zone(ticket.startsAt);
    fill('code').textContent = ticket.code.slice(0, 4) + ' ' + ticket.code.slice(4);
    const several = ticket.applicants.length > 1;
    const cost = ({ feeIdr }) => (feeIdr === null ? feeUnknown : money(feeIdr));
    const [first] = ticket.applicants;
    const alike = ticket.applicants.every(({ feeIdr }) => feeIdr === first.feeIdr);
    if (alike) add(fill('fees'), 'li', (several && first.feeIdr !== null ? ticket.applicants.length + ' × ' : '') + cost(first));
    for (const one of ticket.applicants) {
      const item = add(fill('applicants'), 'li', '');
      add(item, 'strong', one.queueCode, 'code');
      add(item, 'span', one.name);
      if (!alike) add(fill('fees'), 'li', one.name + ': ' + cost(one));
    }
    find('[data-several]').hidden = !several;
    for (const part of document.querySelectorAll('[data-documents="' + ticket.service + '"]')) part.hidden = false;
    drawQr(ticket.qr);
    quiet();
    sheet.hidden = false;
  };

  const quiet = () => {
    clearTimeout(patience);
    find('#waiting')?.remove();
    find('#state').textContent = '';
  };
  const say = (which) => {
    quiet();
    find('#state').textContent = find('#state').dataset[which];
  };

  find('#print').addEventListener('click', () => window.print());
  const { opener } = window;
  if (!opener) return say('noOpener');
  const receive = ({ source, origin, data }) => {
    if (source !== opener || !isAllowed(origin)) return;
    removeEventListener('message', receive);
    if (hasExactly(data, ['type', 'ticket']) && data.type === 'antrean-ticket' && isTicket(data.ticket)) draw(data.ticket);
    else say('invalid');
  };
  addEventListener('message', receive);
  // Nothing came: the opener left, or is not on the list. A late ticket is still welcome.
  patience = setTimeout(say, 8000, 'noOpener');
  opener.postMessage({ type: 'antrean-ticket-ready' }, '*');
})();
`;
