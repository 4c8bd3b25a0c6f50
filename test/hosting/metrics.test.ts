import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMeter, serveMetrics } from '../../src/hosting/metrics.ts';

describe('The port for metrics', () => {
  let connected = true;
  let loaded = true;
  const sources = {
    connected: () => connected,
    latency: () => 42,
    status: async () =>
      loaded ? ({ documents: 5, builtAt: '2021-05-05T00:00:00Z' } as never) : Promise.reject(new Error('no')),
  };
  let server: Awaited<ReturnType<typeof serveMetrics>>;
  const meter = openMeter(sources);
  const get = (path: string, headers = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, { headers });

  beforeEach(async () => {
    connected = loaded = true;
    server = await serveMetrics(0, meter.registry, sources);
  });
  afterEach(() => server.close());

  it('says ready only while Discord is connected and the index is loaded', async () => {
    expect((await get('/ready')).status).toBe(200);
    connected = false;
    expect((await get('/ready')).status).toBe(503);
    connected = true;
    loaded = false;
    expect((await get('/ready')).status).toBe(503);
    expect((await get('/health')).status).toBe(200);
  });

  it('counts answers and failures for Prometheus', async () => {
    meter.answered('/ask', 'sent', 0.02);
    meter.failed('/ask');
    const text = await (await get('/metrics')).text();
    expect(text).toContain('record_answer_seconds_count{what="/ask",sent="sent"} 1');
    expect(text).toContain('record_failures_total{what="/ask"} 1');
    expect(text).toContain('record_articles 5');
    expect(text).toContain('record_discord_seconds 0.042');
  });

  it('is closed to web pages that point a name of their own at it', async () => {
    const { port } = server;
    const status = await new Promise((resolve) =>
      request({ port, path: '/metrics', headers: { host: 'page.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end(),
    );
    expect(status).toBe(403);
  });

  it('is named where it is taken already', async () => {
    await expect(serveMetrics(server.port, meter.registry, sources)).rejects.toThrow(
      /^METRICS_PORT cannot be used/,
    );
  });

  it('answers nothing else', async () => {
    expect((await get('/')).status).toBe(404);
  });
});
