"""Runs a Pipecat text-to-speech service in a pipeline, as a bot does, and keeps what it gives. Read `Speaker` first.

The pipeline has the service alone, between a gate that sees errors come back and an ear in the transport's place. The ear
takes frames as fast as they come, and says, as a transport does, when the bot begins and ends to speak: some services
reconnect on an interruption only while it speaks.
"""

import asyncio
import time
from dataclasses import dataclass, field

from loguru import logger
from pipecat.frames.frames import (
    BotStartedSpeakingFrame,
    BotStoppedSpeakingFrame,
    ControlFrame,
    EndFrame,
    ErrorFrame,
    InterruptionFrame,
    LLMFullResponseEndFrame,
    LLMFullResponseStartFrame,
    LLMTextFrame,
    TTSAudioRawFrame,
    TTSSpeakFrame,
    TTSStoppedFrame,
    TTSTextFrame,
)
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.frame_processor import FrameDirection, FrameProcessor
from pipecat.workers.runner import WorkerRunner

# Between two tokens, in seconds; a fast language model.
PAUSE = 0.005
# For audio before the last token, in seconds.
PATIENCE = 5
# For one turn, and for the end of the pipeline, in seconds; below what a check may take.
TURN_PATIENCE = 40

# The framework tells each step on standard error, with the text that it speaks.
logger.remove()


@dataclass
class Word:
    """A word that the service says was spoken; `start` is in seconds from the turn's first audio, None if untimed."""

    text: str
    start: float | None


@dataclass
class Spoken:
    """What came of one turn. Times are in seconds."""

    audio: bytes = b""  # 16-bit PCM
    rate: int = 0
    words: list[Word] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)  # of the audio, each once
    errors: list[str] = field(default_factory=list)
    stops: int = 0  # frames that say the bot's speech ended
    first_audio: float | None = None  # after the first token
    last_audio: float | None = None  # after the first token
    last_token: float | None = None  # after the first token
    ended: float | None = None  # after the first token

    @property
    def seconds(self):
        return len(self.audio) / 2 / max(1, self.rate)

    @property
    def text(self):
        """The words, apart by blanks, which services leave out or not."""
        return " ".join("".join(f" {word.text}" for word in self.words).split())

    @property
    def early(self):
        """Whether audio came while there were tokens to come."""
        return self.first_audio is not None and (self.last_token is None or self.first_audio < self.last_token)

    @property
    def silence(self):
        """How long the service waited after the last audio until it called the turn ended.

        Near its `stop_frame_timeout_s` it did not understand the server's end of a context, and gave up waiting.
        """
        return self.ended - (self.last_audio or 0)


def tokens(text, size=4):
    """`text` as a language model gives it: a few characters at a time."""
    return [text[at : at + size] for at in range(0, len(text), size)]


class Speaker:
    """A running pipeline around one service: `async with Speaker(service) as speaker`.

    Errors never raise here: a service reports them as frames, which `Spoken.errors` has for a turn, and `errors` for
    the whole life, the start included.
    """

    def __init__(self, service, rate=24000):
        self.service = service
        self.errors = []
        self._ear = _Ear()
        self._gate = _Gate(self._hear_error)
        self._worker = PipelineWorker(
            Pipeline([self._gate, service, self._ear]),
            params=PipelineParams(audio_out_sample_rate=rate),
            cancel_on_idle_timeout=False,
            enable_rtvi=False,
        )
        self._running = None

    async def __aenter__(self):
        started = asyncio.Event()

        @self._worker.event_handler("on_pipeline_started")
        async def on_start(_worker, _frame):
            started.set()

        runner = WorkerRunner(handle_sigint=False)
        await runner.add_workers(self._worker)
        self._running = asyncio.create_task(runner.run())
        await asyncio.wait_for(started.wait(), TURN_PATIENCE)
        return self

    async def __aexit__(self, *_error):
        await self._worker.queue_frame(EndFrame())
        await asyncio.wait_for(self._running, TURN_PATIENCE)

    async def say(self, pieces, pause=PAUSE, wait_for_audio=False):
        """One turn of a language model, from its first token until the service has spoken it.

        With `wait_for_audio` the last token is held back until there is audio, or `PATIENCE` ends: a service and a
        server which speak before the text ends are then `early`, however fast the language model is.
        """
        turn = self._ear.begin()
        await self._push(turn, pieces, pause, wait_for_audio)
        turn.spoken.last_token = turn.now()
        return await self._finish(turn, LLMFullResponseEndFrame())

    async def announce(self, text):
        """A whole utterance that no language model wrote."""
        turn = self._ear.begin()
        return await self._finish(turn, TTSSpeakFrame(text))

    async def interrupt(self, pieces, after=0.2, pause=PAUSE):
        """A turn that the user cuts short once `after` seconds of its audio came, the model's text ended or not.

        Gives what came until then; with 0 the cut is right after the last token, audio or not. What the service still
        sends of it would be the next turn's first audio.
        """
        turn = self._ear.begin()
        pushing = asyncio.create_task(self._push(turn, pieces, pause, False))
        if after:
            await turn.wait(lambda: turn.spoken.seconds >= after)
        else:
            await pushing
        pushing.cancel()
        await self._worker.queue_frame(InterruptionFrame())
        # A language model that is cut short still ends its response.
        await self._worker.queue_frame(LLMFullResponseEndFrame())
        turn.spoken.ended = turn.now()
        await self._pass(turn)
        return turn.spoken

    async def _push(self, turn, pieces, pause, wait_for_audio):
        await self._worker.queue_frame(LLMFullResponseStartFrame())
        for index, piece in enumerate(pieces):
            if wait_for_audio and index == len(pieces) - 1:
                await turn.wait(lambda: turn.spoken.audio, PATIENCE, required=False)
            await self._worker.queue_frame(LLMTextFrame(piece))
            await asyncio.sleep(pause)

    async def _finish(self, turn, last_frame):
        await self._worker.queue_frame(last_frame)
        await self._pass(turn)
        turn.spoken.ended = turn.now()
        return turn.spoken

    async def _pass(self, turn):
        """Waits until the service is done with all it was given: it keeps frames in order with its audio."""
        marker = _Marker()
        await self._worker.queue_frame(marker)
        await turn.wait(lambda: turn.marker is marker or self._running.done())
        if turn.marker is not marker:
            raise AssertionError("the pipeline ended in the middle of a turn")

    def _hear_error(self, error):
        self.errors.append(error)
        self._ear.turn.spoken.errors.append(error)


