import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useKindNames } from '../../api/use-kind-names.ts';
import type { MapPictureQueryVariables } from '../../gql/graphql.ts';
import { createMeasure } from '../../graph-canvas/measure-text.ts';
import type { MapCanvasHandle } from '../../graph-canvas/map/MapCanvas.tsx';
import { useMapPlaces } from '../../graph-canvas/map/use-map-places.ts';
import { readPalette } from '../../graph-canvas/palette.ts';
import { drawingSignsOf, mapLegendOf, overlayTitles } from '../../graph-model/map/map-overlay.ts';
import { mapId } from '../../graph-model/map/map-picture.ts';
import { mapSentence } from '../../graph-model/map/map-sentence.ts';
import { usePresented } from '../../present/presented.ts';
import { usePresenting } from '../../present/presenting.ts';
import { useAnnounce } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Workbench } from '../../ui/Workbench.tsx';
import { StaleNotice } from '../../ui/standard-notices.tsx';
import { MapEdits } from './MapEdits.tsx';
import { MapExports } from './MapExports.tsx';
import { MapInspector } from './MapInspector.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapOutline } from './MapOutline.tsx';
import { MapPicture } from './MapPicture.tsx';
import { MapTable } from './MapTable.tsx';
import { MapTitle } from './MapTitle.tsx';
import { MapTools } from './MapTools.tsx';
import type { MapData } from './map-data.ts';
import { titleOf } from './map-title.ts';
import { useMapActions } from './use-map-actions.ts';
import { useMapEditing } from './use-map-editing.ts';
import { useMapLook } from './use-map-look.ts';
import { useMapHistory, type MapMoment } from './use-map-history.ts';
import { useMapScreenKeys } from './use-map-screen-keys.ts';
import type { ChangeMap, MapParams } from './use-map-params.ts';
import { useMapSelection } from './use-map-selection.ts';
import { useMapViews } from './use-map-view.ts';
import { useMapWalk } from './use-map-walk.ts';
import { useTold } from './use-told.ts';
import { useWays } from './use-ways.ts';
import { useWaysPanel } from './use-ways-panel.ts';
import { WaysPanel } from './WaysPanel.tsx';

/** Narrower and lower than usual where the window is small. */
const normal = { outline: innerWidth < 1500 ? 226 : 280, ways: innerHeight < 900 ? 150 : 200 } as const;

