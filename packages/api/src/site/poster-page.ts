import { html } from 'hono/html';
import type { OfficeRecord } from '../offices/offices.ts';
import type { DayGroup } from './hours.ts';
import { type Html, layout } from './layout.ts';
import { weekText } from './office-sections.ts';
import { officeWords } from './office-words.ts';
import { qrSvg } from './qr-svg.ts';

/** An office, when it is open, and in what zone that is told. */
interface Poster {
  office: OfficeRecord;
  week: readonly DayGroup[];
  zone: string;
  /** Of the office's page, which the code leads to. */
  url: string;
}

const t = officeWords.id;

const steps: [title: string, text: string][] = [
  ['Pindai', 'Arahkan kamera ponsel ke kode ini, lalu buka alamatnya.'],
  ['Pilih jam', 'Pilih hari dan jam kedatangan, lalu isi data sesuai KTP.'],
  ['Datang', 'Datang sesuai jam. Bawa kode antrean dan dokumen asli.'],
];

/**
 * A sheet of A4 to hang up at the office, for people who do not know yet. In Indonesian, with a line of English; it has
 * no script and tells nothing of anybody.
 */
export const posterPage = ({ office, week, zone, url }: Poster): Html => {
  const open = week.filter(({ ranges }) => ranges.length > 0);
  const place = [office.address, office.city].filter(Boolean).join(', ');
  const body = html`<p class="no-print">Cetak halaman ini di kertas A4 tegak.
<a href="/kantor/${office.id}">Halaman kantor ini</a></p>
<article class="poster">
<header>
<p class="poster-office">${office.name}</p>
<h1>Antrean paspor lewat ponsel</h1>
<p class="poster-lead">Tidak perlu antre sejak subuh. Pilih hari dan jam Anda dari rumah.</p>
</header>
<div class="poster-code">
<figure>${qrSvg(url, `Kode QR ke ${url}`)}<figcaption><a href="${url}">${url.replace(/^https?:\/\//, '')}</a></figcaption></figure>
<ol>${steps.map(([title, text]) => html`<li><h2>${title}</h2><p>${text}</p></li>`)}</ol>
</div>
<section class="poster-free" aria-labelledby="gratis"><h2 id="gratis">Gratis</h2>
<p>Daftar sendiri, tanpa calo. Petugas tidak pernah meminta bayaran untuk nomor antrean.</p></section>
<section aria-labelledby="prioritas"><h2 id="prioritas">${t.priorityTitle}</h2><p>${t.priority}</p></section>
<footer>
<section aria-labelledby="tempat"><h2 id="tempat">${t.address}</h2>
<p>${place}${office.phone ? html`<br>${t.phone} ${office.phone}` : ''}</p></section>
${
  open.length > 0
    ? html`<section aria-labelledby="jam"><h2 id="jam">${t.hours} (${zone})</h2><ul class="week">${open.map((group) => weekText(group, t, 'id'))}</ul></section>`
    : ''
}
</footer>
<p class="poster-english" lang="en">Book your passport visit by phone: scan the code. Booking is free.</p>
</article>`;
  return layout({ lang: 'id', title: `Poster ${office.name}`, meta: { robots: 'noindex' }, body });
};
