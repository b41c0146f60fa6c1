import { describe, expect, it } from 'vitest';
import { buildTraceView } from './build-trace-view.ts';
import { pathSteps } from './path-steps.ts';
import { laboratory } from './test-kit/laboratory.ts';
import { drawnFor, spotlight } from './transforms/spotlight.ts';
import { mergeParallelFlows } from './transforms/merge-parallel-flows.ts';
import { createContext } from './view-context.ts';

const view = buildTraceView(laboratory);
const context = createContext(laboratory);
const released = {
  audience: 'PATIENT',
  status: 'RELEASED' as const,
  restrictions: [],
  steps: [
    { kind: 'SYSTEM' as const, id: 'aplis', name: 'AP LIS' },
    { kind: 'FLOW' as const, id: 'aplis-to-engine', name: 'AP LIS to engine' },
    { kind: 'SYSTEM' as const, id: 'engine', name: 'Engine' },
    { kind: 'FLOW' as const, id: 'engine-to-ehr', name: 'Engine to EHR' },
    { kind: 'SYSTEM' as const, id: 'ehr', name: 'EHR' },
    { kind: 'CHANNEL' as const, id: 'export', name: 'Export' },
  ],
};

describe('pathSteps', () => {
  it('goes through systems, flows and the channel, and ends at the audience', () => {
    const steps = pathSteps(view, released, laboratory.restrictions, context);
    expect(steps.map((step) => step.kind)).toEqual([
      'SYSTEM',
      'FLOW',
      'SYSTEM',
      'FLOW',
      'SYSTEM',
      'CHANNEL',
      'AUDIENCE',
    ]);
    expect(steps.at(-1)?.spotlight).toEqual(['audience:PATIENT', 'outcome:export:PATIENT']);
    expect(steps.every((step) => step.sentence.endsWith('.'))).toBe(true);
  });

  it('names each restriction once, after the place where the path meets it, and ends there where it stops', () => {
    const edge = view.edges.find((each) => each.id === 'flow:engine-to-ehr-hiv');
    const [restriction = ''] = edge?.restrictions ?? [];
    expect(restriction).not.toBe('');
    const steps = pathSteps(
      view,
      {
        ...released,
        status: 'STOPPED',
        restrictions: [restriction],
        steps: [...released.steps.slice(0, 3), { kind: 'FLOW', id: 'engine-to-ehr-hiv', name: 'HIV results' }],
      },
      laboratory.restrictions,
      context,
    );
    expect(steps.map((step) => step.kind)).toEqual(['SYSTEM', 'FLOW', 'SYSTEM', 'FLOW', 'RESTRICTION']);
    expect(steps.at(-1)?.spotlight).toEqual([
      'flow:engine-to-ehr-hiv',
      'system:engine',
      'system:ehr',
      `restriction:${restriction}`,
    ]);
  });
});

describe('spotlight', () => {
  it('lights the bundle that a flow is drawn in, dims the rest and leaves nothing out', () => {
    const merged = mergeParallelFlows(view);
    const lit = spotlight(merged, ['flow:lis-to-engine-3']);
    expect(lit.edges.filter((edge) => edge.emphasis === 'path').map((edge) => edge.source)).toEqual(['system:lis']);
    expect(lit.nodes.every((node) => node.emphasis === 'dim')).toBe(true);
    expect([lit.nodes.length, lit.edges.length]).toEqual([merged.nodes.length, merged.edges.length]);
  });

  it('leaves the view as it is where nothing of what is named is drawn', () => {
    expect(spotlight(view, ['system:nowhere'])).toBe(view);
    expect(drawnFor(view, ['system:nowhere', 'restriction:nothing'])).toEqual([]);
  });
});
