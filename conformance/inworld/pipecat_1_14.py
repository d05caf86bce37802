"""Pipecat's WebSocket and HTTP services for Inworld, unmodified; the HTTP one's URL is a constant of the object.

# cannot verify: that words of an interrupted turn stop where the listener stopped, which needs a transport in real time
# cannot verify: marks in the words of SYNC, of which the service drops those that begin a message
"""

import asyncio
import os

import aiohttp
from pipecat.services.inworld.tts import InworldHttpTTSService, InworldTTSService

from checks import Checks, expect, expect_near
from pipecat_speaker import Speaker, tokens
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
SOCKET = URL.replace("http://", "ws://") + "/tts/v1/voice:streamBidirectional"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


def service(key=KEY, voice="Ashley", **more):
    return InworldTTSService(api_key=key, url=SOCKET, settings=InworldTTSService.Settings(voice=voice), **more)


def letters(text):
    return "".join(letter for letter in text if letter.isalnum())


def expect_whole(spoken, text=TEXT):
    """A turn that was spoken and timed from its beginning to its end, and ended by the server's word.

    Times are looked at from the first word on: where the turn before was not listened to in real time, the framework
    puts the words of this one behind those of that one.
    """
    expect(not spoken.errors, f"{spoken.errors}")
    expect_speech(decode(spoken.audio, "pcm_s16le", spoken.rate), spoken.rate, 3, 12)
    expect(letters(spoken.text) == letters(text), f"the words say {spoken.text!r}")
    starts = [word.start for word in spoken.words if word.start is not None]
    expect(len(starts) == len(spoken.words), "words without a time")
    expect(starts == sorted(starts), f"times run backwards: {starts}")
    last = starts[-1] - starts[0]
    expect(spoken.seconds - 2 < last < spoken.seconds, f"the last word begins at {last} of {spoken.seconds} s")
    expect(spoken.stops == 1, f"{spoken.stops} ends of speech")


@check
async def a_turn_is_spoken_with_its_words_and_ends_with_the_servers_word():
    async with Speaker(service()) as speaker:
        spoken = await speaker.say(tokens(TEXT), wait_for_audio=True)
        expect_whole(spoken)
        expect(spoken.rate == RATE, f"{spoken.rate} Hz")
        expect(spoken.early, "no audio before the last token")
        expect(spoken.text == TEXT, f"the words say {spoken.text!r}")
        expect(-0.05 <= spoken.words[0].start < 0.2, f"the first word begins at {spoken.words[0].start} s")
        expect(len(spoken.contexts) == 1, f"contexts {spoken.contexts}")
        # The words of the second sentence come after the sound of the first.
        first = TEXT.split(". ")[0] + "."
        late = next(word for word in spoken.words if word.text.strip() == "The")
        expect(late.start > 0.3, f"{late.text} at {late.start} s, inside {first!r}")


@check
async def turns_follow_one_another_on_one_connection():
    async with Speaker(service()) as speaker:
        for _ in range(8):
            expect_whole(await speaker.say(tokens(TEXT)))
        expect(not speaker.errors, f"{speaker.errors}")


@check
async def the_turn_after_an_interruption_is_whole():
    async with Speaker(service()) as speaker:
        whole = await speaker.say(tokens(TEXT))
        for _ in range(7):
            cut = await speaker.interrupt(tokens(TEXT * 5))
            expect(cut.seconds >= 0.2 and not cut.errors, f"{cut.seconds} s, {cut.errors}")
        after = await speaker.say(tokens(TEXT))
        expect_whole(after)
        expect_near(after.seconds, whole.seconds, 0.02, "length of the turn after")
        expect(not speaker.errors, f"{speaker.errors}")


@check
async def an_interruption_before_any_text_leaves_nothing_behind():
    async with Speaker(service()) as speaker:
        for _ in range(8):
            await speaker.interrupt([], after=0)
        expect_whole(await speaker.say(tokens(TEXT)))
        expect(not speaker.errors, f"{speaker.errors}")


@check
async def an_utterance_that_no_model_wrote_is_spoken():
    async with Speaker(service()) as speaker:
        expect_whole(await speaker.announce(TEXT))


@check
async def other_rates_and_times_with_their_audio():
    for rate in (8000, 16000, 48000):
        async with Speaker(service(timestamp_transport_strategy="SYNC"), rate=rate) as speaker:
            spoken = await speaker.say(tokens(TEXT))
            expect(spoken.rate == rate, f"{spoken.rate} Hz")
            expect_whole(spoken)


@check
async def wav_in_every_message_is_stripped_to_the_same_sound():
    lengths = []
    for encoding in ("PCM", "LINEAR16"):
        async with Speaker(service(encoding=encoding)) as speaker:
            spoken = await speaker.say(tokens(TEXT))
            expect_whole(spoken)
            lengths.append(spoken.seconds)
    expect_near(lengths[1], lengths[0], 0.02, "length of LINEAR16")


@check
async def text_waits_for_the_server_to_decide_without_auto_mode():
    async with Speaker(service(auto_mode=False)) as speaker:
        expect_whole(await speaker.say(tokens(TEXT)))


@check
async def a_keep_alive_with_and_without_a_context_is_no_error():
    async with Speaker(service()) as speaker:
        await speaker.service._send_keepalive()
        expect_whole(await speaker.say(tokens(TEXT)))
        await speaker.service._send_keepalive()
        await asyncio.sleep(0.2)
        expect(not speaker.errors, f"{speaker.errors}")


@check
async def a_wrong_voice_is_an_error_frame():
    async with Speaker(service(voice="nobody")) as speaker:
        spoken = await speaker.interrupt(tokens(TEXT), after=0)
        await asyncio.sleep(0.3)
        expect(any("unknown voice: nobody" in error for error in speaker.errors), f"{speaker.errors}")
        expect(not spoken.audio, "it was spoken")


@check
async def a_wrong_key_is_an_error_frame():
    async with Speaker(service("wrong")) as speaker:
        expect(any("401" in error for error in speaker.errors), f"{speaker.errors}")


@check
async def the_http_service_speaks_both_ways():
    async with aiohttp.ClientSession() as session:
        for streaming in (True, False):
            tts = InworldHttpTTSService(
                api_key=KEY,
                aiohttp_session=session,
                streaming=streaming,
                settings=InworldHttpTTSService.Settings(voice="Ashley"),
            )
            tts._base_url = f"{URL}/tts/v1/voice" + (":stream" if streaming else "")
            async with Speaker(tts) as speaker:
                spoken = await speaker.say(tokens(TEXT))
                expect(not spoken.errors, f"{spoken.errors}")
                expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 3, 12)
                expect(spoken.text == TEXT, f"the words say {spoken.text!r}")


check.run()
