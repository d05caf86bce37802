"""Sockets by hand, after the vendor's public samples and page: what no current client does any more, or not yet."""

import asyncio
import base64
import json
import os
from contextlib import asynccontextmanager

import websockets

from checks import Checks, expect
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"].replace("http://", "ws://"), os.environ["SYRINX_KEY"]
LIVE = "/waves/v1/tts/live"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


@asynccontextmanager
async def connected(path=LIVE, key=KEY):
    async with websockets.connect(URL + path, additional_headers={"Authorization": f"Bearer {key}"}) as socket:
        yield socket


async def say(socket, **fields):
    await socket.send(json.dumps({"voice_id": "sophia", "sample_rate": RATE, **fields}))


async def hear(socket, completes=1, patience=10):
    """All frames up to so many ends."""
    frames = []
    while completes:
        frames.append(json.loads(await asyncio.wait_for(socket.recv(), patience)))
        expect(frames[-1]["status"] != "error", f"error: {frames[-1]}")
        completes -= frames[-1]["status"] == "complete"
    return frames


def audio_of(frames):
    return b"".join(base64.b64decode(frame["data"]["audio"]) for frame in frames if frame["status"] == "chunk")


async def silence(socket, seconds=1.0):
    try:
        frame = await asyncio.wait_for(socket.recv(), seconds)
    except TimeoutError:
        return
    raise AssertionError(f"something came: {frame[:200]}")


async def one(path=LIVE, text=TEXT):
    async with connected(path) as socket:
        await say(socket, text=text)
        return audio_of(await hear(socket))


@check
async def every_address_speaks_the_same():
    reference = await one()
    expect_speech(decode(reference, "pcm_s16le", RATE), RATE, 3, 9)
    for root in ("/waves/v1", "/api/v1"):
        for path in ("lightning-v3.1/get_speech/stream", "lightning-v2/get_speech/stream?timeout=60",
                     "lightning_v3.1_pro/get_speech/stream", "streaming-tts/stream", "tts/live?timeout=999"):
            expect(await one(f"{root}/{path}") == reference, f"other bytes from {root}/{path}")


@check
async def an_end_of_an_older_model_has_its_older_words():
    async with connected("/waves/v1/lightning-v2/get_speech/stream") as socket:
        await say(socket, text="Hello.")
        last = (await hear(socket))[-1]
    expect((last["message"], last["done"]) == ("All chunks sent", True), f"{last}")


@check
async def a_key_in_the_query_will_do():
    async with websockets.connect(f"{URL}{LIVE}?token={KEY}", origin="https://example.org") as socket:
        await say(socket, text="Hello.")
        await hear(socket)


@check
async def contexts_on_one_socket_are_never_mixed():
    async with connected() as socket:
        for number in range(5):
            await say(socket, text=TEXT, context_id=f"c{number}", **{"continue": True})
        for number in reversed(range(5)):
            await say(socket, text="", context_id=f"c{number}", **{"continue": False})
        frames = await hear(socket, completes=10)
    ids = [frame["request_id"] for frame in frames]
    changes = sum(one != other for one, other in zip(ids, ids[1:]))
    expect((len(set(ids)), changes) == (5, 4), f"{len(set(ids))} ids change {changes} times")
    audios = {audio_of([frame for frame in frames if frame["request_id"] == one]) for one in set(ids)}
    expect(len(audios) == 1, "they sound otherwise")


@check
async def a_continuation_has_one_clock_and_one_id():
    async with connected() as socket:
        for token in TEXT.split(" "):
            await say(socket, text=token + " ", context_id="a", word_timestamps=True, **{"continue": True})
        await socket.send(json.dumps({"context_id": "a", "continue": False}))
        frames = await hear(socket, completes=2)
    words = [frame["data"] for frame in frames if frame["status"] == "word_timestamp"]
    expect([word["word"] for word in words] == TEXT.split(), "other words")
    expect([word["id"] for word in words] == list(range(len(words))), "the ids restart")
    expect([word["start"] for word in words] == sorted(word["start"] for word in words), "the times restart")
    expect(words[-1]["end"] <= len(audio_of(frames)) / 2 / RATE + 0.01, "a word after the end")
    expect(len({frame["request_id"] for frame in frames}) == 1, "the id changes")


@check
async def a_cancel_is_silent_and_final():
    async with connected() as socket:
        for _ in range(7):
            await say(socket, text=TEXT * 40, context_id="a", **{"continue": True})
            await socket.recv()
            await socket.send(json.dumps({"context_id": "a", "cancel_request": True}))
        while True:
            try:
                await asyncio.wait_for(socket.recv(), 1)
            except TimeoutError:
                break
        await say(socket, text="After that.", context_id="a")
        alone = await one(text="After that.")
        expect(audio_of(await hear(socket)) == alone, "what follows is not just the new text")


@check
async def keep_alives_are_silent_and_pings_are_answered():
    async with connected() as socket:
        await say(socket, text=" ")
        await silence(socket)
        await socket.send(json.dumps({"type": "ping"}))
        expect(json.loads(await socket.recv()) == {"type": "pong"}, "no pong")
        await say(socket, text="Hello.")
        await hear(socket)


@check
async def an_idle_socket_is_told_and_closed():
    async with connected(f"{LIVE}?timeout=1") as socket:
        error = json.loads(await asyncio.wait_for(socket.recv(), 5))
        expect(error["message"] == "Connection timed out after 1 seconds of inactivity", f"{error}")
        expect(error["error"]["code"] == "TIMEOUT", f"{error}")
        await socket.wait_closed()
        expect(socket.close_code == 1000, f"close code {socket.close_code}")


@check
async def wrong_messages_are_told_and_forgiven():
    async with connected() as socket:
        for wrong in ("hello", b"\x00", "[]", '{"text":"x"}', '{"text":"x","voice_id":"nobody"}', '{"text":7}'):
            await socket.send(wrong)
            error = json.loads(await socket.recv())
            expect(error["status"] == "error" and error["error"]["message"] == error["message"], f"{error}")
        await say(socket, text="Hello.")
        await hear(socket)


@check
async def a_wrong_key_is_refused_before_the_upgrade():
    try:
        async with connected(key="wrong"):
            raise AssertionError("it was taken")
    except websockets.exceptions.InvalidStatus as error:
        expect(error.response.status_code == 401, f"status {error.response.status_code}")


check.run()
