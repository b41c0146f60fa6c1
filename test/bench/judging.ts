import { verdictsOf } from '../../server/src/app/verdicts-of.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadRulePacks, type RulePacks } from '../../server/src/app/load-rule-packs.ts';
import type { Catalogues } from '../../server/src/domain/catalogue/index.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import type { ConceptName } from '../../server/src/domain/model/concepts.ts';
import { createTraceIndex, type TraceIndex } from '../../server/src/domain/trace/index.ts';
import { generateInventory } from '../generators/generate-inventory.ts';
import type { Size } from '../generators/size.ts';
import { question } from './released.ts';
import { timed, timingOf, type Timing } from './timing.ts';

/** How long it takes to judge everything: the index, the outcomes of every class, every restriction, every finding. */
export interface Judging {
  readonly size: Size['name'];
  readonly fromNothing: Timing;
  /** The same after one thing was edited, by what was edited; one on top of the other. */
  readonly afterEdit: readonly { readonly what: string; readonly timing: Timing }[];
}

/** What judging needs beside an inventory. */
export interface JudgingDeps {
  readonly catalogues: Catalogues;
  readonly packs: RulePacks;
}

/** The reference data as the product has it. */
export const judgingDeps = async (): Promise<JudgingDeps> => {
  const catalogues = await loadCatalogues('schema');
  if (!catalogues.ok) throw new Error('The catalogues cannot be loaded.');
  const packs = await loadRulePacks('schema', catalogues.value);
  if (!packs.ok) throw new Error('The rule packs cannot be loaded.');
  return { catalogues: catalogues.value, packs: packs.value };
};

const kinds: ReadonlySet<string> = new Set(['SYS-IE']);

/** Judges everything an index has; returns how many verdicts and findings there are. */
export const judgeAll = (index: TraceIndex, { catalogues, packs }: JudgingDeps): number => {
  const { graph } = index;
  const verdicts = verdictsOf({ graph, catalogues, packs }, { asOf: question.asOf });
  if (!verdicts.ok) throw new Error(verdicts.error.type);
  return findFindings({ index, catalogues, asOf: question.asOf }).length + verdicts.value.length;
};

interface Edit {
  readonly what: string;
  readonly concept: ConceptName;
  readonly change: (thing: never, count: number) => object;
}

/** What people do all day: each is one commit of one thing. */
const edits: readonly Edit[] = [
  {
    what: 'a flow carries a class less',
    concept: 'Flow',
    change: ({ carries }: { carries: object[] }) => ({ carries: carries.slice(1) }),
  },
  { what: 'a flow is renamed', concept: 'Flow', change: (_, count) => ({ name: `Renamed ${count}` }) },
  { what: 'a restriction only delays', concept: 'Restriction', change: () => ({ effect: 'DELAYS' }) },
  { what: 'a claim is answered anew', concept: 'BasisClaim', change: () => ({ answers: [] }) },
  { what: 'a system gets a custodian', concept: 'System', change: (_, count) => ({ custodian: `Office ${count}` }) },
  { what: 'a class gets a rationale', concept: 'DataClass', change: (_, count) => ({ rationale: `Because ${count}` }) },
  { what: 'a channel is renamed', concept: 'AccessChannel', change: (_, count) => ({ name: `Channel ${count}` }) },
];

/** Measures judging a size: `rounds` times from nothing, and four times as often each edit, each on top of the one before. */
export const measureJudging = async (size: Size, rounds: number): Promise<Judging> => {
  const deps = await judgingDeps();
  const { graph } = generateInventory(size, 1);
  // A copy has nothing in common with what was judged before.
  const anew = (): readonly [TraceIndex, number] => {
    const copy = structuredClone(graph);
    return timed(() => {
      const index = createTraceIndex(copy, kinds);
      judgeAll(index, deps);
      return index;
    });
  };
  anew();
  const fromNothing = timingOf(Array.from({ length: rounds }, () => anew()[1]));
  let [index] = anew();
  const afterEdit = edits.map(({ what, concept, change }) => {
    const times = Array.from({ length: rounds * 4 }, (_, count) => {
      const before = index;
      const all = new Map<string, object>(before.graph[concept]);
      const ids = [...all.keys()];
      const id = ids[(count * 7_919) % ids.length] ?? '';
      const thing = all.get(id) as object;
      const edited = { ...thing, ...change(thing as never, count) };
      const [next, ms] = timed(() => {
        const things = new Map<string, object>(before.graph[concept]).set(id, edited);
        const after = createTraceIndex(
          { ...before.graph, [concept]: things, revision: before.graph.revision + 1 },
          kinds,
          before,
        );
        judgeAll(after, deps);
        return after;
      });
      index = next;
      return ms;
    });
    return { what, timing: timingOf(times) };
  });
  return { size: size.name, fromNothing, afterEdit };
};
