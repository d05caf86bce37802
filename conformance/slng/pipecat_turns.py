"""What is checked of Pipecat's service for SLNG, whatever its version: turns on the bridge. Read `declare` first."""

import asyncio
import os

from pipecat.frames.frames import TTSSpeakFrame

from checks import expect, expect_near
from own_server import own_server
from pipecat_speaker import Speaker, tokens
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
# What two equal turns may differ by, in seconds: the framework's own trimming.
SLACK = 0.05
# A server's patience with a silent client in one check, and how often the client speaks up there, in seconds.
SHORT_IDLE, SHORT_KEEPALIVE, PAUSE = 2, 0.5, 5


def expect_words(spoken, rate=RATE):
    expect(not spoken.errors, f"errors {spoken.errors}")
    expect(spoken.rate == rate, f"{spoken.rate} Hz")
    expect_speech(decode(spoken.audio, "pcm_s16le", rate), rate, 3, 9)


def declare(check, service, module):
    """Declares the checks. `service(url=…, key=…, **wishes)` makes one; `module` is where its constants are."""

    @check
    async def a_turn_of_tokens_is_spoken_and_audio_comes_before_the_last_one():
        async with Speaker(service()) as speaker:
            spoken = await speaker.say(tokens(f"{TEXT} {TEXT}"), wait_for_audio=True)
        expect(spoken.early, "no audio before the last token")
        expect(spoken.silence < 1, f"the end came {spoken.silence} s after the last audio")
        expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 6, 18)

    @check
    async def turn_after_turn_is_as_long():
        async with Speaker(service()) as speaker:
            turns = [await speaker.say(tokens(TEXT)) for _ in range(7)]
        for turn in turns:
            expect_words(turn)
            expect(turn.silence < 1, f"the end came {turn.silence} s after the last audio")
            expect_near(turn.seconds, turns[0].seconds, SLACK, "length of a turn")

    @check
    async def utterances_sent_ahead_are_all_heard():
        async with Speaker(service()) as speaker:
            alone = await speaker.announce(TEXT)
            # Both are on the wire, text, flush, text, flush, before the first terminal comes back.
            await speaker._worker.queue_frame(TTSSpeakFrame(TEXT))
            both = await speaker.announce(TEXT)
        expect(not both.errors, f"errors {both.errors}")
        expect_near(both.seconds, 2 * alone.seconds, 2 * SLACK, "length of the two")

    @check
    async def ten_interruptions_in_a_row_harm_no_later_turn():
        async with Speaker(service()) as speaker:
            alone = await speaker.say(tokens(TEXT))
            for number in range(10):
                cut = await speaker.interrupt(tokens(TEXT * 5), after=0.2 if number % 2 else 0)
                expect(cut.seconds < 30, f"{cut.seconds} s were heard before the interruption")
            after = await speaker.say(tokens(TEXT))
        expect_words(after)
        expect_near(after.seconds, alone.seconds, SLACK, "length of the turn after")

    @check
    async def letterless_turns_end_without_a_sound():
        async with Speaker(service()) as speaker:
            await speaker.announce("…")
            after = await speaker.say(tokens(TEXT))
        expect_words(after)

    @check
    async def other_rates_and_a_quicker_voice_are_spoken():
        async with Speaker(service(), rate=16000) as speaker:
            expect_words(await speaker.say(tokens(TEXT)), 16000)
        async with Speaker(service(speed=2.0)) as speaker:
            quick = await speaker.say(tokens(TEXT))
        expect(1.5 <= quick.seconds <= 4.5, f"{quick.seconds} s")

    @check
    async def a_socket_kept_ready_stays_ready_and_the_next_turn_is_whole():
        kept = service(warm_standby_enabled=True)
        async with Speaker(kept) as speaker:
            for _ in range(3):
                expect_words(await speaker.say(tokens(TEXT)))
                # Any frame but `ready`, and any close, makes the service give it up.
                await asyncio.sleep(0.3)
                expect(kept._standby_ready, "the spare socket was given up")

    @check
    async def a_pronunciation_dictionary_is_no_reason_to_fall_silent():
        async with Speaker(service(pronunciation={"mode": "rewrite", "name": "names"})) as speaker:
            expect_words(await speaker.say(tokens(TEXT)))

    @check
    async def keepalives_outlast_an_idle_server():
        usual, module._KEEPALIVE_INTERVAL = module._KEEPALIVE_INTERVAL, SHORT_KEEPALIVE
        try:
            async with own_server(f"limits.idle={SHORT_IDLE}s") as (url, _):
                expect(await sockets_over_a_pause(service(url=url)) == 1, "the socket was closed in the pause")
                module._KEEPALIVE_INTERVAL = 2 * PAUSE
                expect(await sockets_over_a_pause(service(url=url)) == 2, "the server waits for ever")
        finally:
            module._KEEPALIVE_INTERVAL = usual

    @check
    async def a_wrong_voice_is_the_services_own_error():
        async with Speaker(service(voice="nobody")) as speaker:
            await speaker.say(tokens(TEXT))
        told = [error for error in speaker.errors if "no voice named" in error]
        expect(told, f"errors {speaker.errors}")

    @check
    async def a_wrong_key_is_the_services_own_error():
        speaker = Speaker(service(key="wrong"))
        try:
            async with speaker:
                await speaker.say(tokens(TEXT))
        except Exception as error:  # the service ends its pipeline, which the driver reports in words of its own
            expect("pipeline ended" in str(error) or "401" in str(error), f"{error}")
        expect(any("401" in error for error in speaker.errors), f"errors {speaker.errors}")


async def sockets_over_a_pause(service):
    """A turn, a pause, a turn: how many sockets the service opened for them."""
    opened = []

    @service.event_handler("on_connected")
    async def on_connected(_service):
        opened.append(True)

    async with Speaker(service) as speaker:
        expect_words(await speaker.say(tokens(TEXT)))
        await asyncio.sleep(PAUSE)
        expect_words(await speaker.say(tokens(TEXT)))
        expect(not speaker.errors, f"errors {speaker.errors}")
    return len(opened)
