"""A client of the native protocol, written from docs/protocols/native.md with nothing but WebSockets and JSON."""

import base64
import json
import os
import urllib.error
import urllib.request

import websockets

from checks import Checks, expect
from sound import decode, expect_speech, length_tolerance, seconds
from words import HARD, expect_words

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
SOCKET = URL.replace("http", "ws", 1) + "/syrinx/v1/stream"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


class Client:
    """One socket; pairs each audio event with its binary message."""

    def __init__(self, socket):
        self.socket = socket

    async def ask(self, op, **fields):
        await self.socket.send(json.dumps({"op": op, **fields}))

    async def next(self):
        event = json.loads(await self.socket.recv())
        if event["event"] == "audio":
            event["sound"] = await self.sound_of(event)
        return event

    async def sound_of(self, event):
        if "audio" in event:
            return base64.b64decode(event["audio"])
        sound = await self.socket.recv()
        expect(isinstance(sound, bytes), "no binary message right after its audio event")
        expect(len(sound) == event["bytes"], f"{len(sound)} bytes announced as {event['bytes']}")
        return sound

    async def until(self, event, **fields):
        """All events up to and with the first that matches."""
        events = []
        while True:
            events.append(await self.next())
            found = events[-1]
            if found["event"] == event and all(found.get(name) == value for name, value in fields.items()):
                return events
            expect(found["event"] != "error", f"error: {found}")


def connect(key=KEY, **more):
    return websockets.connect(SOCKET, additional_headers={"Authorization": f"Bearer {key}"}, **more)


def sound_of(events, context=None):
    wanted = [e for e in events if e["event"] == "audio" and context in (None, e["context"])]
    return b"".join(event["sound"] for event in wanted)


def words_of(events, context=None):
    wanted = [e for e in events if e["event"] == "audio" and context in (None, e["context"])]
    return [word for event in wanted for word in event.get("words", [])]


async def speak(text, **settings):
    async with connect() as socket:
        client = Client(socket)
        await client.ask("open", context="a", **settings)
        await client.ask("say", context="a", text=text)
        await client.ask("finish", context="a")
        return await client.until("closed", context="a")


@check
async def a_context_is_opened_speaks_and_closes():
    events = await speak(TEXT, voice="en-us+f3", words=True)
    kinds = [event["event"] for event in events]
    expect(kinds[0] == "opened" and kinds[-1] == "closed", f"{kinds}")
    expect(kinds.count("generation_ended") == 1, "not exactly one generation")
    expect_speech(decode(sound_of(events), "pcm_s16le", RATE), RATE, 3, 9)
    audio = [event for event in events if event["event"] == "audio"]
    expect([event["last"] for event in audio].count(True) == 1 and audio[-1]["last"], "last is not on the last alone")
    expect(abs(audio[0]["duration"] - 0.02) < 0.001, "the first stretch is not 20 ms")
    for before, after in zip(audio, audio[1:]):
        expect(abs(before["start"] + before["duration"] - after["start"]) < 1e-5, "a hole between two stretches")


@check
async def spans_point_at_the_words_in_the_units_asked_for():
    text = "Señor 🙂 Müller pays $100 today."
    encodings = {"bytes": ("utf-8", 1), "utf16": ("utf-16-le", 2), "chars": ("utf-32-le", 4)}
    for units, (encoding, width) in encodings.items():
        words = words_of(await speak(text, words=True, units=units))
        raw = text.encode(encoding)
        for word in words:
            start, end = word["span"]
            expect(raw[start * width : end * width].decode(encoding) == word["text"], f"{units}: {word}")
        expect("$100" in [word["text"] for word in words], f"{units}: $100 is not one word")
        starts = [word["start"] for word in words]
        expect(starts == sorted(starts), "times run backwards")


@check
async def every_word_of_a_hard_text_has_its_time_its_place_and_its_spoken_form():
    events = await speak(HARD, words=True, units="chars")
    words = words_of(events)
    length = sum(event["duration"] for event in events if event["event"] == "audio")
    spans = expect_words([(word["text"], word["start"], word["end"]) for word in words], HARD, length)
    expect([tuple(word["span"]) for word in words] == spans, "the spans are not where the words are")
    expect(all(word["spoken"] for word in words), "a word without a spoken form")


@check
async def base64_and_binary_carry_the_same_bytes():
    expect(sound_of(await speak(TEXT, audio="base64")) == sound_of(await speak(TEXT)), "the bytes differ")


@check
async def all_formats_decode_to_the_same_length():
    reference = seconds(sound_of(await speak(TEXT)), "pcm_s16le", RATE)
    for form, container in (
        ("pcm_s16be", "raw"),
        ("pcm_f32le", "raw"),
        ("mulaw", "raw"),
        ("alaw", "raw"),
        ("pcm_s16le", "wav"),
        ("alaw", "wav"),
        ("mp3", "raw"),
        ("opus", "ogg"),
        ("opus", "webm"),
        ("flac", "flac"),
    ):
        for rate in (8000, 44100, 48000):
            sound = sound_of(await speak(TEXT, format=form, container=container, rate=rate))
            length = seconds(sound, form if container == "raw" else container, rate)
            tolerance = length_tolerance(form, rate)
            expect(abs(length - reference) <= tolerance, f"{form} in {container} at {rate}: {length}, not {reference}")


@check
async def contexts_speak_at_the_same_time_and_lanes_one_after_another():
    async with connect() as socket:
        client = Client(socket)
        for name in ("a", "b", "c"):
            await client.ask("open", context=name, **({"lane": "turns"} if name != "c" else {}))
            await client.ask("say", context=name, text=TEXT)
        for name in ("c", "b", "a"):
            await client.ask("finish", context=name)
        events, closed = [], set()
        while closed != {"a", "b", "c"}:
            events += await client.until("closed")
            closed.add(events[-1]["context"])
        order = [event["context"] for event in events if event["event"] == "audio" and event["context"] != "c"]
        expect(order == sorted(order), "the lane's contexts interleave")
        alone = sound_of(await speak(TEXT))
        expect(all(sound_of(events, name) == alone for name in ("a", "b", "c")), "the bytes differ")


