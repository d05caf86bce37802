"""The vendor's newest Python SDK, unmodified, with only its base URL set (dialect C)."""

import asyncio
import os

import httpx
import lmnt
from lmnt import AsyncLmnt

from checks import Checks, expect, expect_near
from sound import decode, expect_speech, length_tolerance, seconds
from words import HARD, expect_words

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


def client(key=KEY, **more):
    return AsyncLmnt(api_key=key, base_url=URL, **more)


def tokens(text):
    """As a language model gives it: a few characters at a time."""
    return [text[at : at + 4] for at in range(0, len(text), 4)]


class Heard:
    """Everything that one session sent, by type, and in order."""

    def __init__(self):
        self.order, self.audio, self.times = [], b"", []

    async def take(self, session, until=None):
        """Reads up to and with the first message of type `until`, or to the end."""
        async for message in session:
            self.order.append(message)
            if message.type == "audio":
                expect(len(message.audio) > 0, "an empty audio frame")
                self.audio += message.audio
            if message.type == "timestamps":
                self.times += message.timestamps
            if message.type == "error":
                raise AssertionError(f"error: {message.error}")
            if message.type == until:
                return message
        expect(until is None, f"the session ended before {until}")
        return None


async def speak(text, pieces=None, **wishes):
    async with client() as speaker:
        session = await speaker.speech.sessions.create(voice="leah", **wishes)
        for piece in pieces or [text]:
            await session.send_text(piece)
        await session.send_finish()
        heard = Heard()
        await heard.take(session)
        return heard


def get(entry, field):
    return entry[field] if isinstance(entry, dict) else getattr(entry, field)


@check
async def defaults_give_decodable_mp3():
    heard = await speak(TEXT)
    expect(heard.order[0].type == "ready", "the first message is not ready")
    expect_speech(decode(heard.audio, "mp3", RATE), RATE, 3, 9)


@check
async def audio_comes_before_the_last_token_is_sent():
    async with client() as speaker:
        session = await speaker.speech.sessions.create(voice="leah", format="pcm_s16le", return_timestamps=True)
        first_audio, heard = asyncio.Event(), Heard()

        async def listen():
            async for message in session:
                heard.order.append(message)
                if message.type == "audio":
                    heard.audio += message.audio
                    first_audio.set()
                if message.type == "timestamps":
                    heard.times += message.timestamps

        listener = asyncio.create_task(listen())
        for token in tokens(TEXT)[:-1]:
            await session.send_text(token)
            await asyncio.sleep(0.005)
        await asyncio.wait_for(first_audio.wait(), 5)
        await session.send_text(tokens(TEXT)[-1])
        await session.send_finish()
        await listener
        expect_speech(decode(heard.audio, "pcm_s16le", RATE), RATE, 3, 9)
        expect("".join(get(entry, "text") for entry in heard.times) == TEXT, "the times do not tile the text")


@check
async def every_word_of_a_hard_text_has_its_time():
    heard = await speak(HARD, pieces=tokens(HARD), format="pcm_s16le", return_timestamps=True)
    fields = [[get(entry, field) for field in ("text", "start", "duration")] for entry in heard.times]
    told = [(text, start, start + duration) for text, start, duration in fields]
    expect_words(told, HARD, len(heard.audio) / 2 / RATE)
    expect("".join(text for text, *_ in told) == HARD, "the times do not tile the text")


@check
async def the_division_into_messages_changes_no_byte():
    whole = await speak(TEXT, format="pcm_s16le")
    chopped = await speak(TEXT, pieces=tokens(TEXT), format="pcm_s16le")
    single = await speak(TEXT, pieces=list(TEXT), format="pcm_s16le")
    expect(whole.audio == chopped.audio == single.audio, "the bytes differ")


@check
async def fifty_streams_at_once_give_the_same_bytes_as_one():
    alone = await speak(TEXT, format="pcm_s16le")
    others = await asyncio.gather(*(speak(TEXT, pieces=tokens(TEXT), format="pcm_s16le") for _ in range(50)))
    expect(all(other.audio == alone.audio for other in others), "the bytes differ")


