// What serves the pages: their scripts, and, as the server of a page that must not know the key, speech over HTTP.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { CALLS } from "./formats.mjs";

const PAGE = "<!doctype html><title>Speech</title><link rel=icon href=data:,>";

// Hands an answer through as it comes.
async function handThrough(given, wanted, answer) {
  const { path, headers, body } = CALLS[wanted.get("wire")]({
    key: given.key,
    text: wanted.get("text"),
    form: { name: wanted.get("name"), rate: Number(wanted.get("rate")) },
  });
  const asked = { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) };
  const got = await fetch(given.server + path, asked);
  answer.writeHead(got.status, { "content-type": got.headers.get("content-type") });
  await pipeline(Readable.fromWeb(got.body), answer);
}

async function respond(given, { url }, answer) {
  const { pathname, searchParams } = new URL(url, "http://page");
  if (pathname === "/speech") return handThrough(given, searchParams, answer);
  if (pathname === "/") return answer.writeHead(200, { "content-type": "text/html" }).end(PAGE);
  const script = await readFile(new URL(`page${pathname}`, import.meta.url));
  answer.writeHead(200, { "content-type": "text/javascript" }).end(script);
}

// Where the pages are. `given` is the speech server's address and its key.
export async function servePages(given) {
  const server = createServer((request, answer) => {
    // A page that leaves before the end ends its answer too.
    respond(given, request, answer).catch(() => answer.destroy());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${server.address().port}`;
}
