"""Runs a text-to-speech plugin of LiveKit Agents as an agent does, and keeps what it gives. Read `speak` first.

An agent opens a stream for each turn, pushes what the language model says, token by token, ends the input, and reads
frames at the same time. If the user interrupts, it closes the stream in the middle. Without an agent a plugin misses one
thing: the HTTP session that a job keeps for it, which `job` gives. What the plugin raises, these functions raise.
"""

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from livekit.agents import APIConnectOptions, tokenize, tts
from livekit.agents.types import USERDATA_TIMED_TRANSCRIPT
from livekit.agents.utils import http_context

# An error is an error at once: with the framework's own three retries a check of an error takes seven seconds.
ONCE = APIConnectOptions(max_retry=0, timeout=10)
# Between two tokens, in seconds; a fast language model.
PAUSE = 0.005
# For audio before the last token, in seconds.
PATIENCE = 5


@dataclass
class Word:
    """A timed piece of the transcript; a time that the plugin left out is None."""

    text: str
    start: float | None
    end: float | None


@dataclass
class Spoken:
    """What came of one stream. Times are in seconds."""

    audio: bytes = b""  # 16-bit PCM
    rate: int = 0
    words: list[Word] = field(default_factory=list)
    segments: list[str] = field(default_factory=list)
    finals: int = 0  # frames that say they are a segment's last
    first_audio: float | None = None  # after the first token
    last_token: float | None = None  # after the first token; None while there are more

    @property
    def seconds(self):
        return len(self.audio) / 2 / max(1, self.rate)

    @property
    def text(self):
        return "".join(word.text for word in self.words)

    @property
    def early(self):
        """Whether audio came while there were tokens to come."""
        return self.first_audio is not None and (self.last_token is None or self.first_audio < self.last_token)


@asynccontextmanager
async def job():
    """What a plugin has around it in a job; open plugins inside."""
    async with http_context.open():
        yield


def streaming(plugin):
    """`plugin`, or around one without streams what an agent puts there: a stream of sentences."""
    if plugin.capabilities.streaming:
        return plugin
    return tts.StreamAdapter(tts=plugin, sentence_tokenizer=tokenize.blingfire.SentenceTokenizer(retain_format=True))


def tokens(text, size=4):
    """`text` as a language model gives it: a few characters at a time."""
    return [text[at : at + size] for at in range(0, len(text), size)]


async def speak(plugin, pieces, pause=PAUSE, wait_for_audio=False):
    """One turn from its first token to its last frame.

    With `wait_for_audio` the last token is held back until there is audio, or `PATIENCE` ends: a plugin and a server
    which speak before the text ends are then `early`, however fast the language model is.
    """
    async with streaming(plugin).stream(conn_options=ONCE) as stream:
        turn = _Turn(stream)
        pushing = asyncio.create_task(turn.push(pieces, pause, wait_for_audio))
        try:
            await turn.listen()
        finally:
            pushing.cancel()
        return turn.spoken


async def interrupt(plugin, pieces, after=0.2, pause=PAUSE):
    """A turn that the user cuts short once `after` seconds of its audio came; gives what came until then.

    Awaits the stream's `aclose`, which is all that an agent does, so the next turn may begin at once.
    """
    async with streaming(plugin).stream(conn_options=ONCE) as stream:
        turn = _Turn(stream)
        pushing = asyncio.create_task(turn.push(pieces, pause, False))
        try:
            await turn.listen(until=after)
        finally:
            pushing.cancel()
        return turn.spoken


async def synthesize(plugin, text):
    """The plugin's one-shot call."""
    async with plugin.synthesize(text, conn_options=ONCE) as stream:
        turn = _Turn(stream)
        turn.begin()
        turn.spoken.last_token = 0.0
        await turn.listen()
        return turn.spoken


class _Turn:
    """Pushes to a stream and listens to it; the two run side by side."""

    def __init__(self, stream):
        self.spoken = Spoken()
        self._stream = stream
        self._begun = None
        self._heard = asyncio.Event()

    def begin(self):
        self._begun = time.perf_counter()

    async def push(self, pieces, pause, wait_for_audio):
        for index, piece in enumerate(pieces):
            if wait_for_audio and index == len(pieces) - 1:
                await asyncio.wait([asyncio.ensure_future(self._heard.wait())], timeout=PATIENCE)
            if self._begun is None:
                self.begin()
            self._stream.push_text(piece)
            await asyncio.sleep(pause)
        self.spoken.last_token = self._now()
        self._stream.end_input()

    async def listen(self, until=float("inf")):
        async for event in self._stream:
            self._take(event)
            if self.spoken.seconds >= until:
                return

    def _take(self, event):
        spoken, frame = self.spoken, event.frame
        if spoken.first_audio is None:
            spoken.first_audio = self._now()
            self._heard.set()
        if spoken.rate not in (0, frame.sample_rate):
            raise AssertionError(f"frames of {spoken.rate} Hz, then of {frame.sample_rate} Hz")
        spoken.rate = frame.sample_rate
        spoken.audio += bytes(frame.data)
        spoken.finals += event.is_final
        if event.segment_id not in spoken.segments:
            spoken.segments.append(event.segment_id)
        for word in frame.userdata.get(USERDATA_TIMED_TRANSCRIPT, []):
            spoken.words.append(Word(str(word), _time(word.start_time), _time(word.end_time)))

    def _now(self):
        return time.perf_counter() - (self._begun or time.perf_counter())


def _time(value):
    """A time of the framework's, which marks the missing ones with an object of its own."""
    return value if isinstance(value, (int, float)) else None