@check
async def every_format_and_rate_decodes_to_the_same_length():
    reference = len((await speak(TEXT, format="pcm_s16le")).audio) / 2 / RATE
    for form in ("pcm_s16le", "pcm_f32le", "ulaw", "mp3", "webm"):
        for rate in (8000, 16000, 24000):
            heard = await speak(TEXT, format=form, sample_rate=rate)
            tolerance = length_tolerance(form, rate)
            expect_near(seconds(heard.audio, form, rate), reference, tolerance, f"length of {form} at {rate}")


@check
async def aac_is_refused_in_the_protocols_words():
    async with client(max_retries=0) as speaker:
        session = await speaker.speech.sessions.create(voice="leah", format="aac")
        messages = [message async for message in session]
        expect([message.type for message in messages] == ["error"], "not exactly one error")
        expect(get(messages[0].error, "type") == "invalid_request_error", "another category")
        try:
            await speaker.speech.generate(text=TEXT, voice="leah", format="aac")
            raise AssertionError("AAC over HTTP was taken")
        except lmnt.BadRequestError as error:
            expect("webm" in str(error), "no word of what there is")


@check
async def each_flush_is_acknowledged_after_its_audio_and_its_times_restart():
    async with client() as speaker:
        session = await speaker.speech.sessions.create(voice="leah", format="pcm_s16le", return_timestamps=True)
        for text in ("First of all.", "And then another one."):
            await session.send_text(text)
            nonce = await session.send_flush()
            heard = Heard()
            done = await heard.take(session, "flush_complete")
            expect(done.nonce == nonce, f"nonce {done.nonce}, not {nonce}")
            length = len(heard.audio) / 2 / RATE
            expect(length > 0.4, "hardly any audio before the acknowledgement")
            starts = [get(entry, "start") for entry in heard.times]
            ends = [get(entry, "start") + get(entry, "duration") for entry in heard.times]
            expect(starts == sorted(starts), "times run backwards")
            expect(starts[0] < 0.1, f"times start at {starts[0]}, not near 0")
            expect(max(ends) <= length + 0.001, f"a time of {max(ends)} in audio of {length}")
            expect("".join(get(entry, "text") for entry in heard.times) == text, "the times do not tile the text")
        await session.send_finish()
        await Heard().take(session)


@check
async def a_flush_of_nothing_is_acknowledged():
    async with client() as speaker:
        session = await speaker.speech.sessions.create(voice="leah", format="pcm_s16le")
        nonces = [await session.send_flush() for _ in range(3)]
        heard = Heard()
        got = [(await heard.take(session, "flush_complete")).nonce for _ in nonces]
        expect(got == nonces, f"{got}, not {nonces}")
        expect(heard.audio == b"", "audio from nowhere")
        await session.send_finish()
        await Heard().take(session)


@check
async def nothing_of_the_old_text_follows_a_reset():
    fresh = await speak("Stop. New text.", format="pcm_s16le", return_timestamps=True)
    async with client() as speaker:
        session = await speaker.speech.sessions.create(voice="leah", format="pcm_s16le", return_timestamps=True)
        await session.send_text(TEXT * 20)
        flush = await session.send_flush()
        await Heard().take(session, "timestamps")
        reset = await session.send_reset()
        before = Heard()
        done = await before.take(session, "reset_complete")
        expect(done.nonce == reset, "another nonce")
        flushed = [message.nonce for message in before.order if message.type == "flush_complete"]
        expect(flushed == [flush], "the pending flush was not acknowledged before the reset")
        await session.send_text("Stop. New text.")
        await session.send_finish()
        after = Heard()
        await after.take(session)
        expect(after.audio == fresh.audio, "what follows the reset is not just the new text")
        expect("".join(get(entry, "text") for entry in after.times) == "Stop. New text.", "old words follow")
        expect(get(after.times[0], "start") < 0.1, "times did not restart")


