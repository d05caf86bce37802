// What must hold of what a page saw, for each of its stories.

import { expect } from "../checks.mjs";
import { STEP, likeness, steps, sum } from "./likeness.mjs";

// A range may begin behind the first coded frame, and end within the last.
const EDGE = 0.05;
// What rounding to the browser's microseconds changes.
const ROUNDING = 0.001;
// By how much a coded sound may be louder or softer than the same without a code, in dB.
const LOUDER = 1;
// How much each second of it must be like the same without a code. Measured: 0.91 and more, the least where a coder is
// settled in the middle of a second; 0.67 and less for speech played backwards or with its halves exchanged.
const ALIKE = 0.85;
// The shortest sound, in seconds, that can be told from another by its loudness.
const COMPARABLE = 0.1;

function expectWithin(what, seconds, least, most) {
  const isWithin = seconds >= least - ROUNDING && seconds <= most + ROUNDING;
  expect(isWithin, `${what}: ${seconds.toFixed(3)} s, not ${least.toFixed(3)} to ${most.toFixed(3)}`);
}

// One range, from the beginning; gives its end.
function endOf(ranges) {
  expect(ranges.length === 1, `not one range but ${JSON.stringify(ranges)}`);
  const [[start, end]] = ranges;
  expectWithin("the range's beginning", start, 0, EDGE);
  return end;
}

// Gone through to its end; gives that.
function endOfPlayed({ ranges, time }) {
  const end = endOf(ranges);
  expectWithin("where it ended", time, end - EDGE, end);
  return end;
}

// From `from` on, and by at most `late` later, `sound` is `speech`.
function expectAlike(speech, sound, place) {
  const alike = likeness(speech, sound, { ...place, late: place.late + STEP });
  expect(alike >= ALIKE, `a second of what was decoded is like the speech by ${alike.toFixed(2)} alone`);
}

function expectAsLoud(speech, sound) {
  const louder = 10 * Math.log10(sum(sound) / sum(speech));
  expect(Math.abs(louder) < LOUDER, `what was decoded is louder than the speech by ${louder.toFixed(1)} dB`);
}

// `early`: how much too early the browser may believe that the end is.
function expectSpeech({ decoded, ...played }, speech, silence, early = 0) {
  expectWithin("what was played", endOfPlayed(played), speech.seconds - early, speech.seconds + silence);
  expectWithin("what was decoded", decoded.seconds, speech.seconds, speech.seconds + silence);
  expectAsLoud(speech.levels, decoded.levels);
  expectAlike(speech.levels, decoded.levels, { late: silence });
}

const joined = (one, other) => ({
  seconds: one.seconds + other.seconds,
  levels: [...one.levels, ...other.levels],
});

export const judges = {
  // Where each sentence has an answer of its own, the coder is settled behind each: `settles` times.
  asItIsWritten(seen, { silence, settles }) {
    expect(seen.before > 0 && seen.after > 0, `${seen.before} messages before it was heard, ${seen.after} after`);
    expectSpeech(seen, seen.pcm, settles * silence);
  },

  inTwoTurns(seen, { silence }) {
    const [first, second] = seen.pcm;
    const there = endOf(seen.rangesBefore);
    expectWithin("what was there when the flush was answered", there, first.seconds, first.seconds + silence);
    expectSpeech(seen, joined(first, second), 2 * silence);
  },

  // What was interrupted and what came after it must be speech too.
  interrupted(seen, { silence }) {
    const [long, next] = seen.pcm;
    const { levels, seconds } = seen.decoded;
    const there = endOf(seen.rangesBefore);
    const all = long.seconds * seen.times;
    expect(there < all / 2, `${there} s of the ${all} s that were interrupted came all the same`);
    const more = endOfPlayed(seen) - there;
    expectWithin("what came after the interruption", more, next.seconds, next.seconds + 2 * silence);
    expectWithin("what was decoded", seconds, there + more - EDGE, there + more + EDGE);
    const begun = long.levels.slice(0, Math.max(0, steps(Math.min(there - silence, long.seconds / 2))));
    // An interruption may be obeyed after the first 20 ms, which are too few to be like anything.
    if (begun.length >= steps(COMPARABLE)) expectAlike(begun, levels, { late: silence });
    expectAsLoud(next.levels, levels.slice(steps(there)));
    expectAlike(next.levels, levels, { from: there - EDGE, late: 2 * silence + 2 * EDGE });
  },

  // Without MediaSource the browser takes the beginning of the last frame for the end, where no file says how long it is.
  overHttp(seen, { silence, type }) {
    const [essence] = type.split(";");
    const given = seen.type?.split(";")[0].trim();
    expect(given === essence, `its media type is ${seen.type}, not ${essence}`);
    expectSpeech(seen, seen.pcm, silence, EDGE);
  },

  asAFile(seen, { silence }) {
    expectSpeech(seen, seen.pcm, silence, EDGE);
  },
};
