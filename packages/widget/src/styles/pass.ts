import { css } from './css.ts';

export const pass = css`
  .pass {
    border: 2px solid var(--good);
    border-radius: var(--antrean-radius, 12px);
    overflow: hidden;
  }
  .pass-when {
    display: flex;
    gap: 0.75em;
    padding: 1.125em 1.25em;
    background: var(--good-soft);
  }
  .pass-when > .icon {
    width: 2em;
    height: 2em;
    color: var(--good);
  }
  .pass-when > div {
    display: grid;
  }
  .pass-when strong {
    font-size: 1.25em;
    line-height: 1.3;
    text-wrap: balance;
  }
  .codes,
  .pass-qr {
    padding: 1.25em;
  }
  .codes h3 {
    font-size: 1em;
    font-weight: 600;
    color: var(--muted);
  }
  .codes > * + * {
    margin-top: 0.5em;
  }
  .codes li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.875em;
    padding-block: 0.25em;
  }
  .codes .code {
    font-size: 1.875em;
    line-height: 1.25;
  }
  .code {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
    white-space: nowrap;
  }
  .pass-qr {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1.25em;
    border-top: 2px dashed var(--line);
  }
  .pass-qr > div {
    flex: 1 1 10em;
  }
  .pass-qr .code {
    display: block;
    font-size: 1.5em;
  }
  .qr {
    flex: none;
    width: 15em;
    max-width: 100%;
    /* The quiet edge is white on white: without a line the code seems to be set in. */
    outline: 1px solid var(--line);
    /* No more than the corner of the quiet edge can spare. */
    border-radius: 3px;
    forced-color-adjust: none;
  }
  .applicant {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 1em;
    padding: 0.5em 1em;
    border: 1px solid var(--line);
    border-radius: var(--corner);
  }
  .applicant > span {
    flex: 1 1 10em;
  }
  /* Letters of twice the size on a phone. What belongs together may still not be cut off. */
  @container (width < 16em) {
    .code,
    .digits {
      white-space: normal;
    }
    .big,
    .pass-when strong {
      font-size: 1.125em;
    }
    .pass-when > .icon {
      display: none;
    }
  }
  @media print {
    .no-print,
    .title,
    .back {
      display: none;
    }
    .antrean {
      border: 0;
      padding: 0;
      color-scheme: light;
    }
  }
`;
