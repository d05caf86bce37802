// LiveKit's Node plugin for Inworld, unmodified, with only its two base URLs set.
//
// cannot verify: a wrong key on the socket, after which the plugin waits for ever for its own second attempt

import { expect, run, tokens } from "../checks.mjs";

const { initializeLogger } = await import("@livekit/agents");
const { TTS } = await import("@livekit/agents-plugin-inworld");

const { SYRINX_URL, SYRINX_KEY } = process.env;
const TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four.";
const LONG = `Ladies and gentlemen, please listen. ${TEXT}`;
const RATE = 24000;

// The framework wants one before anything else; it tells what it does on standard output, where the checks are.
initializeLogger({ pretty: false, level: "silent" });

function plugin(options = {}) {
  const url = `${SYRINX_URL}/`;
  return new TTS({ apiKey: SYRINX_KEY, baseURL: url, wsURL: url, ...options });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// What one stream gave: samples, times, and when its first audio came.
class Heard {
  samples = [];
  times = [];
  finals = 0;

  take(event) {
    this.samples.push(...event.frame.data);
    this.times.push(...(event.timedTranscripts ?? []));
    this.finals += event.final ? 1 : 0;
  }

  get seconds() {
    return this.samples.length / RATE;
  }

  get text() {
    return this.times.map((time) => time.text).join("");
  }

  get level() {
    const power = this.samples.reduce((sum, sample) => sum + (sample / 32768) ** 2, 0);
    return Math.sqrt(power / Math.max(1, this.samples.length));
  }
}

async function listen(stream, heard = new Heard()) {
  for await (const event of stream) {
    if (typeof event === "symbol") break;
    heard.take(event);
  }
  return heard;
}

async function speak(speaker, pieces) {
  const stream = speaker.stream();
  const heard = listen(stream);
  for (const piece of pieces) {
    stream.pushText(piece);
    await pause(2);
  }
  stream.endInput();
  return heard;
}

function expectSpeech(heard, shortest, longest) {
  expect(heard.seconds > shortest && heard.seconds < longest, `${heard.seconds} s of sound`);
  expect(heard.level > 0.01 && heard.level < 0.5, `level ${heard.level} is not that of speech`);
}

function expectTimes(heard, text) {
  expect(heard.text === text, `the times say ${heard.text.length} characters, not ${text.length}`);
  const starts = heard.times.map((time) => time.startTime);
  expect(starts.every((start, at) => at === 0 || start >= starts[at - 1]), "times run backwards");
  const end = heard.times.at(-1).endTime;
  expect(Math.abs(end - heard.seconds) < 0.1, `the last word ends at ${end} of ${heard.seconds} s`);
}

const same = (one, other) => one.length === other.length && one.every((sample, at) => sample === other[at]);

const checks = {
  async "a turn is spoken with word times that join to the text"() {
    const speaker = plugin({ timestampType: "WORD" });
    const heard = await speak(speaker, tokens(LONG));
    expectSpeech(heard, 4, 12);
    expectTimes(heard, LONG);
    await speaker.close();
  },

  async "character times in the frames of their audio"() {
    const speaker = plugin({ timestampType: "CHARACTER", timestampTransportStrategy: "SYNC" });
    const heard = await speak(speaker, tokens(LONG));
    expect(heard.text === LONG, `the times say ${heard.text.length} characters, not ${LONG.length}`);
    await speaker.close();
  },

  async "wav in every message is stripped to the same sound"() {
    const plain = await speak(plugin(), tokens(LONG));
    const wav = await speak(plugin({ encoding: "LINEAR16" }), tokens(LONG));
    expect(same(plain.samples, wav.samples), `${plain.samples.length} samples, and ${wav.samples.length}`);
  },

  async "six streams at once give the same samples as one"() {
    const speaker = plugin();
    const alone = await speak(speaker, tokens(LONG));
    const others = await Promise.all(Array.from({ length: 6 }, () => speak(speaker, tokens(LONG))));
    expect(others.every((other) => same(other.samples, alone.samples)), "the samples differ");
    await speaker.close();
  },

  async "the turn after an interruption is whole"() {
    const speaker = plugin();
    const alone = await speak(speaker, tokens(LONG));
    for (let turn = 0; turn < 8; turn += 1) {
      const stream = speaker.stream();
      stream.pushText(LONG.repeat(5));
      stream.endInput();
      const first = await stream.next();
      expect(!first.done, "it ended before it began");
      stream.close();
    }
    const after = await speak(speaker, tokens(LONG));
    expect(same(after.samples, alone.samples), "the samples differ");
    await speaker.close();
  },

  async "one-shot speech comes in lines"() {
    const heard = await listen(plugin().synthesize(TEXT));
    expectSpeech(heard, 3, 9);
    const wav = await listen(plugin({ encoding: "LINEAR16", timestampType: "WORD" }).synthesize(TEXT));
    expect(same(heard.samples, wav.samples), "LINEAR16 has other samples");
  },

  async "voices are listed by language"() {
    const voices = await plugin().listVoices();
    expect(voices.length > 100 && voices.some((voice) => voice.voiceId === "Ashley"), `${voices.length} voices`);
    const german = await plugin().listVoices("de");
    expect(german.length > 0 && german.every((voice) => voice.languages.includes("de")), "another language");
  },

  async "a wrong key fails the list"() {
    const error = await plugin({ apiKey: "wrong" }).listVoices().then(() => null, (error) => error);
    expect(error?.message.includes("401"), `${error?.message}`);
  },

  async "a wrong voice fails its stream and not the connection"() {
    const speaker = plugin({ voice: "nobody" });
    const refused = new Promise((resolve) => process.once("unhandledRejection", resolve));
    const stream = speaker.stream();
    // The plugin does not look for an answer before the text has ended; an agent's process outlives that, so this one does.
    const error = await refused;
    expect(error.message.includes("unknown voice: nobody"), error.message);
    stream.close();
    speaker.updateOptions({ voice: "Sarah" });
    expectSpeech(await speak(speaker, tokens(TEXT)), 3, 9);
    await speaker.close();
  },
};

await run(checks);
