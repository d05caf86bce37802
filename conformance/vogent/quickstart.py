"""The socket of Vogent Voicelab, after the vendor's public quickstart.

There is no client package for this interface: the vendor's documentation shows a program with the Python `websockets`
package instead, and so does this. `speak` is the quickstart's flow; the checks are variants of it that public programs use.
"""

import asyncio
import base64
import json
import os
import uuid

import websockets

from checks import Checks, expect, expect_near
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
SOCKET = URL.replace("http://", "ws://") + "/api/tts/websocket"
# Voices of the vendor's samples.
MABEL, KEVIN = "23b2186b-ed56-4185-998c-8d19e1bb227a", "50c9287d-bcee-4f2a-943f-f0f2184a5d3b"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
# What a program that waits for each frame gives up after.
FRAME_SECONDS = 10
check = Checks()


def by_query(key=KEY):
    """The quickstart's only form of the key."""
    return websockets.connect(f"{SOCKET}?apiKey={key}")


def by_header(key=KEY):
    return websockets.connect(SOCKET, additional_headers={"Authorization": f"Bearer {key}"})


def fresh_id():
    return f"gen_{uuid.uuid4()}"


async def send(socket, generation, text=None, **fields):
    message = {"generationId": generation, **fields}
    if text is not None:
        message["text"] = text
    await socket.send(json.dumps(message))


async def receive(socket):
    """The next frame, read as the quickstart reads it: it takes `type` for granted."""
    frame = json.loads(await asyncio.wait_for(socket.recv(), FRAME_SECONDS))
    expect(frame["type"] in ("chunk", "timestamp", "finished", "error"), f"an unknown type: {frame['type']}")
    expect(isinstance(frame["generationId"], str), "a frame without generationId")
    expect(("error" in frame) == (frame["type"] == "error"), f"an error key in {frame['type']}")
    return frame


async def until_over(socket, *generations):
    """All frames up to the end of all these generations."""
    frames, open_ = [], set(generations)
    while open_:
        frame = await receive(socket)
        frames.append(frame)
        if frame["type"] in ("finished", "error"):
            expect(frame["generationId"] in open_, f"a second end of {frame['generationId']}")
            open_.discard(frame["generationId"])
        else:
            expect(frame["generationId"] in open_, "sound after the end of its generation")
    return frames


def sound_of(frames, generation=None):
    chunks = [f for f in frames if f["type"] == "chunk" and generation in (None, f["generationId"])]
    pieces = [base64.b64decode(chunk["audio"], validate=True) for chunk in chunks]
    expect(all(len(piece) % 2 == 0 for piece in pieces), "half a sample in a chunk")
    return b"".join(pieces)


def words_of(frames):
    return [entry for frame in frames if frame["type"] == "timestamp" for entry in frame["timestamps"]]


async def speak(socket, *texts, voice=MABEL, **fields):
    """The quickstart: the texts one after another, then frames until `finished`."""
    generation = fresh_id()
    for index, text in enumerate(texts):
        more = {"finalText": index + 1 == len(texts), "cancel": False}
        await send(socket, generation, text, voiceId=voice, **more, **(fields if index == 0 else {}))
    frames = await until_over(socket, generation)
    expect(frames[-1]["type"] == "finished", f"{frames[-1]}")
    return frames


def expect_sentence(frames, rate=RATE):
    expect_speech(decode(sound_of(frames), "pcm_s16le", rate), rate, 3, 9)


@check
async def the_quickstart_runs_with_the_key_in_the_query_alone():
    async with by_query() as socket:
        frames = await speak(socket, TEXT[:40], TEXT[40:], sampleRate=RATE)
        expect_sentence(frames)
        expect(all(len(frame.get("audio", "")) < 200_000 for frame in frames), "a frame is too long")


@check
async def it_runs_with_the_header_alone_and_with_both():
    async with by_header() as socket:
        expect_sentence(await speak(socket, TEXT))
    for key, query in ((KEY, "wrong"), ("wrong", KEY)):
        headers = {"Authorization": f"Bearer {key}"}
        async with websockets.connect(f"{SOCKET}?apiKey={query}", additional_headers=headers) as socket:
            expect_sentence(await speak(socket, TEXT))


@check
async def a_wrong_key_is_refused_with_401_before_the_upgrade():
    for connection in (by_query("wrong"), by_header("wrong"), websockets.connect(SOCKET)):
        try:
            async with connection:
                raise AssertionError("a wrong key was taken")
        except websockets.exceptions.InvalidStatus as refused:
            expect(refused.response.status_code == 401, f"status {refused.response.status_code}")
            expect(json.loads(refused.response.body)["error"], "no reason")


