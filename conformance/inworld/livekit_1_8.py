"""LiveKit's plugin for Inworld, unmodified, with only its two base URLs set: both of its modes, and its HTTP calls."""

import asyncio
import os

from livekit.agents import APIConnectionError, APIError, APIStatusError
from livekit.plugins import inworld

from checks import Checks, expect, expect_near
from livekit_speaker import interrupt, job, speak, synthesize, tokens
from sound import decode, expect_speech
from words import HARD, expect_words

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
# Two sentences that the framework sends apart; it joins those of less than twenty characters to the next.
LONG = f"Ladies and gentlemen, please listen. {TEXT}"
RATE = 24000
# The first cuts its own sentences; with the second the server does.
CLIENT_CUTS, SERVER_CUTS = "inworld-tts-1.5-max", "inworld-tts-2"
check = Checks()


def plugin(key=KEY, url=URL, **wishes):
    socket = url.replace("http://", "ws://") + "/"
    return inworld.TTS(api_key=key, base_url=url + "/", ws_url=socket, **wishes)


async def turn(pieces, **wishes):
    async with job():
        speaker = plugin(**wishes)
        try:
            return await speak(speaker, pieces, wait_for_audio=len(pieces) > 1)
        finally:
            await speaker.aclose()


def expect_times(spoken, text):
    """Whatever divides the text: the entries are the text, in order, and inside the sound."""
    expect(spoken.text == text, f"the times say {len(spoken.text)} characters, not {len(text)}")
    starts = [word.start for word in spoken.words]
    expect(starts == sorted(starts), f"times run backwards: {starts}")
    expect(all(word.end >= word.start for word in spoken.words), "a word ends before it begins")
    expect(0 <= starts[0] < 0.1, f"the first word begins at {starts[0]} s")
    # The plugin adds generations up by the last time of each.
    expect_near(spoken.words[-1].end, spoken.seconds, 0.05, "the end of the last word")


@check
async def a_turn_of_sentences_is_spoken_with_word_times_that_join_to_the_text():
    spoken = await turn(tokens(LONG), model=CLIENT_CUTS, timestamp_type="WORD")
    expect(spoken.rate == RATE, f"{spoken.rate} Hz")
    expect(spoken.early, "no audio before the last token")
    expect(len(spoken.segments) == 1, f"segments {spoken.segments}")
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 4, 12)
    expect_times(spoken, LONG)


@check
async def raw_tokens_are_cut_at_sentence_ends_by_the_server():
    spoken = await turn(tokens(LONG), model=SERVER_CUTS, timestamp_type="WORD")
    expect(spoken.early, "no audio before the last token")
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 4, 12)
    expect_times(spoken, LONG)


@check
async def every_word_of_a_hard_text_has_its_time():
    spoken = await turn(tokens(HARD), model=SERVER_CUTS, timestamp_type="WORD")
    expect_words([(word.text, word.start, word.end) for word in spoken.words], HARD, spoken.seconds)
    expect_times(spoken, HARD)


@check
async def the_division_into_tokens_changes_no_byte():
    whole = await turn([LONG], model=SERVER_CUTS)
    letters = await turn(list(LONG), model=SERVER_CUTS)
    expect(whole.audio == letters.audio, f"{len(whole.audio)} bytes, letter by letter {len(letters.audio)}")


@check
async def character_times_and_times_within_the_frames_of_their_audio():
    for strategy in ("SYNC", "ASYNC"):
        spoken = await turn(
            tokens(LONG),
            model=SERVER_CUTS,
            timestamp_type="CHARACTER",
            timestamp_transport_strategy=strategy,
        )
        expect(spoken.text == LONG, f"{strategy}: the times say {len(spoken.text)} characters")
        expect(all(len(word.text) == 1 for word in spoken.words), f"{strategy}: not one character each")


@check
async def a_text_longer_than_a_message_is_spoken_whole():
    spoken = await turn([TEXT * 20], model=SERVER_CUTS, timestamp_type="WORD")
    expect(spoken.text == TEXT * 20, "the times do not join to the text")
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 60, 180)


@check
async def every_encoding_is_decoded_to_the_same_length():
    reference = await turn([TEXT], model=CLIENT_CUTS)
    for encoding in ("LINEAR16", "MP3"):
        spoken = await turn([TEXT], model=CLIENT_CUTS, encoding=encoding)
        # MP3 pads to whole frames, before and after, once a generation.
        expect_near(spoken.seconds, reference.seconds, 0.5, f"length of {encoding}")


