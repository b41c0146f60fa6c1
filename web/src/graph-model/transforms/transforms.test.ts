import { describe, expect, it } from 'vitest';
import { buildTraceView } from '../build-trace-view.ts';
import { laboratory } from '../test-kit/laboratory.ts';
import { collapseGroups } from './collapse-group.ts';
import { highlightPath } from './highlight-path.ts';
import { mergeParallelFlows } from './merge-parallel-flows.ts';

const view = buildTraceView(laboratory);
const flowsIn = (edges: typeof view.edges): readonly string[] => edges.flatMap((edge) => edge.members).toSorted();

describe('mergeParallelFlows', () => {
  const merged = mergeParallelFlows(view);

  it('draws parallel flows that fare the same as one line and loses none of them', () => {
    expect(merged.edges.length).toBe(view.edges.length - 2);
    expect(
      merged.edges.find((edge) => edge.source === 'system:lis' && edge.target === 'system:engine')?.members,
    ).toEqual(['lis-to-engine', 'lis-to-engine-2', 'lis-to-engine-3']);
    expect(flowsIn(merged.edges)).toEqual(flowsIn(view.edges));
  });

  it('leaves a flow with a restriction on its own', () => {
    expect(merged.edges.find((edge) => edge.id === 'flow:engine-to-ehr-hiv')?.members).toEqual(['engine-to-ehr-hiv']);
  });

  it('leaves the view it was given as it was', () => {
    expect(view).toEqual(buildTraceView(laboratory));
  });
});

describe('collapseGroups', () => {
  const options = { limit: 5, alike: 2, open: new Set<string>() };
  const folded = collapseGroups(view, options);

  it('folds stranded systems together and says how many', () => {
    const group = folded.nodes.find((node) => node.id === 'group:stranded-COPY');
    expect(group).toMatchObject({
      name: 'Stranded · 2',
      members: ['system:registry', 'system:research'],
      tone: 'none',
    });
  });

  it('never folds a box with a restriction', () => {
    const restricted = view.nodes.filter((node) => node.restrictions.length > 0).map((node) => node.id);
    const shown = new Set(folded.nodes.map((node) => node.id));
    expect(restricted.length).toBeGreaterThan(3);
    expect(restricted.filter((id) => !shown.has(id))).toEqual([]);
  });

  it('keeps every box, shown or inside a group, exactly once', () => {
    const inside = folded.nodes.flatMap((node) => (node.kind === 'group' ? node.members : [node.id]));
    expect(inside.toSorted()).toEqual(view.nodes.map((node) => node.id).toSorted());
  });

  it('moves lines to the group and leaves none hanging', () => {
    const shown = new Set(folded.nodes.map((node) => node.id));
    expect(folded.edges.filter((edge) => !shown.has(edge.source) || !shown.has(edge.target))).toEqual([]);
    expect(folded.edges.some((edge) => edge.target === 'group:stranded-COPY')).toBe(true);
  });

  it('unfolds a group that was opened', () => {
    const open = collapseGroups(view, {
      limit: 99,
      alike: 2,
      open: new Set(['group:stranded-COPY', 'group:silent-CHANNEL']),
    });
    expect(open).toEqual(view);
  });

  it('does not fold a lane in another way once a group of it is open', () => {
    const open = collapseGroups(view, { ...options, open: new Set(['group:stranded-COPY']) });
    expect(open.nodes.filter((node) => node.kind === 'group' && node.lane === 'COPY')).toEqual([]);
    expect(folded.nodes.filter((node) => node.kind === 'group' && node.lane === 'COPY').length).toBeGreaterThan(1);
  });

  it('keeps what is asked to stay', () => {
    const kept = collapseGroups(view, options, new Set(['system:poct']));
    expect(kept.nodes.some((node) => node.id === 'system:poct')).toBe(true);
  });

  it('leaves a small view as it is', () => {
    expect(collapseGroups(view, { limit: 50, alike: 50, open: new Set() })).toBe(view);
  });
});

describe('highlightPath', () => {
  const path = {
    audience: 'PATIENT',
    status: 'RELEASED' as const,
    steps: [
      { kind: 'SYSTEM' as const, id: 'aplis' },
      { kind: 'FLOW' as const, id: 'aplis-to-engine' },
      { kind: 'SYSTEM' as const, id: 'engine' },
      { kind: 'FLOW' as const, id: 'engine-to-ehr' },
      { kind: 'SYSTEM' as const, id: 'ehr' },
      { kind: 'CHANNEL' as const, id: 'export' },
    ],
  };

  it('lights up the steps, the line to the channel and the line to the audience, and dims the rest', () => {
    const lit = highlightPath(mergeParallelFlows(view), path);
    expect(lit.nodes.filter((node) => node.emphasis === 'path').map((node) => node.id)).toEqual([
      'system:aplis',
      'system:engine',
      'system:ehr',
      'channel:export',
      'audience:PATIENT',
    ]);
    expect(lit.edges.filter((edge) => edge.emphasis === 'path').map((edge) => edge.id)).toEqual([
      'flow:aplis-to-engine',
      'flow:engine-to-ehr',
      'serves:export',
      'outcome:export:PATIENT',
    ]);
    expect(lit.nodes.every((node) => node.emphasis !== 'normal')).toBe(true);
  });

  it('lights up the bundle and the group that a step is drawn in', () => {
    const bundled = highlightPath(mergeParallelFlows(view), {
      ...path,
      steps: [{ kind: 'FLOW', id: 'lis-to-engine-3' }],
    });
    expect(bundled.edges.filter((edge) => edge.emphasis === 'path')).toHaveLength(1);
    const grouped = highlightPath(collapseGroups(view, { limit: 99, alike: 2, open: new Set() }), {
      ...path,
      steps: [{ kind: 'SYSTEM', id: 'registry' }],
    });
    expect(grouped.nodes.filter((node) => node.emphasis === 'path').map((node) => node.id)).toEqual([
      'group:stranded-COPY',
    ]);
  });

  it('does not light up the audience of a path that is stopped', () => {
    const lit = highlightPath(view, { ...path, status: 'STOPPED' });
    expect(lit.nodes.find((node) => node.id === 'audience:PATIENT')?.emphasis).toBe('dim');
  });

  it('leaves the view as it is without a path', () => {
    expect(highlightPath(view, undefined)).toBe(view);
  });
});
