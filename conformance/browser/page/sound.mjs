// What there is in a row of samples, short enough to be told: how long it is, and its power in steps of 5 ms.

const STEPS_PER_SECOND = 200;

function power(samples) {
  return samples.reduce((sum, sample) => sum + sample * sample, 0);
}

export function told(samples, rate) {
  const step = rate / STEPS_PER_SECOND;
  const count = Math.ceil(samples.length / step);
  const levels = Array.from({ length: count }, (_, at) => power(samples.subarray(at * step, (at + 1) * step)));
  return { seconds: samples.length / rate, levels };
}
