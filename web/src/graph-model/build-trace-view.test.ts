import { describe, expect, it } from 'vitest';
import type { AnswerInput } from './answer-input.ts';
import { buildTraceView } from './build-trace-view.ts';
import { legendOf } from './legend.ts';
import { outlineOf } from './outline.ts';
import { laboratory } from './test-kit/laboratory.ts';
import { lanes } from './trace-view.ts';
import { mergeParallelFlows } from './transforms/merge-parallel-flows.ts';

const view = buildTraceView(laboratory);
const nodeOf = (id: string) => view.nodes.find((node) => node.id === id);
const edgeOf = (id: string) => view.edges.find((edge) => edge.id === id);

describe('buildTraceView', () => {
  it('draws every system, channel and audience of the answer, lane by lane', () => {
    expect(view.nodes).toHaveLength(
      laboratory.systems.length + laboratory.channels.length + laboratory.audiences.length,
    );
    const order = view.nodes.map((node) => lanes.indexOf(node.lane));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('draws one line a flow, one a channel that may give something, one an outcome that comes to something', () => {
    expect(view.edges.filter((edge) => edge.kind === 'flow')).toHaveLength(laboratory.flows.length);
    expect(view.edges.filter((edge) => edge.kind === 'serves')).toHaveLength(laboratory.channels.length - 1);
    const outcomes = laboratory.channels
      .flatMap((entry) => entry.outcomes)
      .filter(({ outcome }) => outcome !== 'NOT_OFFERED' && outcome !== 'UNREACHED');
    expect(view.edges.filter((edge) => edge.kind === 'outcome')).toHaveLength(outcomes.length);
  });

  it('marks exactly the boxes whose own restriction has no documented exception', () => {
    expect(view.nodes.filter((node) => node.marked).map((node) => node.id)).toEqual([
      'system:archive',
      'channel:portal',
    ]);
  });

  it('ends a stopped flow in a bar and a passing one in an arrow', () => {
    expect(edgeOf('flow:engine-to-ehr-hiv')).toMatchObject({ end: 'bar', tone: 'incomplete' });
    expect(edgeOf('flow:engine-to-ehr')).toMatchObject({ end: 'arrow', tone: 'released' });
    expect(edgeOf('flow:blood-to-ehr')).toMatchObject({ end: 'arrow', tone: 'undocumented' });
    expect(edgeOf('flow:poct-to-ehr')).toMatchObject({ end: 'none', tone: 'none' });
  });

  it('is as loud about a channel as the stop before it, never milder', () => {
    expect(nodeOf('channel:desk')).toMatchObject({
      tone: 'undocumented',
      marked: false,
      status: 'no documented exception',
    });
    expect(edgeOf('outcome:desk:PATIENT')).toMatchObject({ tone: 'undocumented', end: 'bar' });
  });

  it('does not blame a channel for a stop that the data gets around', () => {
    expect(nodeOf('channel:hie-query')?.tone).toBe('withheld');
  });

  it('names the worst of several restrictions in the box', () => {
    const answer: AnswerInput = {
      ...laboratory,
      channels: laboratory.channels.map((entry) =>
        entry.channel.id === 'portal' ? { ...entry, restrictions: ['desk-fee', 'results-72h'] } : entry,
      ),
    };
    const portal = buildTraceView(answer).nodes.find((node) => node.id === 'channel:portal');
    expect(portal?.detail).toBe('Results held 72 hours +1');
    expect(portal?.detailTone).toBe('undocumented');
  });

  it('says in the sentence of a box what restricts it and how that is documented', () => {
    expect(nodeOf('system:archive')?.sentence).toContain(
      'Archive not searched on request withholds the data for every audience: no documented exception.',
    );
    expect(nodeOf('audience:PATIENT')?.sentence).toContain('Patient: 2 released, 1 limited of 4 channels.');
  });

  it('puts what no one is recorded for under unknown, not under released', () => {
    const [first] = laboratory.channels;
    if (first === undefined) throw new Error('the fixture has channels');
    const lone = buildTraceView({ ...laboratory, channels: [{ ...first, outcomes: [], restrictions: [] }] });
    expect(lone.nodes.find((node) => node.kind === 'channel')).toMatchObject({
      tone: 'unknown',
      status: 'no audience recorded',
    });
  });
});

describe('legendOf', () => {
  it('lists the signs that are on the picture, the worst status first, and no other', () => {
    expect(legendOf(mergeParallelFlows(view)).map((entry) => entry.sign)).toEqual([
      'undocumented',
      'incomplete',
      'review',
      'withheld',
      'limited',
      'released',
      'unknown',
      'none',
      'arrow',
      'bar',
      'bare',
      'bundle',
    ]);
    expect(legendOf({ nodes: [], edges: [] })).toEqual([]);
  });
});

describe('outlineOf', () => {
  it('holds every box and every line once', () => {
    const outline = outlineOf(view);
    const entries = outline.flatMap((lane) => lane.entries);
    expect(entries.map((entry) => entry.node.id)).toEqual(view.nodes.map((node) => node.id));
    expect(
      entries
        .flatMap((entry) => entry.leaving)
        .map((edge) => edge.id)
        .toSorted(),
    ).toEqual(view.edges.map((edge) => edge.id).toSorted());
    expect(outline.map((lane) => lane.marked)).toEqual([0, 0, 1, 1, 0]);
  });
});
