import autocannon from 'autocannon';
import type { Sustained, SustainedQuestions } from './sustained.ts';

/** Asks all questions in turn on every connection, each from another place on: no two ask the same at the same time. */
const sustain = async ({ url, bodies, compressed, connections, seconds }: SustainedQuestions): Promise<Sustained> => {
  const headers = { 'content-type': 'application/json', ...(compressed ? { 'accept-encoding': 'br' } : {}) };
  const requests = bodies.map((body) => ({ method: 'POST' as const, path: '/graphql', headers, body }));
  let client = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests,
    // An error of GraphQL comes with a status of 200.
    verifyBody: (body) => !String(body).startsWith('{"errors"'),
    setupClient: (each) => {
      const from = Math.floor((client * requests.length) / connections);
      client += 1;
      each.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  });
  return {
    connections,
    seconds: result.duration,
    perSecond: (result['2xx'] - result.mismatches) / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.mismatches,
    timeouts: result.timeouts,
    non2xx: result.non2xx,
  };
};

process.once('message', (questions: SustainedQuestions) => {
  void sustain(questions).then((sustained) => process.send?.(sustained, () => process.exit()));
});
