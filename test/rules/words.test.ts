import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFiles, projectRoot, type ProjectFile } from './project-files.ts';

// The product speaks of practices, never of guilt (design of the house): it documents, and counsel decides.
const never: readonly RegExp[] = [
  /\bviolat(?:e|es|ed|ing|ion|ions)\b/i,
  /\b(?:non-?)?compliant\b/i,
  /\b(?:is|are|was|were) (?:information )?blocking\b/i,
  /\binformation blocking (?:has )?(?:occurred|taken place|took place)\b/i,
  /\bblocked by (?:the|a) (?:provider|hospital|clinic|vendor|developer)\b/i,
];

/** The name of the rule belongs in sources and documents, not on a screen or in an answer. */
const neverInAnswers: readonly RegExp[] = [...never, /information[ -]blocking/i];

interface Said {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** What a program can say: its string literals, the fixed pieces of its templates, and the text of its JSX. */
const saidBy = ({ path, content }: ProjectFile): readonly Said[] => {
  const source = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const said: Said[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isText && node.text.trim() !== '') {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      said.push({ path, line, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said;
};

/** Every line of a file of words. */
const linesOf = ({ path, content }: ProjectFile): readonly Said[] =>
  content.split('\n').map((text, index) => ({ path, line: index + 1, text }));

const found = (said: readonly Said[], words: readonly RegExp[]): readonly string[] =>
  said.flatMap(({ path, line, text }) =>
    words.flatMap((word) => {
      const match = word.exec(text);
      return match === null ? [] : [`${path}:${line}: "${match[0]}"`];
    }),
  );

const isProgram = (path: string): boolean =>
  /\.tsx?$/.test(path) && !path.endsWith('.test.ts') && !/\/(?:gql|gen)\//.test(path);

const programs = [...projectFiles('server/src', isProgram), ...projectFiles('web/src', isProgram)].flatMap(saidBy);
const data = [
  ...projectFiles('schema', (path) => /\.(?:graphql|yaml)$/.test(path) && !path.includes('/snapshot/')),
  ...projectFiles('seeds', (path) => path.endsWith('.yaml')),
].flatMap(linesOf);
const documents = [
  ...projectFiles('docs', (path) => path.endsWith('.md')),
  ...projectFiles('seeds', (path) => path.endsWith('.md')),
].flatMap(linesOf);

describe('the words of the product', () => {
  it('are looked at: programs, reference data and documents', () => {
    expect(programs.length).toBeGreaterThan(1_000);
    expect(data.length).toBeGreaterThan(5_000);
    expect(documents.length).toBeGreaterThan(200);
    expect(projectRoot).not.toBe('');
  });

  it('never say that somebody is at fault', () => {
    expect(found([...programs], neverInAnswers)).toEqual([]);
    expect(found([...data, ...documents], never)).toEqual([]);
  });

  it('are found where they would be', () => {
    const planted = {
      path: 'x.tsx',
      content: 'const a = <p>This is a {b} violation.</p>; const c = `${d} is blocking`;',
    };
    expect(found(saidBy(planted), neverInAnswers)).toEqual(['x.tsx:1: "violation"', 'x.tsx:1: "is blocking"']);
    const identifier = { path: 'x.ts', content: "const violation = isCompliant('x'); // compliant" };
    expect(found(saidBy(identifier), neverInAnswers)).toEqual([]);
  });
});
