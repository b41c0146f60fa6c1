import { runCli } from '../../server/src/cli/run-cli.ts';

/** What one run of the command line came to. */
export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with what it writes collected. */
export const runAtlas = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CliRun> => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(args, environment, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};