@check
async def text_token_by_token_sounds_before_it_ends():
    tokens = [word + " " for word in TEXT.split()]
    async with by_query() as socket:
        whole = sound_of(await speak(socket, "".join(tokens)))
        generation = fresh_id()
        for token in tokens:
            await send(socket, generation, token, voiceId=MABEL, finalText=False)
        frames = [await receive(socket)]
        expect(frames[0]["type"] == "chunk", f"no sound before the end: {frames[0]}")
        # A public program finishes so.
        await send(socket, generation, "", voiceId=MABEL, finalText=True)
        frames += await until_over(socket, generation)
        expect(sound_of(frames) == whole, "another sound than of the text in one piece")


@check
async def every_documented_rate_plays_as_long():
    async with by_query() as socket:
        for rate in (8000, 16000, 22050, 24000, 41500, 44100, 48000):
            length = len(sound_of(await speak(socket, TEXT, sampleRate=rate))) / 2 / rate
            reference = len(sound_of(await speak(socket, TEXT))) / 2 / RATE
            expect_near(length, reference, 0.01, f"length at {rate} Hz")


@check
async def word_times_match_the_text_and_lie_within_the_sound():
    async with by_query() as socket:
        frames = await speak(socket, TEXT[:30], TEXT[30:], addWordTimestamps=True)
        length = len(sound_of(frames)) / 2 / RATE
        words = words_of(frames)
        expect([entry["word"] for entry in words] == TEXT.split(), f"{[entry['word'] for entry in words]}")
        starts = [entry["start"] for entry in words]
        expect(starts == sorted(starts) and starts[0] >= 0, "starts run backwards")
        expect(all(e["start"] <= e["end"] <= length + 0.001 for e in words), "a word outside the sound")
        expect(words[-1]["end"] > length / 2, "times do not cover the sound")
        heard = 0.0
        for frame in frames:
            if frame["type"] == "chunk":
                heard += len(base64.b64decode(frame["audio"])) / 2 / RATE
            elif frame["type"] == "timestamp":
                expect(all(entry["start"] <= heard for entry in frame["timestamps"]), "times ahead of their chunk")
        expect(not words_of(await speak(socket, TEXT)), "times that nobody asked for")


@check
async def generations_speak_at_one_time_with_the_same_sound_as_alone():
    async with by_query() as socket:
        alone = {voice: sound_of(await speak(socket, TEXT, voice=voice)) for voice in (MABEL, KEVIN)}
        expect(alone[MABEL] != alone[KEVIN], "two voices sound the same")
        voices = {fresh_id(): voice for voice in (MABEL, KEVIN) * 5}
        for generation, voice in voices.items():
            await send(socket, generation, TEXT, voiceId=voice, finalText=True)
        frames = await until_over(socket, *voices)
        for generation, voice in voices.items():
            expect(sound_of(frames, generation) == alone[voice], "the bytes differ from those alone")
        order = [frame["generationId"] for frame in frames if frame["type"] == "chunk"]
        first = order.index(order[-1])
        expect(first < len(order) / 2, "the last to end was also the last to begin: no interleaving")


@check
async def a_conversation_speaks_in_order_whichever_ends_first():
    async with by_query() as socket:
        names = [fresh_id() for _ in range(5)]
        conversation = str(uuid.uuid4())
        for name in names:
            await send(socket, name, "This is a sentence.", voiceId=MABEL, contextId=conversation)
        for name in reversed(names):
            await send(socket, name, voiceId=MABEL, contextId=conversation, finalText=True)
        frames = await until_over(socket, *names)
        order = [frame["generationId"] for frame in frames if frame["type"] in ("chunk", "finished")]
        expect(order == sorted(order, key=names.index), "generations of one contextId interleave")


@check
async def one_generation_a_sentence_in_one_conversation_keeps_its_order():
    async with by_query() as socket:
        names = [fresh_id() for _ in range(8)]
        for name in names:
            fields = {"voiceId": MABEL, "contextId": "c", "finalText": True}
            await send(socket, name, "This is one of many sentences that follow each other. " * 4, **fields)
        frames = await until_over(socket, *names)
        order = [frame["generationId"] for frame in frames if frame["type"] in ("chunk", "finished")]
        expect(order == sorted(order, key=names.index), "generations of one contextId interleave")


