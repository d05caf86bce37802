// What must hold of what a page saw, for each of its stories.

import { expect } from "../checks.mjs";

// A range may begin behind the first coded frame, and end within the last.
const EDGE = 0.05;
// What rounding to the browser's microseconds changes.
const ROUNDING = 0.001;
// By how much a coded sound may be louder or softer than the same without a code, in dB.
const LOUDER = 1;

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

// `early`: how much too early the browser may believe that the end is.
function expectSpeech(seen, speech, silence, early = 0) {
  expectWithin("what was played", endOfPlayed(seen), speech.seconds - early, speech.seconds + silence);
  expectWithin("what was decoded", seen.decoded.seconds, speech.seconds, speech.seconds + silence);
  const louder = 10 * Math.log10(seen.decoded.power / speech.power);
  expect(Math.abs(louder) < LOUDER, `what was decoded is louder than the speech by ${louder.toFixed(1)} dB`);
}

const sum = (one, other) => ({ seconds: one.seconds + other.seconds, power: one.power + other.power });

export const judges = {
  // Where each sentence has an answer of its own, the coder is settled behind each: `settles` times.
  asItIsWritten(seen, silence, settles) {
    expect(seen.before > 0 && seen.after > 0, `${seen.before} messages before it was heard, ${seen.after} after`);
    expectSpeech(seen, seen.pcm, settles * silence);
  },

  inTwoTurns(seen, silence) {
    const [first, second] = seen.pcm;
    const there = endOf(seen.rangesBefore);
    expectWithin("what was there when the flush was answered", there, first.seconds, first.seconds + silence);
    expectSpeech(seen, sum(first, second), 2 * silence);
  },

  interrupted(seen, silence) {
    const [long, next] = seen.pcm;
    const there = endOf(seen.rangesBefore);
    const all = long.seconds * seen.times;
    expect(there < all / 2, `${there} s of the ${all} s that were interrupted came all the same`);
    const more = endOfPlayed(seen) - there;
    expectWithin("what came after the interruption", more, next.seconds, next.seconds + 2 * silence);
    expectWithin("what was decoded", seen.decoded.seconds, there + more - EDGE, there + more + EDGE);
  },

  // Without MediaSource the browser takes the beginning of the last frame for the end, where no file says how long it is.
  overHttp(seen, silence) {
    expectSpeech(seen, seen.pcm, silence, EDGE);
  },

  asAFile(seen, silence) {
    expectSpeech(seen, seen.pcm, silence, EDGE);
  },
};
