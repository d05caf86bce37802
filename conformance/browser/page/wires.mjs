// How a page speaks over each protocol: with its key where a page can put one, which is in no header.
//
// Each function opens one stream in `form` (the protocol's own name of a format, and a rate), and hands the sound of every
// message to `heard` as it comes, and what goes wrong to `broken`. What it gives can `say` a piece of text, end a `turn`,
// `forget` what is unspoken, and `finish`; each but `say` gives a promise of the server's answer. A protocol in which a
// stream has one turn has no `turn`, and one that cannot interrupt within a stream no `forget`.

import { Line } from "./line.mjs";

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
}

async function lmnt({ url, key, form, heard, broken }) {
  const read = ({ sound, type, error }, line) => {
    if (sound) heard(sound);
    else if (type === "error") line.fail(error.message);
    else line.give(type);
  };
  const line = await Line.open(`${url}/v1/ai/speech/stream`, { read, broken });
  line.send({ "X-API-Key": key, "lmnt-version": "1.1", voice: "leah", format: form.name, sample_rate: form.rate });
  return {
    say: (text) => line.send({ type: "text", text }),
    turn: () => line.ask({ type: "flush", nonce: 1 }, "flush_complete"),
    forget: () => line.ask({ type: "reset", nonce: 2 }, "reset_complete"),
    finish: () => line.finish({ type: "finish" }, "closed"),
  };
}

async function native({ url, key, form, heard, broken }) {
  const read = ({ sound, event, message }, line) => {
    if (sound) heard(sound);
    else if (event === "error") line.fail(message);
    else line.give(event === "closed" ? "finished" : event);
  };
  const line = await Line.open(`${url}/syrinx/v1/stream?key=${key}`, { read, broken });
  const { name: format, container, rate } = form;
  line.send({ op: "open", voice: "en-us", format, container, rate });
  return {
    say: (text) => line.send({ op: "say", text }),
    turn: () => line.ask({ op: "flush", id: 1 }, "flushed"),
    forget: () => line.ask({ op: "clear", id: 2 }, "cleared"),
    finish: () => line.finish({ op: "finish" }, "finished"),
  };
}

async function soniox({ url, key, form, heard, broken }) {
  const read = ({ audio, terminated, error_message: error }, line) => {
    if (audio) heard(bytesOf(audio));
    if (error) line.fail(error);
    if (terminated) line.give("terminated");
  };
  const line = await Line.open(`${url}/tts-websocket`, { read, broken });
  const stream = { stream_id: "page" };
  const { name: audio_format, rate: sample_rate } = form;
  const settings = { model: "tts-rt-v2", language: "en", voice: "Adrian", audio_format, sample_rate };
  line.send({ ...stream, ...settings, api_key: key });
  return {
    say: (text) => line.send({ ...stream, text }),
    finish: () => line.finish({ ...stream, text_end: true }, "terminated"),
  };
}

async function smallest({ url, key, form, heard, broken }) {
  const read = ({ status, data, message }, line) => {
    if (status === "error") line.fail(message);
    else if (data?.audio) heard(bytesOf(data.audio));
    else line.give(status);
  };
  const line = await Line.open(`${url}/waves/v1/tts/live?token=${key}`, { read, broken });
  const settings = { voice_id: "meher", output_format: form.name, sample_rate: form.rate };
  return {
    say: (text) => line.send({ ...settings, text, continue: true }),
    finish: () => line.finish({ ...settings, text: "", continue: false }, "complete"),
  };
}

async function slng({ url, key, form, heard, broken }) {
  const read = ({ sound, type, message }, line) => {
    if (sound) heard(sound);
    else if (type === "error") line.fail(message);
    else line.give(type);
  };
  const line = await Line.open(`${url}/v1/tts/acme/voice:1?token=${key}`, { read, broken });
  line.send({ type: "init", voice: "Adrian", encoding: form.name, sample_rate: form.rate });
  return {
    say: (text) => line.send({ type: "text", text }),
    finish: () => line.finish({ type: "flush" }, "flushed"),
  };
}

// Each turn is a whole stream here; a page appends one behind the other.
async function inworld({ url, key, form, heard, broken }) {
  const read = ({ result, error }, line) => {
    const failed = error ?? (result.status.code !== 0 && result.status);
    if (failed) return line.fail(failed.message);
    if (result.audioChunk?.audioContent) heard(bytesOf(result.audioChunk.audioContent));
    ["flushCompleted", "contextClosed"].filter((name) => name in result).forEach((name) => line.give(name));
  };
  const path = "/tts/v1/voice:streamBidirectional";
  const line = await Line.open(`${url}${path}?authorization=${encodeURIComponent(`Basic ${key}`)}`, { read, broken });
  const contextId = "page";
  const audioConfig = { audioEncoding: form.name, sampleRateHertz: form.rate };
  line.send({ contextId, create: { voiceId: "Ashley", modelId: "any", audioConfig } });
  return {
    say: (text) => line.send({ contextId, send_text: { text } }),
    turn: () => line.ask({ contextId, flush_context: {} }, "flushCompleted"),
    finish: () => line.finish({ contextId, close_context: {} }, "contextClosed"),
  };
}

export const wires = { lmnt, native, soniox, smallest, slng, inworld };
