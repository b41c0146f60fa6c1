import { ok, type Result } from '../domain/result.ts';
import type { Executor, Run } from './executor.ts';
import type { ProcessExchange, StoreUnavailable } from './port.ts';
import { readToldByProcesses, tellProcesses, withdrawProcess } from './queries/live-processes.ts';

/** The exchange of processes over one database. The embedded database is locked to one process, which is alone. */
export const createProcessExchange = (executor: Executor): ProcessExchange =>
  executor.kind === 'embedded' ? alone : between(executor);

const alone: ProcessExchange = {
  alone: true,
  tell: async () => ok(undefined),
  withdraw: async () => ok(undefined),
  told: async () => ok([]),
};

const between = (executor: Executor): ProcessExchange => {
  const write = (name: string, work: (run: Run) => Promise<unknown>): Promise<Result<void, StoreUnavailable>> =>
    executor.write(name, async (run) => void (await work(run)));
  return {
    alone: false,
    tell: ({ process, beat, text }) =>
      write('tell processes', (run) => run(tellProcesses, { process, beat, toldText: text })),
    withdraw: (process) => write('withdraw process', (run) => run(withdrawProcess, { process })),
    told: () => executor.read('told by processes', (run) => run(readToldByProcesses, {})),
  };
};
