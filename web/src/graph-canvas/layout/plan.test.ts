import { describe, expect, it } from 'vitest';
import { buildTraceView } from '../../graph-model/build-trace-view.ts';
import { laboratory } from '../../graph-model/test-kit/laboratory.ts';
import { estimateWidth } from '../wrap-label.ts';
import { planScene } from './plan.ts';

const second = (name: string, kindNames: ReadonlyMap<string, string>): readonly string[] | undefined =>
  planScene(buildTraceView({ ...laboratory, kindNames }), estimateWidth).nodes.find((node) => node.view.name === name)
    ?.detail;
const named = (name: string): ReadonlyMap<string, string> => new Map([['SYS-AP', name]]);

describe('the second line of a system', () => {
  it('names its kind in full where there is room', () => {
    expect(second('Anatomic pathology', named('Slide store'))).toEqual(['Slide store']);
  });

  it('leaves out a closing "system" before anything else', () => {
    expect(second('Anatomic pathology', named('Digital slides store system'))).toEqual(['Digital slides store']);
  });

  it('breaks a longer name under a title of one line, and falls back to the code where even that is too little', () => {
    const long = 'Clinical media and photo store';
    expect(second('Blood bank', new Map([['SYS-BB', long]]))).toEqual(['Clinical media and', 'photo store']);
    expect(second('Laboratory information system', new Map([['SYS-LIS', long]]))).toEqual(['LIS · origin']);
    const view = buildTraceView({ ...laboratory, kindNames: named(long) });
    const node = view.nodes.find((each) => each.id === 'system:aplis');
    expect(node?.sentence).toContain(`(${long})`);
  });

  it('does not say again what the name says', () => {
    expect(second('Anatomic pathology', named('Anatomic pathology'))).toEqual(['origin']);
  });
});
