import { html, LitElement } from 'lit';

/** The least that a Lit element can do and still be of use: it makes one fetch and shows a choice. */
class LitFetch extends LitElement {
  static properties = { offices: { state: true } };

  constructor() {
    super();
    this.offices = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    const response = await fetch(`${new URL(import.meta.url).origin}/v1/offices?ids=${this.getAttribute('ids')}`);
    this.offices = (await response.json()).offices;
  }

  render() {
    return html`<ul>${this.offices.map(({ name }) => html`<li><button type="button">${name}</button></li>`)}</ul>`;
  }
}

customElements.define('lit-fetch', LitFetch);
