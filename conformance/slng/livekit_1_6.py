"""LiveKit's plugin for SLNG 1.6.0, unmodified: direct addresses, a pool of sockets that live on between turns.

It names no stream, so on the address of the streams it has a session of utterances. Models of one provider end each
utterance with `cancel`, on a socket of its own.

# cannot verify: word times, which the wire does not have; the status of an error in mid-session, which the plugin drops
"""

import os

from livekit.agents import APIStatusError
from livekit.plugins import slng

from checks import Checks, expect
from livekit_speaker import job, speak, synthesize, tokens
from livekit_turns import TEXT, expect_alike_at_once, expect_early_turn, expect_whole_after_interruptions, expect_words

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
SOCKETS = URL.replace("http://", "ws://") + "/v1/tts/"
RATE = 24000
check = Checks()


def plugin(key=KEY, model="soniox/tts-rt:v1", voice="Adrian", **wishes):
    return slng.TTS(model_endpoint=SOCKETS + model, api_key=key, model=model, voice=voice, **wishes)


@check
async def a_turn_of_tokens_is_spoken_and_audio_comes_before_the_last_one():
    async with job():
        await expect_early_turn(plugin(), RATE)


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
        await expect_whole_after_interruptions(speaker)
        await speaker.aclose()


@check
async def ten_turns_at_once_give_the_same_bytes_as_one():
    async with job():
        speaker = plugin()
        await expect_alike_at_once(speaker, 10)
        await speaker.aclose()


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
