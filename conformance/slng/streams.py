"""The streams of `/v1/tts/soniox/tts-rt:v1`: no published client speaks them, so these are plain WebSockets after the
vendor's public samples, with a few of the raw clients' habits on the bridge, and the HTTP call.

# cannot verify: what the vendor's own client of streams does, since there is none
"""

import asyncio
import base64
import json
import os
import urllib.error
import urllib.request

import websockets

from checks import Checks, expect, expect_near
from sound import decode, expect_speech, seconds

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
STREAMS = "/v1/tts/soniox/tts-rt:v1"
BRIDGE = "/v1/bridges/unmute/tts/slng/deepgram/aura:2-en"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATE = 24000
check = Checks()


def connect(path, key=KEY):
    headers = {"Authorization": f"Bearer {key}", "X-World-Part-Override": "na"}
    return websockets.connect(URL.replace("http://", "ws://") + path, additional_headers=headers)


async def say(socket, **frame):
    await socket.send(json.dumps(frame))


async def init(socket, stream, **more):
    wishes = {"model": "tts-rt-v1", "language": "en", "voice": "Adrian", "audio_format": "pcm_s16le", "sample_rate": RATE}
    await say(socket, type="init", stream_id=stream, **{**wishes, **more})


async def text(socket, stream, words, end=True):
    await say(socket, type="text", stream_id=stream, text=words, text_end=end)


async def until_terminated(socket, *streams, begun=()):
    """All frames of the socket, with those that were read before, by stream, until each of these has ended once."""
    frames, waiting, begun = {}, set(streams), list(begun)
    while waiting:
        frame = begun.pop(0) if begun else json.loads(await socket.recv())
        frames.setdefault(frame.get("stream_id"), []).append(frame)
        if frame["type"] == "terminated":
            waiting.remove(frame["stream_id"])
    return frames


def sound_of(frames):
    return b"".join(base64.b64decode(frame["audio"]) for frame in frames if frame["type"] == "audio_chunk")


def expect_in_order(frames):
    """Chunks, exactly one of them the last, then exactly one end."""
    kinds = [frame["type"] for frame in frames]
    expect(kinds == ["audio_chunk"] * (len(kinds) - 1) + ["terminated"], f"frames {kinds}")
    ends = [frame["audio_end"] for frame in frames[:-1]]
    expect(ends == [False] * (len(ends) - 1) + [True], f"ends {ends}")


async def alone(words=TEXT, **wishes):
    async with connect(STREAMS) as socket:
        await init(socket, "a", **wishes)
        await text(socket, "a", words)
        return (await until_terminated(socket, "a"))["a"]


@check
async def a_stream_of_tokens_sounds_before_its_text_ends():
    async with connect(STREAMS) as socket:
        await init(socket, "a")
        for at in range(0, len(TEXT), 4):
            await text(socket, "a", TEXT[at : at + 4], end=False)
        first = json.loads(await socket.recv())
        expect(first["type"] == "audio_chunk" and not first["audio_end"], f"first frame {first['type']}")
        await text(socket, "a", "")
        frames = [first, *(await until_terminated(socket, "a"))["a"]]
    expect_in_order(frames)
    expect_speech(decode(sound_of(frames), "pcm_s16le", RATE), RATE, 3, 9)


@check
async def streams_side_by_side_give_the_same_bytes_as_alone():
    wanted = sound_of(await alone())
    async with connect(STREAMS) as socket:
        names = [f"s{number}" for number in range(20)]
        for name in names:
            await init(socket, name)
        for name in names:
            await text(socket, name, TEXT)
        frames = await until_terminated(socket, *names)
    for name in names:
        expect_in_order(frames[name])
        expect(sound_of(frames[name]) == wanted, f"the bytes of {name} differ")


@check
async def every_format_is_as_long():
    wanted = seconds(sound_of(await alone()), "pcm_s16le", RATE)
    packed = ("mp3", 24000), ("opus", 44100), ("flac", 22050)
    for form, rate in (("wav", 16000), ("pcm_s16be", 44100), ("pcm_mulaw", 8000), ("pcm_alaw", 8000), *packed):
        sound = sound_of(await alone(audio_format=form, sample_rate=rate))
        expect_near(seconds(sound, form.removeprefix("pcm_") if "law" in form else form, rate), wanted, 0.15, form)


@check
async def a_cancelled_stream_ends_at_once_and_its_neighbour_goes_on():
    wanted = sound_of(await alone())
    async with connect(STREAMS) as socket:
        await init(socket, "long")
        await text(socket, "long", TEXT * 20)
        await init(socket, "short")
        await text(socket, "short", TEXT)
        first = json.loads(await socket.recv())
        await say(socket, type="clear", stream_id="long", cancel=True)
        frames = await until_terminated(socket, "long", "short", begun=[first])
        expect(sound_of(frames["short"]) == wanted, "the neighbour's bytes differ")
        expect(not any(frame.get("audio_end") for frame in frames["long"]), "a cancelled stream has a last chunk")
        await init(socket, "long")
        await text(socket, "long", TEXT)
        again = (await until_terminated(socket, "long"))["long"]
    expect(sound_of(again) == wanted, "the bytes of the name's second stream differ")


@check
async def times_of_characters_cover_the_text_in_order():
    frames = await alone(return_timestamps=True)
    stamps = [frame["timestamps"] for frame in frames if "timestamps" in frame]
    said = "".join(char for stamp in stamps for char in stamp["characters"])
    starts = [at for stamp in stamps for at in stamp["character_start_times_seconds"]]
    expect(said == TEXT, f"{said!r}")
    expect(starts == sorted(starts), "times run backwards")
    expect(starts[-1] <= seconds(sound_of(frames), "pcm_s16le", RATE), "a time beyond the sound")


