import type { CSSProperties, ReactNode } from 'react';
import { Splitter, usePanelSize } from './Splitter.tsx';

const ranges = { outline: [0, 480], inspector: [0, 640], bottom: [44, 620] } as const;
const inspectorWidth = innerWidth < 1500 ? 260 : 360;

/** The list at the foot of a workbench: what it lists, under which name its height is remembered, and the height it has at first. */
export interface BottomPanel {
  readonly name: string;
  readonly normal: number;
  /** Absent while nothing is listed. */
  readonly list: ReactNode | undefined;
}

/**
 * A screen with a picture in the middle: outline on the left, inspector on the right, a list below where there is one. The panels are made wider and
 * narrower by the bars between them, and remember that. `drawn` says whether the picture is that of the answer, for who waits for it.
 */
export const Workbench = (props: {
  readonly className: string;
  readonly busy: boolean;
  readonly drawn?: boolean;
  readonly outlineWidth: number;
  /** How many things the outline tells of, in words, and what they are. */
  readonly count: { readonly words: string; readonly title: string };
  readonly outline: ReactNode;
  readonly centreLabel: string;
  readonly centre: ReactNode;
  readonly inspector: ReactNode;
  readonly bottom: BottomPanel;
}): ReactNode => {
  const { bottom, count } = props;
  const [outline, setOutline] = usePanelSize('outline', props.outlineWidth, ranges.outline);
  const [inspector, setInspector] = usePanelSize('inspector', inspectorWidth, ranges.inspector);
  const [height, setHeight] = usePanelSize(bottom.name, bottom.normal, ranges.bottom);
  const sizes = {
    '--outline': `${outline}px`,
    '--inspector': `${inspector}px`,
    '--paths': `${height}px`,
  } as CSSProperties;
  return (
    <main
      className={props.className}
      id="main"
      style={sizes}
      aria-busy={props.busy}
      data-drawn={props.drawn === undefined ? undefined : props.drawn ? 'yes' : 'no'}
    >
      <nav className={`panel outline-panel${outline === 0 ? ' folded' : ''}`} aria-label="Outline">
        <div className="panel-head">
          <h2>Outline</h2>
          <span className="quiet" title={count.title}>
            {count.words}
          </span>
        </div>
        {props.outline}
      </nav>
      <Splitter
        label="Width of the outline"
        grows="right"
        size={outline}
        normal={props.outlineWidth}
        range={ranges.outline}
        onSize={setOutline}
      />
      <section className="centre" aria-label={props.centreLabel}>
        {props.centre}
      </section>
      <Splitter
        label="Width of the inspector"
        grows="left"
        size={inspector}
        normal={inspectorWidth}
        range={ranges.inspector}
        onSize={setInspector}
      />
      <aside className={`panel inspector-panel${inspector === 0 ? ' folded' : ''}`} aria-label="Inspector">
        {props.inspector}
      </aside>
      {bottom.list === undefined ? null : (
        <>
          <Splitter
            label={`Height of the ${bottom.name}`}
            grows="up"
            size={height}
            normal={bottom.normal}
            range={ranges.bottom}
            onSize={setHeight}
          />
          {bottom.list}
        </>
      )}
    </main>
  );
};
