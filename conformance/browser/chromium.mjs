// Pages in a real Chromium: they open sockets of their own, and play each message as it comes.
//
// cannot verify: what another browser does; that somebody hears it, since there is no loudspeaker

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, fail, run, skip } from "../checks.mjs";
import { CALLS, RATE, OUT_OF_REACH, coded, plain } from "./formats.mjs";
import { judges } from "./judges.mjs";
import { servePages } from "./pages.mjs";

const { default: puppeteer } = await import("puppeteer-core");
const { SYRINX_URL: server, SYRINX_KEY: key, SYRINX_BROWSER: executablePath } = process.env;

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
    wires: ["lmnt", "native", "inworld", "soniox", "smallest", "slng"],
    texts: [TEXT],
  },
];
// Where every sentence is settled by itself.
const SETTLES = { smallest: WRITTEN.length };

// Runs a story in a page of its own, until it is told to stop; gives what the page saw.
async function tell(stop, story, ...given) {
  const page = await browser.newPage();
  const broken = new Promise((_, reject) => {
    page.on("pageerror", reject).on("error", reject);
    stop.addEventListener("abort", () => reject(stop.reason));
  });
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
  const [form, pcm] = [format.forms[wire], plain[wire]].map((named) => ({ ...named, rate: RATE }));
  const given = { wire, url: server.replace("http", "ws"), key, form, pcm, type: format.type };
  const { silence, type } = format;
  return async (stop) => judges[story](await tell(stop, story, given, texts), { silence, type, settles: SETTLES[wire] ?? 1 });
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

// Coded formats that the server has and no story plays, by the protocol: a fault of ours, unless a page cannot get there.
function* unplayed({ name, player, forms }) {
  const played = STORIES.filter((story) => story.player === player).flatMap(({ wires }) => wires);
  for (const wire of Object.keys(forms).filter((wire) => !played.includes(wire))) {
    yield [`${wire}: ${name} is played`, OUT_OF_REACH[wire]];
  }
}

const checks = Object.fromEntries(coded.flatMap((format) => [...checksOf(format)]));
const others = coded.flatMap((format) => [...unplayed(format)]);
for (const [name, why] of others) {
  if (why) console.log(`skip ${name}: ${why}`);
  else checks[name] = async () => expect(false, "no story here has it");
}
if (!executablePath) skip(checks, "no Chromium that runs");
const folder = await mkdtemp(join(tmpdir(), "page-"));
const clean = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
const browser = await puppeteer
  .launch({
    executablePath,
    args: FLAGS,
    headless: true,
    // A browser that loses its pipe ends, even where this process is killed.
    pipe: true,
    userDataDir: folder,
    env: { ...process.env, TMPDIR: folder },
  })
  .catch(async (error) => {
    await clean();
    fail(checks, `the browser does not start: ${error.message}`);
  });
const home = await servePages({ server, key });
console.log(await browser.version());
await run(checks, async () => {
  await browser.close();
  await clean();
});