/** The map on one screen: outline, picture or table, inspector, ways. One selection everywhere, held in the address as all of the view is. */
export const MapScreen = (props: {
  readonly map: MapData;
  /** The question that `map` answers. */
  readonly asked: MapPictureQueryVariables;
  readonly inventory: string;
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  readonly params: MapParams;
  readonly change: ChangeMap;
  readonly dark: boolean;
  readonly refreshing: boolean;
  readonly trouble: string | undefined;
  readonly onRetry: () => void;
}): ReactNode => {
  const { map, params, change, dark } = props;
  const [drawn, setDrawn] = useState(false);
  const canvas = useRef<MapCanvasHandle>(null);
  const findField = useRef<HTMLInputElement>(null);
  const groupField = useRef<HTMLSelectElement>(null);
  const kindNames = useKindNames();
  const say = useAnnounce();
  const [told, tell] = useTold(say);
  const presenting = usePresenting();
  const presented = usePresented();

  const className = props.classes.find(({ id }) => id === params.dataClass)?.name ?? params.dataClass;
  const {
    full,
    drawn: view,
    by,
    groups,
    groupBoxes,
    openedFor,
  } = useMapViews(map, params, className, kindNames, presented.spotlight);
  // The colours are read from the page, so they follow the theme.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const palette = useMemo(() => readPalette(document.documentElement), [dark, presenting]);
  const measure = useMemo(() => createMeasure(palette.font), [palette.font]);
  // The picture is that of the answer, which is not what the address says while another is on its way.
  const middle = (props.asked.input.around ?? []).map(mapId).join(' ');
  const places = useMapPlaces(view, measure, `${props.inventory}|${middle}`);
  const selection = useMapSelection(view, groupBoxes, params.selected, change);
  const actions = useMapActions(view, groupBoxes, params, change);
  const ways = useWays(params);
  const lookKey = useRef(middle);
  if (places.settled) lookKey.current = middle;
  const things = useMemo(() => ({ full, groupBoxes }), [full, groupBoxes]);
  const legend = useMemo(() => mapLegendOf(view), [view]);
  const sentence = useMemo(() => mapSentence(full, view), [full, view]);

  const scene = places.settled ? places.scene : undefined;
  // Shown to a room, the same picture gets a look of its own.
  const shownKey = `${lookKey.current}${presenting ? ' projector' : ''}`;
  const look = useMapLook(canvas, scene, shownKey, by, groups, params);
  // What is opened for the sake of what is selected in it stays open: the address says so from then on.
  const openedKey = openedFor.join('\n');
  useEffect(() => {
    if (openedKey !== '') change({ open: [...params.open, ...openedKey.split('\n')] }, { replace: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openedKey]);

  const wanted = useRef<MapMoment>(undefined);
  const first = useMapHistory(
    location.search,
    () => ({ of: shownKey, look: canvas.current?.look(), places: places.places() }),
    (before) => {
      wanted.current = before;
      look.keep();
      places.putBack(before.places);
      // Another picture gets its look when it is there.
      if (before.of === shownKey && before.look !== undefined) canvas.current?.setLook(before.look);
    },
  );
  const moment = wanted.current ?? first;
  const { reveal } = look;
  const goTo = useCallback(
    (id: string) => {
      selection.select(id);
      reveal([id]);
    },
    [selection, reveal],
  );
  useMapWalk(view, selection, goTo);
  const pin = (ids: readonly string[]): void => {
    const pinned = !ids.every((id) => places.pins.has(id));
    places.pin(ids, pinned);
    tell(pinned ? 'Pinned: it stays where it is when the picture is tidied up.' : 'Let go.');
  };
  const expand = (id: string | undefined, direction?: 'IN' | 'OUT' | 'BOTH'): void =>
    tell(id === undefined ? 'Select a system or a channel to show its neighbours.' : actions.expand(id, direction));
  const waysPanel = useWaysPanel(params, selection, change, findField);
  const editing = useMapEditing(selection, actions, selection.select, say);
  useMapScreenKeys({
    view,
    params,
    change,
    selection,
    actions,
    places,
    canvas,
    findField,
    groupField,
    expand,
    goTo,
    pin,
    toggleWays: waysPanel.toggle,
  });

  const find = (id: string): void => {
    const there = full.boxes.some((box) => box.id === id) || params.hide.includes(id) || params.around.length > 0;
    // Of a very large inventory only a part is shown: what is not in it is shown with what is around it.
    if (there) actions.show([id]);
    else actions.centreOn([id]);
    reveal([id]);
  };
  const [chosen] = selection.boxes;
  const middleBox = chosen !== undefined && chosen.kind !== 'group' ? chosen.id : params.around[0];

  const title = titleOf(params, view, full);
  useEffect(() => {
    document.title = `${title} · EHI Atlas`;
  }, [title]);
  useEffect(() => say(sentence), [say, sentence]);
  const story = selection.one?.sentence;
  useEffect(() => {
    if (story !== undefined) say(story);
  }, [say, story]);
  const caption = {
    title,
    sentence,
    facts: [
      `As of ${map.asOf}`,
      `Inventory revision ${map.revision}`,
      `Overlay: ${overlayTitles[params.overlay].toLowerCase()}${className === undefined ? '' : `, class ${className}`}`,
      map.completeness.sentence,
    ],
  };
  const wait = props.trouble !== undefined || props.refreshing ? 'The answer is being fetched' : undefined;
  const isPicture = params.view === 'picture';
  const inspected = { map, view, params, pins: places.pins, actions, onGoTo: goTo, onPin: pin, onWays: waysPanel.ask };
  const exports = (
    <MapExports
      view={full}
      // Only the picture can be saved as one.
      scene={isPicture ? scene : undefined}
      wait={wait}
      palette={palette}
      measure={measure}
      legend={legend}
      caption={caption}
      revision={map.revision}
      file={`map-${map.asOf}`}
      say={say}
    />
  );
  const outline = (
    <MapOutline
      view={view}
      by={by}
      things={things}
      selected={selection.ids}
      findField={findField}
      onSelect={(id, add, found) => {
        selection.select(id, add);
        // What is on screen already stays as it is looked at, unless it was looked for.
        if (found || canvas.current?.isSeen([id]) !== true) reveal([id]);
      }}
      onOpen={expand}
      onGroup={actions.openGroup}
    />
  );
  const centre = (
    <>
      <MapTitle
        title={title}
        params={params}
        change={change}
        canvas={canvas}
        onWhole={actions.wholeInventory}
        onTidy={() => {
          places.tidy();
          tell('Tidied up. What is pinned stayed where it was.');
        }}
        onWays={waysPanel.toggle}
        say={say}
      />
      <p className="sentence">{sentence}</p>
      {props.trouble === undefined ? null : (
        <StaleNotice title="This is the last picture that arrived." message={props.trouble} onRetry={props.onRetry} />
      )}
      {map.completeness.whole ? null : (
        <Notice
          kind="partial"
          title="This is not all that was asked for."
          {...(map.completeness.asked <= 5000
            ? { action: { label: `Show all ${map.completeness.asked}`, onClick: () => change({ most: 5000 }) } }
            : {})}
        >
          {map.completeness.sentence}
        </Notice>
      )}
      <MapTools
        params={params}
        asOf={map.asOf}
        by={by}
        groups={groups}
        classes={props.classes}
        actions={actions}
        change={change}
        groupField={groupField}
        onAdd={(id) => {
          find(id);
        }}
      />
      {editing.connecting === undefined ? null : (
        <p className="connect-prompt" role="status">
          Where does {editing.connecting.name} send to? Select a system in the picture or the outline. Escape lets go.
        </p>
      )}
      {full.boxes.length === 0 ? (
        <Notice kind="empty" title="No system or channel is in the picture.">
          Nothing is recorded as of {map.asOf}, or all of it was taken out. Choose another day, or the whole inventory.
        </Notice>
      ) : isPicture ? (
        <>
          <MapPicture
            view={view}
            scene={places.scene}
            palette={palette}
            selected={selection.ids}
            projector={presenting}
            lookKey={shownKey}
            look={moment?.of === shownKey ? moment.look : undefined}
            middle={middleBox}
            handle={canvas}
            onSelect={selection.select}
            onSelectMany={selection.selectMany}
            onOpen={expand}
            onChip={expand}
            onMove={(id, place) => places.move(new Map([[id, place]]))}
            onDrawn={() => setDrawn(true)}
            drawing={!drawn || !places.settled || props.refreshing}
            told={told}
          />
          <div className="map-foot">
            <MapLegend
              title={overlayTitles[params.overlay]}
              entries={legend}
              drawing={drawingSignsOf(view, places.pins)}
            />
            {exports}
          </div>
        </>
      ) : (
        <>
          <MapTable view={full} selected={selection.ids} onSelect={goTo} />
          {exports}
        </>
      )}
    </>
  );
  const inspector = (
    <MapInspector
      {...inspected}
      selection={selection}
      sentence={sentence}
      forms={<MapEdits editing={editing} />}
      formOpen={editing.task !== undefined}
    />
  );
  const waysPanelOpen =
    params.ways === undefined ? undefined : (
      <WaysPanel
        question={params.ways}
        list={ways}
        chosen={params.way}
        className={className}
        nameOf={(id) => full.boxes.find((box) => box.id === id)?.name}
        onAsk={(question) => change({ ways: question, way: [] })}
        onChoose={(way) => change({ way })}
        onClass={(dataClass) => change({ dataClass, way: [] })}
        focus={waysPanel.opened}
        onClose={waysPanel.close}
      />
    );
  return (
    <Workbench
      className={`trace map${params.ways === undefined ? '' : ' map-with-ways'}`}
      busy={props.refreshing}
      drawn={drawn && places.settled && !props.refreshing}
      outlineWidth={normal.outline}
      count={{ words: `${full.boxes.length} things`, title: 'Systems and channels, those in folded groups included' }}
      outline={outline}
      centreLabel="Map"
      centre={centre}
      inspector={inspector}
      bottom={{ name: 'ways', normal: normal.ways, list: waysPanelOpen }}
    />
  );
};
