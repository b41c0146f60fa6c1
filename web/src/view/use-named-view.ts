import { useMemo } from 'react';
import { useQuery } from '../api/use-query.ts';
import { ScenarioNameDocument } from './documents.ts';
import { useView, type SeenView } from './use-view.ts';

/** What the page looks at, the scenario by its name: for words. Until the name is there, and where there is none, it is `a scenario`. */
export const useNamedView = (): SeenView => {
  const view = useView();
  const query = useQuery(ScenarioNameDocument, view.scenario === undefined ? undefined : { id: view.scenario });
  const name = query.phase === 'ready' ? query.data.scenario?.name : undefined;
  return useMemo(
    () => (view.scenario === undefined ? view : { ...view, scenario: name ?? 'a scenario' }),
    [view, name],
  );
};
