// Prints what a Node script checks: the `ok`, `FAIL` and `skip` lines that the runner reads.

// A check that takes longer than this has hung, which is a failure like any other.
const PATIENCE_MS = 60_000;

export function expect(condition, otherwise) {
  if (!condition) throw new Error(otherwise);
}

// A text as a language model gives it: a few characters at a time.
export function tokens(text) {
  return text.match(/.{1,4}/gsu);
}

// Runs checks, an object of async functions by name, one after another, then `tidy`; exits with 1 if any failed.
export async function run(checks, tidy = async () => {}) {
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("it hung")), PATIENCE_MS);
    });
    try {
      await Promise.race([check(), late]);
      console.log(`ok ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${name}: ${String(error.message).slice(0, 300)}`);
    } finally {
      clearTimeout(timer);
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
