import type { Strings } from '../strings.ts';

const again =
  'Sesi punika sampun boten lumampah. Sumangga pados antrean Panjenengan mawi kode pendhaftaran, utawi wiwiti malih.';
const closed = 'Layanan antrean boten saged dipunagem saking situs punika. Sumangga hubungi kantor imigrasi.';
const program = 'Kaca punika kedah dipunbikak malih. Antrean dereng kacathet.';

export const problems: Strings['problems'] = {
  TOKEN_MISSING: again,
  TOKEN_INVALID: again,
  TOKEN_EXPIRED: again,
  TOKEN_REVOKED:
    'Jadwal punika sampun dipungantos. Pados antrean Panjenengan mawi kode pendhaftaran kangge mirsani ingkang enggal.',
  NOT_ALLOWED: again,
  ORIGIN_NOT_ALLOWED: closed,
  PROOF_REQUIRED: program,
  PASS_REQUIRED: program,
  ROUTE_UNKNOWN: program,
  OFFICE_UNKNOWN: 'Kantor punika boten kapanggih. Sumangga pilih kantor sanes.',
  SERVICE_NOT_OFFERED: 'Layanan punika boten wonten ing kantor punika. Sumangga pilih layanan utawi kantor sanes.',
  SLOT_UNKNOWN: 'Jadwal punika sampun boten wonten. Sumangga pilih jadwal sanes.',
  HOLD_UNKNOWN:
    'Papan ingkang kasimpen boten kapanggih. Sumangga pilih jadwal malih; data Panjenengan taksih kasimpen.',
  BOOKING_UNKNOWN: 'Kode boten kapanggih. Sumangga priksa kode, 4 angka pungkasan NIK, saha tanggal lair.',
  METHOD_NOT_ALLOWED: program,
  SLOT_FULL:
    'Papan punika nembe kemawon dipunpendhet tiyang sanes. Sumangga pilih jam sanes; data Panjenengan taksih kasimpen.',
  SLOT_NOT_RELEASED: 'Jadwal punika dereng dipunbikak. Sumangga pilih jadwal sanes.',
  SLOT_PAST: 'Jam punika sampun kalangkung. Sumangga pilih jadwal sanes.',
  NIK_ALREADY_BOOKED:
    'Salah satunggal NIK sampun gadhah antrean ingkang aktif. Sumangga priksa utawi ewahi antrean punika.',
  IDEMPOTENCY_CONFLICT: 'Pendhaftaran punika sampun nate dipunkintun mawi data sanes.',
  HOLD_BOOKED: 'Antrean punika sampun kadhaftar.',
  HOLD_EXTENDED: 'Wekdal namung saged dipuntambah kaping sepisan.',
  RESCHEDULE_LIMIT: 'Jadwal sampun nate dipunewahi. Panjenengan taksih saged mbatalaken.',
  TOO_LATE: 'Wates wekdalipun sampun kalangkung. Jadwal namung saged dipunewahi ngantos sedinten saderengipun.',
  PROOF_SPENT: program,
  WRONG_OFFICE: 'Antrean punika kangge kantor sanes.',
  WRONG_DAY: 'Antrean punika kangge dinten sanes.',
  ALREADY_ARRIVED: 'Rawuhipun sampun kacathet, pramila antrean boten saged dipunewahi.',
  BOOKING_CANCELLED: 'Antrean punika sampun dipunbatalaken. Sumangga pendhet antrean enggal.',
  BOOKING_MOVED: 'Jadwal antrean punika sampun dipunpindhah.',
  WOULD_STRAND: 'Ewah-ewahan punika ngengingi antrean ingkang sampun kadhaftar.',
  HOLD_EXPIRED:
    'Wekdalipun telas, papanipun dipunuculaken. Sumangga pilih jadwal malih; data Panjenengan taksih kasimpen.',
  PRECONDITION_FAILED: 'Data sampun ewah. Sumangga bikak malih kaca punika lajeng cobi malih.',
  BODY_TOO_LARGE: program,
  UNSUPPORTED_MEDIA_TYPE: program,
  INVALID_INPUT: 'Wonten isian ingkang kedah dipunpriksa.',
  PARTY_TOO_LARGE: 'Cacahipun panyuwun nglangkungi wates satunggal antrean.',
  RATE_LIMITED: 'Kakathahen anggenipun nyobi.',
  INTERNAL: 'Wonten alangan ing sistem kula.',
  OVERLOADED: 'Sistem nembe rame.',
};
