"""The vendor's newest Python SDK, unmodified, with only its base URLs set: streams, one-shot calls, the list of models."""

import asyncio
import contextlib
import os

from soniox import AsyncSonioxClient, SonioxClient
from soniox.errors import (
    SonioxAuthenticationError,
    SonioxInvalidRequestError,
    SonioxRealtimeError,
)
from soniox.types import CreateTtsConfig
from soniox.types.realtime import RealtimeTTSConfig

from checks import Checks, expect, expect_near
from own_server import own_server
from sound import decode, expect_speech, length_tolerance, seconds
from words import HARD, expect_words

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
# How long a server of our own waits for a sign of life, in seconds.
IDLE = 2
check = Checks()


def urls(key, url=URL):
    return {
        "api_key": key,
        "tts_websocket_base_url": url.replace("http", "ws", 1) + "/tts-websocket",
        "tts_api_base_url": url,
        "api_base_url": url + "/v1",
    }


def client(key=KEY, url=URL):
    return AsyncSonioxClient(**urls(key, url))


def config(stream="s", **wishes):
    plain = {"model": "tts-rt-v2", "language": "en", "voice": "Adrian", "audio_format": "pcm_s16le"}
    rate = {} if wishes.get("audio_format") else {"sample_rate": RATE}
    return RealtimeTTSConfig(stream_id=stream, **{**plain, **rate, **wishes})


def tokens(text):
    """As a language model gives it: a few characters at a time."""
    return [text[at : at + 4] for at in range(0, len(text), 4)]


class Heard:
    """All that came of one stream."""

    def __init__(self):
        self.audio, self.ends, self.terminated, self.times = b"", 0, 0, []

    def take(self, event):
        expect(self.terminated == 0, "something follows terminated")
        expect(self.ends == 0 or event.terminated, "audio follows audio_end")
        self.audio += event.audio_bytes() or b""
        self.ends += event.audio_end
        self.terminated += event.terminated
        if event.timestamps:
            stamps = event.timestamps
            starts, stops = stamps.character_start_times_seconds, stamps.character_end_times_seconds
            expect(len(stamps.characters) == len(starts) == len(stops), "arrays of different lengths")
            self.times += zip(stamps.characters, starts, stops)

    def expect_whole(self):
        expect((self.ends, self.terminated) == (1, 1), f"{self.ends} audio_end, {self.terminated} terminated")


async def listen(stream):
    heard = Heard()
    async for event in stream.receive_events():
        heard.take(event)
    return heard


async def speak(pieces, **wishes):
    async with client() as speaker, speaker.realtime.tts.connect(config=config(**wishes)) as stream:
        for piece in pieces:
            await stream.send_text_chunk(piece)
        await stream.finish()
        return await listen(stream)


@check
async def a_stream_of_tokens_is_spoken_and_ends_once():
    heard = await speak(tokens(TEXT))
    heard.expect_whole()
    expect_speech(decode(heard.audio, "pcm_s16le", RATE), RATE, 3, 9)


@check
async def audio_comes_before_the_text_ends():
    async with client() as speaker, speaker.realtime.tts.connect(config=config()) as stream:
        for piece in tokens(TEXT)[:-1]:
            await stream.send_text_chunk(piece)
        first = await asyncio.wait_for(stream.receive_event(), 5)
        expect(first.audio_bytes(), "the first event has no audio")
        await stream.send_text_chunk(tokens(TEXT)[-1], text_end=True)
        (await listen(stream)).expect_whole()


@check
async def the_division_into_messages_changes_no_byte():
    whole, chopped, single = [await speak(pieces) for pieces in ([TEXT], tokens(TEXT), list(TEXT))]
    expect(whole.audio == chopped.audio == single.audio, "the bytes differ")


