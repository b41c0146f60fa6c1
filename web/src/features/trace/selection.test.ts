import { describe, expect, it } from 'vitest';
import { buildTraceView } from '../../graph-model/build-trace-view.ts';
import { laboratory } from '../../graph-model/test-kit/laboratory.ts';
import { resolveSelection } from './selection.ts';

const view = buildTraceView(laboratory);

describe('resolveSelection', () => {
  it('selects a restriction at its place: a system, a channel or a flow', () => {
    expect(resolveSelection(view, 'restriction:archive-hold')).toMatchObject({
      node: { id: 'system:archive' },
      restriction: 'archive-hold',
    });
    expect(resolveSelection(view, 'restriction:results-72h')).toMatchObject({ node: { id: 'channel:portal' } });
    expect(resolveSelection(view, 'restriction:hiv-filter')).toMatchObject({
      edge: { id: 'flow:engine-to-ehr-hiv' },
      restriction: 'hiv-filter',
    });
  });

  it('names no restriction where a place itself is selected, and nothing where there is none', () => {
    expect(resolveSelection(view, 'channel:portal')?.restriction).toBeUndefined();
    expect(resolveSelection(view, 'restriction:unheard-of')).toBeUndefined();
  });
});
