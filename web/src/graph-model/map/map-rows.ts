import { statement } from '../statement.ts';
import type { MapView } from './map-view.ts';
import { mapLaneTitles, restrictionWords } from './map-words.ts';

/** What a saved file says of itself. */
export interface MapCaption {
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly string[];
}

/**
 * The whole view, nothing folded, as rows of a table: what the file is, then one row a thing, then one row a line. The first column says which; ids are those
 * of the inventory.
 */
export const mapRows = (view: MapView, caption: MapCaption): readonly (readonly (string | number)[])[] => {
  const nameById = new Map(view.boxes.map((box) => [box.id, box.name]));
  return [
    [[caption.title, caption.sentence, ...caption.facts, statement].join(' · ')],
    [
      'What',
      'Id',
      'Name',
      'Lane or from',
      'Organization or to',
      'Vendor',
      'Zone',
      'Custodian',
      'Grade',
      'Last written',
      'Restrictions',
      'Marked',
      'Status',
      'Not shown before',
      'Not shown after',
    ],
    ...view.boxes.map((box) => [
      box.kind,
      box.thing?.id ?? box.id,
      box.name,
      mapLaneTitles[box.lane] ?? box.lane,
      box.thing?.organization?.name ?? '',
      box.thing?.vendor ?? '',
      box.thing?.zone ?? '',
      box.thing?.custodian ?? '',
      box.thing?.grade ?? '',
      box.thing?.updatedAt ?? '',
      box.restrictions,
      box.marked,
      restrictionWords(box.tone, box.restrictions, box.marked),
      box.hidden.in,
      box.hidden.out,
    ]),
    ...view.lines.map((line) => [
      line.kind,
      line.flows.map((flow) => flow.id).join(' '),
      line.flows.length === 0 ? line.label : line.flows.map((flow) => flow.name).join('; '),
      nameById.get(line.source) ?? line.source,
      nameById.get(line.target) ?? line.target,
      '',
      '',
      '',
      [...new Set(line.flows.map((flow) => flow.grade))].join(' '),
      line.flows
        .map((flow) => flow.updatedAt)
        .sort()
        .at(-1) ?? '',
      line.restrictions,
      line.marked,
      restrictionWords(line.tone, line.restrictions, line.marked),
      '',
      '',
    ]),
  ];
};