@check
async def other_rates_are_what_they_say():
    reference = await turn([TEXT], model=CLIENT_CUTS)
    for rate in (8000, 16000, 48000):
        spoken = await turn([TEXT], model=CLIENT_CUTS, sample_rate=rate)
        expect(spoken.rate == rate, f"{spoken.rate} Hz, not {rate}")
        expect_near(spoken.seconds, reference.seconds, 0.05, f"length at {rate} Hz")


@check
async def a_faster_voice_takes_less_time():
    plain = await turn([TEXT], model=CLIENT_CUTS)
    fast = await turn([TEXT], model=CLIENT_CUTS, speaking_rate=1.5)
    expect_near(fast.seconds / plain.seconds, 1 / 1.5, 0.1, "share of the time")


@check
async def the_turn_after_an_interruption_is_whole_on_the_same_connection():
    async with job():
        for model in (CLIENT_CUTS, SERVER_CUTS):
            speaker = plugin(model=model)
            alone = await speak(speaker, tokens(TEXT))
            for _ in range(8):
                cut = await interrupt(speaker, tokens(TEXT * 10))
                expect(0.2 <= cut.seconds < 30, f"{cut.seconds} s were heard before the interruption")
            after = await speak(speaker, tokens(TEXT))
            expect(after.audio == alone.audio, f"{model}: the bytes differ")
            expect(not speaker._connection._contexts, "contexts are left behind")
            await speaker.aclose()


@check
async def six_contexts_at_once_give_the_same_bytes_as_one():
    async with job():
        speaker = plugin(model=SERVER_CUTS)
        alone = await speak(speaker, tokens(TEXT))
        others = await asyncio.gather(*(speak(speaker, tokens(TEXT)) for _ in range(6)))
        await speaker.aclose()
    expect(all(other.audio == alone.audio for other in others), "the bytes differ")


@check
async def letterless_text_ends_a_turn_without_an_error():
    async with job():
        speaker = plugin(model=SERVER_CUTS)
        try:
            silent = await speak(speaker, ["…"])
            expect(silent.seconds < 0.1, f"{silent.seconds} s of sound")
        except APIError as error:
            # The framework itself takes a turn without any sound for a failure.
            expect("no audio" in str(error), str(error))
        after = await speak(speaker, tokens(TEXT))
        await speaker.aclose()
    expect_speech(decode(after.audio, "pcm_s16le", RATE), RATE, 3, 9)


@check
async def one_shot_speech_comes_in_lines_with_its_times():
    async with job():
        speaker = plugin(timestamp_type="WORD")
        spoken = await synthesize(speaker, TEXT)
        linear = await synthesize(plugin(encoding="LINEAR16"), TEXT)
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 3, 9)
    expect_times(spoken, TEXT)
    expect_near(linear.seconds, spoken.seconds, 0.05, "length of LINEAR16")


@check
async def voices_are_listed_and_can_be_chosen_by_language():
    async with job():
        speaker = plugin()
        every, german = await speaker.list_voices(), await speaker.list_voices("de")
    names = [voice["voiceId"] for voice in every]
    expect(len(names) > 100 and "Ashley" in names, f"{len(names)} voices")
    expect(0 < len(german) < 10, f"{len(german)} voices for German")
    expect(all("de" in voice["languages"] for voice in german), "a voice of another language")
    spoken = await turn(["Guten Morgen."], model=CLIENT_CUTS, voice=german[0]["voiceId"])
    expect(spoken.seconds > 0.3, f"{spoken.seconds} s")


async def error_of(doing, kind):
    try:
        await doing
    except kind as error:
        return error
    raise AssertionError("it was taken")


@check
async def a_wrong_key_fails_at_once():
    async with job():
        speaker = plugin("wrong")
        await error_of(speak(speaker, tokens(TEXT)), APIConnectionError)
        error = await error_of(speaker.list_voices(), APIStatusError)
        expect(error.status_code == 401, f"status {error.status_code}")
        await speaker.aclose()


@check
async def a_wrong_voice_fails_its_turn_and_not_the_connection():
    async with job():
        speaker = plugin(voice="nobody", model=SERVER_CUTS)
        error = await error_of(speak(speaker, tokens(TEXT)), APIError)
        expect("unknown voice: nobody" in str(error), str(error))
        connection = speaker._connection
        speaker.update_options(voice="Sarah")
        spoken = await speak(speaker, tokens(TEXT))
        expect(speaker._connection is connection, "it connected again")
        await speaker.aclose()
    expect_speech(decode(spoken.audio, "pcm_s16le", RATE), RATE, 3, 9)


check.run()
