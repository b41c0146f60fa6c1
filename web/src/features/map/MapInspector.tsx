import type { ReactNode } from 'react';
import type { MapBox, MapLine, MapView } from '../../graph-model/map/map-view.ts';
import { BoxStory } from './BoxStory.tsx';
import { LineStory } from './LineStory.tsx';
import { MapOverview } from './MapOverview.tsx';
import { SeveralStory } from './SeveralStory.tsx';
import type { MapData } from './map-data.ts';
import type { MapActions } from './use-map-actions.ts';
import type { MapParams, WaysQuestion } from './use-map-params.ts';
import type { MapSelection } from './use-map-selection.ts';

/** What the parts of the inspector share. */
export interface InspectorProps {
  readonly map: MapData;
  readonly view: MapView;
  readonly params: MapParams;
  readonly pins: ReadonlySet<string>;
  readonly actions: MapActions;
  /** Selects, and brings it on screen. */
  readonly onGoTo: (id: string) => void;
  readonly onPin: (ids: readonly string[]) => void;
  readonly onWays: (question: Partial<WaysQuestion>) => void;
}

/** The story of what is selected, or of the whole picture, and below what can be done with it (`forms`); a form that is open takes the place of the story. */
export const MapInspector = (
  props: InspectorProps & {
    readonly selection: MapSelection;
    readonly sentence: string;
    readonly forms: ReactNode;
    readonly formOpen: boolean;
  },
): ReactNode => {
  const { selection, forms } = props;
  const { one } = selection;
  if (props.formOpen) return <div className="story">{forms}</div>;
  return (
    <>
      {one === undefined ? (
        selection.boxes.length + selection.lines.length > 1 ? (
          <SeveralStory {...props} />
        ) : (
          <MapOverview {...props} />
        )
      ) : isBox(one) ? (
        <BoxStory key={one.id} {...props} box={one} />
      ) : (
        <LineStory key={one.id} {...props} line={one} />
      )}
      <div className="story inspector-forms">{forms}</div>
    </>
  );
};

const isBox = (thing: MapBox | MapLine): thing is MapBox => 'lane' in thing;
