import { describe, expect, test } from 'vitest';
import { readTask, writeTask, type EditTask } from './edit-task.ts';

describe('A task in the address', () => {
  test.each<EditTask>([
    { kind: 'capture' },
    { kind: 'template' },
    { kind: 'add', concept: 'SYSTEM' },
    { kind: 'add', concept: 'FLOW', from: 'lis', to: 'ehr' },
    { kind: 'add', concept: 'FLOW', from: 'lis' },
    { kind: 'add', concept: 'FLOW', to: 'ehr' },
    { kind: 'add', concept: 'RESTRICTION', on: { concept: 'FLOW', id: 'a-b' } },
    { kind: 'edit', concept: 'ACCESS_CHANNEL', id: 'portal' },
    {
      kind: 'end',
      things: [
        { concept: 'SYSTEM', id: 'lis' },
        { concept: 'FLOW', id: 'a-b' },
      ],
    },
    { kind: 'several', things: [{ concept: 'SYSTEM', id: 'lis' }] },
  ])('is read as it was written: $kind', (task) => expect(readTask(writeTask(task))).toEqual(task));

  test.each([null, '', 'add', 'add planet', 'edit lis', 'end ', 'end planet:x', 'delete system:lis'])(
    'is none when it cannot be read: %s',
    (text) => expect(readTask(text)).toBeUndefined(),
  );
});
