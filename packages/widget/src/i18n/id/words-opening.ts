import type { Words } from '../strings.ts';
import { common } from './common.ts';
import { service } from './service.ts';

export const openingWords = {
  lang: 'id',
  common,
  service,
  manage: { open: 'Cek, ubah, atau batalkan antrean' },
} satisfies Words;
