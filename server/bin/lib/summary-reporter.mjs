import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

const firstLine = (error) => String(error?.message ?? error).split('\n')[0];

/** Why a test was skipped: the note it gave, else what its suite's title says behind "(skipped: ", else that nothing was said. */
const reasonOf = (test) => {
  const { note } = test.result();
  const inTitle = /\(skipped: ([^\n]*?)(?:\n|\)(?= > |$))/.exec(test.fullName)?.[1];
  return note ?? inTitle ?? `no reason given (${test.parent.type === 'suite' ? test.parent.fullName : test.name})`;
};

/**
 * A vitest reporter that writes what a run came to as JSON into the file named by EHI_TEST_SUMMARY: the counts, every
 * skipped test with its reason, every failure. A file that cannot be read and an error outside a test count as failures.
 */
export default class SummaryReporter {
  /** Called by vitest once, after the last test. */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env.EHI_TEST_SUMMARY;
    if (file === undefined) return;
    const summary = { passed: 0, failed: 0, skipped: [], failures: [] };
    const fail = (title) => {
      summary.failed += 1;
      summary.failures.push(title);
    };
    for (const module of modules) {
      const path = relative(process.cwd(), module.moduleId);
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'passed') summary.passed += 1;
        else if (state === 'skipped')
          summary.skipped.push({ file: path, title: test.fullName, reason: reasonOf(test) });
        else fail(`${path}: ${test.fullName}: ${errors?.[0] ? firstLine(errors[0]) : `did not finish (${state})`}`);
      }
      for (const error of module.errors()) fail(`${path}: ${firstLine(error)}`);
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) fail(`${path}: ${suite.fullName}: ${firstLine(error)}`);
      }
    }
    for (const error of unhandledErrors) fail(`outside a test: ${firstLine(error)}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(summary, null, 2));
  }
}
