"""Raw frames, after the vendor's documentation: what no published client can show. No client is behind these checks.

Some start a server of their own, with shorter waits, or the vendor's own limits.
"""

import asyncio
import base64
import json
import os
import random
import signal
import time

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from checks import Checks, expect, expect_near
from own_server import own_server

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


def socket(url=URL, key=KEY, **wishes):
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    wishes = {"ping_interval": None, **wishes}
    return connect(url.replace("http", "ws", 1) + "/tts-websocket", additional_headers=headers, **wishes)


def start(stream, **wishes):
    plain = {"model": "tts-rt-v2", "language": "en", "voice": "Adrian", "audio_format": "pcm_s16le"}
    return json.dumps({**plain, "sample_rate": RATE, "stream_id": stream, **wishes})


def text(stream, words, end=False):
    return json.dumps({"text": words, "text_end": end, "stream_id": stream})


def cancel(stream):
    return json.dumps({"stream_id": stream, "cancel": True})


async def hear(line):
    """The next frame; the SDK for Node takes a null for a value, so there must be none."""
    frame = await asyncio.wait_for(line.recv(), 20)
    expect(isinstance(frame, str), "a binary frame")
    # Base64 may well have these four letters in a row.
    expect(not any(end in frame for end in (":null", ": null", "[null", ",null")), "a null")
    return json.loads(frame)


async def hear_out(line, stream):
    """All frames of a stream up to `terminated`."""
    frames = []
    while not frames or "terminated" not in frames[-1]:
        frame = await hear(line)
        if frame.get("stream_id") == stream:
            frames.append(frame)
    return frames


async def closed(line):
    """The code and the moment of the close, and the frames before it."""
    frames = []
    try:
        while True:
            frames.append(await hear(line))
    except ConnectionClosed as close:
        return close.rcvd.code, time.perf_counter(), frames


@check
async def a_key_may_be_a_subprotocol_and_the_other_one_is_agreed_on():
    async with socket(key=None, subprotocols=["soniox-api-key", KEY]) as line:
        expect(line.subprotocol == "soniox-api-key", f"agreed on {line.subprotocol}")
        await line.send(start("a"))
        await line.send(text("a", "Hello.", end=True))
        expect((await hear_out(line, "a"))[-2].get("audio_end"), "no audio_end")
    for wishes in ({"key": "wrong"}, {"key": None, "subprotocols": ["soniox-api-key", "wrong"]}):
        try:
            async with socket(**wishes):
                raise AssertionError("a wrong key was let in")
        except InvalidStatus as refusal:
            expect(refusal.response.status_code == 401, f"status {refusal.response.status_code}")


@check
async def nonsense_ends_the_connection_and_binary_frames_do_not():
    for nonsense, words in (("{", "Invalid JSON body"), ("[]", "Invalid message format"), ("{}", "Missing required")):
        async with socket() as line:
            await line.send(b"\x00")
            await line.send(nonsense)
            code, _, (first, second) = await closed(line)
            expect(code == 1008, f"code {code}")
            expect(first["error_message"] == "Invalid message format" and "stream_id" not in first, "another error")
            expect(words in second["error_message"], f"it says {second['error_message']}")
    async with socket() as line:
        await line.send(text("a", "a" * 100_000))
        expect((await closed(line))[0] == 1009, "another code for a message that is too large")


@check
async def a_cancel_is_answered_at_once():
    async with socket() as line:
        await line.send(start("a"))
        await line.send(text("a", TEXT * 50, end=True))
        await hear(line)
        begun = time.perf_counter()
        await line.send(cancel("a"))
        frames = await hear_out(line, "a")
        expect(time.perf_counter() - begun < 0.5, "it took half a second")
        expect("audio_end" not in frames[-1], "a cancelled stream is marked as whole")
        await line.send(start("a"))
        await line.send(text("a", "", end=True))
        expect([*map(len, await hear_out(line, "a"))] == [3, 2], "something of the old stream, or no end of the new one")


@check
async def a_thousand_streams_share_a_socket():
    async with socket(max_size=None) as line:
        names = [f"s{index}" for index in range(1000)]
        for name in names:
            await line.send(start(name))
        await line.send(start("one more"))
        refusal = await hear(line)
        expect(refusal["error_code"] == 429 and refusal["stream_id"] == "one more", f"{refusal}")
        expect((await hear(line)).get("terminated"), "no terminated")
        for name in names:
            await line.send(text(name, "", end=True))
        ended = [(await hear(line))["stream_id"] for _ in range(2 * len(names))]
        expect(sorted(ended) == sorted(2 * names), "not each stream ended once")


