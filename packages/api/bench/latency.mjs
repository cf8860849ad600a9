import { connect } from '../dist/db/connect.js';
import { median } from './driver.mjs';
import { ourHold } from './strategies.mjs';

/**
 * A lone client, one hold after the other: the median wait in ms through the batcher and without it, round by round,
 * each round beginning with the other one.
 */
export const latencyBench = async (database, { rounds, say }) => {
  const sql = connect(database.url, { max: 2 });
  const ways = { batched: ourHold(sql, { coalesce: true }), unbatched: ourHold(sql, { coalesce: false }) };
  const waits = { batched: [], unbatched: [] };
  for (let round = 1; round <= rounds; round++) {
    await database.reset();
    const order = round % 2 ? ['batched', 'unbatched'] : ['unbatched', 'batched'];
    const mine = { batched: [], unbatched: [] };
    // In turns within the round too: whatever the machine does, it does to both.
    for (let n = 0; n < 300; n++) {
      for (const way of order) {
        const began = performance.now();
        if (!(await ways[way]('bandung', n))) throw new Error('bandung is sold out');
        if (n >= 20) mine[way].push(performance.now() - began);
      }
    }
    for (const way of order) waits[way].push(median(mine[way]));
    say(
      `round ${round}/${rounds} a lone hold: ${waits.batched.at(-1).toFixed(2)} ms batched, ${waits.unbatched.at(-1).toFixed(2)} ms not`,
    );
  }
  await sql.end();
  return waits;
};
