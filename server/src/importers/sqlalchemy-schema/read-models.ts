import { createTableBuilder, type BuiltTables, type TableBuilder } from '../tables/table-builder.ts';

/** How long one call may be, in characters: a table of thousands of columns is shorter. */
const longestCall = 400_000;

/** Returns the tables of a Python source, from `Table(…)` and from classes with `__tablename__`. Nothing of it is run. Pure. */
export const readModels = (source: string): BuiltTables => {
  const builder = createTableBuilder();
  const code = withoutComments(source);
  const lineOf = lineCounter(code);
  for (const match of code.matchAll(/\bTable\s{0,5}\(\s{0,80}(['"])([A-Za-z_][\w.$]{0,120})\1/g)) {
    const [, , name = ''] = match;
    const pointer = `line ${lineOf(match.index)}`;
    builder.define(name, pointer);
    for (const call of callsIn(argumentsAt(code, match.index + match[0].indexOf('('))))
      addColumn(builder, name, call, undefined, pointer);
  }
  const classes = [...code.matchAll(/(?:^|\n)class\s{1,5}\w{1,120}[^\n]{0,300}:/g)];
  classes.forEach((match, at) => {
    const body = code.slice(match.index, Math.min(classes[at + 1]?.index ?? code.length, match.index + longestCall));
    const name = /__tablename__\s{0,5}=\s{0,5}(['"])([A-Za-z_][\w.$]{0,120})\1/.exec(body)?.[2];
    if (name === undefined) return;
    builder.define(name, `line ${lineOf(match.index) + 1}`);
    for (const column of body.matchAll(
      /\n\s{1,40}(\w{1,120})\s{0,5}(?::[^=\n]{0,200})?=\s{0,5}(?:\w{1,40}\.)?(?:Column|mapped_column)\s{0,5}\(/g,
    )) {
      const from = column.index + column[0].length - 1;
      addColumn(builder, name, argumentsAt(body, from), column[1], `line ${lineOf(match.index + column.index) + 1}`);
    }
  });
  return builder.build();
};

/** Adds one column: named by its first text, or by the attribute it is assigned to. */
const addColumn = (
  builder: TableBuilder,
  table: string,
  call: string,
  attribute: string | undefined,
  pointer: string,
): void => {
  const first = /^\s*(['"])([^'"\n]{1,120})\1/.exec(call)?.[2];
  const name = first ?? attribute;
  if (name === undefined) return;
  const type = /(?:^|,)\s*(?:\w{1,40}\.)?([A-Z]\w{1,40}(?:\([^()]{0,60}\))?)/.exec(
    first === undefined ? call : call.slice(call.indexOf(',')),
  )?.[1];
  const target = /\bForeignKey\s{0,5}\(\s{0,40}(['"])([\w.]{1,200})\1/.exec(call)?.[2]?.split('.');
  const comment = /\b(?:comment|doc)\s{0,5}=\s{0,5}(['"])([^'"\n]{1,400})\1/.exec(call)?.[2];
  builder.column(
    table,
    {
      name,
      type: type === undefined || type.startsWith('ForeignKey') ? undefined : type,
      comment,
      isPrimary: /\bprimary_key\s{0,5}=\s{0,5}True\b/.test(call) || undefined,
      references:
        target === undefined || target.length < 2
          ? undefined
          : { table: target.slice(0, -1).join('.'), column: target.at(-1) },
    },
    pointer,
  );
};

/** The arguments of a call whose bracket opens at `from`. */
const argumentsAt = (code: string, from: number): string => {
  let depth = 0;
  let quote = '';
  const end = Math.min(code.length, from + longestCall);
  for (let at = from; at < end; at += 1) {
    const char = code[at] ?? '';
    if (quote !== '') {
      if (char === '\\') at += 1;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') {
      depth -= 1;
      if (depth === 0) return code.slice(from + 1, at);
    }
  }
  return code.slice(from + 1, end);
};

/** The arguments of each `Column(…)` among the arguments of a table. */
const callsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bColumn\s{0,5}\(/g)].map((match) => argumentsAt(text, match.index + match[0].length - 1));

/** Comments become blanks, so that every place stays where it is; texts between three quotes too. */
const withoutComments = (source: string): string =>
  source
    .replace(/"""[^]*?"""|'''[^]*?'''/g, (text) => text.replace(/[^\n]/g, ' '))
    .replace(/(^|\n)([^\n'"#]*)#[^\n]*/g, '$1$2');

/** Tells the line of a place; places are asked for in any order. */
const lineCounter = (code: string): ((at: number) => number) => {
  const ends: number[] = [];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) ends.push(at);
  return (at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
};
