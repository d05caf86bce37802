// The vendor's Node SDK, unmodified, with only its URLs set. It shows its key in each start message, and nowhere else.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";

import { expect, run, tokens } from "../checks.mjs";

// The SDK wants the platform's own WebSocket, which Node has from 22 on, and before if told so.
if (globalThis.WebSocket === undefined) {
  const command = ["--experimental-websocket", ...process.execArgv, process.argv[1]];
  const told = process.execArgv.includes("--experimental-websocket");
  process.exit(told ? 1 : spawnSync(process.execPath, command, { stdio: "inherit" }).status);
}

const { SonioxNodeClient } = await import("@soniox/node");
const { SYRINX_URL, SYRINX_KEY: key, SYRINX_BIN: binary } = process.env;
const TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four.";
const RATE = 24000;
const PLAIN = { model: "tts-rt-v2", language: "en", voice: "Maya", audio_format: "pcm_s16le", sample_rate: RATE };

const client = (api_key = key, url = SYRINX_URL, keepalive_interval_ms = 1000) =>
  new SonioxNodeClient({
    api_key,
    base_url: url,
    tts_api_url: url,
    realtime: { tts_ws_url: `${url.replace("http", "ws")}/tts-websocket`, tts_connection_options: { keepalive_interval_ms } },
  });

// A server of our own with this setting, on a port of its choice.
async function withServer(setting, act) {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("SYRINX_"));
  const env = { ...Object.fromEntries(others), SYRINX_API_KEYS: key };
  const command = ["serve", "--listen", "127.0.0.1:0", "--set", setting];
  const server = spawn(binary, command, { env, stdio: ["ignore", "pipe", "ignore"] });
  try {
    for await (const line of createInterface({ input: server.stdout })) {
      const address = line.split("listening on ")[1];
      if (address) return await act(address.trim());
    }
    throw new Error("the server ended before it listened");
  } finally {
    server.kill("SIGKILL");
  }
}

// Everything that one stream told, from its opening to `terminated` or an error.
function listen(stream) {
  const heard = { chunks: [], times: [], ends: 0, error: undefined };
  const over = new Promise((resolve) => {
    stream.on("audio", (chunk, times) => {
      heard.chunks.push(Buffer.from(chunk));
      if (times) heard.times.push(times);
    });
    stream.on("audioEnd", () => heard.ends++);
    stream.on("error", (error) => {
      heard.error = error;
      resolve(heard);
    });
    stream.on("terminated", () => resolve(heard));
  });
  return { heard, over };
}

const sound = (heard) => Buffer.concat(heard.chunks);

async function speak(pieces, wishes = {}, api_key = key) {
  const stream = await client(api_key).realtime.tts({ ...PLAIN, ...wishes });
  const { over } = listen(stream);
  for (const piece of pieces) stream.sendText(piece);
  stream.finish();
  const heard = await over;
  stream.close();
  return heard;
}

function decodedSeconds(data, format) {
  const described = format === "pcm_s16le" ? ["-f", "s16le", "-ar", String(RATE), "-ac", "1"] : [];
  const command = ["-v", "error", ...described, "-i", "-", "-f", "s16le", "-"];
  return execFileSync("ffmpeg", command, { input: data, maxBuffer: 1 << 28 }).length / 2 / RATE;
}

async function rejected(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was raised");
}

async function isOpenAfterAPause(url, keepaliveMs) {
  const connection = await client(key, url, keepaliveMs).realtime.tts.multiStream();
  await connection.connect();
  let closed = false;
  connection.on("close", () => (closed = true));
  const stream = await connection.stream(PLAIN);
  const { over } = listen(stream);
  await new Promise((resolve) => setTimeout(resolve, 4000));
  if (closed) return false;
  stream.sendText("Still here.", { end: true });
  expect((await over).ends === 1, "not one end");
  connection.close();
  return true;
}

