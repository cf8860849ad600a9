import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The part of Lit's reactive controllers that we need, so that each would also serve a LitElement. */
export type Controller = Pick<ReactiveController, 'hostConnected' | 'hostDisconnected' | 'hostUpdated'>;
export type ControllerHost = Pick<ReactiveControllerHost, 'requestUpdate'> & {
  addController(controller: Controller): void;
};