@check
async def mistakes_are_said_with_their_stream_and_harm_no_other():
    async with connect(STREAMS) as socket:
        await init(socket, "good")
        await text(socket, "nobody", "x")
        await init(socket, "good")
        await say(socket, type="init", stream_id="bare", language="en")
        await init(socket, "voice", voice="nobody")
        await socket.send(b"\x00")
        await text(socket, "good", TEXT)
        frames = await until_terminated(socket, "bare", "voice", "good")
    errors = {name: [f["error_message"] for f in frames.get(name, []) if f["type"] == "error"] for name in frames}
    expect(errors["nobody"] == ["Stream nobody not found. Send a start message first."], f"{errors['nobody']}")
    expect(errors["good"] == ["Stream good already exists"], f"{errors['good']}")
    expect(errors["bare"] == ["Missing required field: model"], f"{errors['bare']}")
    expect(errors["voice"] == ["Invalid voice 'nobody' for model 'tts-rt-v1'."], f"{errors['voice']}")
    expect(len(errors[None]) == 1, f"{errors[None]}")
    expect_in_order([frame for frame in frames["good"] if frame["type"] != "error"])


@check
async def the_documentations_client_of_the_bridge_hears_all_before_flushed():
    async with connect(BRIDGE) as socket:
        await say(socket, type="init", voice="aura-2-thalia-en", config={"sample_rate": RATE, "encoding": "linear16"})
        for _ in range(2):
            await say(socket, type="text", text=TEXT)
            await say(socket, type="flush")
        utterances, sound = [], b""
        while len(utterances) < 2:
            message = await socket.recv()
            if isinstance(message, bytes):
                sound += message
            elif json.loads(message)["type"] == "flushed":
                utterances.append(sound)
                sound = b""
        await say(socket, type="close")
        await socket.wait_closed()
    expect(socket.close_code == 1000, f"closed with {socket.close_code}")
    expect(utterances[0] == utterances[1], "the two utterances differ")
    expect_speech(decode(utterances[0], "pcm_s16le", RATE), RATE, 3, 9)


@check
async def audio_in_json_is_the_same_audio():
    async with connect(BRIDGE + "?audio=json") as socket:
        await say(socket, type="init", voice="aura-2-thalia-en")
        await say(socket, type="text", text=TEXT, flush=True)
        frames = []
        while not frames or frames[-1]["type"] != "flushed":
            frames.append(json.loads(await socket.recv()))
    chunks = [frame for frame in frames if frame["type"] == "audio_chunk"]
    expect([chunk["sequence"] for chunk in chunks] == list(range(1, len(chunks) + 1)), "the sequence has gaps")
    sound = b"".join(base64.b64decode(chunk["data"]) for chunk in chunks)
    expect_speech(decode(sound, "pcm_s16le", RATE), RATE, 3, 9)


@check
async def nothing_comes_after_cleared():
    async with connect(BRIDGE) as socket:
        await say(socket, type="init")
        await say(socket, type="text", text=TEXT * 20, flush=True)
        while not isinstance(await socket.recv(), bytes):
            pass
        await say(socket, type="clear")
        while isinstance(message := await socket.recv(), bytes):
            pass
        expect(json.loads(message)["type"] == "cleared", f"{message}")
        await say(socket, type="flush")
        message = await socket.recv()
        expect(isinstance(message, str) and json.loads(message)["type"] == "flushed", "something came after cleared")


async def refused(path, key):
    try:
        async with connect(path, key):
            raise AssertionError("it was taken")
    except websockets.exceptions.InvalidStatus as error:
        return error.response.status_code, error.response.body.decode()


@check
async def a_wrong_key_and_a_wrong_path_are_refused_before_the_upgrade():
    for path in (STREAMS, BRIDGE):
        status, body = await refused(path, "wrong")
        expect(status == 401 and "error" in json.loads(body), f"{status} {body}")
    status, body = await refused("/v1/tts/aura", KEY)
    expect(status == 404 and body.startswith("no such model"), f"{status} {body}")


def post(path, body, key=KEY):
    request = urllib.request.Request(URL + path, json.dumps(body).encode(), {"Authorization": f"Bearer {key}"})
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.headers["content-type"], response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["content-type"], error.read()


@check
async def a_call_answers_with_the_sound_or_an_error():
    for path in (STREAMS, BRIDGE):
        status, kind, body = await asyncio.to_thread(post, path, {"text": TEXT})
        expect((status, kind, body[:4]) == (200, "audio/wav", b"RIFF"), f"{status} {kind} {body[:40]}")
        expect_speech(decode(body, "wav", RATE), RATE, 3, 9)
    kinds = {"mp3": "audio/mpeg", "opus": "audio/ogg;codecs=opus", "flac": "audio/flac"}
    for form, wanted in kinds.items():
        status, kind, body = await asyncio.to_thread(post, STREAMS, {"text": TEXT, "audio_format": form, "sample_rate": 44100})
        expect((status, kind) == (200, wanted), f"{status} {kind}")
    for body, key, wanted in (({}, KEY, 400), ({"text": "x" * 5001}, KEY, 413), ({"text": "x"}, "wrong", 401)):
        status, _, answer = await asyncio.to_thread(post, BRIDGE, body, key)
        expect(status == wanted and "error" in json.loads(answer), f"{status} {answer}")


check.run()