@check
async def character_times_tile_the_text_and_lie_inside_the_audio():
    heard = await speak(tokens(TEXT), return_timestamps=True)
    expect("".join(character for character, *_ in heard.times) == TEXT, "the characters do not tile the text")
    starts = [start for _, start, _ in heard.times]
    expect(starts == sorted(starts), "times run backwards")
    expect(all(start <= stop for _, start, stop in heard.times), "a character ends before it begins")
    length = len(heard.audio) / 2 / RATE
    expect(length / 2 < heard.times[-1][2] <= length + 0.01, f"the last time is {heard.times[-1][2]} of {length} s")


@check
async def every_character_of_a_hard_text_has_its_time():
    heard = await speak(tokens(HARD), return_timestamps=True)
    expect_words(heard.times, HARD, len(heard.audio) / 2 / RATE)
    expect("".join(character for character, *_ in heard.times) == HARD, "the characters do not tile the text")


@check
async def letters_have_the_time_of_their_sounds():
    heard = await speak(["She saw fifty-six ships."], return_timestamps=True)
    lasts = [(character, round(stop - start, 3)) for character, start, stop in heard.times]
    s, h, e = (length for _, length in lasts[:3])
    expect(s > 0 and abs(s - h) < 0.002, f"the letters of one sound do not share it: {lasts[:3]}")
    expect(abs(s + h - 2 * e) > 0.01, f"the letters only share the word: {lasts[:3]}")
    expect(dict(lasts)["-"] < 0.001, f"a hyphen sounds for {dict(lasts)['-']} s")


@check
async def every_format_and_rate_decodes_to_the_same_length():
    reference = len((await speak([TEXT])).audio) / 2 / RATE
    raw = [8000, 16000, 24000, 44100, 48000]
    forms = {"pcm_s16le": raw, "pcm_f32le": raw, "wav": raw, "pcm_mulaw": [8000], "pcm_alaw": [8000]}
    packed = {"mp3": [16000, 24000, 44100], "opus": [8000, 24000, 48000], "flac": [16000, 44100]}
    for form, rates in {**forms, **packed}.items():
        for rate in rates:
            heard = await speak([TEXT], audio_format=form, sample_rate=rate)
            tolerance = length_tolerance(form, rate)
            name = form.removeprefix("pcm_") if rate == 8000 and form.endswith("law") else form
            expect_near(seconds(heard.audio, name, rate), reference, tolerance, f"length of {form} at {rate}")


@check
async def a_stream_without_text_ends_like_any_other():
    for pieces in ([], [""], ["…"], [" ", "— …"]):
        heard = await speak(pieces)
        heard.expect_whole()
        expect(heard.audio == b"", "there is sound")


@check
async def five_streams_share_a_socket_and_sound_as_if_alone():
    alone = (await speak([TEXT])).audio
    async with client() as speaker, speaker.realtime.tts.connect_multi_stream() as socket:
        names = [f"s{index}" for index in range(5)]
        streams = [await socket.open_stream(config=config(name)) for name in names]
        for piece in tokens(TEXT):
            for stream in streams:
                await stream.send_text_chunk(piece)
        for stream in streams:
            await stream.finish()
        everyone = await asyncio.gather(*(listen(stream) for stream in streams))
    for heard in everyone:
        heard.expect_whole()
        expect(heard.audio == alone, "the bytes differ")


@check
async def a_cancelled_stream_is_terminated_and_its_name_is_free():
    async with client() as speaker, speaker.realtime.tts.connect_multi_stream() as socket:
        for _ in range(8):
            stream = await socket.open_stream(config=config("turn"))
            await stream.send_text_chunk(TEXT * 20)
            expect((await stream.receive_event()).audio_bytes(), "no audio before the cancel")
            await stream.cancel()
            heard = await listen(stream)
            expect((heard.ends, heard.terminated) == (0, 1), "not exactly terminated, or marked as a normal end")
        stream = await socket.open_stream(config=config("turn"))
        await stream.send_text_chunk(TEXT, text_end=True)
        heard = await listen(stream)
        heard.expect_whole()
        expect_speech(decode(heard.audio, "pcm_s16le", RATE), RATE, 3, 9)


