"""LiveKit's plugin for Smallest.ai, unmodified, with only its URLs set: continuations, its older mode, and one shot.

After a turn's last fragment the plugin takes 0.6 s without a frame for the end and drops what would follow, so a stall of
the engine must be bridged. One check provokes a stall: it stops the voice host of a server of its own.
"""

import asyncio
import os
import signal
import time
from pathlib import Path

from livekit.agents import APIConnectionError, APIError, APIStatusError
from livekit.plugins import smallestai

from checks import Checks, expect, expect_near
from livekit_speaker import ONCE, interrupt, job, speak, streaming, synthesize, tokens
from livekit_turns import expect_alike_at_once
from own_server import own_server
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
# How long the voice host stands still, in seconds. The server replaces one that does not answer for a second.
STALL = 2.0
# How long a pause the plugin takes for the end, in seconds.
DRAIN = 0.6
check = Checks()


def plugin(key=KEY, url=URL, **wishes):
    sockets = url.replace("http://", "ws://")
    return smallestai.TTS(
        api_key=key, base_url=f"{url}/waves/v1", ws_url=f"{sockets}/waves/v1/tts/live", **wishes
    )


def expect_text(spoken, longest=9):
    expect(spoken.rate == RATE, f"{spoken.rate} Hz")
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 3, longest)


@check
async def a_turn_of_tokens_is_spoken_and_audio_comes_before_the_last_one():
    async with job():
        spoken = await speak(plugin(), tokens(TEXT), wait_for_audio=True)
    expect(spoken.early, "no audio before the last token")
    expect(spoken.finals == 1, f"{spoken.finals} last frames")
    expect_text(spoken)


@check
async def words_match_the_text_and_lie_in_the_audio():
    async with job():
        spoken = await speak(plugin(word_timestamps=True), tokens(TEXT))
    expect([word.text.strip() for word in spoken.words] == TEXT.split(), f"{len(spoken.words)} other words")
    starts = [word.start for word in spoken.words]
    expect(starts == sorted(starts), "the words run backwards")
    expect(spoken.words[-1].end <= spoken.seconds + 0.01, "a word after the end")
    expect(spoken.words[-1].start > spoken.seconds / 2, "the times restart")


@check
async def the_older_mode_hears_two_turns_on_one_socket():
    async with job():
        speaker = plugin(use_continuations=False)
        first = await speak(speaker, tokens(TEXT), wait_for_audio=True)
        second = await speak(speaker, tokens(TEXT))
    expect(first.early, "no audio before the last token")
    expect_text(first)
    expect(first.audio == second.audio, "the second turn sounds otherwise")


@check
async def both_modes_give_the_same_bytes():
    async with job():
        new = await speak(plugin(), tokens(TEXT))
        old = await speak(plugin(use_continuations=False), tokens(TEXT))
    expect(new.audio == old.audio, "the bytes differ")


@check
async def turns_after_one_another_sound_alike():
    async with job():
        speaker = plugin()
        turns = [await speak(speaker, tokens(TEXT)) for _ in range(3)]
    expect(len({turn.audio for turn in turns}) == 1, "the bytes differ")


@check
async def ten_turns_at_once_give_the_same_bytes_as_one():
    async with job():
        await expect_alike_at_once(plugin(), 10)


@check
async def the_turn_after_an_interruption_is_whole():
    async with job():
        for mode in (True, False):
            speaker = plugin(use_continuations=mode)
            alone = await speak(speaker, tokens(TEXT))
            for _ in range(6):
                cut = await interrupt(speaker, tokens(TEXT * 10), after=0.1)
                expect(cut.seconds < 40, "nothing was cut short")
            after = await speak(speaker, tokens(TEXT))
            expect(after.audio == alone.audio, "the bytes differ")


@check
async def text_without_letters_ends_the_older_mode_at_once():
    async with job():
        begun = time.monotonic()
        try:
            await speak(plugin(use_continuations=False), ["…"])
        except APIError as error:
            expect("no audio frames" in str(error), f"another error: {error}")
    expect(time.monotonic() - begun < 5, "the plugin waited for its time-out")


@check
async def one_shot_calls_speak_in_the_formats_that_the_framework_decodes():
    async with job():
        pcm = await synthesize(plugin(), TEXT)
        expect_text(pcm)
        for form in ("wav", "mp3"):
            other = await synthesize(plugin(output_format=form), TEXT)
            # MP3 pads to whole frames, before and after.
            expect_near(other.seconds, pcm.seconds, 0.25, f"length of {form}")


@check
async def a_wrong_key_and_a_wrong_voice_are_the_frameworks_own_errors():
    async with job():
        for speaker, status in ((plugin("wrong"), 401), (plugin(voice_id="nobody"), 400)):
            try:
                await synthesize(speaker, TEXT)
                raise AssertionError("it was taken")
            except APIStatusError as error:
                expect(error.status_code == status, f"status {error.status_code}, not {status}")
        for speaker in (plugin("wrong"), plugin(voice_id="nobody")):
            try:
                await speak(speaker, tokens(TEXT))
                raise AssertionError("it was taken")
            except (APIConnectionError, APIStatusError):
                pass


def children(parent):
    """The processes that `parent` started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # it has just ended
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


async def speak_with_a_stall(speaker, server):
    """A turn whose second sentence finds the voice host stopped when the input ends."""
    audio = b""
    async with streaming(speaker).stream(conn_options=ONCE) as stream:
        stream.push_text("Good morning. ")
        stream.push_text("The")
        stalled = False
        async for event in stream:
            audio += bytes(event.frame.data)
            if not stalled:
                stalled = True
                hosts = children(server)
                expect(hosts, "the server has no voice host")
                for host in hosts:
                    os.kill(host, signal.SIGSTOP)
                asyncio.get_running_loop().call_later(STALL, lambda: [os.kill(host, signal.SIGCONT) for host in hosts])
                stream.push_text(" train to Leeds leaves at ten past nine, from platform four.")
                stream.end_input()
    return audio


@check
async def a_stalled_engine_loses_nothing_of_the_turn():
    async with own_server() as (url, process), job():
        speaker = plugin(url=url)
        alone, usual = await timed(speak(speaker, tokens(TEXT)))
        audio, took = await timed(speak_with_a_stall(speaker, process.pid))
    expect(took > usual + DRAIN, f"there was no stall: {took:.2f} s in all, not {usual:.2f}")
    expect(audio == alone.audio, f"{len(audio) / 2 / RATE:.2f} s of sound, not {alone.seconds:.2f}")


async def timed(doing):
    begun = time.monotonic()
    return await doing, time.monotonic() - begun


check.run()