@dataclass
class _Marker(ControlFrame):
    """Comes out of the service behind everything that went in before it."""


class _Turn:
    """What the ear hears, and those who wait for it."""

    def __init__(self):
        self.spoken = Spoken()
        self.marker = None
        self._begun = time.perf_counter()
        self._changed = asyncio.Condition()

    def now(self):
        return time.perf_counter() - self._begun

    async def tell(self):
        async with self._changed:
            self._changed.notify_all()

    async def wait(self, until, patience=TURN_PATIENCE, required=True):
        async def changed():
            async with self._changed:
                await self._changed.wait_for(until)

        try:
            await asyncio.wait_for(changed(), patience)
        except asyncio.TimeoutError:
            if required:
                raise AssertionError(f"the service fell silent for {patience} s: {self._told()}") from None

    def _told(self):
        spoken = self.spoken
        return f"{spoken.seconds:.2f} s of audio, {len(spoken.words)} words, errors {spoken.errors}"


class _Gate(FrameProcessor):
    """The pipeline's beginning, where what goes upstream ends: errors."""

    def __init__(self, hear_error):
        super().__init__(enable_direct_mode=True)
        self._hear_error = hear_error

    async def process_frame(self, frame, direction):
        await super().process_frame(frame, direction)
        if isinstance(frame, ErrorFrame):
            self._hear_error(frame.error)
        await self.push_frame(frame, direction)


class _Ear(FrameProcessor):
    """The pipeline's end, where a transport would be."""

    def __init__(self):
        super().__init__(enable_direct_mode=True)
        self.turn = _Turn()
        self._speaking = False
        self._first_audio = 0  # by the pipeline's clock, in nanoseconds

    def begin(self):
        self.turn = _Turn()
        return self.turn

    async def process_frame(self, frame, direction):
        await super().process_frame(frame, direction)
        if isinstance(frame, TTSAudioRawFrame):
            await self._take_audio(frame)
        elif isinstance(frame, TTSTextFrame):
            self._take_word(frame)
        elif isinstance(frame, TTSStoppedFrame):
            self.turn.spoken.stops += 1
            await self._say_speaking(False)
        elif isinstance(frame, InterruptionFrame):
            await self._say_speaking(False)
        elif isinstance(frame, _Marker):
            self.turn.marker = frame
        await self.turn.tell()
        await self.push_frame(frame, direction)

    async def _take_audio(self, frame):
        spoken = self.turn.spoken
        if spoken.first_audio is None:
            spoken.first_audio = self.turn.now()
            self._first_audio = self.get_clock().get_time()
        if spoken.rate not in (0, frame.sample_rate):
            raise AssertionError(f"frames of {spoken.rate} Hz, then of {frame.sample_rate} Hz")
        spoken.rate = frame.sample_rate
        spoken.audio += frame.audio
        spoken.last_audio = self.turn.now()
        if frame.context_id and frame.context_id not in spoken.contexts:
            spoken.contexts.append(frame.context_id)
        await self._say_speaking(True)

    def _take_word(self, frame):
        start = (frame.pts - self._first_audio) / 1e9 if frame.pts else None
        self.turn.spoken.words.append(Word(frame.text, start))

    async def _say_speaking(self, speaking):
        if speaking == self._speaking:
            return
        self._speaking = speaking
        frame = BotStartedSpeakingFrame() if speaking else BotStoppedSpeakingFrame()
        await self.push_frame(frame, FrameDirection.UPSTREAM)
