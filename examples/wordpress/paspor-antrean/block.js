(({ blocks, blockEditor, components, element }) => {
  const { createElement: el } = element;

  /** The page shows the queue; the editor says which one, since nobody books while they write. */
  const edit = ({ attributes: { office, lang }, setAttributes }) =>
    el(
      'div',
      blockEditor.useBlockProps(),
      el(components.Placeholder, { icon: 'calendar-alt', label: 'Antrean paspor' }, office || 'Semua kantor'),
      el(
        blockEditor.InspectorControls,
        null,
        el(
          components.PanelBody,
          { title: 'Kantor' },
          el(components.TextControl, {
            label: 'Id kantor, dipisah spasi',
            value: office,
            onChange: (typed) => setAttributes({ office: typed }),
          }),
          el(components.SelectControl, {
            label: 'Bahasa',
            value: lang,
            options: [
              { label: 'Seperti halaman', value: '' },
              { label: 'Indonesia', value: 'id' },
              { label: 'English', value: 'en' },
            ],
            onChange: (chosen) => setAttributes({ lang: chosen }),
          }),
        ),
      ),
    );

  // What is shown comes from PHP, so nothing is saved with the page but the attributes.
  blocks.registerBlockType('paspor-antrean/antrean', { edit, save: () => null });
})(window.wp);
