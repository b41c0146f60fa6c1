import type { ToldTopic } from './told-topic.ts';

/** What is stepped through: a path or a finding by its id, and the step of the path from 0; undefined: the whole of it. */
export interface PresentedStep {
  readonly path: string | undefined;
  readonly step: number | undefined;
  readonly finding: string | undefined;
}

/** The longest text that a signal takes. */
const longest = 1_000;

/** What is stepped through and the topic that is spoken of, as a signal carries it; null: nothing. What is too long for a signal is left out, the topic last. Pure. */
export const writeStep = ({ path, step, finding }: PresentedStep, topic?: ToldTopic): string | null => {
  const isStepped = path !== undefined || step !== undefined || finding !== undefined;
  const tries = [isStepped ? { path, step, finding, topic } : undefined, topic === undefined ? undefined : { topic }];
  return (
    tries
      .flatMap((each) => (each === undefined ? [] : [JSON.stringify(each)]))
      .find(({ length }) => length <= longest) ?? null
  );
};

/** What a signal says is stepped through; nothing where it cannot be read. Pure and total. */
export const readStep = (text: string | null): PresentedStep => {
  const { path, step, finding } = parseStep(text);
  return {
    path: typeof path === 'string' ? path : undefined,
    step: typeof step === 'number' && Number.isInteger(step) && step >= 0 ? step : undefined,
    finding: typeof finding === 'string' ? finding : undefined,
  };
};

/** The fields of a signal's step as they came; none where it cannot be read. Pure and total. */
export const parseStep = (text: string | null): Readonly<Record<string, unknown>> => {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
};
