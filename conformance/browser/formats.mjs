// The formats that pages play, and what they are called where, as the server itself lists them.

import { execFileSync } from "node:child_process";

export const RATE = 24000;

// `codec` and `container`: the server's words. `type`: what the browser calls it. `player`: how it is played; Chromium's
// MediaSource takes no Ogg and no FLAC. `silence`: by how many seconds of its coder's own silence a stream may be longer
// each time that it is settled, which is at its end, at a flush and at an interruption.
const PLAYED = [
  {
    name: "MP3",
    codec: "mp3",
    container: "raw",
    type: "audio/mpeg",
    player: "MediaSource",
    // A delay of 1105 samples, 224 of lookahead, and what is left of a frame of 576.
    silence: 1905 / RATE,
  },
  {
    name: "WebM Opus",
    codec: "opus",
    container: "webm",
    type: "audio/webm;codecs=opus",
    player: "MediaSource",
    // A delay of 7 ms, and what is left of a frame of 10 ms.
    silence: 0.017,
  },
  {
    name: "Ogg Opus",
    codec: "opus",
    container: "ogg",
    type: "audio/ogg;codecs=opus",
    player: "file",
    silence: 0.017,
  },
  {
    name: "FLAC",
    codec: "flac",
    container: "flac",
    type: "audio/flac",
    player: "file",
    silence: 0,
  },
];
// Samples without a code, which no browser needs us for.
const PLAIN = /^(pcm_.*|mulaw|alaw)$/;

const listed = JSON.parse(execFileSync(process.env.SYRINX_BIN, ["formats", "--format", "json"], { timeout: 10_000 }));

// By protocol, what it calls an entry: the first of its names.
function formsOf({ container, protocols }) {
  return Object.fromEntries(Object.entries(protocols).map(([wire, [name]]) => [wire, { name, container }]));
}

// The formats that this server has and that pages play, each with its `forms`: its name in each protocol that has it.
// Whatever is not in our list above has no `player`.
export const coded = listed
  .filter(({ codec }) => !PLAIN.test(codec))
  .map((entry) => {
    const { codec, container } = entry;
    const played = PLAYED.find((format) => format.codec === codec && format.container === container);
    return { name: `${codec} in ${container}`, ...played, forms: formsOf(entry) };
  });

// Samples to compare with.
export const plain = formsOf(listed.find(({ codec, container }) => codec === "pcm_s16le" && container === "raw"));

// Protocols in which a page gets no coded sound, and why.
export const OUT_OF_REACH = {
  vogent: "its socket sends samples without a code; of its calls, vogent-calls tells",
};

// The one call over HTTP that speaks `text`, with a key that a page would not know.
export const CALLS = {
  lmnt: ({ form, key, text }) => ({
    path: "/v1/ai/speech/bytes",
    headers: { "X-API-Key": key },
    body: { voice: "leah", text, format: form.name, sample_rate: form.rate },
  }),
  soniox: ({ form, key, text }) => ({
    path: "/tts",
    headers: { authorization: `Bearer ${key}` },
    body: { model: "tts-rt-v2", language: "en", voice: "Adrian", text, audio_format: form.name, sample_rate: form.rate },
  }),
};
