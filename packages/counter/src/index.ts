export {
  type Clash,
  createDesk,
  type Desk,
  type DeskOptions,
  type DeskState,
  type HolderCheck,
  resumeDesk,
  SignedOut,
  UnsentArrivals,
  type Verdict,
} from './desk/desk.ts';
