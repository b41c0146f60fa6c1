import { describe, expect, it } from 'vitest';
import type { GraphStore } from '../../server/src/store/port.ts';
import { audiences, load, makeFolder } from './folder-kit.ts';
import type { MemoryStore } from './memory-store.ts';

const files = {
  'organizations.yaml': '- {id: org, name: Hospital, actorRoles: [PROVIDER]}\n',
  'data-classes.yaml': '- {id: clinical, level: DOMAIN}\n- {id: lab, level: CLASS, partOf: clinical}\n',
  'systems/ehr.yaml':
    "id: ehr\nkind: SYS-EHR\norganization: org\ncustodian: ''\nholds:\n  - {class: lab, role: COPY}\n",
  'channels.yaml': '- {id: portal, kind: CH-PORTAL, system: ehr, releases: [lab], for: [PATIENT]}\n',
  'restrictions.yaml': '- {id: hold, practice: PT-X, effect: DELAYS, appliesTo: {channel: portal}}\n',
  'claims.yaml': '- {id: c, restriction: hold, claimedAt: 2025-01-01T00:00:00Z}\n',
};

describe('loading a folder', () => {
  it('writes everything in one batch, with defaults, the folder as source and catalogue audiences along', async () => {
    const { result, batches } = await load(await makeFolder(files), { actor: 'ci', reason: 'nightly' });
    expect(result).toMatchObject({ ok: true, value: { name: 'Test', total: 8, created: 8, updated: 0, unchanged: 0 } });
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ actor: 'ci', reason: 'nightly' });
    const documents = new Map(
      batches[0]?.writes.map(({ concept, document }) => [`${concept} ${document.id}`, document]),
    );
    const recordedAt = '2026-11-21T00:00:00.000Z';
    expect(documents.get('System ehr')).toStrictEqual({
      id: 'ehr',
      name: 'ehr',
      kind: 'SYS-EHR',
      organization: 'org',
      identifiers: [],
      holds: [{ dataClass: 'lab', role: 'COPY', source: 'J. Rivera', grade: 'ASSERTED', recordedAt }],
      source: 'J. Rivera',
      grade: 'ASSERTED',
      recordedAt,
    });
    expect(documents.get('Restriction hold')).toMatchObject({
      basis: 'UNKNOWN',
      automated: false,
      appliesTo: { kind: 'CHANNEL', id: 'portal' },
      limits: [],
    });
    expect(documents.get('BasisClaim c')).toMatchObject({ claimedAt: '2025-01-01T00:00:00.000Z', status: 'DRAFT' });
    expect(documents.get('Audience PATIENT')).toMatchObject({ ...audiences[0], source: 'catalogue' });
  });

  it('changes nothing the second time, and leaves alone what a folder does not mention', async () => {
    const first = await load(await makeFolder(files));
    const again = await load(await makeFolder(files), {}, first);
    expect(again.result).toMatchObject({ ok: true, value: { created: 0, updated: 0, unchanged: 7, revision: 9 } });
    const smaller = await load(
      await makeFolder({ 'flows.yaml': '- {id: f, from: ehr, to: ehr, carries: [lab]}\n' }),
      {},
      first,
    );
    expect(smaller.result).toMatchObject({ ok: true, value: { total: 1, created: 1 } });
    const snapshot = await first.store.snapshot();
    expect(snapshot.ok && snapshot.value.System.get('ehr')?.endedOn).toBeUndefined();
    expect(snapshot.ok && snapshot.value.AccessChannel.size).toBe(1);
  });

  it('ends what gets an end date, and says what a dry run would do without writing', async () => {
    const first = await load(await makeFolder(files));
    const ended = { ...files, 'organizations.yaml': '- {id: org, name: Hospital, endedOn: 2026-01-01}\n' };
    const dry = await load(await makeFolder(ended), { dryRun: true }, first);
    expect(dry.result).toMatchObject({ ok: true, value: { created: 0, updated: 1, revision: 9 } });
    expect(first.batches).toHaveLength(1);
    await load(await makeFolder(ended), {}, first);
    expect(first.batches[1]?.writes).toMatchObject([
      { concept: 'Organization', action: 'END' },
      { concept: 'ImportRun' },
    ]);
  });

  it('refuses an inventory of another name, and merges it beside the other when that is asked for', async () => {
    const first = await load(await makeFolder(files));
    const other = await makeFolder({
      'inventory.yaml': 'format: 1\nname: Other\nsource: S. Patel\n',
      'organizations.yaml': '- {id: org, name: Clinic}\n- {id: second, name: Second}\n',
    });
    const refusal = { type: 'OtherInventory', present: 'Test', given: 'Other', sharedIds: 1 };
    expect((await load(other, {}, first)).result).toEqual({ ok: false, error: refusal });
    expect((await load(other, { dryRun: true }, first)).result).toEqual({ ok: false, error: refusal });
    expect(first.batches).toHaveLength(1);

    const merged = await load(other, { merge: true }, first);
    expect(merged.result).toMatchObject({ ok: true, value: { name: 'Other', created: 1, updated: 1 } });
    // It keeps its name: its own folder loads as before, and what was merged once is there.
    expect((await load(await makeFolder(files), {}, first)).result).toMatchObject({ ok: true, value: { updated: 1 } });
    expect((await load(other, {}, first)).result).toMatchObject({ ok: false, error: { type: 'OtherInventory' } });
  });

  it('leaves files that begin with a dot alone and takes a file of comments for an empty list', async () => {
    const folder = await makeFolder({ '.gitignore': 'x', '.git/config': 'x', 'flows.yaml': '# none yet\n' });
    expect((await load(folder)).result).toMatchObject({ ok: true, value: { total: 1 } });
  });

  it('plans again when somebody changes the inventory meanwhile, and gives up after three times', async () => {
    const folder = await makeFolder(files);
    const first = await load(folder);
    const changed = await makeFolder({ ...files, 'organizations.yaml': '- {id: org, name: Clinic}\n' });
    const meddle = (times: number): MemoryStore => {
      let left = times;
      const commit: GraphStore['commit'] = async (batch) => {
        if (left > 0) {
          left -= 1;
          const graph = await first.store.snapshot();
          const org = graph.ok ? graph.value.Organization.get('org') : undefined;
          if (org === undefined) throw new Error('the organization is there');
          const document = { ...org, description: `edited ${left} of ${times}`, actorRoles: ['HIN_HIE'] };
          await first.store.commit({
            actor: 'a person',
            writes: [{ concept: 'Organization', action: 'UPDATE', document }],
          });
        }
        return first.store.commit(batch);
      };
      return { ...first, store: { ...first.store, commit } };
    };

    const written = first.batches.length;
    const twice = await load(changed, {}, meddle(2));
    expect(twice.result).toMatchObject({ ok: true, value: { updated: 1, created: 0 } });
    // Two edits of a person, and three plans, of which the store took the last: each expected what it had seen.
    const plans = first.batches.slice(written).filter(({ actor }) => actor !== 'a person');
    expect(plans).toHaveLength(3);
    const expected = plans.map(({ writes }) => writes.map((write) => write.expected));
    expect(expected.flat()).not.toContain(undefined);
    expect(new Set(expected.map(([organization]) => organization)).size).toBe(3);

    const again = await load(folder, {}, meddle(9));
    expect(again.result).toMatchObject({ ok: false, error: { type: 'Conflict', concept: 'Organization', id: 'org' } });
  });
});
