import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seed: 'clinic' });
});
afterAll(() => server.stop());

interface Refused {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly actualRevision: number | null;
}
interface WorkshopPayload {
  readonly ok: boolean;
  readonly error: Refused | null;
  readonly workshop: {
    readonly id: string;
    readonly revision: number;
    readonly state: string;
    readonly topics: readonly { readonly id: string; readonly title: string }[];
    readonly openedAt: string | null;
    readonly openedRevision: number | null;
    readonly closedAt: string | null;
    readonly attendees: readonly string[];
  };
  readonly current: { readonly revision: number; readonly name: string } | null;
}
interface Item {
  readonly id: string;
  readonly revision: number;
  readonly kind: string;
  readonly state: string;
  readonly name: string;
  readonly description: string | null;
  readonly source: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly revisions: readonly number[];
}
interface ItemPayload {
  readonly ok: boolean;
  readonly error: Refused | null;
  readonly workshopItem: Item;
  readonly current: Item | null;
}

const errorFields = 'error { code field message actualRevision }';
const workshopFields = 'id revision state topics { id title } openedAt openedRevision closedAt attendees';
const itemFields = 'id revision kind state name description source answer answeredBy revisions';

const asking =
  <P>(name: string, query: string) =>
  async (variables: object, actor = 'J. Rivera'): Promise<P> =>
    (await server.ask<Record<string, P>>(query, variables, { 'x-ehi-actor': encodeURIComponent(actor) }))[name] as P;

const create = asking<WorkshopPayload>(
  'createWorkshop',
  `mutation($input: CreateWorkshopInput!) { createWorkshop(input: $input) { ok ${errorFields} workshop { ${workshopFields} } current { revision name } } }`,
);
const update = asking<WorkshopPayload>(
  'updateWorkshop',
  `mutation($id: ID!, $rev: Int!, $input: UpdateWorkshopInput!) { updateWorkshop(id: $id, expectedRevision: $rev, input: $input) {
    ok ${errorFields} workshop { ${workshopFields} } current { revision name } } }`,
);
const open = asking<WorkshopPayload>(
  'openWorkshop',
  `mutation($id: ID!, $rev: Int!) { openWorkshop(id: $id, expectedRevision: $rev) { ok ${errorFields} workshop { ${workshopFields} } } }`,
);
const close = asking<WorkshopPayload>(
  'closeWorkshop',
  `mutation($id: ID!, $rev: Int!) { closeWorkshop(id: $id, expectedRevision: $rev) { ok ${errorFields} workshop { ${workshopFields} } } }`,
);
const add = asking<ItemPayload>(
  'addWorkshopItem',
  `mutation($input: AddWorkshopItemInput!) { addWorkshopItem(input: $input) { ok ${errorFields} workshopItem { ${itemFields} } } }`,
);
const change = asking<ItemPayload>(
  'updateWorkshopItem',
  `mutation($id: ID!, $rev: Int!, $input: UpdateWorkshopItemInput!) { updateWorkshopItem(id: $id, expectedRevision: $rev, input: $input) {
    ok ${errorFields} workshopItem { ${itemFields} } current { ${itemFields} } } }`,
);
const capture = asking<
  ItemPayload & { readonly proposal: { readonly understood: boolean; readonly certain: boolean } }
>(
  'captureLine',
  `mutation($workshop: ID!, $line: String!, $topic: ID, $saidBy: String) { captureLine(workshop: $workshop, line: $line, topic: $topic, saidBy: $saidBy) {
    ok ${errorFields} workshopItem { ${itemFields} } proposal { understood certain } } }`,
);
interface Accepted extends ItemPayload {
  readonly changes: readonly {
    readonly revision: number;
    readonly concept: string;
    readonly after: { readonly source: string; readonly grade: string; readonly name: string };
    readonly reason: string;
  }[];
  readonly errors: readonly { readonly error: Refused; readonly lastChange: { readonly actor: string } | null }[];
}
const accept = asking<Accepted>(
  'acceptProposal',
  `mutation($item: ID!, $rev: Int!, $chosen: [ChosenNameInput!]) { acceptProposal(item: $item, expectedRevision: $rev, chosen: $chosen) {
    ok ${errorFields} errors { error { code message field actualRevision } lastChange { actor } }
    workshopItem { ${itemFields} } current { ${itemFields} } changes { revision concept after reason } } }`,
);

