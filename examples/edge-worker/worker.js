export { default } from '@paspor-antrean/api/edge';
