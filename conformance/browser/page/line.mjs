// A socket of the browser's own, whose requests are answered by name.

export class Line {
  #socket;
  #broken;
  #waiting = new Map();
  #isOver = false;

  // Frames of text go to `read` as objects, frames of bytes as `{ sound }`; what goes wrong is told to `broken`.
  static async open(address, { read, broken }) {
    const line = new Line();
    line.#broken = broken;
    const socket = (line.#socket = new WebSocket(address));
    socket.binaryType = "arraybuffer";
    const opened = line.answer("open");
    socket.onopen = () => line.give("open");
    socket.onerror = () => line.fail("the socket failed");
    socket.onmessage = ({ data }) => read(typeof data === "string" ? JSON.parse(data) : { sound: data }, line);
    socket.onclose = ({ code }) => {
      if (code === 1000) line.give("closed");
      line.fail(`the socket was closed with ${code}`);
    };
    await opened;
    return line;
  }

  send(message) {
    this.#socket.send(JSON.stringify(message));
  }

  // The next answer of that name.
  answer(name) {
    const answer = Promise.withResolvers();
    this.#waiting.set(name, answer);
    return answer.promise;
  }

  ask(message, name) {
    const answer = this.answer(name);
    this.send(message);
    return answer;
  }

  // The last request: what comes after its answer is no fault.
  async finish(message, name) {
    await this.ask(message, name);
    this.#isOver = true;
    this.#socket.close();
  }

  give(name) {
    this.#waiting.get(name)?.resolve();
    this.#waiting.delete(name);
    if (name === "closed") this.#isOver = true;
  }

  fail(why) {
    if (this.#isOver) return;
    this.#isOver = true;
    const fault = new Error(why);
    this.#waiting.forEach((answer) => answer.reject(fault));
    this.#broken(fault);
  }
}
