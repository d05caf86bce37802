"""The vendor's Python SDK, unmodified, with only its environment set: the generated client and the class for streams.

Its iterator over server-sent events declares an event to be a string, and so drops every documented one with a warning:
with it only the request and its status are checked; the events themselves are read over HTTP.
"""

import asyncio
import base64
import json
import logging
import os
import threading
import time

import httpx
from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.core.api_error import ApiError
from smallestai.environment import SmallestAIEnvironment
from smallestai.waves import TTSConfig, WavesStreamingTTS
from smallestai.waves.tts.types.tts_request_message import TtsRequestMessage
from websockets.exceptions import InvalidStatus, WebSocketException

from checks import Checks, expect, expect_near
from sound import decode, expect_speech, seconds
from words import HARD, expect_words

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
SOCKETS = URL.replace("http://", "ws://")
ENVIRONMENT = SmallestAIEnvironment(atoms=URL, waves=URL, waves_ws=SOCKETS, payment=URL)
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()
# It warns of each dropped event, with the event.
logging.disable(logging.WARNING)


def tokens(text):
    """As a language model gives it: a few characters at a time."""
    return [text[at : at + 4] for at in range(0, len(text), 4)]


def stream(key=KEY, voice="magnus", **wishes):
    speaker = WavesStreamingTTS(TTSConfig(voice_id=voice, api_key=key, sample_rate=RATE, **wishes))
    speaker.ws_url = f"{SOCKETS}/waves/v1/tts/live"
    return speaker


def client(key=KEY):
    return AsyncSmallestAI(api_key=key, environment=ENVIRONMENT)


def message(**fields):
    return TtsRequestMessage(**{"voice_id": "meher", "sample_rate": RATE, "language": "en", **fields})


class Heard:
    """All that a socket said up to a `complete`."""

    def __init__(self):
        self.audio, self.words, self.ids, self.externals = b"", [], set(), set()

    async def take(self, socket):
        while True:
            answer = await socket.recv()
            expect(answer.status != "error", f"error: {answer.dict()}")
            self.ids.add(answer.request_id)
            self.externals.add(answer.dict().get("external_request_id"))
            if answer.status == "chunk":
                self.audio += base64.b64decode(answer.data.audio)
            if answer.status == "word_timestamp":
                self.words.append(answer.data)
            if answer.status == "complete":
                return self


async def speak(*messages):
    async with client().waves.tts.connect() as socket:
        for one in messages:
            await socket.synthesize_streaming_tts(one)
        return await Heard().take(socket)


async def refusal_of(call):
    try:
        await call
    except ApiError as error:
        return error
    raise AssertionError("it was taken")


@check
async def the_streaming_class_speaks_a_whole_text():
    pieces = await asyncio.to_thread(lambda: list(stream().synthesize(TEXT)))
    expect(len(pieces) > 3, "the audio came in one piece")
    expect_speech(decode(b"".join(pieces), "pcm_s16le", RATE), RATE, 3, 9)


@check
async def the_streaming_class_speaks_tokens_and_hears_before_the_last():
    def run():
        speaker, heard, early = stream(), [], []

        def text():
            for token in tokens(TEXT)[:-1]:
                yield token
                time.sleep(0.005)
            until = time.monotonic() + 5
            while not heard and time.monotonic() < until:
                time.sleep(0.01)
            early.append(bool(heard))
            yield tokens(TEXT)[-1]

        for piece in speaker.synthesize_streaming(text()):
            heard.append(piece)
        return b"".join(heard), early

    audio, early = await asyncio.to_thread(run)
    expect(early == [True], "no audio before the last token")
    expect_speech(decode(audio, "pcm_s16le", RATE), RATE, 3, 9)


@check
async def the_streaming_class_ends_after_blank_text_only():
    pieces = await asyncio.to_thread(lambda: list(stream().synthesize_streaming(iter(["  ", "\n"]))))
    expect(pieces == [], "sound from nothing")


