/** Where a command writes: its answer to `out`, what a person should know to `err`. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Returns the output of this process. When whoever reads it has seen enough and closes it (`| head`), the process ends quietly. */
export const processOutput = (): Output => {
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
    process.exit(0);
  });
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
  };
};

/** Returns a value as the text `--json` prints. */
export const toJson = (value: unknown): string => JSON.stringify(value, null, 2);

/** Returns rows as columns of even width, the last one as long as it is; `[]` gives `''`. */
export const toTable = (rows: readonly (readonly string[])[]): string => {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
