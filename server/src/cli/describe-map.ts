import { basisOf, basisWords } from '../domain/coverage/index.ts';
import type { MapEdge, MapNode, MapPicture, WayPage } from '../domain/map/index.ts';

/** A picture in words: how much it is, what is in it, and each place where the documentation of a restriction wants attention. */
export const describeMap = ({ nodes, edges, completeness }: MapPicture): string => {
  const nameOf = new Map(nodes.map(({ concept, id, name }) => [`${concept} ${id}`, name]));
  const ends = ({ from, to }: MapEdge): string =>
    [from, to].map(({ concept, id }) => nameOf.get(`${concept} ${id}`) ?? id).join(' → ');
  const flows = edges.reduce((sum, edge) => sum + edge.flows.length, 0);
  const marked = [
    ...nodes.filter((node) => node.marked > 0).map((node) => `  ${node.name}: ${standingWords(node)}`),
    ...edges.filter((edge) => edge.marked > 0).map((edge) => `  ${ends(edge)}: ${standingWords(edge)}`),
  ];
  const ofClass = nodes.flatMap((node) =>
    node.ofClass === true || node.ofPart === true
      ? [`  ${node.name} (${node.id})${node.ofPart === true ? ': a part of it only' : ''}`]
      : [],
  );
  return [
    completeness.sentence,
    `${numbered(edges.filter(({ kind }) => kind === 'FLOW').length, 'line')} for ${numbered(flows, 'flow')}, ${numbered(edges.filter(({ kind }) => kind === 'SERVES').length, 'channel')} served.`,
    '',
    ...lanes.flatMap(([lane, title]) => section(title, nodes.filter((node) => node.lane === lane).map(nodeWords))),
    ...section('Holds or releases the class', ofClass),
    ...section('Restrictions that want attention', marked.length === 0 ? ['  none'] : marked),
  ]
    .join('\n')
    .trimEnd();
};

/** A page of ways in words, each with its number, and how to go on. */
export const describeWayPage = ({ sentence, ways, hasMore, endCursor }: WayPage): string => {
  const told = ways.map(({ way }, at) => `${at + 1}. ${way.sentence}`);
  if (!hasMore) return [sentence, ...told].join('\n');
  return [sentence, ...told, `Go on with: --after '${endCursor ?? ''}'`].join('\n');
};

const lanes = [
  ['ORIGIN', 'Begins here'],
  ['INTEGRATION', 'Passes it on'],
  ['COPY', 'Holds copies'],
  ['CHANNEL', 'Access channels'],
] as const satisfies readonly (readonly [MapNode['lane'], string])[];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}:`, ...lines, ''];

const nodeWords = ({ name, id, zone, live, hiddenIn, hiddenOut }: MapNode): string => {
  const facts = [
    ...(zone === undefined ? [] : [zone]),
    ...(live ? [] : ['not live that day, and named by what is']),
    ...(hiddenIn + hiddenOut === 0 ? [] : [`not shown around it: ${hiddenIn} in, ${hiddenOut} out`]),
  ];
  return `  ${name} (${id})${facts.length === 0 ? '' : `: ${facts.join('; ')}`}`;
};

const standingWords = ({ marked, restrictions, status, verdict }: MapNode | MapEdge): string => {
  const least =
    status === undefined || verdict === undefined ? [] : [basisWords[basisOf({ verdict, documentation: status })]];
  return [`${marked} of ${numbered(restrictions, 'restriction')}`, ...least].join('; ');
};

const numbered = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
