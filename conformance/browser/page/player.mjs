// Plays a stream through MediaSource as a page does: each message is appended, alone, once the one before is in.

export class Player {
  #audio = document.body.appendChild(new Audio());
  #source = new MediaSource();
  #buffer;
  #waiting = [];
  #isWhole = false;
  // Only ever rejected: by the first thing that goes wrong.
  #fault = Promise.withResolvers();

  static async of(type) {
    const player = new Player();
    // It may come when nobody waits; whoever waits next is told.
    player.#fault.promise.catch(() => {});
    await player.#open(type);
    return player;
  }

  async #open(type) {
    const opened = this.#when(this.#source, "sourceopen");
    this.#watch("the audio element", this.#audio);
    this.#audio.src = URL.createObjectURL(this.#source);
    await opened;
    this.#buffer = this.#source.addSourceBuffer(type);
    this.#watch("the source buffer", this.#buffer);
    this.#buffer.addEventListener("updateend", () => this.#appendNext());
    this.#audio.play().catch((error) => this.fail(error));
  }

  #watch(name, target) {
    for (const event of ["error", "abort"]) {
      target.addEventListener(event, () => this.fail(new Error(`${name}: ${target.error?.message ?? event}`)));
    }
  }

  fail(error) {
    this.#fault.reject(error);
  }

  // The first `event` at which `holds`, unless something goes wrong before.
  #when(target, event, holds = () => true) {
    const happened = new Promise((resolve) => target.addEventListener(event, () => holds() && resolve()));
    return Promise.race([happened, this.#fault.promise]);
  }

  append(message) {
    this.#waiting.push(message);
    this.#appendNext();
  }

  // No more will come.
  end() {
    this.#isWhole = true;
    this.#appendNext();
  }

  #appendNext() {
    if (this.#buffer.updating || this.#source.readyState !== "open") return;
    if (this.#waiting.length > 0) this.#buffer.appendBuffer(this.#waiting.shift());
    else if (this.#isWhole) this.#source.endOfStream();
  }

  // All that came so far is in the buffer.
  taken() {
    const isIdle = () => !this.#buffer.updating && this.#waiting.length === 0;
    return isIdle() ? Promise.resolve() : this.#when(this.#buffer, "updateend", isIdle);
  }

  // It has played to `seconds`.
  reached(seconds) {
    return this.#when(this.#audio, "timeupdate", () => this.#audio.currentTime > seconds);
  }

  // It has played to its end; what is left goes faster, so that nobody waits for it.
  ended(rate) {
    this.#audio.playbackRate = rate;
    return this.#when(this.#audio, "ended");
  }

  get ranges() {
    const { buffered } = this.#audio;
    return Array.from({ length: buffered.length }, (_, at) => [buffered.start(at), buffered.end(at)]);
  }

  get time() {
    return this.#audio.currentTime;
  }
}
