"""Pipecat's service for LMNT (dialect A), unmodified but for its URL, which is a constant in the middle of a method.

It sends a sentence at a time, each with a flush, and takes three seconds of silence for the end of a turn.

# cannot verify: word times, which this service does not ask for
"""

import os

from pipecat.services.lmnt.tts import LmntTTSService

from checks import Checks, expect, expect_near
from pipecat_speaker import Speaker, tokens
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


class Service(LmntTTSService):
    """The one method through which it opens sockets, led to our server."""

    async def _websocket_connect(self, uri, **more):
        path = uri.removeprefix("wss://api.lmnt.com")
        return await super()._websocket_connect(URL.replace("http://", "ws://") + path, **more)


def service(key=KEY, voice="leah"):
    # The default of 3 s ends each turn; a shorter one makes the suite short.
    return Service(api_key=key, settings=Service.Settings(voice=voice), stop_frame_timeout_s=1.0)


def expect_text(spoken):
    expect(spoken.errors == [], f"errors: {spoken.errors}")
    expect_speech(decode(spoken.audio, "pcm_s16le", spoken.rate), spoken.rate, 3, 9)


@check
async def a_turn_of_tokens_is_spoken_and_audio_comes_before_the_last_one():
    async with Speaker(service()) as speaker:
        spoken = await speaker.say(tokens(TEXT), wait_for_audio=True)
    expect(spoken.rate == RATE, f"{spoken.rate} Hz")
    expect(spoken.early, "no audio before the last token")
    expect(len(spoken.contexts) == 1, f"{len(spoken.contexts)} contexts")
    expect_text(spoken)


@check
async def turns_after_one_another_share_a_connection():
    async with Speaker(service()) as speaker:
        first = await speaker.say(tokens(TEXT))
        second = await speaker.say(tokens(TEXT))
        told = await speaker.announce(TEXT)
    expect_text(first)
    expect(first.audio == second.audio, "the second turn sounds otherwise")
    expect_near(told.seconds, first.seconds, 0.5, "length of an announcement")


@check
async def the_turn_after_an_interruption_is_whole():
    async with Speaker(service()) as speaker:
        alone = await speaker.say(tokens(TEXT))
        for after in (0.2, 0, 1):
            await speaker.interrupt(tokens(TEXT * 5), after=after)
        spoken = await speaker.say(tokens(TEXT))
    expect_text(spoken)
    expect(spoken.audio == alone.audio, "the bytes differ")


@check
async def a_wrong_key_is_told_by_the_services_error():
    async with Speaker(service(key="wrong")) as speaker:
        spoken = await speaker.say(tokens(TEXT))
    expect(spoken.audio == b"", "audio without a key")
    expect(any("Invalid API key" in error for error in speaker.errors), f"errors: {speaker.errors}")


check.run()
