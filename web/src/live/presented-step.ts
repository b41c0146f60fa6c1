/** What is stepped through: a path or a finding by its id, and the step of the path from 0; undefined: the whole of it. */
export interface PresentedStep {
  readonly path: string | undefined;
  readonly step: number | undefined;
  readonly finding: string | undefined;
}

/** The longest text that a signal takes. */
const longest = 1_000;

/** What is stepped through, as a signal carries it; null: nothing. Pure. */
export const writeStep = ({ path, step, finding }: PresentedStep): string | null => {
  if (path === undefined && step === undefined && finding === undefined) return null;
  const text = JSON.stringify({ path, step, finding });
  return text.length > longest ? null : text;
};

/** What a signal says is stepped through; nothing where it cannot be read. Pure and total. */
export const readStep = (text: string | null): PresentedStep => {
  try {
    const found = JSON.parse(text ?? '{}') as Record<string, unknown> | null;
    const { path, step, finding } = found ?? {};
    return {
      path: typeof path === 'string' ? path : undefined,
      step: typeof step === 'number' && Number.isInteger(step) && step >= 0 ? step : undefined,
      finding: typeof finding === 'string' ? finding : undefined,
    };
  } catch {
    return { path: undefined, step: undefined, finding: undefined };
  }
};
