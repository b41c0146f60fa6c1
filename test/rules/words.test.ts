import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFiles, projectRoot, type ProjectFile } from './project-files.ts';

// The product speaks of practices, never of guilt (design of the house): it documents, and counsel decides.
const somebody =
  '(?:person|provider|physician|hospital|clinic|vendor|developer|organi[sz]ation|network|exchange|actor)s?';
const never: readonly RegExp[] = [
  /\bviolat(?:e|es|ed|ing|ion|ions|or|ors)\b/gi,
  /\b(?:non-?)?compliant\b/gi,
  /\b(?:non-?compliance|compliance\s+with\s+(?:45\s+CFR\s+)?part\s+171)\b/gi,
  /\b(?:is|are|was|were|be|been)\s+(?:information[\s-]+)?blocking\b/gi,
  /\binformation[\s-]+blocking\s+(?:has\s+)?(?:occurred|taken\s+place|took\s+place)\b/gi,
  new RegExp(`\\bblocked\\s+by\\s+(?:(?:the|a|an|this|that|its|their)\\s+)?${somebody}\\b`, 'gi'),
  new RegExp(`\\b(?:${somebody}|they|who)\\s+(?:(?:has|have|had)\\s+)?blocked\\b`, 'gi'),
];

/** The name of the rule belongs in sources and documents, not on a screen or in an answer. */
const neverInAnswers: readonly RegExp[] = [...never, /information[\s-]+blocking/gi];

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
      // JSX text begins with the line it is on, white space and all.
      const line = source.getLineAndCharacterOfPosition(ts.isJsxText(node) ? node.pos : node.getStart()).line + 1;
      said.push({ path, line, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said;
};

/** A file of words, whole: a phrase may go on in the next line. */
const wordsOf = ({ path, content }: ProjectFile): Said => ({ path, line: 1, text: content });

const found = (said: readonly Said[], words: readonly RegExp[]): readonly string[] =>
  said.flatMap(({ path, line, text }) =>
    words.flatMap((word) =>
      [...text.matchAll(word)].map(
        (match) => `${path}:${line + text.slice(0, match.index).split('\n').length - 1}: "${match[0]}"`,
      ),
    ),
  );

const isProgram = (path: string): boolean =>
  /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !/\/(?:gql|gen)\//.test(path);

const programs = [...projectFiles('server/src', isProgram), ...projectFiles('web/src', isProgram)].flatMap(saidBy);
const data = [
  ...projectFiles('schema', (path) => /\.(?:graphql|yaml)$/.test(path) && !path.includes('/snapshot/')),
  ...projectFiles('seeds', (path) => path.endsWith('.yaml')),
].map(wordsOf);
const documents = [
  { path: 'README.md', content: readFileSync(join(projectRoot, 'README.md'), 'utf8') },
  ...projectFiles('docs', (path) => path.endsWith('.md')),
  ...projectFiles('seeds', (path) => path.endsWith('.md')),
].map(wordsOf);

describe('the words of the product', () => {
  it('are looked at: programs, reference data and documents', () => {
    const paths = new Set([...programs, ...data, ...documents].map(({ path }) => path));
    for (const path of [
      'README.md',
      'docs/architecture.md',
      'schema/verdict.graphql',
      'schema/catalogues/exceptions.yaml',
      'schema/rule-packs/2024-12-17.yaml',
      'seeds/clinic/restrictions.yaml',
      'server/src/domain/statement.ts',
      'web/src/features/restriction/RestrictionPage.tsx',
    ])
      expect(paths).toContain(path);
    expect(programs.length).toBeGreaterThan(1_000);
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
    const page = { path: 'x.md', content: 'One.\nThe hospital has blocked it; it was\nblocked by the vendor.' };
    expect(found([wordsOf(page)], never)).toEqual([
      'x.md:3: "blocked by the vendor"',
      'x.md:2: "hospital has blocked"',
    ]);
    const title = { path: 'x.md', content: 'The information\nblocking rule.' };
    expect(found([wordsOf(title)], never)).toEqual([]);
    expect(found([wordsOf(title)], neverInAnswers)).toEqual(['x.md:1: "information\nblocking"']);
    const below = { path: 'x.tsx', content: 'const a = (\n  <p>\n    It is\n    compliant.\n  </p>\n);' };
    expect(found(saidBy(below), neverInAnswers)).toEqual(['x.tsx:4: "compliant"']);
    const identifier = { path: 'x.ts', content: "const violation = isCompliant('x'); // compliant" };
    expect(found(saidBy(identifier), neverInAnswers)).toEqual([]);
  });
});
