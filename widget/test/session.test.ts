import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Client, Failure } from "../src/api";
import { Session } from "../src/session";
import { inOrder, json, startServer, type TestServer } from "./server";

let server: TestServer;
let client: Client;
let session: Session;

beforeEach(async () => {
  server = await startServer();
  client = new Client(server.base);
  session = new Session(client, "nb", () => undefined);
});

afterEach(async () => {
  vi.useRealTimers();
  await server.close();
});

const last = () => server.calls.at(-1);
const texts = () =>
  session.state.items.map((item) =>
    item.from === "user" ? item.text : item.turn.messages.map(({ text }) => text).join(),
  );

test("the token is sent with every call but the first", async () => {
  await session.open();
  await session.say({ text: "hei" }, "hei");
  expect(server.calls.map(({ method, path, token }) => [method, path, token])).toEqual([
    ["POST", "/api/sessions", undefined],
    ["POST", "/api/messages", "Bearer t0"],
  ]);
});

test("a message whose answer was lost is sent again with the same key", async () => {
  await session.open();
  server.answer = (_, response) =>
    void response.writeHead(200, { "Content-Length": "99" }).write("{", () => response.destroy());
  await session.say({ text: "hei" }, "hei");
  expect(session.state.problem?.kind).toBe("offline");
  server.answer = inOrder;
  await session.retry(session.state.problem!.command);
  const [, first, second] = server.calls;
  expect(second).toEqual(first);
  expect(first?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(texts()).toEqual(["/api/sessions", "hei", "hei"]);
});

test("two messages have two keys, and the second waits for the first to be answered", async () => {
  await session.open();
  const first = session.say({ text: "en" }, "en");
  await session.say({ text: "to" }, "to");
  await first;
  await session.say({ text: "tre" }, "tre");
  const keys = server.calls.slice(1).map(({ key }) => key);
  expect(server.calls.slice(1).map(({ body }) => body)).toEqual([{ text: "en" }, { text: "tre" }]);
  expect(new Set(keys).size).toBe(2);
});

test("no language is asked for at the start, and the window follows the one the server answers in", async () => {
  await session.open();
  expect(server.calls[0]?.body).toEqual({});
  server.answer = (_, response) =>
    json(response, 200, { messages: [{ text: "Kva gjeld det?" }] }, { "Content-Language": "nn" });
  await session.say({ text: "Eg veit ikkje" }, "Eg veit ikkje");
  expect(session.state.locale).toBe("nn");
});

test("a message that came too early is held as long as the server asks and then goes out once", async () => {
  await session.open();
  const heard: number[] = [];
  server.answer = (call, response) => {
    heard.push(performance.now());
    if (heard.length === 1) return json(response, 429, { detail: "For fort." }, { "Retry-After": "1" });
    inOrder(call, response);
  };
  await session.say({ text: "hei" }, "hei");
  expect(heard[1]! - heard[0]!).toBeGreaterThan(950);
  expect(server.calls.at(-1)?.key).toBe(server.calls.at(-2)?.key);
  expect(texts().at(-1)).toBe("hei");
});

test("what the server refuses is told in its words and kept in the field", async () => {
  await session.open();
  server.answer = (_, response) => json(response, 422, { title: "Nei", detail: "Det går ikke." });
  await session.say({ text: "hei" }, "hei");
  expect(session.state).toMatchObject({ draft: "hei", problem: { kind: "refused", detail: "Det går ikke." } });
});

test("a session the server no longer knows ends, and a new one can begin", async () => {
  await session.open();
  server.answer = (_, response) => json(response, 401, {});
  await session.say({ text: "hei" }, "hei");
  expect(session.state).toMatchObject({ phase: "ended", items: [], draft: "hei" });
  expect(client.hasSession).toBe(false);
  server.answer = inOrder;
  await session.open();
  expect(session.state).toMatchObject({ phase: "open", draft: "hei" });
});

test("a session can be opened again when the server was down", async () => {
  server.answer = (_, response) => json(response, 503, {}, { "Retry-After": "5" });
  await session.open();
  expect(session.state).toMatchObject({ phase: "idle", problem: { kind: "unavailable" } });
  server.answer = inOrder;
  await session.retry(session.state.problem!.command);
  expect(session.state.phase).toBe("open");
});

test("a wrong code leaves the conversation that is going on as it is", async () => {
  await session.open();
  server.answer = (call, response) =>
    call.path.endsWith("resume") ? json(response, 401, {}) : inOrder(call, response);
  await session.resume("ABCD");
  expect(session.state).toMatchObject({ phase: "open", problem: { kind: "refused" } });
  expect(client.hasSession).toBe(true);
});

test("resuming ends the session before and speaks the user's language", async () => {
  await session.open();
  await session.resume("ABCD");
  const calls = server.calls.map(({ method, path }) => `${method} ${path}`);
  expect(calls).toContain("DELETE /api/sessions");
  expect(server.calls.find(({ method }) => method === "PATCH")?.body).toEqual({ locale: "nb" });
});

test("deleting tells the server, and says so when it could not be told", async () => {
  await session.open();
  await session.delete();
  expect(last()?.method).toBe("DELETE");
  expect(session.state).toMatchObject({ phase: "deleted", unheard: false });
  await session.open();
  server.answer = (_, response) => void response.destroy();
  await session.delete();
  expect(session.state).toMatchObject({ phase: "deleted", unheard: true });
});

test("an answer that comes after the user has left is not heard", async () => {
  await session.open();
  const waiting = session.say({ text: "hei" }, "hei");
  session.leave();
  await waiting;
  expect(session.state.items).toEqual([]);
});

test("the user is warned before the session ends, and then it is cleared", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  await session.open();
  vi.advanceTimersByTime(55 * 60_000);
  expect(session.state.endsIn).toBe(5);
  vi.advanceTimersByTime(60_000);
  expect(session.state.endsIn).toBe(4);
  await session.prolong();
  expect(session.state.endsIn).toBeNull();
  vi.advanceTimersByTime(60 * 60_000);
  expect(session.state).toMatchObject({ phase: "ended", items: [] });
  expect(client.hasSession).toBe(false);
});

test("without a session there is nothing to say", async () => {
  await expect(client.say({ text: "hei" }, "k")).rejects.toEqual(new Failure("ended"));
  expect(server.calls).toEqual([]);
});
