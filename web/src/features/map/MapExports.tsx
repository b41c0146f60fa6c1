import type { ReactNode } from 'react';
import type { MapScene } from '../../graph-canvas/map/map-scene.ts';
import type { Palette } from '../../graph-canvas/palette.ts';
import { usePictureSaves } from '../../graph-canvas/use-picture-saves.ts';
import type { Measure } from '../../graph-canvas/wrap-label.ts';
import { toCsv } from '../../graph-model/csv.ts';
import type { MapLegendEntry } from '../../graph-model/map/map-overlay.ts';
import { mapRows, type MapCaption } from '../../graph-model/map/map-rows.ts';
import type { MapView } from '../../graph-model/map/map-view.ts';
import { useExportCommands } from '../../ui/use-export-commands.ts';
import { FreezeButton } from '../../view/FreezeButton.tsx';
import { viewFacts, withoutIds } from '../../view/saved-about.ts';
import { useNamedView } from '../../view/use-named-view.ts';

/** Saves what is shown: the picture as PNG or SVG, its things and lines, nothing folded, as CSV. */
export const MapExports = (props: {
  readonly view: MapView;
  /** The picture of this very view; undefined while it is not drawn. */
  readonly scene: MapScene | undefined;
  /** Why nothing can be saved just now, in words; undefined when it can. */
  readonly wait: string | undefined;
  readonly palette: Palette;
  readonly measure: Measure;
  readonly legend: readonly MapLegendEntry[];
  readonly caption: MapCaption;
  /** The inventory's revision that is shown. */
  readonly revision: number;
  readonly file: string;
  readonly say: (words: string) => void;
}): ReactNode => {
  const { scene, file, wait } = props;
  const seen = useNamedView();
  const { namesHidden } = seen;
  const caption = { ...props.caption, facts: [...props.caption.facts, ...viewFacts(seen)] };
  const noPicture = wait ?? (scene === undefined ? 'Show the picture to save it' : undefined);
  const svg = async (): Promise<string> => {
    const { mapToSvg } = await import('../../graph-canvas/map/map-to-svg.ts');
    if (scene === undefined) throw new Error('The picture is not drawn yet.');
    return mapToSvg(scene, caption, props.legend, props.palette, props.measure);
  };
  const { savePng, saveSvg, saveCsv, failure } = usePictureSaves({
    file,
    svg,
    csv: () => {
      const rows = mapRows(props.view, caption);
      return toCsv(namesHidden ? withoutIds(rows, 1, (title) => title === 'Id') : rows);
    },
    say: props.say,
    shown: noPicture === undefined ? { ...caption, revision: props.revision } : undefined,
  });
  useExportCommands([
    ...(noPicture === undefined
      ? [
          { title: 'Save the map as PNG', run: savePng },
          { title: 'Save the map as SVG', run: saveSvg },
        ]
      : []),
    ...(wait === undefined ? [{ title: 'Save the map as CSV', run: saveCsv }] : []),
  ]);
  const button = (words: string, reason: string | undefined, onClick: () => void): ReactNode => (
    <button type="button" className="link-button" disabled={reason !== undefined} title={reason} onClick={onClick}>
      {words}
    </button>
  );
  return (
    <div className="exports" role="group" aria-label="Save what is shown">
      {button('Save PNG', noPicture, savePng)}
      {button('Save SVG', noPicture, saveSvg)}
      {button('Save CSV', wait, saveCsv)}
      <FreezeButton />
      {failure === undefined ? null : (
        <p className="loud" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
};
