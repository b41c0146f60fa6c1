import type { PathStatus, RestrictionInput } from './answer-input.ts';
import { describeRestriction } from './describe.ts';
import { viewId, type TraceView } from './trace-view.ts';
import type { ViewContext } from './view-context.ts';

/** A path as the API gives it. */
export interface SteppedPath {
  readonly audience: string;
  readonly status: PathStatus;
  readonly restrictions: readonly string[];
  readonly steps: readonly {
    readonly kind: 'SYSTEM' | 'FLOW' | 'CHANNEL';
    readonly id: string;
    readonly name: string;
  }[];
}

/** One step of a path: what it is, the sentence that is said of it, and what is spoken of, by ids of the view. */
export interface PathStep {
  readonly kind: 'SYSTEM' | 'FLOW' | 'RESTRICTION' | 'CHANNEL' | 'AUDIENCE';
  readonly sentence: string;
  readonly spotlight: readonly string[];
}

const kinds = { SYSTEM: 'system', FLOW: 'flow', CHANNEL: 'channel' } as const;

/**
 * The steps of a path in the order in which the data goes: systems, flows and the channel, each followed by the restrictions that the path meets there, and at last the
 * audience where the path gets so far. `view` is the answer in full, nothing folded; a restriction that it shows nowhere on the path comes last but for the audience. Pure and total.
 */
export const pathSteps = (
  view: TraceView,
  path: SteppedPath,
  restrictions: readonly RestrictionInput[],
  context: Pick<ViewContext, 'audienceWords'>,
): readonly PathStep[] => {
  const left = new Set(path.restrictions);
  const told = (id: string, places: readonly string[]): readonly PathStep[] => {
    left.delete(id);
    const entry = restrictions.find((each) => each.restriction.id === id);
    if (entry === undefined) return [];
    const sentence = describeRestriction(entry, context);
    return [{ kind: 'RESTRICTION', sentence, spotlight: [...places, `restriction:${id}`] }];
  };
  const steps = path.steps.flatMap((step): readonly PathStep[] => {
    const id = viewId(kinds[step.kind], step.id);
    const edge = view.edges.find((each) => each.id === id);
    const shown = edge ?? view.nodes.find((each) => each.id === id);
    const places =
      step.kind === 'CHANNEL' ? [id, `serves:${step.id}`] : edge === undefined ? [id] : [id, edge.source, edge.target];
    const here = [...left].filter((each) => shown?.restrictions.includes(each) === true);
    return [
      { kind: step.kind, sentence: shown?.lead ?? `${step.name}.`, spotlight: places },
      ...here.flatMap((each) => told(each, places)),
    ];
  });
  const elsewhere = [...left].flatMap((each) => told(each, []));
  const last = path.steps.at(-1);
  if (path.status === 'STOPPED' || last?.kind !== 'CHANNEL') return [...steps, ...elsewhere];
  const outcome = `outcome:${last.id}:${path.audience}`;
  const audience = viewId('audience', path.audience);
  const words = [view.edges.find((edge) => edge.id === outcome), view.nodes.find((node) => node.id === audience)];
  const sentence = words.find((each) => each !== undefined)?.lead ?? path.audience;
  return [...steps, ...elsewhere, { kind: 'AUDIENCE', sentence, spotlight: [audience, outcome] }];
};
