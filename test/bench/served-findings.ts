import type { Connection } from './ask-server.ts';
import { bodies } from './served-questions.ts';
import { timingOf, type Timing } from './timing.ts';

/** The first page of findings, as the screen asks for it: first after the start, again, and after edits. Milliseconds. */
export interface ServedFindings {
  readonly first: number;
  readonly again: Timing;
  /** The mutation itself, and the first answer after it. */
  readonly edit: Timing;
  readonly afterEdit: Timing;
}

const edits = 10;

/** Asks a server that has read its inventory for its findings, changing what one interface carries before each of the later answers. */
export const measureFindings = async (connection: Connection): Promise<ServedFindings> => {
  const flows = await flowsOf(connection);
  const first = (await connection.ask(bodies.findings(), true)).ms;
  const again: number[] = [];
  for (let round = 0; round < edits; round += 1) again.push((await connection.ask(bodies.findings(), true)).ms);
  const edit: number[] = [];
  const after: number[] = [];
  for (const flow of flows) {
    edit.push((await connection.ask(editOf(flow))).ms);
    after.push((await connection.ask(bodies.findings(), true)).ms);
  }
  return { first, again: timingOf(again), edit: timingOf(edit), afterEdit: timingOf(after) };
};

interface CarryingFlow {
  readonly id: string;
  readonly revision: number;
  readonly carries: readonly { readonly dataClass: { readonly id: string } }[];
}

const flowsOf = async (connection: Connection): Promise<readonly CarryingFlow[]> => {
  const query = '{ flows(first: 200) { nodes { id revision carries { dataClass { id } } } } }';
  const { text } = await connection.ask(JSON.stringify({ query }));
  const { data } = JSON.parse(text) as { data: { flows: { nodes: readonly CarryingFlow[] } } };
  return data.flows.nodes.filter(({ carries }) => carries.length > 1).slice(0, edits);
};

/** The interface without the last class it carries. */
const editOf = ({ id, revision, carries }: CarryingFlow): string =>
  JSON.stringify({
    query:
      'mutation($id: ID!, $revision: Int!, $input: UpdateFlowInput!) { updateFlow(id: $id, expectedRevision: $revision, input: $input) { ok error { message } } }',
    variables: {
      id,
      revision,
      input: { carries: carries.slice(0, -1).map(({ dataClass }) => ({ dataClass: dataClass.id })) },
    },
  });
