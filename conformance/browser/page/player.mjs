// Plays a stream through MediaSource as a page does: each message is appended, alone, once the one before is in.

import { Listener } from "./listener.mjs";

export class Player extends Listener {
  #source = new MediaSource();
  #buffer;
  #waiting = [];
  #isWhole = false;

  static async of(type) {
    const player = new Player();
    const opened = player.when(player.#source, "sourceopen");
    player.play(URL.createObjectURL(player.#source));
    await opened;
    player.#buffer = player.#source.addSourceBuffer(type);
    player.watch("the source buffer", player.#buffer);
    player.#buffer.addEventListener("updateend", () => player.#appendNext());
    return player;
  }

  append(message) {
    this.#waiting.push(message);
    this.#appendNext();
  }

  // No more will come; it is over when all is in the buffer.
  end() {
    const over = this.when(this.#source, "sourceended");
    this.#isWhole = true;
    this.#appendNext();
    return over;
  }

  #appendNext() {
    if (this.#buffer.updating || this.#source.readyState !== "open") return;
    if (this.#waiting.length > 0) this.#buffer.appendBuffer(this.#waiting.shift());
    else if (this.#isWhole) this.#source.endOfStream();
  }

  // All that came so far is in the buffer.
  taken() {
    const isIdle = () => !this.#buffer.updating && this.#waiting.length === 0;
    return isIdle() ? Promise.resolve() : this.when(this.#buffer, "updateend", isIdle);
  }
}
