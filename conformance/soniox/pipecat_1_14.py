"""Pipecat's service for Soniox, unmodified, with only its URL set: two streams in line, word times, interruptions."""

import asyncio
import os

from pipecat.frames.frames import TTSSpeakFrame
from pipecat.services.soniox.tts import SonioxTTSService

from checks import Checks, expect
from pipecat_speaker import Speaker, tokens
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


def service(key=KEY, **settings):
    url = URL.replace("http", "ws", 1) + "/tts-websocket"
    wishes = {"settings": SonioxTTSService.Settings(**settings)} if settings else {}
    return SonioxTTSService(api_key=key, url=url, **wishes)


def expect_words(spoken):
    expect(spoken.errors == [], f"errors {spoken.errors}")
    expect(spoken.rate == RATE, f"{spoken.rate} Hz")
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 3, 9)


@check
async def a_turn_of_tokens_is_spoken_and_ends_by_itself():
    async with Speaker(service()) as speaker:
        spoken = await speaker.say(tokens(TEXT), wait_for_audio=True)
    expect_words(spoken)
    expect(spoken.early, "no audio before the last token")
    expect(spoken.silence < 1.5, f"the end was waited for {spoken.silence} s")


@check
async def words_come_in_order_inside_the_audio_and_are_the_text():
    async with Speaker(service()) as speaker:
        spoken = await speaker.say(tokens(TEXT))
    expect(spoken.text == TEXT, f"{len(spoken.text)} characters of words, not the text's {len(TEXT)}")
    starts = [word.start for word in spoken.words]
    expect(None not in starts and starts == sorted(starts), "times are missing or run backwards")
    expect(-0.05 <= starts[0] and starts[-1] <= spoken.seconds, f"times from {starts[0]} to {starts[-1]}")
    expect(starts[-1] > spoken.seconds / 2, "the last word begins too early")


@check
async def turns_follow_one_another_on_one_socket():
    async with Speaker(service()) as speaker:
        first = await speaker.say(tokens(TEXT))
        second = await speaker.say(tokens(TEXT))
        third = await speaker.announce(TEXT)
    for spoken in (first, second, third):
        expect_words(spoken)
    expect(first.contexts != second.contexts, "one context for two turns")


@check
async def two_utterances_in_line_are_two_streams_heard_in_order():
    async with Speaker(service()) as speaker:
        alone = await speaker.announce(TEXT)
        # Behind the driver's back, so that it counts both to one turn.
        await speaker._worker.queue_frame(TTSSpeakFrame(TEXT))
        both = await speaker.announce(TEXT)
    expect(both.errors == [] and len(both.contexts) == 2, f"{len(both.contexts)} contexts, errors {both.errors}")
    expect(both.audio == alone.audio * 2, "the bytes differ")
    expect(both.text == f"{TEXT} {TEXT}", "the words differ")


@check
async def the_turn_after_an_interruption_is_whole():
    async with Speaker(service()) as speaker:
        alone = await speaker.say(tokens(TEXT))
        for _ in range(8):
            cut = await speaker.interrupt(tokens(TEXT * 10))
            expect(cut.seconds >= 0.2, "cut short before it was heard")
        after = await speaker.say(tokens(TEXT))
    expect_words(after)
    expect(after.audio == alone.audio, "the bytes differ")


@check
async def a_turn_of_tool_calls_only_leaves_nothing_behind():
    async with Speaker(service()) as speaker:
        for _ in range(8):
            await speaker.say([])
            await speaker.interrupt([], after=0)
        after = await speaker.say(tokens(TEXT))
    expect_words(after)
    expect(speaker.errors == [], f"errors {speaker.errors}")


@check
async def a_pause_in_the_middle_of_a_turn_breaks_nothing():
    async with Speaker(service()) as speaker:
        spoken = await speaker.say(["Let me look it up. ", "The train to Leeds leaves at nine. "], pause=6)
    expect_words(spoken)


@check
async def a_wrong_voice_is_told_and_a_wrong_key_too():
    async with Speaker(service(voice="Nobody")) as speaker:
        spoken = await speaker.say(tokens(TEXT))
        expect(any("Invalid voice 'Nobody'" in error for error in spoken.errors), f"errors {spoken.errors}")
        expect(spoken.audio == b"", "it sounds")
    wrong = Speaker(service("wrong"))
    async with wrong:
        await asyncio.sleep(0.5)
    expect(any("401" in error for error in wrong.errors), f"errors {wrong.errors}")


check.run()