@check
async def whatever_is_said_each_stream_ends_once_and_in_order():
    chance = random.Random(7)
    async with socket() as line:
        active, started, done = {}, 0, asyncio.Event()

        async def listen():
            while active or not done.is_set():
                frame = await hear(line)
                name = frame["stream_id"]
                if name not in active:
                    expect("not found" in frame.get("error_message", ""), f"a dead stream says {[*frame]}")
                    continue
                seen = active[name]
                expect("end" not in seen or "terminated" in frame or "error_code" in frame, "audio after audio_end")
                if "audio_end" in frame:
                    seen.add("end")
                if "terminated" in frame:
                    expect(seen & {"end", "cancel"}, "terminated out of the blue")
                    del active[name]

        listener = asyncio.create_task(listen())
        while started < 300 and not listener.done():
            name = chance.choice([*active]) if active and chance.random() < 0.9 else f"s{started}"
            if name not in active:
                started += 1
                active[name] = set()
                await line.send(start(name, voice=chance.choice(["Adrian", "Maya"])))
            elif chance.random() < 0.1:
                active[name].add("cancel")
                await line.send(cancel(name))
            else:
                await line.send(text(name, chance.choice(["Well. ", "and ", "…", ""]), end=chance.random() < 0.2))
            await asyncio.sleep(chance.random() / 500)
        done.set()
        for name in list(active):
            await line.send(text(name, "", end=True))
        await asyncio.wait_for(listener, 30)


@check
async def a_slow_stream_does_not_hold_up_another():
    async with socket() as line:
        await line.send(start("long"))
        await line.send(text("long", TEXT * 60, end=True))
        await line.send(start("short"))
        await line.send(text("short", "Brief.", end=True))
        await hear_out(line, "short")
        await line.send(cancel("long"))
        await hear_out(line, "long")


@check
async def a_silent_socket_is_closed_and_one_that_pings_is_not():
    async with own_server("protocols.soniox.limits.idle=2s") as (url, _):
        begun = time.perf_counter()
        async with socket(url) as silent, socket(url, ping_interval=0.5) as pings, socket(url) as keeps:
            for _ in range(8):
                await asyncio.sleep(0.5)
                await keeps.send('{"keep_alive":true}')
            code, _, frames = await closed(silent)
            expect((code, frames) == (1000, []), f"code {code} after {frames}")
            expect(time.perf_counter() - begun < 6, "it took too long")
            for line in (pings, keeps):
                await line.send(start("a"))
                await line.send(text("a", "Hello.", end=True))
                await hear_out(line, "a")


@check
async def a_client_without_a_key_is_shown_out():
    async with own_server("protocols.soniox.limits.first_message_wait=1s") as (url, _):
        begun = time.perf_counter()
        async with socket(url, key=None) as line:
            await line.send(start("a"))
            code, moment, frames = await closed(line)
        expect(code == 1008, f"code {code}")
        expect([frame.get("error_code") for frame in frames] == [401, None, 401], f"{frames}")
        expect_near(moment - begun, 1, 0.5, "the wait")


@check
async def a_stream_left_alone_times_out_and_the_vendors_limits_hold():
    async with own_server("protocols.soniox.column=vendor", "protocols.soniox.limits.context_idle=1s") as (url, _), socket(url) as line:
        for index in range(6):
            await line.send(start(f"s{index}"))
        refusal, end = await hear(line), await hear(line)
        expect(refusal["error_code"] == 429 and "max 5" in refusal["error_message"], f"{refusal}")
        expect(end == {"terminated": True, "stream_id": "s5"}, f"{end}")
        await line.send(text("s0", "Hello."))
        frames = await hear_out(line, "s0")
        expect(frames[-2]["error_message"] == "Request timeout" and frames[-2]["error_code"] == 408, f"{frames[-2]}")
        expect(not any("audio_end" in frame for frame in frames), "a stream that was left alone is marked as whole")


@check
async def a_closing_server_speaks_what_it_has():
    async with own_server() as (url, process), socket(url) as line:
        await line.send(start("whole"))
        await line.send(text("whole", TEXT, end=True))
        await line.send(start("cut"))
        await line.send(text("cut", "Not all"))
        await hear(line)
        process.send_signal(signal.SIGTERM)
        code, _, frames = await closed(line)
    expect(code == 1012, f"code {code}")
    audio = b"".join(base64.b64decode(f["audio"]) for f in frames if f["stream_id"] == "whole" and "audio" in f)
    expect(len(audio) / 2 / RATE > 3, "hardly any audio")
    errors = [(frame["stream_id"], frame["error_code"]) for frame in frames if "error_code" in frame]
    expect(errors == [("cut", 503)], f"errors {errors}")


check.run()
