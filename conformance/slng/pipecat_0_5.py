"""Pipecat's services for SLNG 0.5.2, unmodified: turns on the bridge's socket, and its one-shot HTTP service.

# cannot verify: word times, which the wire does not have
"""

import pipecat_slng.tts as module
from pipecat_slng import SlngHttpTTSService, SlngTTSService

from checks import Checks, expect
from pipecat_speaker import Speaker, tokens
from pipecat_turns import KEY, TEXT, URL, declare, expect_words

check = Checks()


def service(url=URL, key=KEY, model="soniox/tts-rt:v1", voice="Adrian", **wishes):
    base = url.replace("http://", "ws://")
    return SlngTTSService(base_url=base, api_key=key, model=model, voice=voice, **wishes)


def one_shot(key=KEY, voice="aura-2-thalia-en"):
    return SlngHttpTTSService(base_url=URL, api_key=key, voice=voice, region_override="eu-north-1")


declare(check, service, module)


@check
async def routing_and_a_providers_key_change_nothing():
    routing = {"region_override": "eu-north-1", "world_part_override": "na", "provider_key": "theirs"}
    async with Speaker(service(model="deepgram/aura:2", voice="aura-2-thalia-en", **routing)) as speaker:
        expect_words(await speaker.say(tokens(TEXT)))


@check
async def one_shot_calls_are_spoken_one_after_the_other():
    async with Speaker(one_shot()) as speaker:
        for _ in range(2):
            expect_words(await speaker.announce(TEXT))


@check
async def one_shot_errors_are_the_services_own():
    for speaker, status in ((Speaker(one_shot(key="wrong")), 401), (Speaker(one_shot(voice="nobody")), 400)):
        async with speaker:
            await speaker.announce(TEXT)
        expect(any(f"status {status}" in error for error in speaker.errors), f"errors {speaker.errors}")


check.run()