@check
async def finish_closes_with_1000():
    async with client() as speaker:
        session = await speaker.speech.sessions.create(voice="leah", format="pcm_s16le")
        socket = session.websocket
        await session.send_text("Bye.")
        await session.send_finish()
        await Heard().take(session)
        expect(socket.close_code == 1000, f"close code {socket.close_code}")


@check
async def a_wrong_key_and_a_wrong_voice_are_the_sdks_own_errors():
    for key, voice, category in (("wrong", "leah", "authentication_error"), (KEY, "nobody", "not_found_error")):
        async with client(key) as speaker:
            session = await speaker.speech.sessions.create(voice=voice)
            socket = session.websocket
            messages = [message async for message in session]
            expect([message.type for message in messages] == ["error"], f"not exactly one error for {voice}")
            expect(get(messages[0].error, "type") == category, f"not {category}")
            expect(socket.close_code == 1002, f"close code {socket.close_code}")


@check
async def letterless_text_ends_normally():
    for text in ("…", "🙂", "  ", "-- !"):
        heard = await speak(text, format="pcm_s16le")
        expect(all(message.type in ("ready", "audio") for message in heard.order), "something else came")


@check
async def voices_can_be_listed_and_looked_up():
    async with client() as speaker:
        voices = await speaker.voices.list()
        expect(len(voices) > 100, f"only {len(voices)} voices")
        expect(all(voice.id and voice.state == "ready" and voice.owner == "system" for voice in voices), "a bad voice")
        one = await speaker.voices.retrieve("en-us")
        expect(one.id == "en-us", "another voice")
        try:
            await speaker.voices.retrieve("nobody")
        except lmnt.NotFoundError:
            return
        raise AssertionError("an unknown voice was found")


@check
async def one_shot_bytes_equal_the_socket():
    socket = await speak(TEXT, format="pcm_s16le")
    async with client() as speaker:
        response = await speaker.speech.generate(text=TEXT, voice="leah", format="pcm_s16le")
        expect(await response.read() == socket.audio, "the bytes differ")


@check
async def one_shot_detailed_has_audio_and_times():
    async with client() as speaker:
        detailed = await speaker.speech.generate_detailed(
            text=TEXT, voice="leah", format="mp3", return_timestamps=True
        )
        import base64

        samples = decode(base64.b64decode(detailed.audio), "mp3", RATE)
        expect_speech(samples, RATE, 3, 9)
        expect("".join(entry.text for entry in detailed.timestamps) == TEXT, "the times do not tile the text")


@check
async def http_errors_are_the_sdks_own():
    async with client("wrong", max_retries=0) as speaker:
        try:
            await speaker.speech.generate(text=TEXT, voice="leah")
            raise AssertionError("a wrong key was taken")
        except lmnt.AuthenticationError as error:
            expect(error.response.headers["request-id"].startswith("req_"), "no request id")
    async with client(max_retries=0) as speaker:
        for wrong in ({"voice": "nobody"}, {"sample_rate": 11025}, {"text": "x" * 5001}):
            try:
                await speaker.speech.generate(**{"text": "Hi.", "voice": "leah", **wrong})
                raise AssertionError(f"taken: {list(wrong)}")
            except (lmnt.BadRequestError, lmnt.NotFoundError):
                pass


@check
async def the_account_counts_characters():
    async with client() as speaker:
        before = (await speaker.accounts.retrieve()).usage.characters
        await speak("Twenty characters ok")
        after = (await speaker.accounts.retrieve()).usage.characters
        expect(after - before == 20, f"{after - before} characters, not 20")


@check
async def cloning_is_declined_without_harm():
    response = httpx.put(f"{URL}/v1/ai/voice/leah", headers={"X-API-Key": KEY, "lmnt-version": "1.2"}, json={})
    expect(response.status_code == 403, f"status {response.status_code}")
    expect(response.json()["error"]["type"] == "permission_error", "another category")


check.run()
