"""Pipecat's service for SLNG 0.7.0, unmodified but for one function: it knows only the vendor's own hosts, so
`WorldPart.bridge_url` is replaced by one that names ours.

# cannot verify: the vendor's host names and TLS, which that function stands for; word times, which the wire does not have
"""

import pipecat_slng.tts as module
from pipecat_slng import SlngTTSService
from pipecat_slng._gateway import WorldPart

from checks import Checks
from pipecat_speaker import Speaker, tokens
from pipecat_turns import KEY, TEXT, URL, declare, expect_words

check = Checks()


def service(url=URL, key=KEY, model="slng/deepgram/aura:2-en", voice="aura-2-thalia-en", **wishes):
    base = url.replace("http://", "ws://")
    WorldPart.bridge_url = lambda _part, kind, model: f"{base}/v1/bridges/unmute/{kind}/{model}"
    return SlngTTSService(world_part="eu-north", api_key=key, model=model, voice=voice, **wishes)


declare(check, service, module)


@check
async def tracking_and_a_providers_key_change_nothing():
    ids = {"external_agent_id": "agent-1", "external_session_id": "session-1", "provider_key": "theirs"}
    async with Speaker(service(model="soniox/tts-rt:v1", voice="Adrian", **ids)) as speaker:
        expect_words(await speaker.say(tokens(TEXT)))


check.run()
