// The formats that pages play, and what they are called where.

export const RATE = 24000;

// `type`: what the browser calls it. `player`: how it is played; Chromium's MediaSource takes no Ogg and no FLAC. `silence`:
// by how many seconds of its coder's own silence a stream may be longer each time that it is settled, which is at its end,
// at a flush and at an interruption. `forms`: its name in each protocol that has it.
export const FORMATS = [
  {
    name: "MP3",
    type: "audio/mpeg",
    player: "MediaSource",
    // A delay of 1105 samples, 224 of lookahead, and what is left of a frame of 576.
    silence: 1905 / RATE,
    forms: {
      lmnt: { name: "mp3" },
      native: { name: "mp3", container: "raw" },
      soniox: { name: "mp3" },
      smallest: { name: "mp3" },
      slng: { name: "mp3" },
      inworld: { name: "MP3" },
    },
  },
  {
    name: "WebM Opus",
    type: "audio/webm;codecs=opus",
    player: "MediaSource",
    // A delay of 7 ms, and what is left of a frame of 10 ms.
    silence: 0.017,
    forms: {
      lmnt: { name: "webm" },
      native: { name: "opus", container: "webm" },
    },
  },
  {
    name: "Ogg Opus",
    type: "audio/ogg;codecs=opus",
    player: "file",
    silence: 0.017,
    forms: {
      native: { name: "opus", container: "ogg" },
      soniox: { name: "opus" },
      slng: { name: "opus" },
      inworld: { name: "OGG_OPUS" },
    },
  },
  {
    name: "FLAC",
    type: "audio/flac",
    player: "file",
    silence: 0,
    forms: {
      native: { name: "flac", container: "flac" },
      soniox: { name: "flac" },
    },
  },
];

// Samples without a code, to compare with.
export const PCM = {
  lmnt: { name: "pcm_s16le" },
  native: { name: "pcm_s16le", container: "raw" },
  soniox: { name: "pcm_s16le" },
  smallest: { name: "pcm" },
  slng: { name: "pcm_s16le" },
  inworld: { name: "PCM" },
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
