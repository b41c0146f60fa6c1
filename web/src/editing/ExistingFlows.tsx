import type { ReactNode } from 'react';
import { useQuery } from '../api/use-query.ts';
import { counted } from '../graph-model/words.ts';
import { FlowsBetweenDocument } from './documents.ts';
import type { ThingRef } from './edited-concept.ts';
import type { FormValues } from './form-values.ts';
import { todayHere } from './today.ts';

/** What runs between the ends of a new flow already, so that nobody adds it twice. */
export const ExistingFlows = ({ values }: { readonly values: FormValues }): ReactNode => {
  const end = (field: string): string => ((values[field] || null) as ThingRef | null)?.id ?? '';
  const [from, to] = [end('from'), end('to')];
  const query = useQuery(
    FlowsBetweenDocument,
    from === '' || to === '' ? undefined : { from, to, liveOn: todayHere() },
  );
  if (query.phase !== 'ready' || query.data.flows.nodes.length === 0) return null;
  const { nodes, totalCount } = query.data.flows;
  return (
    <div className="draft-note" role="status">
      <p>{counted(totalCount, 'flow')} between these two already:</p>
      <ul className="plain">
        {nodes.map(({ id, name, protocol }) => (
          <li key={id}>
            {name} <span className="quiet">{protocol}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};
