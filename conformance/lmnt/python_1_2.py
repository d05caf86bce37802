"""The vendor's Python SDK 1.2, unmodified (dialect A): HTTP and socket by its own `base_url`."""

import os

from lmnt.api import Speech, SpeechError, StreamError

from checks import Checks, expect
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


def speech(key=KEY):
    return Speech(key, base_url=URL)


async def speak(session_text, **wishes):
    async with speech() as speaker:
        connection = await speaker.synthesize_streaming("leah", **wishes)
        for at in range(0, len(session_text), 4):
            await connection.append_text(session_text[at : at + 4])
        await connection.finish()
        return [message async for message in connection], connection.socket


@check
async def without_extras_only_audio_comes():
    messages, socket = await speak(TEXT)
    sound = b"".join(message["audio"] for message in messages)
    expect_speech(decode(sound, "mp3", RATE), RATE, 3, 9)
    expect(socket.close_code == 1000, f"close code {socket.close_code}")


@check
async def extras_and_audio_come_in_strict_pairs():
    messages, _ = await speak(TEXT, return_extras=True, format="raw")
    expect(all(message["audio"] and "durations" in message for message in messages), "a pair slipped")
    words = "".join(entry["text"] for message in messages for entry in message["durations"])
    expect(words == TEXT, "the times do not tile the text")
    for message in messages:
        length = len(message["audio"]) / 2 / RATE
        starts = [entry["start"] for entry in message["durations"]]
        expect(all(0 <= start <= length for start in starts), f"times {starts} outside a piece of {length} s")
    empty = [bool(message.get("buffer_empty")) for message in messages]
    expect(empty[-1] and not any(empty[:-1]), "buffer_empty is not on the last piece alone")


@check
async def a_flush_is_spoken_without_an_acknowledgement():
    async with speech() as speaker:
        connection = await speaker.synthesize_streaming("leah", format="raw", return_extras=True)
        await connection.append_text("No full stop here")
        await connection.flush()
        async for message in connection:
            if message.get("buffer_empty"):
                break
        await connection.append_text("and more")
        await connection.finish()
        rest = b"".join([message["audio"] async for message in connection])
        expect_speech(decode(rest, "raw", RATE), RATE, 0.2, 2)


@check
async def one_shot_calls_take_forms_and_give_older_names():
    async with speech() as speaker:
        answer = await speaker.synthesize(TEXT, "leah", format="wav", return_durations=True, return_seed=True)
        expect_speech(decode(answer["audio"], "wav", RATE), RATE, 3, 9)
        expect("".join(entry["text"] for entry in answer["durations"]) == TEXT, "the times do not tile the text")
        expect(isinstance(answer["seed"], int), "no seed")


@check
async def voices_and_account_answer():
    async with speech() as speaker:
        expect(len(await speaker.list_voices()) > 100, "hardly any voices")
        expect((await speaker.voice_info("leah"))["state"] == "ready", "leah is not ready")
        expect("characters" in (await speaker.account_info())["usage"], "no usage")


@check
async def errors_are_strings():
    async with speech("wrong") as speaker:
        try:
            await speaker.list_voices()
            raise AssertionError("a wrong key was taken")
        except SpeechError as error:
            expect("Invalid API key" in str(error), str(error))
        connection = await speaker.synthesize_streaming("leah")
        try:
            _ = [message async for message in connection]
            raise AssertionError("a wrong key was taken")
        except StreamError as error:
            expect("Invalid API key" in str(error), str(error))


check.run()
