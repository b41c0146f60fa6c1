import { describe, expect, it } from 'vitest';
import { buildTraceView } from '../../graph-model/build-trace-view.ts';
import { laboratory } from '../../graph-model/test-kit/laboratory.ts';
import { collapseGroups } from '../../graph-model/transforms/collapse-group.ts';
import { highlightPath } from '../../graph-model/transforms/highlight-path.ts';
import { countThings, outlineRows } from './outline-rows.ts';

const view = buildTraceView(laboratory);
const rowsOf = (of: typeof view) => outlineRows(of, new Set(), new Set());

describe('outlineRows', () => {
  it('counts systems, channels and audiences, folded or not', () => {
    const folded = collapseGroups(view, { limit: 3, alike: 2, open: new Set() });
    expect(folded.nodes.length).toBeLessThan(view.nodes.length);
    expect(countThings(folded.nodes)).toBe(view.nodes.length);
    const channels = rowsOf(folded).find((row) => row.id === 'lane:CHANNEL');
    expect(channels?.status).toMatch(new RegExp(`^${laboratory.channels.length} in \\d+ rows`));
    expect(channels?.sentence).toContain(`${laboratory.channels.length} channels in`);
    expect(rowsOf(view).find((row) => row.id === 'lane:ORIGIN')?.status).toBe('7');
  });

  it('marks what lies on the chosen path, and nothing without one', () => {
    const lit = highlightPath(view, {
      audience: 'PATIENT',
      status: 'RELEASED',
      steps: [
        { kind: 'SYSTEM', id: 'ehr' },
        { kind: 'CHANNEL', id: 'export' },
      ],
    });
    expect(
      rowsOf(lit)
        .filter((row) => row.onPath)
        .map((row) => row.id),
    ).toEqual(['system:ehr', 'channel:export', 'audience:PATIENT']);
    expect(rowsOf(view).filter((row) => row.onPath)).toEqual([]);
  });
});
