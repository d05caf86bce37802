"""Pipecat's service for Smallest.ai, unmodified, with only its URL set.

It sends sentences without spaces between them, closes a context at the end of the turn, takes silence for the end of the
sound, and reconnects on an interruption.
"""

import asyncio
import os

from pipecat.services.smallest.tts import SmallestTTSService

from checks import Checks, expect
from own_server import own_server
from pipecat_speaker import Speaker, tokens
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
# The service's own keep-alive comes each 30 s; a server that waits for 33 s shows that it counts.
IDLE, PAUSE = "33s", 36
check = Checks()


def service(key=KEY, url=URL, voice="meher", **wishes):
    # The default of 3 s ends each turn; a shorter one makes the suite short.
    settings = SmallestTTSService.Settings(voice=voice)
    base_url = url.replace("http://", "ws://")
    return SmallestTTSService(
        api_key=key, base_url=base_url, settings=settings, stop_frame_timeout_s=1.0, **wishes
    )


def expect_text(spoken):
    expect(spoken.errors == [], f"errors: {spoken.errors}")
    expect(spoken.rate == RATE, f"{spoken.rate} Hz")
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 3, 9)


@check
async def a_turn_of_tokens_is_spoken_with_its_words_before_the_text_ends():
    async with Speaker(service()) as speaker:
        spoken = await speaker.say(tokens(TEXT), wait_for_audio=True)
    expect(spoken.early, "no audio before the last token")
    expect(len(spoken.contexts) == 1, f"{len(spoken.contexts)} contexts")
    expect_text(spoken)
    expect(spoken.text == TEXT, f"{len(spoken.words)} other words")
    starts = [word.start for word in spoken.words]
    expect(None not in starts and starts == sorted(starts), "words without times, or backwards")
    expect(spoken.seconds / 2 < starts[-1] < spoken.seconds, f"the last word at {starts[-1]} of {spoken.seconds} s")


@check
async def turns_after_one_another_share_a_connection():
    async with Speaker(service()) as speaker:
        first = await speaker.say(tokens(TEXT))
        second = await speaker.say(tokens(TEXT))
        told = await speaker.announce(TEXT)
    expect_text(first)
    expect(first.audio == second.audio, "the second turn sounds otherwise")
    expect(told.errors == [] and told.seconds > 3, "the announcement was not heard")


@check
async def the_turn_after_an_interruption_is_whole():
    async with Speaker(service()) as speaker:
        alone = await speaker.say(tokens(TEXT))
        for after in (0.2, 0, 1, 0.1, 0, 0.5, 0.2):
            await speaker.interrupt(tokens(TEXT * 5), after=after)
        spoken = await speaker.say(tokens(TEXT))
    expect_text(spoken)
    expect(spoken.audio == alone.audio, "the bytes differ")
    expect(spoken.text == TEXT, "words of another turn")


@check
async def without_word_times_the_sound_is_the_same():
    async with Speaker(service()) as speaker:
        timed = await speaker.say(tokens(TEXT))
    async with Speaker(service(word_timestamps=False, max_buffer_delay_ms=500)) as speaker:
        plain = await speaker.say(tokens(TEXT))
    expect_text(plain)
    expect(timed.audio == plain.audio, "the bytes differ")


@check
async def text_without_letters_harms_nothing():
    async with Speaker(service()) as speaker:
        await speaker.say(["…"])
        spoken = await speaker.say(tokens(TEXT))
    expect_text(spoken)


@check
async def a_wrong_key_is_told_by_the_services_error():
    async with Speaker(service(key="wrong")) as speaker:
        spoken = await speaker.say(tokens("Hello."))
    expect(spoken.audio == b"", "audio without a key")
    expect(any("401" in error for error in speaker.errors), f"errors: {speaker.errors}")


@check
async def a_wrong_voice_is_told_by_the_services_error():
    async with Speaker(service(voice="nobody")) as speaker:
        spoken = await speaker.say(tokens("Hello there."))
    expect(spoken.audio == b"", "audio in a voice that is not there")
    expect(any("VOICE_NOT_FOUND" in error or "no voice" in error for error in speaker.errors), f"{speaker.errors}")


@check
async def the_services_keep_alive_is_silent_and_keeps_the_socket():
    async with own_server(f"limits.idle={IDLE}") as (url, _), Speaker(service(url=url)) as speaker:
        losses = []

        @speaker.service.event_handler("on_disconnected")
        async def note(_service):
            losses.append(1)

        first = await speaker.say(tokens(TEXT))
        await asyncio.sleep(PAUSE)
        expect(losses == [], "the connection was lost")
        second = await speaker.say(tokens(TEXT))
        expect(speaker.errors == [], f"errors: {speaker.errors}")
    expect(first.audio == second.audio, "the keep-alive made a sound")


check.run()
