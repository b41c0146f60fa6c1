import { isOpenTone, restrictionTone } from '../../graph-model/tone.ts';
import type { ViewEdge, ViewNode } from '../../graph-model/trace-view.ts';
import type { AnswerData } from './trace-data.ts';

/** What a next step depends on. */
export interface NextStepFacts {
  readonly node: ViewNode | undefined;
  readonly edge: ViewEdge | undefined;
  readonly restrictions: readonly AnswerData['restrictions'][number][];
  /** The system that is selected, as the answer has it. */
  readonly system: Pick<AnswerData['systems'][number], 'start' | 'undeclared'> | undefined;
  readonly custodian: string | undefined;
}

/** The one thing to do next about what is selected, or undefined when nothing waits to be done. */
export const nextStep = ({ node, restrictions, system, custodian }: NextStepFacts): string | undefined => {
  const who = custodian === undefined ? 'whoever owns it' : custodian;
  const open = restrictions.find((entry) => entry.documentation === 'NONE');
  if (open !== undefined) {
    return `Ask ${who} on what ground “${open.restriction.name}” rests: an exception of 45 CFR Part 171, or a law that requires it. Record the answer as a basis claim with its evidence, or end the restriction.`;
  }
  const partial = restrictions.find((entry) => isOpenTone(restrictionTone(entry)));
  if (partial !== undefined) {
    return `Complete the documentation of “${partial.restriction.name}”: ${partial.reason}`;
  }
  if (node?.status === 'stranded') {
    return `Ask ${who} how this data leaves when someone is entitled to it. Record the channel that releases it, or the flow that takes it to one.`;
  }
  if (system?.start === 'UNEXPLAINED_COPY') {
    return `Ask ${who} where this copy comes from. Record the flow that supplies it, or this system as an origin.`;
  }
  if (system?.start === 'HOLDER') return `Ask ${who} where the data begins, and record that system as its origin.`;
  if (system?.undeclared === true) return `Ask ${who} whether it keeps the data, and record how it holds it.`;
  if (node?.tone === 'unknown' && node.kind === 'channel') {
    return `Record which data classes ${node.name} releases: nobody has yet.`;
  }
  if (node?.status === 'no audience recorded') return `Record whom ${node.name} is for.`;
  return undefined;
};
