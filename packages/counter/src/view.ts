import type { CameraState } from './camera/camera.ts';
import type { Person } from './day/people.ts';
import type { Deeds } from './deeds.ts';
import type { DeskState } from './desk/desk.ts';
import type { Format } from './i18n/format.ts';
import type { Strings } from './i18n/strings.ts';
import type { Kept } from './kept.ts';
import type { PageEvent, PageState } from './page-state.ts';

/** What a pane draws from, and what it may do. A pane never calls the desk. */
export interface View {
  readonly state: PageState;
  readonly desk: DeskState;
  readonly people: readonly Person[];
  readonly t: Strings;
  readonly format: Format;
  readonly now: Date;
  readonly kept: Kept;
  readonly camera: CameraState;
  /** There is room for the scan and the list beside each other. */
  readonly isWide: boolean;
  /** A newer build of this page waits. */
  readonly isOld: boolean;
  /** Null: no identity provider. */
  readonly signIn: (() => void) | null;
  readonly deeds: Deeds;
  readonly send: (event: PageEvent) => void;
  readonly keep: (patch: Partial<Kept>) => void;
  readonly toggleCamera: () => void;
  readonly readPicture: (file: Blob) => void;
  readonly renew: () => void;
}
