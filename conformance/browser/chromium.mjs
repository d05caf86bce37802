// Pages in a real Chromium: they open sockets of their own, and play each message as it comes.
//
// cannot verify: what another browser does; that somebody hears it, since there is no loudspeaker

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

import { run, skip } from "../checks.mjs";
import { CALLS, FORMATS, PCM, RATE } from "./formats.mjs";
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

// What a page does with a stream, by how it plays the format, and the protocols in which it can.
const STORIES = [
  {
    player: "MediaSource",
    story: "asItIsWritten",
    says: "is heard while its text is still being written",
    wires: ["lmnt", "native", "soniox", "smallest", "slng"],
    texts: WRITTEN,
  },
  {
    player: "MediaSource",
    story: "inTwoTurns",
    says: "of two turns is heard as one stream",
    wires: ["lmnt", "native", "inworld"],
    texts: TURNS,
  },
  {
    player: "MediaSource",
    story: "interrupted",
    says: "goes on after an interruption",
    wires: ["lmnt", "native"],
    texts: TURNS,
  },
  {
    player: "file",
    story: "asAFile",
    says: "of all messages together is heard as a file, since MediaSource takes none",
    wires: Object.keys(PCM),
    texts: [TEXT],
  },
];
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

function speechAddress(format, wire) {
  return `/speech?${new URLSearchParams({ wire, name: format.forms[wire].name, rate: RATE, text: TEXT })}`;
}

function* checksOf(format) {
  for (const { story, says, wires, texts } of STORIES.filter(({ player }) => player === format.player)) {
    for (const wire of wires.filter((wire) => wire in format.forms)) {
      yield [`${wire}: ${format.name} ${says}`, check(format, wire, story, ...texts)];
    }
  }
  for (const wire of Object.keys(CALLS).filter((wire) => wire in format.forms)) {
    const name = `${wire}: ${format.name} over HTTP, handed through by the page's own server, is heard in an audio element`;
    yield [name, check(format, wire, "overHttp", TEXT, speechAddress(format, wire))];
  }
}

const checks = Object.fromEntries(FORMATS.flatMap((format) => [...checksOf(format)]));
const executablePath = found();
if (executablePath === undefined) skip(checks, "no Chromium that runs");
const folder = await mkdtemp(join(tmpdir(), "syrinx-chromium-"));
const browser = await puppeteer.launch({
  executablePath,
  args: FLAGS,
  headless: true,
  // A browser that loses its pipe ends, even where this process is killed.
  pipe: true,
  userDataDir: folder,
  env: { ...process.env, TMPDIR: folder },
});
const home = await servePages({ server, key });
console.log(await browser.version());
await run(checks, async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});
