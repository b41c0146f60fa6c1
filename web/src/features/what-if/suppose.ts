import { client } from '../../api/client.ts';
import { ThingHeadDocument } from '../../editing/documents.ts';
import type { ThingKey } from '../../editing/input-values.ts';
import type { Supposal } from '../../editing/suppose-address.ts';
import { todayHere } from '../../editing/today.ts';
import type { Concept } from '../../gql/graphql.ts';
import { announce } from '../../ui/live.ts';
import { newId } from './new-id.ts';
import { withChanges, withOutage, type Outage } from './sandbox.ts';
import { changeSandbox, sandboxNow } from './sandbox-store.ts';

const reasons: Readonly<Record<Exclude<Supposal, 'down'>, string>> = {
  ended: 'Supposed to end in a what-if',
  lifted: 'Supposed to be lifted in a what-if',
};

/** Supposes that a thing is down, ended or lifted, from today on. Returns why it could not be supposed, in words; undefined when it is. */
export const suppose = async (what: Supposal, thing: ThingKey): Promise<string | undefined> => {
  const of = sandboxNow();
  const found = await client(
    ThingHeadDocument,
    { concept: thing.concept as Concept, id: thing.id },
    { signal: new AbortController().signal },
  );
  if (!found.ok) return found.error.message;
  const { node } = found.value;
  if (!node) return 'The inventory has no such thing. It may only be supposed: take its line out instead.';
  if (node.endedOn && node.endedOn <= todayHere()) return `${node.name} has ended already.`;
  if (what === 'down') {
    if (!isOutage(thing.concept)) return `${node.name} cannot be down: only systems, flows and access channels can.`;
    const outage: Outage = { concept: thing.concept, id: thing.id };
    changeSandbox((sandbox) => withOutage(sandbox, outage), of);
    announce(`Supposed: ${node.name} is down.`);
    return undefined;
  }
  const hanging =
    node.__typename === 'System'
      ? [
          ...[...node.flowsIn.nodes, ...node.flowsOut.nodes].map((flow) => ({ ...flow, concept: 'FLOW' as const })),
          ...node.channels.nodes.map((channel) => ({ ...channel, concept: 'ACCESS_CHANNEL' as const })),
        ].filter(({ endedOn }) => !endedOn)
      : [];
  const ends = [...hanging, { ...node, concept: thing.concept as Concept }].map(({ concept, id, revision }) => ({
    end: { concept, id, expectedRevision: revision, endedOn: todayHere(), reason: reasons[what] },
  }));
  changeSandbox((sandbox) => withChanges({ ...sandbox, reopened: [] }, ends, newId), of);
  announce(`Supposed: ${node.name} is ${what}.`);
  return undefined;
};

/** Whether a thing of a concept can be down. */
export const isOutage = (concept: string): concept is Outage['concept'] =>
  concept === 'SYSTEM' || concept === 'FLOW' || concept === 'ACCESS_CHANNEL';
