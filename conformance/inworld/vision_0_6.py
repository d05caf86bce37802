"""Vision Agents' plugin for Inworld, unmodified, with only its URL set.

# cannot verify: its keep-alive, which comes once a minute; pipecat_1_14.py sends the same message
"""

import asyncio
import os

from vision_agents.plugins import inworld

from checks import Checks, expect, expect_near
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
SOCKET = URL.replace("http://", "ws://") + "/tts/v1/voice:streamBidirectional"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
check = Checks()


def plugin(key=KEY, **wishes):
    return inworld.TTS(api_key=key, ws_url=SOCKET, **wishes)


async def speak(speaker, text=TEXT):
    """What one utterance sounds like, as the plugin's caller gets it."""
    return b"".join([piece.to_bytes() async for piece in await speaker.stream_audio(text)])


def expect_spoken(sound, rate=16000):
    expect_speech(decode(sound, "pcm_s16le", rate), rate, 3, 9)


@check
async def utterances_follow_one_another_on_one_connection():
    speaker = plugin()
    await speaker.start()
    sounds = [await speak(speaker) for _ in range(8)]
    await speaker.close()
    expect_spoken(sounds[0])
    expect(all(sound == sounds[0] for sound in sounds), "the bytes differ")


@check
async def a_long_text_is_one_generation():
    speaker = plugin()
    short, long = await speak(speaker), await speak(speaker, TEXT * 12)
    await speaker.close()
    expect(len(long) > 10 * len(short), f"{len(long)} bytes, for {len(short)} a twelfth")


@check
async def an_interruption_ends_and_the_next_utterance_is_whole():
    speaker = plugin()
    whole = await speak(speaker)
    for _ in range(7):
        stream = await speaker.stream_audio(TEXT * 10)
        await anext(stream)
        await speaker.interrupt()
        rest = [piece async for piece in stream]
        expect(len(rest) <= 1, f"{len(rest)} pieces after the interruption")
    expect(await speak(speaker) == whole, "the bytes differ")
    await speaker.close()


@check
async def other_rates_and_paces_are_what_they_say():
    plain = len(await speak(plugin())) / 2 / 16000
    fine = len(await speak(plugin(sample_rate=48000))) / 2 / 48000
    fast = len(await speak(plugin(speaking_rate=1.5))) / 2 / 16000
    expect_near(fine, plain, 0.05, "length at 48 kHz")
    expect_near(fast / plain, 1 / 1.5, 0.1, "share of the time")


@check
async def the_server_may_decide_when_to_speak():
    speaker = plugin(auto_mode=False)
    expect_spoken(await speak(speaker))
    await speaker.close()


async def error_of(speaker):
    try:
        await speak(speaker)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        await speaker.close()
    raise AssertionError("it was taken")


@check
async def a_wrong_voice_is_raised_in_the_servers_words():
    error = await error_of(plugin(voice_id="nobody"))
    expect("unknown voice: nobody" in error, error)


@check
async def a_wrong_key_is_raised_at_once():
    error = await asyncio.wait_for(error_of(plugin("wrong")), 5)
    expect("401" in error, error)


check.run()
