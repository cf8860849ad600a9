import '@paspor-antrean/widget/define';

const tag = document.createElement('paspor-antrean');
tag.office = 'bandung bandung-soekarno-hatta';
tag.service = 'new';
tag.slot = '2026-12-01T09:00';
export const step: 'people' | 'review' | string = tag.step;
tag.restart();
document.querySelector('paspor-antrean')?.addEventListener('antrean-held', ({ slot, party, expiresAt }) => {
  console.log(slot.slice(0, 10), party.toFixed(), Date.parse(expiresAt));
});
// @ts-expect-error the step is read only
tag.step = 'review';
