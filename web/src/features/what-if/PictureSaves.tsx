import type { ReactNode } from 'react';
import type { Palette } from '../../graph-canvas/palette.ts';
import type { Scene } from '../../graph-canvas/scene.ts';
import { usePictureSaves } from '../../graph-canvas/use-picture-saves.ts';
import type { Measure } from '../../graph-canvas/wrap-label.ts';
import { toCsv } from '../../graph-model/csv.ts';
import { legendOf } from '../../graph-model/legend.ts';
import type { TraceView } from '../../graph-model/trace-view.ts';
import { announce } from '../../ui/live.ts';
import { useExportCommands } from '../../ui/use-export-commands.ts';
import { factLines, fileName, type SavedFacts } from './saved-facts.ts';
import type { Side } from './use-what-if-params.ts';

const sideWords: Readonly<Record<Side, string>> = {
  difference: 'what would differ',
  before: 'as it is',
  after: 'as it would be',
};

/** Saves the picture as PNG or SVG, with what it is about around it. */
export const PictureSaves = (props: {
  readonly facts: SavedFacts;
  readonly name: string;
  readonly part: string | undefined;
  readonly side: Side;
  readonly view: TraceView;
  readonly scene: Scene | undefined;
  readonly palette: Palette;
  readonly measure: Measure;
}): ReactNode => {
  const { facts, scene, view } = props;
  const about = {
    title: `${props.name}: ${sideWords[props.side]}`,
    sentence: facts.sentence,
    facts: [...factLines(facts), ...(props.part === undefined ? [] : [`Part: ${props.part}`])],
  };
  const ready = scene !== undefined;
  const svg = async (): Promise<string> => {
    const { sceneToSvg } = await import('../../graph-canvas/scene-to-svg.ts');
    if (scene === undefined) throw new Error('The picture is not drawn yet.');
    return sceneToSvg(scene, { ...about, legend: legendOf(view) }, props.palette, props.measure);
  };
  const csv = (): string => toCsv(view.nodes.map(({ name, status }) => [name, status]));
  const { savePng, saveSvg, failure } = usePictureSaves({
    file: fileName(facts),
    svg,
    csv,
    say: announce,
    shown: ready ? { ...about, revision: facts.revision } : undefined,
  });
  useExportCommands(
    ready
      ? [
          { title: 'Save the picture as PNG', run: savePng },
          { title: 'Save the picture as SVG', run: saveSvg },
        ]
      : [],
  );
  return (
    <div className="exports" role="group" aria-label="Save the picture">
      <button type="button" className="link-button" disabled={!ready} onClick={savePng}>
        Save PNG
      </button>
      <button type="button" className="link-button" disabled={!ready} onClick={saveSvg}>
        Save SVG
      </button>
      {failure === undefined ? null : (
        <p className="loud" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
};
