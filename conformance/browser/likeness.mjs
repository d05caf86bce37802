// How much one sound is like another, by their power in steps of 5 ms.

export const STEP = 0.005;
// Loudness is compared in windows of 20 ms, and by the second, since a stream may be later behind each settling.
const WINDOW = 4;
const SECOND = 200;

export const steps = (seconds) => Math.round(seconds / STEP);
export const sum = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

// Amplitudes in windows, from a step on.
function envelope(levels, from, windows) {
  const window = (_, at) => Math.sqrt(sum(levels.slice(from + at * WINDOW, from + (at + 1) * WINDOW)));
  return Array.from({ length: windows }, window);
}

// Pearson's: 1 for the same but for a factor, 0 for two that have nothing to do with each other.
function correlation(one, other) {
  const [mean, otherMean] = [one, other].map((values) => sum(values) / values.length);
  const spread = (values, mean, others, othersMean) =>
    sum(values.map((value, at) => (value - mean) * (others[at] - othersMean)));
  const both = spread(one, mean, one, mean) * spread(other, otherMean, other, otherMean);
  return both > 0 ? spread(one, mean, other, otherMean) / Math.sqrt(both) : 0;
}

// Of the second of `speech` that is found worst in `sound`: its correlation where it fits best, no earlier than it is in
// `speech`, and by at most `late` seconds later. What is compared of `sound` begins at `from`, in seconds.
export function likeness(speech, sound, { from = 0, late }) {
  const length = Math.min(SECOND, speech.length);
  const windows = Math.floor(length / WINDOW);
  const starts = Array.from({ length: Math.floor(speech.length / length) }, (_, second) => second * length);
  starts.push(speech.length - length);
  const shifts = Array.from({ length: steps(late) + 1 }, (_, shift) => steps(from) + shift);
  const fits = starts.map((start) => {
    const wanted = envelope(speech, start, windows);
    return Math.max(...shifts.map((shift) => correlation(wanted, envelope(sound, start + shift, windows))));
  });
  return Math.min(...fits);
}
