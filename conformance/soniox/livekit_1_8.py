"""LiveKit's plugin for Soniox, unmodified, with only its URL set: streams of one shared socket."""

import os

from livekit.agents import APIStatusError
from livekit.plugins import soniox

from checks import Checks, expect, expect_near
from livekit_speaker import job, speak, synthesize, tokens
from livekit_turns import TEXT, expect_alike_at_once, expect_early_turn, expect_whole_after_interruptions, expect_words
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
RATE = 24000
check = Checks()


def plugin(key=KEY, **wishes):
    return soniox.TTS(api_key=key, websocket_url=URL.replace("http", "ws", 1) + "/tts-websocket", **wishes)


@check
async def a_turn_of_tokens_is_spoken_and_audio_comes_before_the_last_one():
    async with job():
        speaker = plugin()
        await expect_early_turn(speaker, RATE)
        await speaker.aclose()


@check
async def raw_audio_and_files_last_equally_long():
    async with job():
        raw = await synthesize(plugin(), TEXT)
        for form in ("wav", "mp3"):
            spoken = await synthesize(plugin(audio_format=form), TEXT)
            expect_words(spoken)
            # MP3 pads to whole frames, before and after.
            expect_near(spoken.seconds, raw.seconds, 0.25, f"length of {form}")


@check
async def the_turn_after_an_interruption_is_whole():
    async with job():
        speaker = plugin()
        await expect_whole_after_interruptions(speaker)
        await speaker.aclose()


@check
async def five_turns_at_once_give_the_same_bytes_as_one():
    async with job():
        speaker = plugin()
        await expect_alike_at_once(speaker, 5)
        await speaker.aclose()


@check
async def a_turn_with_a_pause_is_whole():
    async with job():
        speaker = plugin()
        spoken = await speak(speaker, ["Let me look. ", "It leaves at nine."], pause=6.5)
        await speaker.aclose()
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 1, 6)


@check
async def a_wrong_key_and_a_wrong_voice_are_the_frameworks_own_errors():
    async with job():
        for speaker, status in ((plugin("wrong"), 401), (plugin(voice="Nobody"), 400)):
            try:
                await speak(speaker, tokens(TEXT))
                raise AssertionError("it was taken")
            except APIStatusError as error:
                expect(error.status_code == status, f"status {error.status_code}, not {status}")


check.run()
