import { smallestReleaseSets } from '../../server/src/app/release-sets.ts';
import { whatIf, type WhatIf } from '../../server/src/app/what-if.ts';
import type { SetChange } from '../../server/src/app/change-set.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import type { Outage } from '../../server/src/domain/what-if/index.ts';
import { generateInventory } from '../generators/generate-inventory.ts';
import type { Size } from '../generators/size.ts';
import { judgingDeps } from './judging.ts';
import { question } from './released.ts';
import { timed, timingOf, type Timing } from './timing.ts';

/** How long what-ifs take on an inventory whose outcomes and findings are at hand, by what is assumed. */
export interface WhatIfs {
  readonly size: Size['name'];
  readonly supposed: readonly {
    readonly what: string;
    /** What turns in what is released, with its sentence. */
    readonly outcomes: Timing;
    /** The same, and the findings that open and close. */
    readonly findings: Timing;
  }[];
  readonly releaseSets: Timing;
}

const kinds: ReadonlySet<string> = new Set(['SYS-IE']);

/** Measures what-ifs of a size: `rounds` times five things of each kind, each another one. */
export const measureWhatIfs = async (size: Size, rounds: number): Promise<WhatIfs> => {
  const deps = { ...(await judgingDeps()), stamp: { actor: 'bench', now: `${question.asOf}T12:00:00.000Z` } };
  const { graph } = generateInventory(size, 1);
  const index = createTraceIndex(graph, kinds);
  const nth = <T>(all: ReadonlyMap<string, T>, at: number): T => {
    const things = [...all.values()];
    return things[(at * 7_919) % things.length] as T;
  };
  const { asOf } = question;
  const ended = ({ id, revision: expected }: { readonly id: string; readonly revision: number }): SetChange => ({
    kind: 'END',
    concept: 'Restriction',
    id,
    expected,
    endedOn: asOf,
    reason: 'What if',
  });
  const added = (at: number): SetChange => ({
    kind: 'CREATE',
    concept: 'Restriction',
    id: 'what-if',
    patch: {
      name: 'What if',
      practice: 'PT-REFUSE',
      effect: 'WITHHOLDS',
      basis: 'POLICY',
      automated: true,
      appliesTo: { channel: nth(graph.AccessChannel, at).id },
    },
  });
  const down = (concept: Outage['concept'], id: string) => ({ changes: [], outages: [{ concept, id }] });
  const portal = [...graph.AccessChannel.values()].find(({ kind }) => kind === 'CH-PORTAL');
  const cases: readonly (readonly [string, (at: number) => { changes: SetChange[]; outages: Outage[] }])[] = [
    ['a restriction ends', (at) => ({ changes: [ended(nth(graph.Restriction, at))], outages: [] })],
    ['a channel withholds everything', (at) => ({ changes: [added(at)], outages: [] })],
    ['a flow is down', (at) => down('Flow', nth(graph.Flow, at).id)],
    ['a channel is down', (at) => down('AccessChannel', nth(graph.AccessChannel, at).id)],
    ['a system is down', (at) => down('System', nth(graph.System, at).id)],
    ['the portal is down', () => down('AccessChannel', portal?.id ?? nth(graph.AccessChannel, 0).id)],
  ];
  const supposed = cases.map(([what, given]) => {
    const ask = (at: number, read: (answer: WhatIf) => unknown): number => {
      // What was kept for the same question would answer in no time.
      const { changes, outages } = given(at);
      const actor = `bench ${what} ${at} ${Math.random()}`;
      const [, ms] = timed(() => {
        const answer = whatIf(index, { ...deps, stamp: { ...deps.stamp, actor } }, { changes, outages, asOf });
        // A thing that is not there that day cannot be down; that is answered at once.
        return answer.ok ? read(answer.value) : undefined;
      });
      return ms;
    };
    const outcomes = (answer: WhatIf): unknown => answer.difference();
    const findings = (answer: WhatIf): unknown => [answer.difference(), answer.findings()];
    ask(0, findings);
    const places = Array.from({ length: rounds * 5 }, (_, at) => at + 1);
    return {
      what,
      outcomes: timingOf(places.map((at) => ask(at, outcomes))),
      findings: timingOf(places.map((at) => ask(at, findings))),
    };
  });
  const classes = index.classes.filter((_, at) => at % Math.ceil(index.classes.length / (rounds * 5)) === 0);
  const setTimes: number[] = [];
  for (const { id: dataClass } of classes) {
    const begun = performance.now();
    await smallestReleaseSets(index, deps, { dataClass, audience: question.audience, asOf });
    setTimes.push(performance.now() - begun);
  }
  return { size: size.name, supposed, releaseSets: timingOf(setTimes) };
};
