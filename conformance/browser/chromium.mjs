// Pages in a real Chromium: they open sockets of their own, and play each message as it comes, through MediaSource.
//
// cannot verify: what another browser does; that somebody hears it, since there is no loudspeaker

import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

import { expect, run, skip } from "../checks.mjs";

const { default: puppeteer } = await import("puppeteer-core");
const { SYRINX_URL, SYRINX_KEY: key } = process.env;
const url = SYRINX_URL.replace("http", "ws");

// Where Chromium may be; the names are those of xtask's packages.rs.
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FLAGS = [
  // It sees our own pages alone, and the system may be a container that has none.
  "--no-sandbox",
  "--autoplay-policy=no-user-gesture-required",
];

// The first sentence is certain to be one, and begins to be spoken; the second is still being written.
const TEXTS = ["Good morning to everybody on this fine day. The tr", "ain to Leeds leaves at ten past nine, from platform four."];
const TURNS = ["Good morning to everybody.", "The train to Leeds leaves at ten past nine."];
const RATE = 24000;
// A range may begin behind the first coded frame.
const START_SECONDS = 0.05;
const POWER_DECIBELS = 1;

// For each format: what MediaSource calls it, by how many seconds of its coder's own silence a stream may be longer each
// time that it is settled (at the end, at a flush, at an interruption), and its name in each protocol.
const FORMATS = [
  {
    name: "MP3",
    type: "audio/mpeg",
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
];
const PCM = {
  lmnt: { name: "pcm_s16le" },
  native: { name: "pcm_s16le", container: "raw" },
  soniox: { name: "pcm_s16le" },
  smallest: { name: "pcm" },
  slng: { name: "pcm_s16le" },
  inworld: { name: "PCM" },
};

// What a protocol's streams can do, besides ending.
const PLAYED_AS_WRITTEN = ["lmnt", "native", "soniox", "smallest", "slng"];
// Where each sentence that is certain is answered for itself, the coder is settled behind each of the two.
const SETTLES = { smallest: 2 };
const IN_TURNS = ["lmnt", "native", "inworld"];
const INTERRUPTED = ["lmnt", "native"];

function expectNear(what, seconds, least, most) {
  const inside = seconds >= least - 0.001 && seconds <= most + 0.001;
  expect(inside, `${what} is ${seconds.toFixed(3)} s, not ${least.toFixed(3)} to ${most.toFixed(3)}`);
}

// One range from the beginning, gone through to its end.
function expectOneRange({ ranges, time }) {
  expect(ranges.length === 1, `${ranges.length} ranges: ${JSON.stringify(ranges)}`);
  expectNear("the beginning", ranges[0][0], 0, START_SECONDS);
  expectNear("the place where it ended", time, ranges[0][1] - START_SECONDS, ranges[0][1]);
}

// What was played and what the browser decodes last as long as the speech, and have its sound.
function expectSpeech({ ranges, decoded }, seconds, power, silence) {
  expectNear("what was buffered", ranges[0][1], seconds, seconds + silence);
  expectNear("what was decoded", decoded.seconds, seconds, seconds + silence);
  const louder = 10 * Math.log10(decoded.power / power);
  expect(Math.abs(louder) < POWER_DECIBELS, `what was decoded has ${louder.toFixed(1)} dB more power than the speech`);
}

const judges = {
  asItIsWritten(seen, silence, settles) {
    expect(seen.before > 0 && seen.after > 0, `${seen.before} messages before it was heard, ${seen.after} after`);
    expectOneRange(seen);
    expectSpeech(seen, seen.pcm.seconds, seen.pcm.power, settles * silence);
  },

  inTwoTurns(seen, silence) {
    const [first, second] = seen.pcm;
    expect(seen.firstRanges.length === 1, `${seen.firstRanges.length} ranges after the first turn`);
    expectNear("what was buffered at the flush's answer", seen.firstRanges[0][1], first.seconds, first.seconds + silence);
    expectOneRange(seen);
    expectSpeech(seen, first.seconds + second.seconds, first.power + second.power, 2 * silence);
  },

  interrupted(seen, silence) {
    expect(seen.firstRanges.length === 1, `${seen.firstRanges.length} ranges at the interruption`);
    expectOneRange(seen);
    const [end] = seen.firstRanges[0].slice(-1);
    expectNear("what came after", seen.ranges[0][1] - end, seen.pcm.seconds, seen.pcm.seconds + 2 * silence);
    expectNear("what was decoded", seen.decoded.seconds, seen.ranges[0][1] - silence, seen.ranges[0][1] + silence);
  },
};

// The pages' server. Their scripts are files beside this one.
async function servePages() {
  const server = createServer(async ({ url: path }, answer) => {
    const name = path.slice(1);
    if (name === "") return answer.setHeader("content-type", "text/html").end("<!doctype html><link rel=icon href=data:,>");
    answer.setHeader("content-type", "text/javascript").end(await readFile(new URL(`page/${name}`, import.meta.url)));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${server.address().port}/`;
}

// Runs a story in a page of its own.
async function tell(browser, home, story, ...given) {
  const page = await browser.newPage();
  try {
    const broken = new Promise((_, reject) => page.on("pageerror", reject).on("error", reject));
    await page.goto(home);
    const telling = page.evaluate(async (story, given) => (await import("/stories.mjs"))[story](...given), story, given);
    return await Promise.race([telling, broken]);
  } finally {
    await page.close();
  }
}

function checksOf(format, story, wiresOfIt, texts, words) {
  return wiresOfIt
    .filter((wire) => wire in format.forms)
    .map((wire) => [
      `${wire}: ${format.name} ${words}`,
      async () => {
        const form = { ...format.forms[wire], rate: RATE };
        const pcm = { ...PCM[wire], rate: RATE };
        const given = { wire, url, key, form, pcm, type: format.type };
        const seen = await tell(browser, home, story, given, texts);
        judges[story](seen, format.silence, SETTLES[wire] ?? 1);
      },
    ]);
}

const checks = Object.fromEntries(
  FORMATS.flatMap((format) => [
    ...checksOf(format, "asItIsWritten", PLAYED_AS_WRITTEN, TEXTS, "plays while its text is being written"),
    ...checksOf(format, "inTwoTurns", IN_TURNS, TURNS, "of two turns is one stream"),
    ...checksOf(format, "interrupted", INTERRUPTED, TURNS, "plays on after an interruption"),
  ]),
);

function isThere(program) {
  try {
    return execFileSync(program, ["--version"], { stdio: ["ignore", "pipe", "ignore"] }).length > 0;
  } catch {
    return false;
  }
}

const program = BROWSERS.find(isThere);
if (program === undefined) skip(checks, "no Chromium");

const executablePath = execFileSync("/bin/sh", ["-c", `command -v ${program}`]).toString().trim();
// Through a pipe, since a browser that has lost it ends, however we ended.
const browser = await puppeteer.launch({ executablePath, headless: true, pipe: true, args: FLAGS });
console.log(await browser.version());
const home = await servePages();
await run(checks);