@check
async def a_clear_says_what_was_heard_and_nothing_older_follows():
    async with connect() as socket:
        client = Client(socket)
        await client.ask("open", context="a", words=True, text=TEXT * 20)
        await client.ask("flush", context="a", id="all")
        # A word's times may come a piece after its sound: what was heard is known when they have.
        while not words_of(await client.until("audio")):
            pass
        await client.ask("clear", context="a", id=7)
        events = await client.until("cleared", id=7)
        kinds = [event["event"] for event in events if event["event"] != "audio"]
        expect("flushed" in kinds and "generation_ended" in kinds, f"{kinds}")
        heard = events[-1]["heard"]
        expect(heard["sent"] > 0 and heard["word"]["span"][0] < len(TEXT) * 20, f"{heard}")
        await client.ask("say", context="a", text="New text.")
        await client.ask("finish", context="a")
        after = await client.until("closed")
        expect([word["text"] for word in words_of(after)] == ["New", "text"], "old words follow")
        expect(sound_of(after) == sound_of(await speak("New text.")), "old sound follows")


@check
async def an_update_changes_the_voice_for_later_text_only():
    async with connect() as socket:
        client = Client(socket)
        await client.ask("open", context="a", voice="en-us")
        await client.ask("say", context="a", text="One two three.")
        await client.ask("update", context="a", id="u", voice="de", rate=16000)
        first = await client.until("updated", id="u")
        await client.ask("say", context="a", text="Eins zwei drei.")
        await client.ask("finish", context="a")
        second = await client.until("closed")
        expect(first[-1]["rate"] == 16000 and first[-1]["voice"] == "de", f"{first[-1]}")
        expect_speech(decode(sound_of(first), "pcm_s16le", RATE), RATE, 0.5, 2)
        expect_speech(decode(sound_of(second), "pcm_s16le", 16000), 16000, 0.5, 2)


@check
async def what_is_wrong_is_said_and_harms_nobody():
    async with connect() as socket:
        client = Client(socket)
        await client.ask("open", context="good")
        await client.until("opened")
        for frame, kind in (
            ("{", "malformed"),
            ("[1]", "malformed"),
            ("[" * 50_000, "malformed"),
            (b"\x00\xff", "malformed"),
            ('{"op":"sing"}', "malformed"),
            ('{"op":"open","context":"good"}', "already_open"),
            ('{"op":"open","context":"x","voice":"nobody"}', "unknown_voice"),
            ('{"op":"open","context":"x","rate":7000}', "invalid_value"),
            ('{"op":"open","context":"x","format":"aac"}', "invalid_value"),
            ('{"op":"open","context":"x","container":"webm"}', "unsupported"),
            ('{"op":"say","context":"x","text":"hi"}', "unknown_context"),
            ('{"op":"say","context":"good","text":7}', "invalid_value"),
            ('{"op":"clear","context":"nobody","id":3}', "unknown_context"),
            (json.dumps({"op": "say", "context": "good", "text": "x" * 70_000}), "limit_exceeded"),
        ):
            await socket.send(frame)
            event = await client.next()
            expect((event["event"], event.get("kind")) == ("error", kind), f"{frame[:60]!r}: {event}")
        await client.ask("say", context="good", text=TEXT)
        await client.ask("finish", context="good")
        expect(sound_of(await client.until("closed")) == sound_of(await speak(TEXT)), "the neighbour noticed")


@check
async def a_thousand_contexts_live_on_one_socket_and_one_more_is_refused():
    async with connect(max_queue=None) as socket:
        client = Client(socket)
        for number in range(1001):
            await client.ask("open", context=str(number))
        opened, refused = 0, 0
        for _ in range(1001):
            event = await client.next()
            opened += event["event"] == "opened"
            refused += event.get("kind") == "limit_exceeded"
        expect((opened, refused) == (1000, 1), f"{opened} opened, {refused} refused")
        for number in range(0, 1000, 100):
            await client.ask("say", context=str(number), text="Here.")
            await client.ask("finish", context=str(number))
        closed = set()
        while len(closed) < 10:
            closed.add((await client.until("closed"))[-1]["context"])


@check
async def letterless_text_ends_normally_and_says_so():
    events = await speak("… —")
    outcomes = [event["outcome"] for event in events if event["event"] == "segment_ended"]
    expect(outcomes == ["silent"], f"{outcomes}")
    expect(events[-1]["reason"] == "finished", "not finished")


@check
async def a_wrong_key_is_turned_away_at_the_door():
    try:
        async with connect("wrong"):
            raise AssertionError("a wrong key was taken")
    except websockets.exceptions.InvalidStatus as error:
        expect(error.response.status_code == 401, f"status {error.response.status_code}")
    async with websockets.connect(f"{SOCKET}?key={KEY}") as socket:
        await socket.send('{"op":"ping"}')
        expect(json.loads(await socket.recv()) == {"event": "pong"}, "no pong")


@check
async def the_operators_pages_answer():
    for path, status in (("/healthz", 200), ("/readyz", 200), ("/metrics", 200), ("/nothing", 404)):
        try:
            with urllib.request.urlopen(URL + path) as answer:
                got, body = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            got, body = error.code, ""
        expect(got == status, f"{path}: {got}")
        if path == "/metrics":
            expect("syrinx_" in body and TEXT[:12] not in body, "no metrics, or text in them")


check.run()