const checks = {
  async "a stream of tokens is spoken and ends once"() {
    const heard = await speak(tokens(TEXT));
    expect(heard.error === undefined && heard.ends === 1, `${heard.ends} ends, ${heard.error}`);
    const length = decodedSeconds(sound(heard), "pcm_s16le");
    expect(length > 3 && length < 9, `${length} s of sound`);
  },

  async "the division into messages changes no byte, not even within an emoji"() {
    const text = `Well 🙂 done. ${TEXT}`;
    const whole = sound(await speak([text]));
    // UTF-16 units: halves of surrogate pairs travel in messages of their own.
    const units = sound(await speak(text.split("")));
    expect(whole.equals(units), "the bytes differ");
  },

  async "files decode to the length of raw audio"() {
    const raw = decodedSeconds(sound(await speak([TEXT])), "pcm_s16le");
    for (const audio_format of ["wav", "mp3"]) {
      const length = decodedSeconds(sound(await speak([TEXT], { audio_format })), audio_format);
      expect(Math.abs(length - raw) < 0.25, `${audio_format} lasts ${length} s, not ${raw} s`);
    }
  },

  async "the characters with times are the text"() {
    const heard = await speak(tokens(TEXT), { return_timestamps: true });
    const said = heard.times.flatMap((times) => times.characters).join("");
    expect(said === TEXT, "the characters do not tile the text");
  },

  async "a stream without text ends"() {
    const heard = await speak([]);
    expect(heard.ends === 1 && sound(heard).length === 0, `${heard.ends} ends, ${sound(heard).length} bytes`);
  },

  async "streams share a socket, and a cancelled one is terminated without an end"() {
    const connection = await client().realtime.tts.multiStream();
    await connection.connect();
    const cut = await connection.stream({ ...PLAIN, stream_id: "cut" });
    const whole = await connection.stream({ ...PLAIN, stream_id: "whole" });
    const first = listen(cut);
    const second = listen(whole);
    cut.sendText(TEXT.repeat(20));
    await new Promise((resolve) => cut.once("audio", resolve));
    cut.cancel();
    whole.sendText(TEXT, { end: true });
    const [cancelled, heard] = await Promise.all([first.over, second.over]);
    expect(cancelled.ends === 0 && cancelled.error === undefined, `${cancelled.ends} ends, ${cancelled.error}`);
    expect(heard.ends === 1, `${heard.ends} ends`);
    const again = await connection.stream({ ...PLAIN, stream_id: "cut" });
    const third = listen(again);
    again.sendText(TEXT, { end: true });
    expect(sound(await third.over).equals(sound(heard)), "the bytes differ");
    connection.close();
  },

  async "keep-alives hold a silent socket open for longer than the server waits"() {
    await withServer("protocols.soniox.limits.idle=2s", async (url) => {
      expect(await isOpenAfterAPause(url, 500), "it was closed");
      expect(!(await isOpenAfterAPause(url, 60_000)), "the server waits for ever");
    });
  },

  async "a wrong key and a wrong voice are the SDK's own errors"() {
    const unknown = await speak([TEXT], { voice: "Nobody" });
    expect(unknown.error?.message.includes("Invalid voice 'Nobody'"), `${unknown.error}`);
    const stranger = await speak([TEXT], {}, "wrong");
    expect(stranger.error?.name === "AuthError", `${stranger.error?.name}: ${stranger.error?.message}`);
  },

  async "one-shot speech is the same as a stream, whole and in pieces"() {
    const options = { ...PLAIN, text: TEXT };
    const stream = sound(await speak([TEXT]));
    const whole = Buffer.from(await client().tts.generate(options));
    const pieces = [];
    for await (const piece of client().tts.generateStream(options)) pieces.push(Buffer.from(piece));
    expect(whole.equals(stream) && Buffer.concat(pieces).equals(stream), "the bytes differ");
    const error = await rejected(client("wrong").tts.generate(options));
    expect(error.statusCode === 401 || error.message.includes("Invalid API key"), `${error}`);
  },

  async "the models list voices"() {
    const models = await client().tts.listModels();
    const model = models.find((found) => found.id === "tts-rt-v2");
    expect(model?.voices.some((voice) => voice.id === "Maya" && voice.gender === "female"), "no Maya");
  },
};

await run(checks);
