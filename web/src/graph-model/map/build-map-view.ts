import { kindName, saysKind, type KindNames } from '../catalogue-words.ts';
import { joinSentences } from '../describe.ts';
import { counted } from '../words.ts';
import { marksOn } from './map-marks.ts';
import { mapId, type MapLineInput, type MapPictureInput, type MapThingInput } from './map-picture.ts';
import { mapLanes, type MapBox, type MapLine, type MapView } from './map-view.ts';
import { hiddenWords, restrictionWords, standingTone } from './map-words.ts';

/** One box a thing and one line a pair and direction, nothing folded. Lines whose ends are not in the answer are left out. Pure and total. */
export const buildMapView = (picture: MapPictureInput, kindNames: KindNames): MapView => {
  const nameById = new Map(picture.nodes.map((node) => [mapId(node), node.name]));
  return {
    boxes: picture.nodes.map((node) => boxOf(node, kindNames)),
    lines: picture.edges.flatMap((edge) => {
      const from = nameById.get(mapId(edge.from));
      const to = nameById.get(mapId(edge.to));
      return from === undefined || to === undefined ? [] : [lineOf(edge, from, to)];
    }),
  };
};

const boxOf = (node: MapThingInput, kindNames: KindNames): MapBox => {
  const tone = standingTone(node);
  const kind = kindName(node.kind, kindNames);
  const said = saysKind(node.name, kind);
  const hidden = { in: node.hiddenIn, out: node.hiddenOut, marked: node.hiddenMarked };
  const holds = node.concept === 'SYSTEM' ? 'holds' : 'releases';
  return {
    id: mapId(node),
    kind: node.concept === 'SYSTEM' ? 'system' : 'channel',
    lane: mapLanes.find((lane) => lane === node.lane) ?? (node.concept === 'SYSTEM' ? 'COPY' : 'CHANNEL'),
    name: node.name,
    detail: node.live ? (said ? (node.organization?.name ?? '') : kind) : 'ended, and still named',
    tone,
    restrictions: node.restrictions,
    marked: node.marked,
    marks: marksOn(node.concept === 'SYSTEM' ? 'systems' : 'channels', node.marked),
    hidden,
    sign: undefined,
    sentence: joinSentences(
      `${node.name}${said ? '' : ` (${kind})`}${node.organization ? `, run by ${node.organization.name}` : ''}`,
      restrictionWords(tone, node.restrictions, node.marked),
      `it ${holds} ${counted(node.classes, 'data class', 'data classes')}`,
      node.live ? '' : 'it has ended, and something live still names it',
      hiddenWords(hidden) ?? '',
    ),
    members: [],
    emphasis: 'normal',
    thing: node,
  };
};

const lineOf = (edge: MapLineInput, from: string, to: string): MapLine => {
  const tone = standingTone(edge);
  const [first] = edge.flows;
  const serves = edge.kind === 'SERVES';
  const label = serves
    ? ''
    : edge.flows.length === 1
      ? (first?.protocol ?? first?.name ?? '')
      : counted(edge.flows.length, 'flow');
  return {
    id: edge.id,
    kind: serves ? 'serves' : 'flow',
    source: mapId(edge.from),
    target: mapId(edge.to),
    tone,
    restrictions: edge.restrictions,
    marked: edge.marked,
    marks: marksOn('lines', edge.marked),
    label,
    ofClass: edge.ofClass ?? undefined,
    ofPart: edge.ofPart ?? undefined,
    sign: undefined,
    sentence: serves
      ? joinSentences(`${from} serves ${to}`)
      : joinSentences(
          `From ${from} to ${to}: ${edge.flows.length === 1 ? (first?.name ?? label) : label}${first?.protocol && edge.flows.length === 1 ? ` by ${first.protocol}` : ''}`,
          restrictionWords(tone, edge.restrictions, edge.marked),
        ),
    flows: edge.flows,
    members: [edge.id],
    emphasis: 'normal',
  };
};