const opened = async (id: string, topics: readonly object[] = []): Promise<WorkshopPayload['workshop']> => {
  const planned = await create({ input: { id, name: `Workshop ${id}`, heldOn: '2026-11-20', topics } });
  expect(planned.error).toBeNull();
  const going = await open({ id, rev: planned.workshop.revision });
  expect(going.error).toBeNull();
  return going.workshop;
};

describe('a workshop over the API', () => {
  it('is planned, opened, held and closed, and its minutes tell all of it', async () => {
    const planned = await create({
      input: {
        name: 'Lab results',
        heldOn: '2026-11-21',
        topics: [
          { title: 'Where results go', minutes: 20, link: '/map?asOf=2026-11-21' },
          { title: 'Where results go' },
        ],
        attendees: ['Dr. Ito', 'M. Okafor'],
      },
    });
    expect(planned.workshop).toMatchObject({
      id: 'lab-results',
      state: 'PLANNED',
      attendees: ['Dr. Ito', 'M. Okafor'],
    });
    expect(planned.workshop.topics.map(({ id }) => id)).toEqual(['where-results-go', 'where-results-go-2']);

    const early = await capture({ workshop: 'lab-results', line: 'LIS sends lab results to EHR' });
    expect(early.error?.message).toMatch(/not open yet/);
    const going = await open({ id: 'lab-results', rev: planned.workshop.revision });
    expect(going.workshop).toMatchObject({ state: 'OPEN', openedRevision: planned.workshop.revision });

    const topic = 'where-results-go';
    const line = 'Archive of scans sends imaging to Vendor neutral store via DICOM';
    const captured = await capture({ workshop: 'lab-results', line, topic, saidBy: 'Dr. Ito' });
    expect(captured.workshopItem).toMatchObject({ kind: 'PROPOSAL', state: 'OPEN', name: line, source: 'Dr. Ito' });
    expect(captured.workshopItem.revisions).toEqual([]);
    const before = await server.ask<{ inventory: { counts: { concept: string; count: number }[] } }>(
      '{ inventory { counts { concept count } } }',
    );

    const { id: item, revision: rev } = captured.workshopItem;
    const chosen = captured.proposal.certain ? [] : await choicesFor(line);
    const accepted = await accept({ item, rev, chosen }, 'M. Okafor');
    expect(accepted.error).toBeNull();
    expect(accepted.changes.length).toBeGreaterThan(0);
    expect(accepted.workshopItem.revisions).toEqual(accepted.changes.map(({ revision }) => revision));
    expect(accepted.workshopItem).toMatchObject({ state: 'DONE', answeredBy: 'M. Okafor', source: 'Dr. Ito' });
    const made = accepted.changes.filter(({ after }) => after.source.startsWith('workshop:'));
    expect(made.length).toBeGreaterThan(0);
    for (const { after } of made)
      expect(after).toMatchObject({ source: 'workshop:lab-results/Dr. Ito', grade: 'ASSERTED' });
    const after = await server.ask<typeof before>('{ inventory { counts { concept count } } }');
    const count = (answer: typeof before, concept: string) =>
      answer.inventory.counts.find((each) => each.concept === concept)?.count ?? 0;
    expect(count(after, 'FLOW')).toBe(count(before, 'FLOW') + 1);

    const again = await accept({ item, rev: accepted.workshopItem.revision, chosen });
    expect(again).toMatchObject({ ok: false, changes: [] });
    expect(again.error?.message).toMatch(/accepted already, by M\. Okafor/);

    const decision = await add({
      input: {
        workshop: 'lab-results',
        kind: 'DECISION',
        name: 'Keep the archive',
        agreedBy: ['Dr. Ito'],
        objectedBy: ['M. Okafor'],
      },
    });
    expect(decision.workshopItem.state).toBe('DONE');
    await add({ input: { workshop: 'lab-results', kind: 'PARKED', name: 'Old film', topic } });
    const question = await add({
      input: {
        workshop: 'lab-results',
        kind: 'QUESTION',
        name: 'Who owns the viewer?',
        assignee: 'M. Okafor',
        dueOn: '2026-12-01',
      },
    });
    const unknown = await add({
      input: {
        workshop: 'lab-results',
        kind: 'UNKNOWN',
        name: 'Nobody knows its retention',
        about: { concept: 'FLOW', id: flowOf(accepted) },
      },
    });
    expect(unknown.workshopItem.state).toBe('OPEN');

    const { workshop } = await server.ask<{
      workshop: {
        revision: number;
        items: { totalCount: number; nodes: { kind: string }[] };
        burnDown: {
          moment: string;
          workshop: string | null;
          total: number;
          counts: { kind: string; count: number }[];
        }[];
      };
    }>(
      '{ workshop(id: "lab-results") { revision items(first: 50) { totalCount nodes { kind } } burnDown { moment workshop total counts { kind count } } } }',
    );
    expect(workshop.items.nodes.map(({ kind }) => kind)).toEqual([
      'PROPOSAL',
      'DECISION',
      'PARKED',
      'QUESTION',
      'UNKNOWN',
    ]);
    const [atOpen, now] = [workshop.burnDown[0], workshop.burnDown.at(-1)];
    expect([atOpen?.moment, atOpen?.workshop, now?.moment]).toEqual(['OPENED', 'lab-results', 'NOW']);
    expect(now?.counts.find(({ kind }) => kind === 'SAID_UNKNOWN')?.count).toBe(1);

    const closed = await close({ id: 'lab-results', rev: workshop.revision });
    expect(closed.workshop.state).toBe('CLOSED');
    const late = await add({ input: { workshop: 'lab-results', kind: 'NOTE', name: 'Too late' } });
    expect(late.error).toMatchObject({ code: 'BAD_USER_INPUT', field: 'workshop' });
    expect((await capture({ workshop: 'lab-results', line })).error?.message).toMatch(/is closed/);
    const answered = await change({
      id: question.workshopItem.id,
      rev: question.workshopItem.revision,
      input: { answer: 'Imaging services' },
    });
    expect(answered.workshopItem).toMatchObject({ state: 'DONE', answer: 'Imaging services', answeredBy: 'J. Rivera' });

    const response = await server.fetch('/workshops/lab-results/minutes.md');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="minutes-lab-results-2026-11-21.md"',
    );
    const text = await response.text();
    for (const said of [
      'Keep the archive',
      'Agreed: Dr. Ito',
      'Objected: M. Okafor',
      'Who owns the viewer?',
      'Imaging services',
      'Old film',
      'Nobody knows its retention',
    ])
      expect(text).toContain(said);
    for (const { revision } of accepted.changes) expect(text).toContain(`Revision ${revision}:`);
    const csv = await (await server.fetch('/workshops/lab-results/minutes.csv')).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(6);
  });

  it('lets one of two acceptances through that come at once', async () => {
    await opened('race');
    const { workshopItem } = await capture({ workshop: 'race', line: 'Old billing sends claims to Clearing house' });
    const chosen = await choicesFor(workshopItem.name);
    const both = await Promise.all(
      [1, 2].map(() => accept({ item: workshopItem.id, rev: workshopItem.revision, chosen })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)?.error?.message).toMatch(/accepted already/);
  });

  it('tells a conflict with what is there, and writes nothing', async () => {
    const workshop = await opened('conflict');
    const first = await update({ id: 'conflict', rev: workshop.revision, input: { name: 'Renamed' } }, 'First');
    expect(first.ok).toBe(true);
    const second = await update({ id: 'conflict', rev: workshop.revision, input: { name: 'Mine' } }, 'Second');
    expect(second).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', actualRevision: first.workshop.revision },
      current: { name: 'Renamed', revision: first.workshop.revision },
    });
    expect((await create({ input: { id: 'conflict', name: 'Again', heldOn: '2026-11-20' } })).error?.code).toBe(
      'CONFLICT',
    );
    const { workshopItem } = await capture({ workshop: 'conflict', line: 'Chart room sends notes to Scanner' });
    await change({ id: workshopItem.id, rev: workshopItem.revision, input: { description: 'Said twice.' } });
    const stale = await accept({ item: workshopItem.id, rev: workshopItem.revision });
    expect(stale.error?.code).toBe('CONFLICT');
    expect(stale.current?.description).toBe('Said twice.');
    expect(stale.changes).toEqual([]);
  });

  it('accepts no line that is not understood or not certain, and none that was dropped', async () => {
    await opened('unsure');
    const vague = await capture({ workshop: 'unsure', line: 'hmm, the thing with the stuff' });
    expect(vague.proposal.understood).toBe(false);
    expect(vague.workshopItem.description).toMatch(/^Not understood/);
    const refused = await accept({ item: vague.workshopItem.id, rev: vague.workshopItem.revision });
    expect(refused.error?.message).toMatch(/not understood/);
    const done = await change({
      id: vague.workshopItem.id,
      rev: vague.workshopItem.revision,
      input: { state: 'DONE' },
    });
    expect(done.error?.field).toBe('state');
    const dropped = await change({
      id: vague.workshopItem.id,
      rev: vague.workshopItem.revision,
      input: { state: 'DROPPED' },
    });
    expect(dropped.workshopItem.state).toBe('DROPPED');
    expect((await accept({ item: vague.workshopItem.id, rev: dropped.workshopItem.revision })).error?.message).toMatch(
      /was dropped/,
    );
  });

  it('takes no answer to a proposal, whatever its state, and leaves the line that was accepted as it was', async () => {
    await opened('answering');
    const { workshopItem } = await capture({ workshop: 'answering', line: 'Eye clinic sends letters to Post room' });
    const { id } = workshopItem;
    const answered = await change({ id, rev: workshopItem.revision, input: { answer: 'Yes' } });
    expect(answered).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT', field: 'answer' } });
    const dropped = await change({ id, rev: workshopItem.revision, input: { state: 'DROPPED' } });
    const late = await change({ id, rev: dropped.workshopItem.revision, input: { answer: 'Yes', state: 'OPEN' } });
    expect(late.error?.field).toBe('answer');
    const again = await change({ id, rev: dropped.workshopItem.revision, input: { state: 'OPEN' } });
    const accepted = await accept({ item: id, rev: again.workshopItem.revision }, 'M. Okafor');
    expect(accepted.error).toBeNull();
    const rev = accepted.workshopItem.revision;
    for (const [field, input] of [
      ['answer', { answer: 'It was me' }],
      ['answer', { answer: null }],
      ['name', { name: 'Eye clinic sends nothing' }],
    ] as const)
      expect((await change({ id, rev, input })).error?.field).toBe(field);
    const noted = await change({ id, rev, input: { description: 'Said in passing.', name: workshopItem.name } });
    expect(noted.workshopItem).toMatchObject({ state: 'DONE', answeredBy: 'M. Okafor', name: workshopItem.name });
  });

  it.each([
    [{ name: '  ' }, 'name'],
    [{ name: 'x'.repeat(501) }, 'name'],
    [{ topic: 'nowhere' }, 'topic'],
    [{ about: { concept: 'SYSTEM', id: 'nowhere' } }, 'about'],
    [{ link: 'https://elsewhere.example/' }, 'link'],
    [{ link: '//elsewhere.example/' }, 'link'],
    [{ link: String.raw`/\elsewhere.example/` }, 'link'],
    [{ agreedBy: [' '] }, 'agreedBy'],
    [{ kind: 'PROPOSAL' }, 'kind'],
    [{ kind: 'PICTURE', picture: 'nowhere' }, 'picture'],
    [{ picture: 'nowhere' }, 'picture'],
  ])('refuses what cannot be: %j', async (wrong, field) => {
    const id = 'refusing';
    const exists = await server.ask<{ workshop: object | null }>('{ workshop(id: "refusing") { id } }');
    if (exists.workshop === null) await opened(id);
    const added = await add({ input: { workshop: id, kind: 'NOTE', name: 'Something', ...wrong } });
    expect(added).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT', field } });
  });

  it('keeps a topic that something was said about', async () => {
    const workshop = await opened('agenda', [
      { id: 'first', title: 'First' },
      { id: 'second', title: 'Second' },
    ]);
    await add({ input: { workshop: 'agenda', kind: 'NOTE', name: 'Noted', topic: 'second' } });
    const shorter = await update({
      id: 'agenda',
      rev: workshop.revision,
      input: { topics: [{ id: 'first', title: 'First' }] },
    });
    expect(shorter.error).toMatchObject({ field: 'topics' });
    const moved = await update({
      id: 'agenda',
      rev: workshop.revision,
      input: {
        topics: [
          { id: 'second', title: 'Second, first' },
          { id: 'first', title: 'First' },
        ],
      },
    });
    expect(moved.workshop.topics.map(({ title }) => title)).toEqual(['Second, first', 'First']);
  });

  it('goes on when it is opened again, with what was kept when it was first opened', async () => {
    const workshop = await opened('again');
    expect((await open({ id: 'again', rev: workshop.revision })).error?.message).toMatch(/open already/);
    const closed = await close({ id: 'again', rev: workshop.revision });
    expect((await close({ id: 'again', rev: closed.workshop.revision })).error?.message).toMatch(/closed already/);
    const reopened = await open({ id: 'again', rev: closed.workshop.revision });
    expect(reopened.workshop).toMatchObject({ state: 'OPEN', openedAt: workshop.openedAt, closedAt: null });
  });

  it('shows a picture in its HTML minutes with what it is of, and hostile text as text', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) =1+1';
    await create({ input: { id: 'hostile', name: hostile, heldOn: '2026-11-20', attendees: [hostile.slice(0, 100)] } });
    const { attachEvidence } = await server.ask<{ attachEvidence: { evidence: { id: string } } }>(
      'mutation($input: AttachEvidenceInput!) { attachEvidence(input: $input) { ok error { message } evidence { id } } }',
      { input: { name: 'screen', fileName: 'screen.png', contentBase64: pixel } },
    );
    const picture = await add({
      input: {
        workshop: 'hostile',
        kind: 'PICTURE',
        name: hostile,
        description: 'Sent to nobody. As of 2026-11-19',
        picture: attachEvidence.evidence.id,
        link: '/map?asOf=2026-11-19&class=laboratory',
      },
    });
    expect(picture.error).toBeNull();
    await add({ input: { workshop: 'hostile', kind: 'NOTE', name: hostile, description: hostile } });
    const response = await server.fetch('/workshops/hostile/minutes.html');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await response.text();
    expect(html).not.toMatch(/<script|onerror=alert\(2\)>|<img src=x/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain(`src="data:image/png;base64,${pixel}"`);
    expect(html).toContain('as of 2026-11-19; with class laboratory; at revision');
    const markdown = await (await server.fetch('/workshops/hostile/minutes.md')).text();
    expect(markdown).not.toMatch(/<script|\[x\]\(/);
    const { origin } = new URL(server.url);
    expect(markdown).not.toContain('is not there');
    expect(markdown).toContain(
      `[The picture, screen.png; the HTML minutes show it](${origin}/evidence/${attachEvidence.evidence.id})`,
    );
    expect(markdown).toContain(`[In the page](${origin}/map?asOf=2026-11-19&class=laboratory)`);
    expect(html).toContain(`<a href="${origin}/map?asOf=2026-11-19&amp;class=laboratory">`);
    expect((await server.fetch(`/evidence/${attachEvidence.evidence.id}`)).status).toBe(200);
    const asked = await server.ask<{ minutes: { text: string } }>('{ minutes(workshop: "hostile") { text } }');
    expect(asked.minutes.text).toContain(`[In the page](${origin}/map?asOf=2026-11-19&class=laboratory)`);
    for (const text of [html, markdown]) expect(text).toContain('Sent to nobody.');
    const { minutes } = await server.ask<{ minutes: { fileName: string; text: string } }>(
      '{ minutes(workshop: "hostile", format: CSV) { fileName text } }',
    );
    expect(minutes.fileName).toBe('minutes-hostile-2026-11-20.csv');
    expect(minutes.text).not.toMatch(/(^|,)=/m);
    expect((await server.fetch('/workshops/nowhere/minutes.md')).status).toBe(404);
  });

  it('tells who wrote a question anew, on the screen and in the minutes', async () => {
    await opened('rewritten');
    const said = await add({ input: { workshop: 'rewritten', kind: 'QUESTION', name: 'Who owns it?' } }, 'Dr. Ito');
    const { id, revision } = said.workshopItem;
    const read = async () =>
      (
        await server.ask<{ workshopItem: { source: string; changedBy: string | null } }>(
          'query($id: ID!) { workshopItem(id: $id) { source changedBy } }',
          { id },
        )
      ).workshopItem;
    expect(await read()).toEqual({ source: 'Dr. Ito', changedBy: null });
    await change({ id, rev: revision, input: { name: 'Who owns the archive?' } }, 'M. Okafor');
    await add({ input: { workshop: 'rewritten', kind: 'NOTE', name: 'Something later' } }, 'Somebody later');
    expect(await read()).toEqual({ source: 'Dr. Ito', changedBy: 'M. Okafor' });
    const text = await (await server.fetch('/workshops/rewritten/minutes.md')).text();
    expect(text).toMatch(/Said by Dr\. Ito, [^\n]+\n  - Changed by M\. Okafor, \d{4}-/);
  });

  it('saves walkthroughs of places in the page alone', async () => {
    const save = asking<{
      ok: boolean;
      error: Refused | null;
      walkthrough: { id: string; revision: number; stops: { id: string }[] };
      current: object | null;
    }>(
      'saveWalkthrough',
      `mutation($id: ID, $rev: Int, $input: WalkthroughInput!) { saveWalkthrough(id: $id, expectedRevision: $rev, input: $input) {
        ok ${errorFields} walkthrough { id revision stops { id } } current { id } } }`,
    );
    const stops = [
      { title: 'The map', link: '/map' },
      { title: 'Findings', link: '/findings?level=HIGH', seconds: 60 },
    ];
    const saved = await save({ input: { name: 'Tour', stops } });
    expect(saved.walkthrough).toMatchObject({ id: 'tour', stops: [{ id: 'the-map' }, { id: 'findings' }] });
    const outside = await save({
      input: { name: 'Tour', stops: [{ title: 'Away', link: 'https://elsewhere.example' }] },
    });
    expect(outside.error).toMatchObject({ field: 'stops[0].link' });
    const shorter = await save({
      id: 'tour',
      rev: saved.walkthrough.revision,
      input: { name: 'Tour', stops: stops.slice(1) },
    });
    expect(shorter.walkthrough.stops).toEqual([{ id: 'findings' }]);
    const stale = await save({ id: 'tour', rev: saved.walkthrough.revision, input: { name: 'Tour', stops } });
    expect(stale).toMatchObject({ error: { code: 'CONFLICT' }, current: { id: 'tour' } });
    expect((await save({ input: { name: 'Later', stops, atRevision: 999_999 } })).error?.field).toBe('atRevision');
  });

  it('lets what an accepted proposal wrote be taken back, though an item is about it', async () => {
    await opened('back');
    const { workshopItem } = await capture({ workshop: 'back', line: 'Fax server sends referrals to Paper room' });
    const chosen = await choicesFor(workshopItem.name);
    const accepted = await accept({ item: workshopItem.id, rev: workshopItem.revision, chosen });
    expect(accepted.ok).toBe(true);
    await add({
      input: {
        workshop: 'back',
        kind: 'UNKNOWN',
        name: 'How long kept?',
        about: { concept: 'FLOW', id: flowOf(accepted) },
      },
    });
    const { takeBack } = await server.ask<{ takeBack: { ok: boolean; error: Refused | null } }>(
      'mutation($revisions: [Int!]!) { takeBack(revisions: $revisions) { ok error { code message } } }',
      { revisions: accepted.workshopItem.revisions },
    );
    expect(takeBack.error).toBeNull();
  });

  it('has records that are not taken back, and that leave every answer as it is', async () => {
    const trace = '{ findings(asOf: "2026-11-21", first: 500) { totalCount nodes { id } } }';
    const before = await server.ask<object>(trace);
    const workshop = await opened('apart');
    await add({ input: { workshop: 'apart', kind: 'NOTE', name: 'Nothing to do with it' } });
    expect(await server.ask<object>(trace)).toEqual(before);
    const { takeBack } = await server.ask<{ takeBack: { error: Refused } }>(
      'mutation($revisions: [Int!]!) { takeBack(revisions: $revisions) { ok error { code message } } }',
      { revisions: [workshop.revision] },
    );
    expect(takeBack.error.message).toMatch(/record of a workshop/);
  });
});

/** A picture of one dot. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Every uncertain name of a line as something new, classes as their first match. */
const choicesFor = async (line: string): Promise<readonly { words: string; id?: string }[]> => {
  const { proposal } = await server.ask<{
    proposal: { names: { words: string; isCertain: boolean; concept: string; matches: { id: string }[] }[] };
  }>('query($line: String!) { proposal(line: $line) { names { words isCertain concept matches { id } } } }', { line });
  return proposal.names
    .filter(({ isCertain }) => !isCertain)
    .map(({ words, concept, matches: [first] }) =>
      concept === 'DATA_CLASS' && first !== undefined ? { words, id: first.id } : { words },
    );
};

const flowOf = ({ changes }: Accepted): string => {
  const flow = changes.find(({ concept }) => concept === 'FLOW')?.after as { readonly id?: string } | undefined;
  return flow?.id ?? 'none';
};