@check
async def an_error_is_its_streams_own():
    async with client() as speaker, speaker.realtime.tts.connect_multi_stream() as socket:
        good = await socket.open_stream(config=config("good"))
        bad = await socket.open_stream(config=config("bad", voice="Nobody"))
        with raised(SonioxRealtimeError, "Invalid voice 'Nobody' for model 'tts-rt-v2'. (code 400)"):
            await listen(bad)
        await good.send_text_chunk(TEXT, text_end=True)
        (await listen(good)).expect_whole()


@contextlib.contextmanager
def raised(kind, words):
    try:
        yield
    except kind as error:
        expect(words in str(error), f"it says {error}")
        return
    raise AssertionError("nothing was raised")


@check
async def a_wrong_key_is_refused_before_the_socket_opens():
    with raised(SonioxRealtimeError, "Failed to start"):
        async with client("wrong") as speaker, speaker.realtime.tts.connect(config=config()):
            pass


@check
async def keep_alives_hold_a_paused_stream_for_longer_than_the_server_waits():
    async with own_server(f"protocols.soniox.limits.idle={IDLE}s") as (url, _):
        (await over_a_pause(url, lambda stream: stream.keep_alive())).expect_whole()
        with raised(SonioxRealtimeError, "Failed to send"):
            await over_a_pause(url, lambda _: asyncio.sleep(0))


async def over_a_pause(url, in_the_pause):
    """What a stream tells whose client pauses in the middle, and does this every second."""
    async with client(url=url) as speaker, speaker.realtime.tts.connect(config=config()) as stream:
        await stream.send_text_chunk("Wait a moment.")
        await stream.pause()
        for _ in range(2 * IDLE):
            await asyncio.sleep(1)
            await in_the_pause(stream)
        await stream.resume()
        await stream.send_text_chunk(" Here it is.", text_end=True)
        return await listen(stream)


@check
async def the_blocking_client_speaks_too():
    def turn():
        with SonioxClient(**urls(KEY)).realtime.tts.connect(config=config()) as stream:
            stream.send_text_chunks(iter(tokens(TEXT)))
            return b"".join(stream.receive_audio_chunks())

    expect(await asyncio.to_thread(turn) == (await speak([TEXT])).audio, "the bytes differ")


@check
async def one_shot_speech_is_the_same_as_a_stream():
    async with client() as speaker:
        form = CreateTtsConfig(audio_format="pcm_s16le", sample_rate=RATE)
        audio = await speaker.tts.generate(text=TEXT, voice="Adrian", language="en", config=form)
        wav = await speaker.tts.generate(text=TEXT, voice="Adrian", language="en")
    expect(audio == (await speak([TEXT])).audio, "the bytes differ")
    expect(wav[:4] == b"RIFF", "the default is not a WAV file")
    expect_speech(decode(wav, "wav", RATE), RATE, 3, 9)


@check
async def one_shot_errors_are_the_sdks_own():
    async with client() as speaker:
        with raised(SonioxInvalidRequestError, "Invalid voice 'Nobody'"):
            await speaker.tts.generate(text=TEXT, voice="Nobody", language="en")
    async with client("wrong") as speaker:
        with raised(SonioxAuthenticationError, "Invalid API key."):
            await speaker.tts.generate(text=TEXT, voice="Adrian", language="en")


@check
async def the_models_list_voices_that_speak():
    async with client() as speaker:
        models = (await speaker.tts_models.list()).models
        expect([model.id for model in models][-1] == "tts-rt-v2", f"models {[model.id for model in models]}")
        model = models[-1]
        expect(model.supports_timestamps and model.supports_speed_adjustment, "it can do less than it says")
        voices = {voice.id: voice for voice in model.voices}
        expect(voices["Maya"].gender == "female" and "en-gb" in voices, f"{len(voices)} voices, not those")
        for name in list(voices)[:20:5]:
            audio = await speaker.tts.generate(text="Hello.", voice=name, language="en")
            expect(len(audio) > 5000, f"{name} says hardly anything")


check.run()
