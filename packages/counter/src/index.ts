export type { Clash, Desk, DeskState, Verdict } from './desk/desk.ts';
export type { Entrance } from './entrance.ts';
export { PasporLoket } from './paspor-loket.ts';
