import { useMemo, type ReactNode, type RefObject } from 'react';
import { groupings, groupingWords, type Grouping, type MapGroup } from '../../graph-model/map/map-groups.ts';
import { overlays, overlayTitles } from '../../graph-model/map/map-overlay.ts';
import { counted } from '../../graph-model/words.ts';
import { useCommands, type Command } from '../../ui/commands.ts';
import { ThingPicker } from './ThingPicker.tsx';
import type { MapActions } from './use-map-actions.ts';
import type { ChangeMap, GroupChoice, MapParams } from './use-map-params.ts';

/** What the picture shows and how: its middle, steps, groups, overlay, class and day. */
export const MapTools = (props: {
  readonly params: MapParams;
  readonly asOf: string;
  readonly by: Grouping | undefined;
  readonly groups: readonly MapGroup[];
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  readonly actions: MapActions;
  readonly change: ChangeMap;
  readonly groupField: RefObject<HTMLSelectElement | null>;
  readonly onAdd: (id: string) => void;
}): ReactNode => {
  const { params, by, groups, change, actions } = props;
  useCommands(useMemo(() => mapCommands(change), [change]));
  const folded = groups.filter((group) => group.members.length > 1 && !params.open.includes(group.id));
  return (
    <div className="tools">
      <div className="filters" role="group" aria-label="What is shown">
        <ThingPicker
          label={params.around.length === 0 ? 'Find' : 'Add'}
          channels
          chosen={undefined}
          onChoose={props.onAdd}
        />
        {params.around.length === 0 ? null : (
          <>
            <label htmlFor="map-hops">Steps</label>
            <select
              id="map-hops"
              value={params.hops}
              onChange={(event) => change({ hops: Number(event.target.value) })}
            >
              {[0, 1, 2, 3, 4].map((hops) => (
                <option key={hops} value={hops}>
                  {hops}
                </option>
              ))}
            </select>
          </>
        )}
        <label htmlFor="map-group">Group by</label>
        <select
          id="map-group"
          ref={props.groupField}
          value={by ?? 'none'}
          onChange={(event) => change({ group: event.target.value as GroupChoice, open: [] })}
        >
          <option value="none">nothing</option>
          {groupings.map((each) => (
            <option key={each} value={each}>
              {groupingWords[each].title}
            </option>
          ))}
        </select>
        {by !== undefined && folded.length > 0 && params.open.length === 0 ? (
          <button type="button" className="button" onClick={() => change({ open: groups.map((group) => group.id) })}>
            Open all
          </button>
        ) : null}
        {by === undefined || params.open.length === 0 ? null : (
          <button type="button" className="button" onClick={actions.foldAll}>
            Fold all
          </button>
        )}
        <label htmlFor="map-overlay">Overlay</label>
        <select
          id="map-overlay"
          value={params.overlay}
          onChange={(event) => change({ overlay: overlays.find((each) => each === event.target.value) })}
        >
          {overlays.map((each) => (
            <option key={each} value={each}>
              {overlayTitles[each]}
            </option>
          ))}
        </select>
        <label htmlFor="map-class">Class</label>
        <select
          id="map-class"
          value={params.dataClass ?? ''}
          onChange={(event) => {
            const dataClass = event.target.value || undefined;
            // Who asks for a class wants to see where it is.
            const overlay =
              dataClass === undefined ? undefined : params.overlay === 'status' ? 'class' : params.overlay;
            change({ dataClass, overlay });
          }}
        >
          <option value="">None</option>
          {props.classes.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
        <label htmlFor="map-as-of">As of</label>
        <input
          id="map-as-of"
          type="date"
          value={params.asOf ?? props.asOf}
          onChange={(event) => change({ asOf: event.target.value || undefined })}
        />
        {params.hide.length === 0 ? null : (
          <button type="button" className="button" onClick={actions.showHidden}>
            Show what was taken out ({counted(params.hide.length, 'thing')})
          </button>
        )}
      </div>
    </div>
  );
};

/** What the palette can do with the picture: another overlay, other groups. */
const mapCommands = (change: ChangeMap): readonly Command[] => {
  const command = (title: string, run: () => void): Command => ({
    id: `map ${title}`,
    group: 'Filter',
    title,
    words: 'map picture',
    run,
  });
  return [
    ...overlays.map((overlay) =>
      command(`Overlay: ${overlayTitles[overlay].toLowerCase()}`, () => change({ overlay })),
    ),
    ...groupings.map((group) => command(`Group by ${groupingWords[group].title}`, () => change({ group, open: [] }))),
    command('Group by nothing', () => change({ group: 'none', open: [] })),
  ];
};
