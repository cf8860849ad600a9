import { type Bindings, createEdge, type Lent } from '../src/edge.ts';

const clock = { now: new Date() };
const edge = createEdge({ clock: () => clock.now, openCache: null, checkAnswers: true });

/** The worker as it is deployed, but for a clock that the test sets and no second-old answers. */
export default {
  ...edge,
  fetch: (request: Request, env: Bindings, lent: Lent) => {
    clock.now = new Date(request.headers.get('x-test-now') ?? clock.now);
    return edge.fetch(request, env, lent);
  },
};
