"""Looks at what a server sent: decodes it with ffmpeg and measures length and level."""

import array
import math
import subprocess

# What ffmpeg must be told of streams without a header.
RAW_INPUT = {
    "pcm_s16le": ["-f", "s16le"],
    "raw": ["-f", "s16le"],
    "pcm_s16be": ["-f", "s16be"],
    "pcm_f32le": ["-f", "f32le"],
    "mulaw": ["-f", "mulaw"],
    "alaw": ["-f", "alaw"],
}


# Formats that hold Opus, and the rate at which it is decoded, whatever it was made from.
OPUS, OPUS_RATE = ("ogg", "opus", "webm"), 48000


def decode(data, form, rate):
    """The samples of `data`, mono, as floats within ±1, decoded by ffmpeg without resampling."""
    headless = RAW_INPUT.get(form)
    described = [*headless, "-ar", str(rate), "-ac", "1"] if headless else []
    command = ["ffmpeg", "-v", "error", *described, "-i", "-", "-f", "s16le", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"ffmpeg cannot decode {form}: {done.stderr.decode()[:200]}")
    samples = array.array("h")
    samples.frombytes(done.stdout)
    return [sample / 32768 for sample in samples]


def seconds(data, form, rate):
    """How long `data` plays."""
    return len(decode(data, form, rate)) / (OPUS_RATE if form in OPUS else rate)


def length_tolerance(form, rate):
    """By how many seconds a compressed form may be longer than the sound in it, or its samples be rounded."""
    # MP3 pads to whole frames, before and after; Opus at a flush, and what follows cannot take that back.
    return {"mp3": 0.25, "flac": 0.005}.get(form, 0.03 if form in OPUS else 2 / rate)


def level(samples):
    """Root mean square, as a factor of full scale."""
    return math.sqrt(sum(sample * sample for sample in samples) / max(1, len(samples)))


def expect_speech(samples, rate, shortest, longest):
    """Fails unless the samples are about as long and as loud as speech."""
    length = len(samples) / rate
    if not shortest <= length <= longest:
        raise AssertionError(f"{length:.3f} s of sound, expected {shortest} to {longest} s")
    loud = level(samples)
    if not 0.01 <= loud <= 0.5:
        raise AssertionError(f"level {loud:.4f} is not that of speech")
    if max(abs(sample) for sample in samples) >= 0.9999:
        raise AssertionError("the sound clips")
