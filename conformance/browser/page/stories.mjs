// What a page does in each check, and what it saw. Nothing is judged here.

import { Player } from "./player.mjs";
import { wires } from "./wires.mjs";

// What is left of a stream when its last message has come is played so much faster.
const HURRY = 4;
// Far enough for a listener to have heard something.
const HEARD_SECONDS = 0.3;

// As a language model gives a text.
const tokens = (text) => text.match(/.{1,4}/gsu);

// A stream whose messages are played as they come, and kept.
async function dial({ wire, url, key, form, type }) {
  const messages = [];
  const player = await Player.of(type);
  const heard = (message) => {
    messages.push(message);
    player.append(message);
  };
  const stream = await wires[wire]({ url, key, form, heard, broken: (fault) => player.fail(fault) });
  return { stream, player, messages };
}

function say(stream, text) {
  tokens(text).forEach((piece) => stream.say(piece));
}

function power(samples) {
  return samples.reduce((sum, sample) => sum + sample * sample, 0);
}

// The same as samples without a code: how long it is, and how much sound is in it.
async function reference({ wire, url, key, pcm }, act) {
  const messages = [];
  const faults = Promise.withResolvers();
  const heard = (message) => messages.push(message);
  const stream = await wires[wire]({ url, key, form: pcm, heard, broken: faults.reject });
  await Promise.race([act(stream), faults.promise]);
  const samples = Float32Array.from(new Int16Array(await new Blob(messages).arrayBuffer()), (value) => value / 32768);
  return { seconds: samples.length / pcm.rate, power: power(samples) };
}

// What the browser's own decoder makes of all messages together.
async function decoded(messages, rate) {
  const whole = await new Blob(messages).arrayBuffer();
  const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(whole);
  return { seconds: sound.duration, power: power(sound.getChannelData(0)) };
}

async function toTheEnd({ player, messages }, rate) {
  player.end();
  await player.ended(HURRY);
  return { ranges: player.ranges, time: player.time, decoded: await decoded(messages, rate) };
}

// The text goes on only when its beginning is being heard.
export async function asItIsWritten(given, [first, second]) {
  const pcm = await reference(given, (stream) => {
    say(stream, first + second);
    return stream.finish();
  });
  const call = await dial(given);
  say(call.stream, first);
  await call.player.reached(HEARD_SECONDS);
  const before = call.messages.length;
  say(call.stream, second);
  await call.stream.finish();
  const after = call.messages.length - before;
  return { pcm, before, after, ...(await toTheEnd(call, given.form.rate)) };
}

// The second turn is said only when the first one is whole and is being heard.
export async function inTwoTurns(given, [first, second]) {
  const turn = (text) => async (stream) => {
    say(stream, text);
    await stream.turn();
    await stream.finish();
  };
  const pcm = [await reference(given, turn(first)), await reference(given, turn(second))];
  const call = await dial(given);
  say(call.stream, first);
  const heard = call.player.reached(HEARD_SECONDS);
  await call.stream.turn();
  await call.player.taken();
  const firstRanges = call.player.ranges;
  await heard;
  say(call.stream, second);
  await call.stream.turn();
  await call.stream.finish();
  return { pcm, firstRanges, ...(await toTheEnd(call, given.form.rate)) };
}

// A long reply is interrupted while it is being heard.
export async function interrupted(given, [first, second]) {
  const pcm = await reference(given, (stream) => {
    say(stream, second);
    return stream.finish();
  });
  const call = await dial(given);
  say(call.stream, first.repeat(20));
  await call.player.reached(HEARD_SECONDS);
  await call.stream.forget();
  await call.player.taken();
  const firstRanges = call.player.ranges;
  say(call.stream, second);
  await call.stream.finish();
  return { pcm, firstRanges, ...(await toTheEnd(call, given.form.rate)) };
}