@check
async def the_streaming_class_driven_by_hand_is_flushed():
    def run():
        speaker = stream()
        session = speaker.start_streaming_session()
        heard = []
        def read():
            heard.extend(session)

        reader = threading.Thread(target=read)
        reader.start()
        while not speaker.is_connected:
            time.sleep(0.02)
        speaker.send_text_chunk("Half a sentence")
        speaker.send_text_chunk(" and the rest")
        speaker.flush_buffer()
        reader.join(20)
        expect(not reader.is_alive(), "the session does not end")
        return b"".join(heard)

    audio = await asyncio.to_thread(run)
    expect_speech(decode(audio, "pcm_s16le", RATE), RATE, 1, 4)


@check
async def the_streaming_class_raises_for_a_wrong_voice_and_a_wrong_key():
    for speaker, words in ((stream(voice="nobody"), "no voice named"), (stream(key="wrong"), "")):
        try:
            await asyncio.to_thread(lambda: list(speaker.synthesize(TEXT)))
        except Exception as error:  # the SDK raises bare exceptions
            expect(words in str(error), f"another error: {error}")
        else:
            raise AssertionError("it was taken")


@check
async def the_socket_speaks_with_words_and_the_clients_ids():
    heard = await speak(message(text=TEXT, word_timestamps=True, request_id="q-9"))
    expect_speech(decode(heard.audio, "pcm_s16le", RATE), RATE, 3, 9)
    expect(heard.externals == {"q-9"}, f"external ids {heard.externals}")
    expect(len(heard.ids) == 1 and None not in heard.ids, f"request ids {heard.ids}")
    expect([word.word for word in heard.words] == TEXT.split(), "the words are not those of the text")
    expect([word.id for word in heard.words] == list(range(len(heard.words))), "the ids do not count")
    starts, length = [word.start for word in heard.words], len(heard.audio) / 2 / RATE
    expect(starts == sorted(starts) and starts[0] < 0.2, "the times do not run from the beginning")
    expect(all(word.start <= word.end <= length + 0.01 for word in heard.words), "a word outside of the audio")


@check
async def every_word_of_a_hard_text_has_its_time():
    heard = await speak(message(text=HARD, word_timestamps=True))
    told = [(word.word, word.start, word.end) for word in heard.words]
    expect_words(told, HARD, len(heard.audio) / 2 / RATE)


@check
async def the_division_into_messages_changes_no_byte():
    whole = await speak(message(text=TEXT))
    pieces = [message(text=token, continue_=True, flush=False) for token in tokens(TEXT)]
    chopped = await speak(*pieces, message(text="", continue_=False, flush=True))
    expect(whole.audio == chopped.audio, "the bytes differ")


@check
async def requests_on_one_socket_follow_each_other():
    async with client().waves.tts.connect() as socket:
        for number in range(4):
            await socket.synthesize_streaming_tts(message(text=f"This is number {number}.", request_id=f"r{number}"))
        heard = [await Heard().take(socket) for _ in range(4)]
    expect([one.externals for one in heard] == [{f"r{number}"} for number in range(4)], "they are mixed")
    expect(len({*(min(one.ids) for one in heard)}) == 4, "the ids repeat")


@check
async def thirty_sockets_at_once_give_the_same_bytes_as_one():
    alone = await speak(message(text=TEXT))
    others = await asyncio.gather(*(speak(message(text=TEXT)) for _ in range(30)))
    expect(all(other.audio == alone.audio for other in others), "the bytes differ")


@check
async def a_wrong_key_fails_the_upgrade_with_401():
    try:
        async with client("wrong").waves.tts.connect():
            raise AssertionError("it was taken")
    except InvalidStatus as error:
        expect(error.response.status_code == 401, f"status {error.response.status_code}")
    except (WebSocketException, ApiError) as error:
        expect("401" in str(error) or getattr(error, "status_code", 0) == 401, f"another error: {error}")


