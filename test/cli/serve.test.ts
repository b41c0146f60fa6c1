import { get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServedProcesses, type Served } from '../kit/served-process.ts';
import { temporaryFolder } from '../kit/server.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const processes = createServedProcesses();
const serve = (...args: readonly string[]): Served => processes.serve(args);
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  processes.killAll();
  await folder.remove();
});

describe('the served process', () => {
  it('fills an empty inventory, answers, and keeps what was written when it is stopped and started', async () => {
    const data = join(folder.path, 'kept');
    const first = serve('--port', '0', '--data', data, '--seed', 'clinic');
    const url = await first.address();
    const send = async (at: string, query: string): Promise<unknown> => {
      const response = await fetch(new URL('/graphql', at), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return response.json();
    };
    expect(await send(url, 'mutation { createEvidence(input: { id: "kept", name: "Kept" }) { ok } }')).toEqual({
      data: { createEvidence: { ok: true } },
    });
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const second = serve('--port', '0', '--data', data, '--seed', 'regional-hospital');
    const again = await second.address();
    expect(second.text()).not.toContain('loading the example');
    expect(await send(again, '{ evidence(id: "kept") { name } }')).toEqual({ data: { evidence: { name: 'Kept' } } });
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('warns when it listens beyond this computer, and still answers to its own names only', async () => {
    const served = serve('--port', '0', '--host', '0.0.0.0', '--data', join(folder.path, 'wide'), '--seed', 'none');
    const url = new URL(await served.address());
    expect(served.text()).toContain('beyond this computer, and there is no sign-in');
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        get({ hostname: '127.0.0.1', port: url.port, path: '/health/live', headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
    expect(await statusFor('localhost')).toBe(200);
    expect(await statusFor('evil.example')).toBe(421);
    served.child.kill('SIGINT');
    expect(await served.ended).toBe(0);
  });

  it('stops although a client keeps its connection open', async () => {
    const served = serve('--port', '0', '--data', join(folder.path, 'open'), '--seed', 'none');
    const url = new URL(await served.address());
    const { connect } = await import('node:net');
    const socket = connect(Number(url.port), url.hostname);
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('connect', resolve));
    // A request that never ends.
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
    );
    served.child.kill('SIGINT');
    expect(await served.ended).toBe(0);
    socket.destroy();
  });

  it('says which port is taken and how to mend it, with code 2', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const served = serve('--port', String(port), '--data', join(folder.path, 'port'), '--seed', 'none');
    expect(await served.ended).toBe(2);
    expect(served.text()).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(served.text()).toContain('--port');
    await new Promise((resolve) => blocker.close(resolve));
  });

  it('refuses a database that another process has open, with code 4', async () => {
    const data = join(folder.path, 'shared');
    const first = serve('--port', '0', '--data', data, '--seed', 'none');
    await first.address();
    const second = serve('--port', '0', '--data', data, '--seed', 'none');
    expect(await second.ended).toBe(4);
    expect(second.text()).toContain('another process has it open');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
  });
});
