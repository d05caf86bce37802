// Pages in a real Chromium: they open sockets of their own, and play each message as it comes.
//
// cannot verify: what another browser does; that somebody hears it, since there is no loudspeaker

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, resolve } from "node:path";

import { run, skip } from "../checks.mjs";
import { FORMATS, PCM, RATE } from "./formats.mjs";
import { judges } from "./judges.mjs";
import { servePages } from "./pages.mjs";

const { default: puppeteer } = await import("puppeteer-core");
const { SYRINX_URL: server, SYRINX_KEY: key } = process.env;

// What it may be called; xtask's packages.rs looks for the same.
const BROWSERS = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FLAGS = [
  // It sees our own pages alone, and inside a container there is often none.
  "--no-sandbox",
  "--autoplay-policy=no-user-gesture-required",
];

// The first sentence is certain to be one, and is spoken; the second is still being written.
const WRITTEN = ["Good morning to everybody on this fine day. The tr", "ain leaves at ten past nine, from platform four."];
const TURNS = ["Good morning to everybody on this fine day.", "The train leaves at ten past nine."];
const TEXT = WRITTEN.join("");

// Protocols whose streams are played as their text is written, have several turns, can be interrupted.
const AS_WRITTEN = ["lmnt", "native", "soniox", "smallest", "slng"];
const IN_TURNS = ["lmnt", "native", "inworld"];
const INTERRUPTED = ["lmnt", "native"];
// Where every sentence is settled by itself.
const SETTLES = { smallest: WRITTEN.length };

function found() {
  const folders = process.env.PATH.split(delimiter);
  return BROWSERS.flatMap((name) => folders.map((folder) => resolve(folder, name))).find(runs);
}

// Some systems have a program of this name that only says what to install.
function runs(path) {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}

// Runs a story in a page of its own; gives what the page saw.
async function tell(story, ...given) {
  const page = await browser.newPage();
  const broken = new Promise((_, reject) => page.on("pageerror", reject).on("error", reject));
  broken.catch(() => {});
  try {
    await page.goto(home);
    const telling = page.evaluate(async (story, given) => (await import("/stories.mjs"))[story](...given), story, given);
    return await Promise.race([telling, broken]);
  } finally {
    await page.close();
  }
}

function check(format, wire, story, ...texts) {
  const [form, pcm] = [format.forms[wire], PCM[wire]].map((named) => ({ ...named, rate: RATE }));
  const given = { wire, url: server.replace("http", "ws"), key, form, pcm, type: format.type };
  return async () => judges[story](await tell(story, given, texts), format.silence, SETTLES[wire] ?? 1);
}

const speech = (format, wire) =>
  `/speech?${new URLSearchParams({ wire, name: format.forms[wire].name, rate: RATE, text: TEXT })}`;

function* checksOf(format) {
  const having = (wires) => wires.filter((wire) => wire in format.forms);
  const { name } = format;
  if (format.asItComes === "MediaSource") {
    for (const wire of having(AS_WRITTEN)) {
      yield [`${wire}: ${name} is heard while its text is still being written`, check(format, wire, "asItIsWritten", ...WRITTEN)];
    }
    for (const wire of having(IN_TURNS)) {
      yield [`${wire}: two turns in ${name} are heard as one stream`, check(format, wire, "inTwoTurns", ...TURNS)];
    }
    for (const wire of having(INTERRUPTED)) {
      yield [`${wire}: after an interruption ${name} goes on`, check(format, wire, "interrupted", ...TURNS)];
    }
  } else {
    for (const wire of having(AS_WRITTEN)) {
      yield [`${wire}: ${name}, all messages as one file, is heard in an audio element`, check(format, wire, "asAFile", TEXT)];
    }
  }
  for (const wire of format.calls) {
    const words = `${wire}: ${name} over HTTP, handed through by the page's own server, is heard in an audio element`;
    yield [words, check(format, wire, "overHttp", TEXT, speech(format, wire))];
  }
}

const checks = Object.fromEntries(FORMATS.flatMap((format) => [...checksOf(format)]));
const executablePath = found();
if (executablePath === undefined) skip(checks, "no Chromium that runs");
// Through a pipe: a browser that loses it ends, even where this process is killed.
const browser = await puppeteer.launch({ executablePath, headless: true, pipe: true, args: FLAGS });
const home = await servePages({ server, key });
console.log(await browser.version());
await run(checks, () => browser.close());
