"""LiveKit's plugin for LMNT, unmodified but for its URL, which is a constant; one-shot HTTP, a sentence at a time.

# cannot verify: nothing of the socket, which this plugin does not use
"""

import os

from livekit.agents import APIStatusError
from livekit.plugins import lmnt
from livekit.plugins.lmnt import tts as plugin_module

from checks import Checks, expect, expect_near
from livekit_speaker import job, synthesize
from livekit_turns import TEXT, expect_alike_at_once, expect_early_turn, expect_whole_after_interruptions, expect_words

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
plugin_module.LMNT_BASE_URL = URL + "/v1/ai/speech/bytes"
RATE = 24000
check = Checks()


def plugin(key=KEY, **wishes):
    return lmnt.TTS(api_key=key, **wishes)


@check
async def a_turn_of_tokens_is_spoken_and_audio_comes_before_the_last_one():
    async with job():
        await expect_early_turn(plugin(), RATE)


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
        await expect_whole_after_interruptions(plugin(format="wav"), 1)


@check
async def ten_turns_at_once_give_the_same_bytes_as_one():
    async with job():
        await expect_alike_at_once(plugin(format="wav"), 10)


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
