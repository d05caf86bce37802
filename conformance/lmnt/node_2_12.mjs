// The vendor's Node SDK, unmodified, with only its base URL set (dialect C).

import { execFileSync } from "node:child_process";

import { expect, run, tokens } from "../checks.mjs";

const { default: Lmnt } = await import("lmnt-node");
const { SYRINX_URL: baseURL, SYRINX_KEY: apiKey } = process.env;
const TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four.";
const RATE = 24000;

const client = (key = apiKey) => new Lmnt({ apiKey: key, baseURL, maxRetries: 0 });

async function collect(session, until) {
  const messages = [];
  for await (const message of session) {
    messages.push(message);
    if (message.type === until) return messages;
  }
  expect(until === undefined, `the session ended before ${until}`);
  return messages;
}

function sound(messages) {
  return Buffer.concat(messages.filter((m) => m.type === "audio").map((m) => Buffer.from(m.audio)));
}

function decodedSeconds(data) {
  const raw = execFileSync("ffmpeg", ["-v", "error", "-i", "-", "-f", "s16le", "-"], { input: data, maxBuffer: 1 << 28 });
  return raw.length / 2 / RATE;
}

async function speak(pieces, options = {}) {
  const session = client().speech.sessions.create({ voice: "leah", ...options });
  for (const piece of pieces) session.sendText(piece);
  session.sendFinish();
  return collect(session);
}

const checks = {
  async "defaults give decodable mp3"() {
    const messages = await speak(tokens(TEXT));
    expect(messages[0].type === "ready" && messages[0].request_id, "no ready first");
    const length = decodedSeconds(sound(messages));
    expect(length > 3 && length < 9, `${length} s of sound`);
  },

  async "the division into messages changes no byte, not even within an emoji"() {
    const text = `Well 🙂 done. ${TEXT}`;
    const whole = sound(await speak([text], { format: "pcm_s16le" }));
    // UTF-16 units: halves of surrogate pairs travel in messages of their own.
    const units = sound(await speak(text.split(""), { format: "pcm_s16le" }));
    expect(whole.equals(units), "the bytes differ");
  },

  async "flush and reset are acknowledged with their nonces"() {
    const session = client().speech.sessions.create({ voice: "leah", format: "pcm_s16le", return_timestamps: true });
    session.sendText("Hello there.");
    const flush = session.sendFlush();
    const first = await collect(session, "flush_complete");
    expect(first.at(-1).nonce === flush, "another nonce");
    const said = first.filter((m) => m.type === "timestamps").flatMap((m) => m.timestamps).map((t) => t.text).join("");
    expect(said === "Hello there.", "the times do not tile the text");
    session.sendText(TEXT.repeat(20));
    session.sendFlush();
    await collect(session, "audio");
    const reset = session.sendReset();
    const second = await collect(session, "reset_complete");
    expect(second.at(-1).nonce === reset, "another nonce");
    session.sendFinish();
    const rest = await collect(session);
    expect(rest.length === 0, `${rest.length} messages after the reset`);
  },

  async "a wrong key is an error message"() {
    const session = client("wrong").speech.sessions.create({ voice: "leah" });
    const messages = await collect(session);
    expect(messages.length === 1 && messages[0].error.type === "authentication_error", "not one authentication_error");
  },

  async "one-shot bytes equal the socket"() {
    const socket = sound(await speak([TEXT], { format: "pcm_s16le" }));
    const response = await client().speech.generate({ voice: "leah", text: TEXT, format: "pcm_s16le" });
    expect(socket.equals(Buffer.from(await response.arrayBuffer())), "the bytes differ");
  },

  async "voices are listed and a wrong voice is not found"() {
    const voices = await client().voices.list();
    expect(voices.length > 100, `only ${voices.length} voices`);
    const error = await client().voices.retrieve("nobody").then(() => null, (error) => error);
    expect(error?.status === 404, "an unknown voice was found");
  },
};

await run(checks);
