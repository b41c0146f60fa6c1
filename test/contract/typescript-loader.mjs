import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const compilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  verbatimModuleSyntax: true,
};

/** Lets a child process run the sources as they are, without a build that could be out of date. */
export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context);
  const source = ts.transpileModule(await readFile(new URL(url), 'utf8'), { compilerOptions }).outputText;
  return { format: 'module', source, shortCircuit: true };
};
