"""LiveKit's plugin for SLNG 1.6.0, unmodified: direct addresses, a pool of sockets that live on between turns.

It names no stream, so on the address of the streams it has a session of utterances. Models of one provider end each
utterance with `cancel`, on a socket of its own.

# cannot verify: word times, which the wire does not have; the status of an error in mid-session, which the plugin drops
"""

import asyncio
import os

from livekit.agents import APIStatusError
from livekit.plugins import slng

from checks import Checks, expect
from livekit_speaker import interrupt, job, speak, synthesize, tokens
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
SOCKETS = URL.replace("http://", "ws://") + "/v1/tts/"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
LONG = f"Ladies and gentlemen, please listen. {TEXT}"
RATE = 24000
check = Checks()


def plugin(key=KEY, model="soniox/tts-rt:v1", voice="Adrian", **wishes):
    return slng.TTS(model_endpoint=SOCKETS + model, api_key=key, model=model, voice=voice, **wishes)


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
async def turns_on_one_socket_are_alike_and_none_hears_the_end_of_the_one_before():
    async with job():
        speaker = plugin()
        turns = [await speak(speaker, tokens(TEXT)) for _ in range(5)]
        await speaker.aclose()
    expect_words(turns[0])
    expect(all(turn.audio == turns[0].audio for turn in turns), "the bytes differ")


@check
async def a_model_whose_utterances_end_with_cancel_is_spoken():
    async with job():
        speaker = plugin(model="slng/rime/arcana:3-en", voice="default")
        expect_words(await speak(speaker, tokens(TEXT)))
        expect_words(await synthesize(speaker, TEXT))


@check
async def the_models_that_clients_name_are_spoken():
    async with job():
        expect_words(await speak(plugin(model="deepgram/aura:2", voice="default"), tokens(TEXT)))
        expect_words(await speak(plugin(model="sarvam/bulbul:v3", voice="default"), tokens(TEXT)))


@check
async def the_turn_after_an_interruption_is_whole():
    async with job():
        speaker = plugin()
        alone = await speak(speaker, tokens(TEXT))
        for _ in range(8):
            await interrupt(speaker, tokens(TEXT * 10))
        after = await speak(speaker, tokens(TEXT))
        await speaker.aclose()
    expect(after.audio == alone.audio, "the bytes differ")


@check
async def ten_turns_at_once_give_the_same_bytes_as_one():
    async with job():
        speaker = plugin()
        alone = await speak(speaker, tokens(TEXT))
        others = await asyncio.gather(*(speak(speaker, tokens(TEXT)) for _ in range(10)))
        await speaker.aclose()
    expect(all(other.audio == alone.audio for other in others), "the bytes differ")


@check
async def a_wrong_key_and_a_wrong_voice_are_the_frameworks_own_errors():
    async with job():
        for speaker, reason in ((plugin("wrong"), None), (plugin(voice="nobody"), "no voice named")):
            try:
                await speak(speaker, tokens(TEXT))
                raise AssertionError("it was taken")
            except APIStatusError as error:
                told = reason in error.message if reason else error.status_code == 401
                expect(told, f"status {error.status_code}: {error.message}")


check.run()