@check
async def the_sync_client_speaks_too_and_the_idle_time_can_be_chosen():
    def run():
        options = {"additional_query_parameters": {"timeout": 1}}
        with SmallestAI(api_key=KEY, environment=ENVIRONMENT).waves.tts.connect(request_options=options) as socket:
            socket.synthesize_streaming_tts(message(text="Hello."))
            return [answer for answer in socket]

    answers = await asyncio.to_thread(run)
    expect([answer.status for answer in answers[-2:]] == ["complete", "error"], "no end, or no word of the idle time")
    expect(answers[-1].dict()["message"] == "Connection timed out after 1 seconds of inactivity", "other words")


@check
async def one_shot_bytes_equal_the_socket_in_every_format():
    socket = await speak(message(text=TEXT))
    for form, raw in (("pcm", "pcm_s16le"), ("wav", "wav"), ("mp3", "mp3"), ("ulaw", "mulaw"), ("alaw", "alaw")):
        pieces = client().waves.synthesize_tts(
            text=TEXT, voice_id="meher", sample_rate=RATE, language="en", output_format=form
        )
        audio = b"".join([piece async for piece in pieces])
        expect_near(seconds(audio, raw, RATE), len(socket.audio) / 2 / RATE, 0.15, f"length of {form}")
        expect(form != "pcm" or audio == socket.audio, "the bytes differ")


@check
async def events_are_asked_for_by_the_sdk_and_readable_by_anyone():
    async for _ in client().waves.synthesize_sse_tts(text="Hello.", voice_id="meher", sample_rate=RATE):
        pass
    audio, ended = b"", False
    async with httpx.AsyncClient(headers={"authorization": f"Bearer {KEY}"}) as http:
        body = {"text": TEXT, "voice_id": "meher", "sample_rate": RATE}
        async with http.stream("POST", f"{URL}/waves/v1/tts/live", json=body) as answer:
            expect(answer.headers["content-type"] == "text/event-stream", "another type")
            async for line in answer.aiter_lines():
                if line.startswith("data: "):
                    event = json.loads(line.removeprefix("data: "))
                    expect(event["done"] == (event["status"] == "200"), f"an odd event: {event}")
                    audio += base64.b64decode(event.get("audio", ""))
                    ended = event["done"]
    expect(ended, "no last event")
    expect_speech(decode(audio, "pcm_s16le", RATE), RATE, 3, 9)


@check
async def voices_are_listed_in_both_shapes():
    voices = (await client().waves.get_voices(model="lightning-v3.1")).voices
    expect(len(voices) > 100, f"only {len(voices)} voices")
    expect(all(voice.voice_id and voice.display_name and voice.tags.language for voice in voices), "a bad voice")
    everywhere = (await client().waves.voices.get_all_voice_models()).voices
    expect([voice.voice_id for voice in everywhere] == [voice.voice_id for voice in voices], "other voices")
    expect((await refusal_of(client().waves.get_voices(model="thunder"))).status_code == 400, "a model is known")


@check
async def http_errors_are_the_sdks_own():
    async def one_shot(key=KEY, **wrong):
        wishes = {"text": "Hi.", "voice_id": "meher", **wrong}
        options = {"max_retries": 0}
        return [piece async for piece in client(key).waves.synthesize_tts(**wishes, request_options=options)]

    expect((await refusal_of(one_shot("wrong"))).status_code == 401, "a wrong key")
    for wrong in ({"voice_id": "nobody"}, {"sample_rate": 7000}, {"text": "a " * 4001}, {"speed": 9.0}):
        error = await refusal_of(one_shot(**wrong))
        expect(error.status_code == 400, f"status {error.status_code} for {list(wrong)}")


@check
async def there_are_no_clones_and_no_dictionaries():
    expect((await client().waves.list_voice_clones()).data == [], "clones")
    expect(await client().waves.get_pronunciation_dicts() == [], "dictionaries")


check.run()