@check
async def a_conversation_waits_for_sound_that_has_not_left():
    async with by_query() as socket:
        first, second = fresh_id(), fresh_id()
        await send(socket, first, TEXT * 5, voiceId=MABEL, contextId="c", sampleRate=48000, finalText=True)
        frames = [await receive(socket)]
        # By now all of the first is spoken, and waits for a client that does not read.
        await asyncio.sleep(1)
        await send(socket, second, "And this is next.", voiceId=MABEL, contextId="c", finalText=True)
        frames += await until_over(socket, first, second)
        order = [frame["generationId"] for frame in frames]
        expect(order == sorted(order, key=[first, second].index), "the second begins before the first has ended")


@check
async def a_cancel_ends_one_generation_and_no_other():
    async with by_query() as socket:
        stopped, other = fresh_id(), fresh_id()
        await send(socket, stopped, TEXT * 50, voiceId=MABEL, finalText=True)
        await send(socket, other, TEXT, voiceId=KEVIN, finalText=True)
        frames = [await receive(socket)]
        await send(socket, stopped, cancel=True)
        frames += await until_over(socket, stopped, other)
        expect(frames[-1]["type"] == "finished", f"{frames[-1]}")
        alone = sound_of(await speak(socket, TEXT, voice=KEVIN))
        expect(sound_of(frames, other) == alone, "the neighbour noticed")
        # Nothing of the cancelled one follows, and its id is free.
        await send(socket, stopped, "Once more.", voiceId=MABEL, finalText=True)
        again = await until_over(socket, stopped)
        expect(sound_of(again) == sound_of(await speak(socket, "Once more.")), "old sound in the new generation")


@check
async def a_caller_who_interrupts_thirty_times_is_still_served():
    async with by_query() as socket:
        for _ in range(30):
            name = fresh_id()
            await send(socket, name, TEXT * 3, voiceId=MABEL, contextId="call")
            frame = await receive(socket)
            expect(frame["type"] == "chunk", f"{frame}")
            await send(socket, name, cancel=True)
            expect((await until_over(socket, name))[-1]["type"] == "finished", "no finished after a cancel")
        expect_sentence(await speak(socket, TEXT, contextId="call"))


@check
async def a_new_id_for_each_piece_without_an_end_is_spoken_as_it_comes():
    async with by_query() as socket:
        for sentence in ("This is the first.", "Here is the second.", "And a third."):
            name, heard = fresh_id(), 0.0
            await send(socket, name, sentence, voiceId=MABEL, finalText=False)
            while heard < 0.5:
                frame = await receive(socket)
                expect(frame["type"] == "chunk", f"{frame['type']} of a generation without an end")
                heard += len(sound_of([frame], name)) / 2 / RATE


@check
async def a_rest_without_an_end_is_spoken_within_six_seconds():
    async with by_query() as socket:
        name, before = fresh_id(), asyncio.get_running_loop().time()
        await send(socket, name, "and then there is", voiceId=MABEL)
        frame = await receive(socket)
        waited = asyncio.get_running_loop().time() - before
        expect(frame["type"] == "chunk" and 4.5 <= waited <= 6.5, f"{frame['type']} after {waited:.1f} s")


@check
async def what_is_wrong_ends_its_generation_and_leaves_the_socket_open():
    async with by_query() as socket:
        for frame, generation in (
            ('{"generationId":"g","voiceId":"nobody","text":"Hi","finalText":true}', "g"),
            ('{"generationId":"g","text":"Hi","finalText":true}', "g"),
            ('{"generationId":"g","voiceId":"en-us","text":"Hi","sampleRate":7000}', "g"),
            ('{"generationId":"g","voiceId":"en-us","text":7}', "g"),
            ('{"voiceId":"en-us","text":"Hi"}', ""),
            ("{", ""),
            ("[1]", ""),
            (b"\x00\xff", ""),
            (json.dumps({"generationId": "g", "text": "x" * 70_000}), ""),
        ):
            await socket.send(frame)
            answer = await receive(socket)
            told = (answer["type"], answer["generationId"])
            expect(told == ("error", generation) and answer["error"], f"{frame[:60]!r}: {answer}")
        expect_sentence(await speak(socket, TEXT))


@check
async def nothing_to_say_finishes_at_once():
    async with by_query() as socket:
        for texts in (("",), (" ",), ("…",), ("—", " …"), ("", " ")):
            kinds = [frame["type"] for frame in await speak(socket, *texts)]
            expect(kinds == ["finished"], f"{texts}: {kinds}")


@check
async def a_pooled_socket_serves_one_generation_after_another():
    async with by_query() as socket:
        first = sound_of(await speak(socket, TEXT))
        for _ in range(10):
            expect(sound_of(await speak(socket, TEXT)) == first, "the bytes differ")
        await socket.close()
        expect(socket.close_code == 1000, f"close code {socket.close_code}")


check.run()
