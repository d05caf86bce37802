// What a page does in each check, and what it saw. Nothing is judged here.

import { Listener } from "./listener.mjs";
import { Player } from "./player.mjs";
import { told } from "./sound.mjs";
import { wires } from "./wires.mjs";

// Far enough for a listener to have heard something, in seconds.
const HEARD = 0.3;
// How often a text is said that shall not be over soon.
const LONG = 100;

// As a language model gives a text.
function say(stream, text) {
  text.match(/.{1,4}/gsu).forEach((piece) => stream.say(piece));
}

const whole = (text) => (stream) => {
  say(stream, text);
  return stream.finish();
};

// All messages of a stream in which `act` speaks.
async function collected({ wire, url, key }, form, act) {
  const messages = [];
  const faults = Promise.withResolvers();
  const heard = (message) => messages.push(message);
  const stream = await wires[wire]({ url, key, form, heard, broken: faults.reject });
  await Promise.race([act(stream), faults.promise]);
  return messages;
}

// The same as samples without a code.
async function reference(given, act) {
  const bytes = await new Blob(await collected(given, given.pcm, act)).arrayBuffer();
  const samples = Float32Array.from(new Int16Array(bytes), (value) => value / 32768);
  return told(samples, given.pcm.rate);
}

// What the browser's own decoder makes of all messages together.
async function decoded(messages, { form }) {
  const bytes = await new Blob(messages).arrayBuffer();
  const sound = await new OfflineAudioContext(1, 1, form.rate).decodeAudioData(bytes);
  return told(sound.getChannelData(0), form.rate);
}

// A stream whose messages are played as they come, and kept.
async function dial({ wire, url, key, form, type }) {
  const messages = [];
  const first = Promise.withResolvers();
  const player = await Player.of(type);
  const heard = (message) => {
    messages.push(message);
    player.append(message);
    first.resolve();
  };
  const stream = await wires[wire]({ url, key, form, heard, broken: (fault) => player.fail(fault) });
  return { stream, player, messages, hasBegun: player.unlessBroken(first.promise) };
}

async function toTheEnd({ player, messages }, given) {
  await player.end();
  // It would wait at a gap for ever.
  if (player.ranges.length === 1) await player.ended();
  return { ranges: player.ranges, time: player.time, decoded: await decoded(messages, given) };
}

// The text goes on only when its beginning is being heard.
export async function asItIsWritten(given, [first, second]) {
  const pcm = await reference(given, whole(first + second));
  const call = await dial(given);
  say(call.stream, first);
  await call.player.reached(HEARD);
  const before = call.messages.length;
  await whole(second)(call.stream);
  const after = call.messages.length - before;
  return { pcm, before, after, ...(await toTheEnd(call, given)) };
}

// The second turn is said only when the first one is there to its end and is being heard.
export async function inTwoTurns(given, [first, second]) {
  const turn = (text) => async (stream) => {
    say(stream, text);
    await stream.turn();
    await stream.finish();
  };
  const pcm = [await reference(given, turn(first)), await reference(given, turn(second))];
  const call = await dial(given);
  const heard = call.player.reached(HEARD);
  say(call.stream, first);
  await call.stream.turn();
  await call.player.taken();
  const rangesBefore = call.player.ranges;
  await heard;
  await turn(second)(call.stream);
  return { pcm, rangesBefore, ...(await toTheEnd(call, given)) };
}

// A long text is interrupted as soon as it sounds.
export async function interrupted(given, [first, second]) {
  const pcm = [await reference(given, whole(first)), await reference(given, whole(second))];
  const call = await dial(given);
  say(call.stream, first.repeat(LONG));
  await call.hasBegun;
  await call.stream.forget();
  await call.player.taken();
  const rangesBefore = call.player.ranges;
  await whole(second)(call.stream);
  return { pcm, times: LONG, rangesBefore, ...(await toTheEnd(call, given)) };
}

// An answer over HTTP is the source of an audio element; `address` has the text in it.
export async function overHttp(given, [text, address]) {
  const pcm = await reference(given, whole(text));
  const listener = new Listener();
  listener.play(address);
  await listener.reached(HEARD);
  await listener.ended();
  const answer = await fetch(address);
  const type = answer.headers.get("content-type");
  const messages = [await answer.arrayBuffer()];
  return { pcm, type, ranges: listener.ranges, time: listener.time, decoded: await decoded(messages, given) };
}

// All messages together are a file, which is the source of an audio element.
export async function asAFile(given, [text]) {
  const pcm = await reference(given, whole(text));
  const messages = await collected(given, given.form, whole(text));
  const listener = new Listener();
  listener.play(URL.createObjectURL(new Blob(messages, { type: given.type })));
  await listener.reached(HEARD);
  await listener.ended();
  return { pcm, ranges: listener.ranges, time: listener.time, decoded: await decoded(messages, given) };
}
