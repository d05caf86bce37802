"""LiveKit's plugin for LMNT, unmodified but for its URL, which is a constant; one-shot HTTP, a sentence at a time.

# cannot verify: nothing of the socket, which this plugin does not use
"""

import asyncio
import os

from livekit.agents import APIStatusError
from livekit.plugins import lmnt
from livekit.plugins.lmnt import tts as plugin_module

from checks import Checks, expect, expect_near
from livekit_speaker import interrupt, job, speak, synthesize, tokens
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
plugin_module.LMNT_BASE_URL = URL + "/v1/ai/speech/bytes"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
# Two sentences that the framework sends apart; it joins those of less than twenty characters to the next.
LONG = f"Ladies and gentlemen, please listen. {TEXT}"
RATE = 24000
check = Checks()


def plugin(key=KEY, **wishes):
    return lmnt.TTS(api_key=key, **wishes)


def expect_words(spoken):
    expect_speech(decode(spoken.audio, "pcm_s16le", spoken.rate), spoken.rate, 3, 9)


@check
async def a_turn_of_tokens_is_spoken_and_audio_comes_before_the_last_one():
    async with job():
        spoken = await speak(plugin(), tokens(LONG), wait_for_audio=True)
    expect(spoken.rate == RATE, f"{spoken.rate} Hz")
    expect(spoken.early, "no audio before the last token")
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 4, 12)


@check
async def every_format_is_decoded_to_the_same_length():
    async with job():
        lengths = {form: await synthesize(plugin(format=form), TEXT) for form in ("wav", "mp3")}
    for form, spoken in lengths.items():
        expect_words(spoken)
        # MP3 pads to whole frames, before and after.
        expect_near(spoken.seconds, lengths["wav"].seconds, 0.25, f"length of {form}")


@check
async def the_turn_after_an_interruption_is_whole():
    async with job():
        speaker = plugin(format="wav")
        alone = await speak(speaker, tokens(TEXT))
        cut = await interrupt(speaker, tokens(TEXT * 10))
        after = await speak(speaker, tokens(TEXT))
    expect(0.2 <= cut.seconds < 30, f"{cut.seconds} s were heard before the interruption")
    expect(after.audio == alone.audio, "the bytes differ")


@check
async def ten_turns_at_once_give_the_same_bytes_as_one():
    async with job():
        speaker = plugin(format="wav")
        alone = await speak(speaker, tokens(TEXT))
        others = await asyncio.gather(*(speak(speaker, tokens(TEXT)) for _ in range(10)))
    expect(all(other.audio == alone.audio for other in others), "the bytes differ")


@check
async def a_wrong_key_and_a_wrong_voice_are_the_frameworks_own_errors():
    async with job():
        for speaker, status in ((plugin("wrong"), 403), (plugin(voice="nobody"), 404)):
            try:
                await synthesize(speaker, TEXT)
                raise AssertionError("it was taken")
            except APIStatusError as error:
                expect(error.status_code == status, f"status {error.status_code}, not {status}")


check.run()
