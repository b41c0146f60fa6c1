import { tones, type Tone } from '../tone.ts';
import { lanes, type Emphasis, type TraceView, type ViewEdge, type ViewNode } from '../trace-view.ts';

/** Which way something differs: more of the class gets there, less, or neither. */
export type Way = 'more' | 'less' | 'other';

/** What differs at a box or a line: which way, and in words, without a sign. */
export interface Difference {
  readonly id: string;
  readonly way: Way;
  readonly words: string;
}

/** Two pictures of one class as one: everything of both, and what differs by id. */
export interface ComparedView {
  readonly view: TraceView;
  readonly differences: ReadonlyMap<string, Difference>;
}

/** The sign of a way: it stands before the words, never alone. */
export const waySigns: Readonly<Record<Way, string>> = { more: '+', less: '−', other: '~' };

const wayTones: Readonly<Record<Way, Tone>> = { more: 'released', less: 'undocumented', other: 'review' };

/**
 * Two views of the same class as one picture. What differs says how, with a sign, in words and in a colour of its own; the rest is dimmed where anything
 * differs. `why` says of a box that is in one of them only what became of it, e.g. "down". Pure and total.
 */
export const compareViews = (
  before: TraceView,
  after: TraceView,
  why: ReadonlyMap<string, string> = new Map(),
): ComparedView => {
  const edges = pair(before.edges, after.edges).map(([was, is]) => ({ was, is, difference: edgeDifference(was, is) }));
  const nodes = pair(before.nodes, after.nodes).map(([was, is]) => ({
    was,
    is,
    difference: nodeDifference(was, is, before, after, why),
  }));
  const found = [...nodes, ...edges].flatMap(({ difference }) => difference ?? []);
  const rest: Emphasis = found.length === 0 ? 'normal' : 'dim';
  const drawn = nodes.flatMap(({ was, is, difference }) => {
    const node = is ?? was;
    return node === undefined ? [] : [drawNode(node, is === undefined, difference, rest)];
  });
  return {
    view: {
      nodes: lanes.flatMap((lane) => drawn.filter((node) => node.lane === lane)),
      edges: edges.flatMap(({ was, is, difference }) => {
        const edge = is ?? was;
        return edge === undefined ? [] : [drawEdge(edge, is === undefined, difference, rest)];
      }),
    },
    differences: new Map(found.map((difference) => [difference.id, difference])),
  };
};

/** Each thing of one list or both, with what it is in either, in the order of the second and then of the first. */
const pair = <T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [T | undefined, T | undefined])[] => {
  const wasById = new Map(before.map((one) => [one.id, one]));
  const isIds = new Set(after.map(({ id }) => id));
  return [
    ...after.map((one) => [wasById.get(one.id), one] as const),
    ...before.filter(({ id }) => !isIds.has(id)).map((one) => [one, undefined] as const),
  ];
};

const drawNode = (node: ViewNode, gone: boolean, difference: Difference | undefined, rest: Emphasis): ViewNode => {
  if (difference === undefined) return { ...node, emphasis: rest };
  const words = `${waySigns[difference.way]} ${difference.words}`;
  return {
    ...node,
    detail: words,
    briefer: [],
    detailTone: wayTones[difference.way],
    ...(gone ? { tone: 'none' as const, glyph: true, marked: false, restrictions: [] } : {}),
    status: difference.words,
    lead: `${node.name}: ${difference.words}.`,
    sentence: `${node.name}: ${difference.words}. ${gone ? 'It was so' : 'It would be so'}: ${node.sentence}`,
    emphasis: 'normal',
  };
};

const drawEdge = (edge: ViewEdge, gone: boolean, difference: Difference | undefined, rest: Emphasis): ViewEdge => {
  if (difference === undefined) return { ...edge, emphasis: rest };
  return {
    ...edge,
    ...(gone ? { tone: 'none' as const, end: 'none' as const, marks: [], restrictions: [] } : {}),
    label: `${waySigns[difference.way]} ${difference.words}`,
    status: difference.words,
    sentence: `${edge.lead} Differs: ${difference.words}.`,
    emphasis: 'path',
  };
};

/** The further from nothing, the more: what ends in an arrow before what is stopped, then by tone. */
const rankOf = ({ end, tone, status }: ViewEdge): number =>
  (end === 'arrow' ? 200 : end === 'bar' ? 100 : 0) +
  (tone === 'released' ? 50 : 0) +
  (status.includes(' for ') ? 0 : 1) +
  tones.indexOf(tone) / 100;

