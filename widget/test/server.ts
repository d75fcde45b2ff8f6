/** A real HTTP server on this machine for the tests of the client: each test says how it answers. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly token: string | undefined;
  readonly key: string | undefined;
  readonly body: unknown;
}

export type Answer = (call: Call, response: ServerResponse) => void;

export interface TestServer {
  readonly base: string;
  readonly calls: Call[];
  answer: Answer;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<Call> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    token: request.headers.authorization,
    key: request.headers["idempotency-key"]?.toString(),
    body: text ? JSON.parse(text) : null,
  };
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** Answers like a server in good order: a session, a turn that repeats what was said. */
export const inOrder: Answer = ({ method, path, body }, response) => {
  const said = (body as { text?: string } | null)?.text ?? path;
  const turn = { messages: [{ text: said }] };
  if (method === "DELETE") return void response.writeHead(204).end();
  if (path.startsWith("/api/sessions") && method === "POST") return json(response, 201, { token: "t0", turn });
  return json(response, 200, turn);
};

export async function startServer(): Promise<TestServer> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const call = await read(request);
    calls.push(call);
    running.answer(call, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const running: TestServer = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answer: inOrder,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return running;
}
