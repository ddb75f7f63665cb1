import assert from "node:assert/strict";
import { test } from "node:test";
import { HubRefusal, hubFetch } from "../../src/hub/hub-fetch";
import { hubProblem, isUnreachable } from "../../src/hub/hub-problem";

const endpoint = "https://hub.example";
const token = "hf_ada";
const authorization = { authorization: `Bearer ${token}` };

function answering(make: (init: RequestInit | undefined) => Response | Promise<Response>): typeof fetch {
  return hubFetch({ endpoint, token, patienceMs: 20, fetch: async (_input, init) => make(init) });
}

test("the token goes to the Hub alone; another server's own token is left as it is", async () => {
  const seen: (string | null)[] = [];
  const ask = answering((init) => {
    seen.push(new Headers(init?.headers).get("authorization"));
    return new Response("");
  });
  await ask(`${endpoint}/x`, { headers: authorization });
  await ask("https://storage.example/x", { headers: authorization });
  await ask("https://hub.example:8443/x", { headers: authorization });
  await ask("https://storage.example/x", { headers: { authorization: "Bearer short-lived" } });
  assert.deepEqual(seen, [`Bearer ${token}`, null, null, "Bearer short-lived"]);
});

test("a refusal by the Hub is thrown with its reason; one by storage is left to the library", async () => {
  const ask = answering(() => new Response("", { status: 403, headers: { "X-Error-Code": "GatedRepo" } }));
  await assert.rejects(ask(`${endpoint}/x`), (error: unknown) => {
    assert.ok(error instanceof HubRefusal);
    assert.deepEqual([error.status, error.reason, isUnreachable(error)], [403, "GatedRepo", false]);
    return true;
  });
  assert.equal((await ask("https://storage.example/x")).status, 403);
});

test("an answer that does not begin in time is given up", async () => {
  const ask = answering(
    (init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      }),
  );
  await assert.rejects(ask(`${endpoint}/x`), /in time/);
});

test("what the API says has a limit; a file has none", async () => {
  const endless = (): Response => {
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(8_000_000)),
    });
    return new Response(body);
  };
  const ask = answering(endless);
  await assert.rejects((await ask(`${endpoint}/api/models/a/b`)).arrayBuffer(), /64 MB/);
  const reader = (await ask(`${endpoint}/a/b/resolve/main/x`)).body?.getReader();
  for (let size = 0; size < 80_000_000; ) size += (await reader?.read())?.value?.byteLength ?? 80_000_000;
  await reader?.cancel();
});

test("messages keep signatures of addresses and tokens to themselves", () => {
  const thrown = new Error(`Api error. URL: https://storage.example/x?Signature=abc&Key=${token}. Request`);
  const question = { id: "a/b", revision: "main", endpoint, token };
  const { code, message } = hubProblem(thrown, question);
  assert.equal(code, "hub-unreachable");
  assert.doesNotMatch(message, /Signature|hf_ada/);
  assert.doesNotMatch(hubProblem(new Error(`bad header Bearer ${token}`), question).message, /hf_ada/);
});
