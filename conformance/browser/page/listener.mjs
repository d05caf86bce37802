// An audio element, and what happens to it, until something goes wrong.

// As fast as Chromium plays.
const HURRY = 16;

export class Listener {
  audio = document.body.appendChild(new Audio());
  // Only ever rejected: by the first thing that goes wrong. It may when nobody waits; whoever waits next is told.
  #fault = Promise.withResolvers();

  constructor() {
    this.#fault.promise.catch(() => {});
    this.watch("the audio element", this.audio);
  }

  play(address) {
    this.audio.src = address;
    this.audio.play().catch((error) => this.fail(error));
  }

  fail(error) {
    this.#fault.reject(error);
  }

  watch(name, target) {
    for (const event of ["error", "abort"]) {
      target.addEventListener(event, () => this.fail(new Error(`${name}: ${target.error?.message ?? event}`)));
    }
  }

  // The first `event` at which `holds`, unless something goes wrong before.
  when(target, event, holds = () => true) {
    return this.unlessBroken(new Promise((resolve) => target.addEventListener(event, () => holds() && resolve())));
  }

  unlessBroken(promise) {
    return Promise.race([promise, this.#fault.promise]);
  }

  // It has played to `seconds`.
  reached(seconds) {
    return this.when(this.audio, "timeupdate", () => this.audio.currentTime > seconds);
  }

  // It has played to its end; what is left goes faster, so that nobody waits for it.
  ended() {
    this.audio.playbackRate = HURRY;
    return this.audio.ended ? Promise.resolve() : this.when(this.audio, "ended");
  }

  get ranges() {
    const { buffered } = this.audio;
    return Array.from({ length: buffered.length }, (_, at) => [buffered.start(at), buffered.end(at)]);
  }

  get time() {
    return this.audio.currentTime;
  }
}
