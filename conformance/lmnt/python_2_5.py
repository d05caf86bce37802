"""The vendor's Python SDK 2.5, unmodified but for its socket URL, which is a constant (dialect B)."""

import os

from lmnt.lib import websocket_streaming
from lmnt.lib.websocket_streaming import AudioMessage, CompleteMessage, ErrorMessage, ExtrasMessage, SpeechSession

from checks import Checks, expect
from sound import decode, expect_speech

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
websocket_streaming.URL_STREAMING = URL.replace("http://", "ws://") + "/v1/ai/speech/stream"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


async def open_session(key=KEY, voice="leah", **wishes):
    session = SpeechSession(api_key=key, voice=voice, **wishes)
    await session.connect()
    return session


async def collect(session, until=None):
    """Everything up to and with the first message of class `until`, or to the end."""
    messages = []
    async for message in session:
        messages.append(message)
        if isinstance(message, ErrorMessage):
            raise AssertionError(f"error: {message.error}")
        if until and isinstance(message, until):
            return messages
    expect(until is None, "the session ended too early")
    return messages


def sound_of(messages):
    return b"".join(message.audio for message in messages if isinstance(message, AudioMessage))


@check
async def defaults_give_decodable_mp3():
    session = await open_session()
    for at in range(0, len(TEXT), 4):
        await session.append_text(TEXT[at : at + 4])
    await session.finish()
    socket = session.websocket
    messages = await collect(session)
    expect(all(isinstance(message, AudioMessage) for message in messages), "something besides audio")
    expect_speech(decode(sound_of(messages), "mp3", RATE), RATE, 3, 9)
    expect(socket.close_code == 1000, f"close code {socket.close_code}")


@check
async def flush_and_reset_are_acknowledged_in_order_with_their_nonces():
    session = await open_session(format="pcm_s16le", sample_rate=16000)
    await session.append_text(TEXT * 10)
    first = await session.flush()
    await collect(session, AudioMessage)
    second = await session.reset()
    messages = []
    while len([m for m in messages if isinstance(m, CompleteMessage)]) < 2:
        messages += await collect(session, CompleteMessage)
    acknowledged = [(m.complete, m.nonce) for m in messages if isinstance(m, CompleteMessage)]
    expect(acknowledged == [("flush", first), ("reset", second)], f"{acknowledged}")
    await session.append_text("Bye.")
    await session.finish()
    rest = sound_of(await collect(session))
    expect_speech(decode(rest, "pcm_s16le", 16000), 16000, 0.2, 1.5)


@check
async def extras_have_times_and_say_when_the_buffer_is_empty():
    session = await open_session(format="raw", return_extras=True)
    await session.append_text("One two three.")
    await session.flush()
    messages = await collect(session, CompleteMessage)
    extras = [message for message in messages if isinstance(message, ExtrasMessage)]
    words = "".join(entry.text for message in extras for entry in message.durations or [])
    expect(words == "One two three.", f"the times say {len(words)} characters")
    expect(extras[-1].buffer_empty is True, "the last extras do not say that the buffer is empty")
    expect(not any(message.buffer_empty for message in extras[:-1]), "an earlier one does")
    await session.finish()
    await collect(session)


@check
async def a_wrong_key_is_a_string_error():
    session = await open_session(key="wrong")
    messages = [message async for message in session]
    expect([type(message) for message in messages] == [ErrorMessage], "not exactly one error")
    expect(messages[0].error == "Invalid API key", messages[0].error)


check.run()
