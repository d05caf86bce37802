"""LiveKit's plugin for SLNG 1.8.9, unmodified: the bridge, one socket for each turn.

# cannot verify: word times, which the wire does not have; a clear, which the plugin never sends (it closes its socket)
"""

import os

from livekit.agents import APIStatusError
from livekit.plugins import slng

from checks import Checks, expect, expect_near
from livekit_speaker import job, speak, synthesize, tokens
from livekit_turns import TEXT, expect_alike_at_once, expect_early_turn, expect_whole_after_interruptions, expect_words

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
# Plain `ws` for this host; wherever else, the plugin insists on TLS.
HOST = URL.removeprefix("http://")
RATE = 24000
check = Checks()


def plugin(key=KEY, model="soniox/tts-rt:v1", voice="Adrian", **wishes):
    return slng.TTS(slng_base_url=HOST, api_key=key, model=model, voice=voice, **wishes)


@check
async def a_turn_of_tokens_is_spoken_and_audio_comes_before_the_last_one():
    async with job():
        await expect_early_turn(plugin(), RATE)


@check
async def every_rate_and_the_models_that_clients_name_are_spoken():
    async with job():
        alone = await speak(plugin(), tokens(TEXT))
        expect_words(alone)
        for rate in (8000, 16000, 48000):
            spoken = await speak(plugin(sample_rate=rate), tokens(TEXT))
            expect(spoken.rate == rate, f"{spoken.rate} Hz, not {rate}")
            expect_near(spoken.seconds, alone.seconds, 0.05, f"length at {rate} Hz")
        for model, voice in (("slng/deepgram/aura:2-en", "aura-2-thalia-en"), ("rime/arcana:3", "astra")):
            expect_words(await speak(plugin(model=model, voice=voice), tokens(TEXT)))


@check
async def a_quicker_voice_is_shorter():
    async with job():
        alone, quick = [await speak(plugin(speed=speed), tokens(TEXT)) for speed in (1.0, 2.0)]
    expect(0.35 <= quick.seconds / alone.seconds <= 0.65, f"{quick.seconds} s, {alone.seconds} s")


@check
async def the_one_shot_call_is_spoken():
    async with job():
        expect_words(await synthesize(plugin(), TEXT))


@check
async def two_segments_of_one_turn_are_spoken_one_after_the_other():
    async with job():
        speaker = plugin()
        alone = await speak(speaker, tokens(TEXT))
        twice = await speak(speaker, [*tokens(TEXT), " ", *tokens(TEXT)])
    expect(twice.seconds > 1.8 * alone.seconds, f"{twice.seconds} s, {alone.seconds} s")


@check
async def the_turn_after_an_interruption_is_whole():
    async with job():
        await expect_whole_after_interruptions(plugin())


@check
async def ten_turns_at_once_give_the_same_bytes_as_one():
    async with job():
        await expect_alike_at_once(plugin(), 10)


@check
async def turns_with_a_socket_kept_ready_are_alike():
    async with job():
        speaker = plugin(warm_standby_enabled=True)
        first = await speak(speaker, tokens(TEXT))
        second = await speak(speaker, tokens(TEXT))
        await speaker.aclose()
    expect(first.audio == second.audio, "the bytes differ")


@check
async def routing_tracking_and_a_providers_key_change_nothing():
    async with job():
        wishes = {"region_override": ["eu-north-1", "us-east-1"], "world_part_override": "atlantis"}
        ids = {"external_agent_id": "agent-1", "external_session_id": "session-1", "provider_api_key": "theirs"}
        expect_words(await speak(plugin(**wishes, **ids), tokens(TEXT)))


@check
async def a_wrong_key_and_a_wrong_voice_are_the_frameworks_own_errors():
    async with job():
        for speaker, status in ((plugin("wrong"), 401), (plugin(voice="nobody"), 400)):
            try:
                await speak(speaker, tokens(TEXT))
                raise AssertionError("it was taken")
            except APIStatusError as error:
                expect(error.status_code == status, f"status {error.status_code}, not {status}: {error.message}")


check.run()