const edgeDifference = (was: ViewEdge | undefined, is: ViewEdge | undefined): Difference | undefined => {
  if (was === undefined || is === undefined) {
    const edge = is ?? was;
    if (edge === undefined) return undefined;
    const passes = edge.end === 'arrow';
    if (is === undefined)
      return { id: edge.id, way: passes ? 'less' : 'other', words: goneWords(edge, passes) };
    return { id: edge.id, way: passes ? 'more' : 'other', words: newWords(edge, passes) };
  }
  if (was.status === is.status && was.end === is.end) return undefined;
  const [before, after] = [rankOf(was), rankOf(is)];
  const way = after > before ? 'more' : after < before ? 'less' : 'other';
  return { id: is.id, way, words: `${was.end !== 'arrow' && is.end === 'arrow' ? 'newly ' : ''}${is.status}, was ${was.status}` };
};

const goneWords = (edge: ViewEdge, passes: boolean): string =>
  edge.kind === 'outcome' ? (passes ? 'no longer released' : `no longer ${edge.status}`) : passes ? 'no longer carried' : 'no longer there';

const newWords = (edge: ViewEdge, passes: boolean): string =>
  edge.kind === 'outcome' ? `newly ${edge.status}` : passes ? 'newly carried' : 'newly there';

const nodeDifference = (
  was: ViewNode | undefined,
  is: ViewNode | undefined,
  before: TraceView,
  after: TraceView,
  why: ReadonlyMap<string, string>,
): Difference | undefined => {
  const node = is ?? was;
  if (node === undefined) return undefined;
  const { id } = node;
  // A channel is in the picture whether it is reached or not: one that is missing is not there.
  const verb = node.kind === 'system' ? 'reached' : 'there';
  if (is === undefined) return { id, way: 'less', words: why.get(id) ?? `no longer ${verb}` };
  if (was === undefined) return { id, way: 'more', words: why.get(id) ?? `newly ${verb}` };
  return node.kind === 'system' ? systemDifference(was, is) : releaseDifference(was, is, before, after);
};

const systemDifference = (was: ViewNode, is: ViewNode): Difference | undefined => {
  if (was.status === is.status) return undefined;
  if (is.status === 'stranded') return { id: is.id, way: 'less', words: 'newly stranded' };
  if (was.status === 'stranded') return { id: is.id, way: 'more', words: 'no longer stranded' };
  return { id: is.id, way: 'other', words: `${is.status}, was ${was.status}` };
};

/** A channel or an audience differs where what is released at it does. */
const releaseDifference = (
  was: ViewNode,
  is: ViewNode,
  before: TraceView,
  after: TraceView,
): Difference | undefined => {
  const [had, has] = [releasesAt(before, is.id), releasesAt(after, is.id)];
  const of = is.kind === 'channel' ? 'audience' : 'channel';
  const count = (many: number): string => `${many} ${of}${many === 1 ? '' : 's'}`;
  if (had.all !== has.all) {
    const way = has.all > had.all ? 'more' : 'less';
    if (has.all === 0) return { id: is.id, way, words: is.kind === 'channel' ? 'no longer released' : 'on no channel any more' };
    if (had.all === 0) return { id: is.id, way, words: is.kind === 'channel' ? 'newly released' : `newly on ${count(has.all)}` };
    return { id: is.id, way, words: `${is.kind === 'channel' ? 'to' : 'on'} ${count(has.all)}, was ${had.all}` };
  }
  if (had.free !== has.free)
    return has.free > had.free
      ? { id: is.id, way: 'more', words: 'less is limited' }
      : { id: is.id, way: 'less', words: 'newly limited' };
  // How many channels that give nothing an audience has, is nothing that differs for it.
  return was.status === is.status || is.kind === 'audience'
    ? undefined
    : { id: is.id, way: 'other', words: `${is.status}, was ${was.status}` };
};

const releasesAt = (view: TraceView, id: string): { readonly all: number; readonly free: number } => {
  const passing = view.edges.filter(
    (edge) => edge.kind === 'outcome' && edge.end === 'arrow' && edge.tone !== 'unknown' && (edge.source === id || edge.target === id),
  );
  return { all: passing.length, free: passing.filter(({ tone }) => tone === 'released').length };
};
