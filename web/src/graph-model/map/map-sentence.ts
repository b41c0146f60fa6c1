import { counted } from '../words.ts';
import { marksWords, sumOfMarks } from './map-marks.ts';
import type { MapView } from './map-view.ts';

/** What the picture holds, in one sentence: things, lines, and what of them is marked. `folded` is the view as it is drawn. */
export const mapSentence = (view: MapView, folded: MapView): string => {
  const systems = view.boxes.filter((box) => box.kind === 'system').length;
  const channels = view.boxes.length - systems;
  const groups = folded.boxes.filter((box) => box.kind === 'group').length;
  const marks = marksWords(sumOfMarks([...view.boxes, ...view.lines]));
  const marked = marks === undefined ? 'No restriction on them is without complete documentation.' : `${marks}.`;
  const inBoxes =
    groups === 0
      ? ''
      : `, in ${counted(folded.boxes.length, 'box', 'boxes')}, ${groups} of them ${groups === 1 ? 'a group' : 'groups'}`;
  return `${counted(systems, 'system')} and ${counted(channels, 'access channel')} with ${counted(view.lines.length, 'line')} between them${inBoxes}. ${marked}`;
};

/** What is marked, boxes before lines, each in the view's order: view ids. */
export const markedOf = (view: MapView): readonly string[] => [
  ...view.boxes.filter((box) => box.marked > 0).map((box) => box.id),
  ...view.lines.filter((line) => line.marked > 0).map((line) => line.id),
];
