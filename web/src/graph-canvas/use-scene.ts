import { useEffect, useMemo, useRef, useState } from 'react';
import type { TraceView } from '../graph-model/trace-view.ts';
import { composeScene } from './compose-scene.ts';
import { layOut } from './layout/elk-client.ts';
import { layoutKey, layoutPlan } from './layout/layout-view.ts';
import type { Placement } from './layout/place.ts';
import type { Sizes } from './layout/sizes.ts';
import { planScene } from './layout/plan.ts';
import { withLabels } from './place-labels.ts';
import type { Scene } from './scene.ts';
import type { Measure } from './wrap-label.ts';

/**
 * The scene once it has places. `settled` says that it is the scene of the view as it is now; until then it is the one before. `failed` when the layout engine gave up: the outline and the table still
 * answer.
 */
export interface SceneState {
  readonly scene: Scene | undefined;
  readonly settled: boolean;
  readonly failed: boolean;
}

/**
 * The scene of a view. Places are found anew only when what is drawn changes, not when a path is chosen or a theme switched; until new ones are
 * there the last scene stays. `labelled` are the lines whose words are wanted.
 */
export const useScene = (
  view: TraceView,
  labelled: ReadonlySet<string>,
  measure: Measure,
  sizes: Sizes,
  shape: { readonly width: number; readonly height: number },
): SceneState => {
  const plan = useMemo(() => planScene(view, measure, sizes), [view, measure, sizes]);
  const key = useMemo(() => layoutKey(plan), [plan]);
  const [placed, setPlaced] = useState<{ readonly key: string; readonly placement: Placement }>();
  const [failedKey, setFailedKey] = useState<string>();

  useEffect(() => {
    let current = true;
    layoutPlan(plan, layOut).then(
      (placement) => current && setPlaced({ key, placement }),
      () => current && setFailedKey(key),
    );
    return () => void (current = false);
    // Plans with the same key get the same places, so the key alone decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  const last = useRef<Scene>(undefined);
  const scene = useMemo(() => {
    if (placed?.key !== key) return last.current;
    const minHeight = shape.width === 0 ? 0 : (placed.placement.width * shape.height) / shape.width;
    return withLabels(composeScene(plan, placed.placement, { minHeight }), labelled, measure);
  }, [placed, key, plan, labelled, measure, shape.width, shape.height]);
  last.current = scene;
  return { scene, settled: placed?.key === key, failed: failedKey === key };
};
