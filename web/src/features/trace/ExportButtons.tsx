import type { ReactNode } from 'react';
import type { Palette } from '../../graph-canvas/palette.ts';
import type { Scene } from '../../graph-canvas/scene.ts';
import { usePictureSaves } from '../../graph-canvas/use-picture-saves.ts';
import type { Measure } from '../../graph-canvas/wrap-label.ts';
import { toCsv } from '../../graph-model/csv.ts';
import type { LegendEntry } from '../../graph-model/legend.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { useExportCommands } from '../../ui/use-export-commands.ts';
import { FreezeButton } from '../../view/FreezeButton.tsx';
import { viewFacts, withoutIds } from '../../view/saved-about.ts';
import { useNamedView } from '../../view/use-named-view.ts';
import { traceRows, type TraceCaption } from './trace-rows.ts';
import type { AnswerData, PathData, TraceData } from './trace-data.ts';
import type { PathTab } from './use-trace-params.ts';

/** Saves what is shown: the picture as PNG or SVG, the facts as CSV, the view as a link. */
export const ExportButtons = (props: {
  readonly trace: TraceData;
  readonly answer: AnswerData;
  /** The whole answer, nothing folded. */
  readonly view: TraceView;
  readonly paths: readonly PathData[];
  readonly tab: PathTab;
  readonly scene: Scene | undefined;
  /** Why nothing can be saved just now, in words; undefined when it can. */
  readonly wait: string | undefined;
  /** Why there is no picture to save, for when there is none. */
  readonly noScene: string;
  readonly palette: Palette;
  readonly measure: Measure;
  readonly legend: readonly LegendEntry[];
  readonly caption: TraceCaption;
  readonly say: (words: string) => void;
}): ReactNode => {
  const { trace, scene, wait } = props;
  const seen = useNamedView();
  const caption = { ...props.caption, facts: [...props.caption.facts, ...viewFacts(seen)] };
  const noPicture = wait ?? (scene === undefined ? props.noScene : undefined);
  // An id may be a name.
  const file = seen.namesHidden ? `trace-${trace.asOf}` : `trace-${trace.dataClass.id}-${trace.asOf}`;

  const svg = async (): Promise<string> => {
    const { sceneToSvg } = await import('../../graph-canvas/scene-to-svg.ts');
    if (scene === undefined) throw new Error('The picture is not drawn yet.');
    return sceneToSvg(scene, { ...caption, legend: props.legend }, props.palette, props.measure);
  };
  const csv = (): string => {
    const rows = traceRows({
      trace,
      answer: props.answer,
      view: props.view,
      paths: props.paths,
      tab: props.tab,
      caption,
    });
    return toCsv(seen.namesHidden ? withoutIds(rows, 0, (title) => title === 'id') : rows);
  };
  const { savePng, saveSvg, saveCsv, failure, setFailure } = usePictureSaves({
    file,
    svg,
    csv,
    say: props.say,
    shown: noPicture === undefined ? { ...caption, revision: trace.revision } : undefined,
  });
  const copyLink = (): void => {
    setFailure(undefined);
    navigator.clipboard.writeText(location.href).then(
      () => props.say('Link copied.'),
      () => setFailure('The link could not be copied. It is the address of this page.'),
    );
  };
  useExportCommands([
    ...(noPicture === undefined
      ? [
          { title: 'Save the picture as PNG', run: savePng },
          { title: 'Save the picture as SVG', run: saveSvg },
        ]
      : []),
    ...(wait === undefined ? [{ title: 'Save the trace as CSV', run: saveCsv }] : []),
    { title: 'Copy a link to this view', run: copyLink },
  ]);
  return (
    <div
      className="exports"
      role="group"
      aria-label="Save or share what is shown"
      aria-describedby={noPicture === undefined ? undefined : 'exports-wait'}
    >
      <span id="exports-wait" className="unseen">
        {noPicture}
      </span>
      <button
        type="button"
        className="link-button"
        disabled={noPicture !== undefined}
        title={noPicture}
        onClick={savePng}
      >
        Save PNG
      </button>
      <button
        type="button"
        className="link-button"
        disabled={noPicture !== undefined}
        title={noPicture}
        onClick={saveSvg}
      >
        Save SVG
      </button>
      <button type="button" className="link-button" disabled={wait !== undefined} title={wait} onClick={saveCsv}>
        Save CSV
      </button>
      <button type="button" className="link-button" onClick={copyLink}>
        Copy link
      </button>
      <FreezeButton />
      {failure === undefined ? null : (
        <p className="loud" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
};
