// Prints what a Node script checks: the `ok`, `FAIL` and `skip` lines that the runner reads.

// A check that takes longer than this has hung, which is a failure like any other.
const PATIENCE_MS = 60_000;
// What a check that was told to stop has for that.
const STOPPING_MS = 5_000;

export function expect(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}

// A text as a language model gives it: a few characters at a time.
export function tokens(text) {
  return text.match(/.{1,4}/gsu);
}

function tellFailure(name, why) {
  console.log(`FAIL ${name}: ${String(why).slice(0, 300)}`);
}

// What `work` gives, if it is there in time.
async function within(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("it hung")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

// Runs checks, an object of async functions by name, one after another, then `tidy`; exits with 1 if any failed. Each gets
// a signal by which it is told to stop when its time is up: the next one shall be alone.
export async function run(checks, tidy = async () => {}) {
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    const time = new AbortController();
    const work = check(time.signal);
    try {
      await within(PATIENCE_MS, work);
      console.log(`ok ${name}`);
    } catch (error) {
      failed += 1;
      tellFailure(name, error.message);
      time.abort();
      // What it says of itself now is of no interest, nor that it does not stop.
      await within(STOPPING_MS, work).catch(() => {});
    }
  }
  await tidy();
  process.exit(failed ? 1 : 0);
}

// Says of all checks that they cannot run here, and why.
export function skip(checks, why) {
  Object.keys(checks).forEach((name) => console.log(`skip ${name}: ${why}`));
  process.exit(0);
}

// Says of all checks that they failed, and why.
export function fail(checks, why) {
  Object.keys(checks).forEach((name) => tellFailure(name, why));
  process.exit(1);
}
