"""What no published client sends, after the vendor's public samples: both spellings, cancel, new settings in mid-context,
every encoding, the newer voice list. There is no client behind this script but a WebSocket and an HTTP library.
"""

import asyncio
import base64
import json
import os
import time
from contextlib import asynccontextmanager

import httpx
import websockets

from checks import Checks, expect, expect_near
from own_server import own_server
from sound import decode, expect_speech, seconds

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
PATH = "/tts/v1/voice:streamBidirectional"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
check = Checks()


def basic(key=KEY):
    return {"Authorization": f"Basic {key}"}


@asynccontextmanager
async def connected(url=URL, path=PATH, headers=None):
    address = url.replace("http://", "ws://") + path
    async with websockets.connect(address, additional_headers=basic() if headers is None else headers) as ws:
        yield Wire(ws)


class Wire:
    """A socket that speaks JSON."""

    def __init__(self, ws):
        self.ws = ws

    async def send(self, *messages):
        for message in messages:
            await self.ws.send(json.dumps(message))

    async def until(self, *events, context="a"):
        """What comes of a context up to and with the first of these events, or an error."""
        results = []
        while True:
            result = json.loads(await asyncio.wait_for(self.ws.recv(), 20))["result"]
            if result.get("contextId") == context:
                results.append(result)
                if result["status"]["code"] != 0 or any(event in result for event in events):
                    return results

    async def silence(self, seconds):
        """Fails if anything comes."""
        try:
            frame = await asyncio.wait_for(self.ws.recv(), seconds)
        except TimeoutError:
            return
        raise AssertionError(f"a frame of {len(frame)} bytes came")


def create(encoding="PCM", rate=24000, context="a", **more):
    audio = {"audio_encoding": encoding, "sample_rate_hertz": rate}
    return {"create": {"voice_id": "Dennis", "model_id": "inworld-tts-2", "audio_config": audio, **more}, "context_id": context}


def say(text, context="a", **more):
    return {"send_text": {"text": text, **more}, "context_id": context}


def ask(what, context="a"):
    return {what: {}, "context_id": context}


def chunks(results):
    return [result["audioChunk"] for result in results if "audioChunk" in result]


def pieces(results):
    return [base64.b64decode(chunk["audioContent"]) for chunk in chunks(results) if "audioContent" in chunk]


def events(results):
    return [next(key for key in result if key not in ("contextId", "status")) for result in results]


@check
async def the_vendors_sample_flow_with_a_flush_inside_the_text():
    async with connected() as wire:
        await wire.send(create(), say(TEXT, flush_context={}), ask("close_context"))
        results = await wire.until("contextClosed")
    expect(events(results)[0] == "contextCreated", events(results)[0])
    expect(events(results)[-2:] == ["flushCompleted", "contextClosed"], f"{events(results)[-3:]}")
    sound = b"".join(pieces(results))
    expect_speech(decode(sound, "pcm_s16le", 24000), 24000, 3, 9)
    counts = [chunk["usage"]["processedCharactersCount"] for chunk in chunks(results)]
    expect(counts[0] == len(TEXT) and not any(counts[1:]), f"usage {counts}")
    expect(max(len(piece) for piece in pieces(results)) < 2**19, "a frame too large")


@check
async def every_encoding_is_what_it_says():
    async with connected() as wire:
        lengths = {}
        packed = ("MP3", 24000), ("OGG_OPUS", 22050), ("FLAC", 32000)
        for encoding, rate in (("PCM", 24000), ("LINEAR16", 24000), ("WAV", 24000), ("MULAW", 8000), ("ALAW", 8000), *packed):
            await wire.send(create(encoding, rate, encoding), say(TEXT, encoding), ask("close_context", encoding))
            found = pieces(await wire.until("contextClosed", context=encoding))
            headers = [piece.startswith(b"RIFF") for piece in found]
            if encoding == "LINEAR16":
                expect(all(headers), "a message without a header")
                expect(all(int.from_bytes(piece[40:44], "little") == len(piece) - 44 for piece in found), "a wrong length")
                found = [piece[44:] for piece in found]
            elif encoding == "WAV":
                expect(headers[0] and not any(headers[1:]), "not one header")
            else:
                expect(not any(headers), "a header")
            form = {"LINEAR16": "pcm_s16le", "PCM": "pcm_s16le", "OGG_OPUS": "ogg"}.get(encoding, encoding.lower())
            lengths[encoding] = seconds(b"".join(found), form, rate)
    for encoding, length in lengths.items():
        expect_near(length, lengths["PCM"], 0.25, f"length of {encoding}")


@check
async def what_is_not_on_offer_is_refused_with_what_is():
    async with connected() as wire:
        for encoding in ("AAC", "OPUS"):
            await wire.send(create(encoding))
            status = (await wire.until("contextCreated"))[-1]["status"]
            expect(status["code"] == 3 and "LINEAR16, PCM, WAV" in status["message"], f"{status}")


@check
async def words_come_with_their_audio_or_after_it_and_join_to_the_text():
    for strategy in ("SYNC", "ASYNC"):
        async with connected() as wire:
            times = {"timestamp_type": "WORD", "timestamp_transport_strategy": strategy}
            await wire.send(create(**times), say(TEXT), ask("close_context"))
            found = chunks(await wire.until("contextClosed"))
        told = [chunk["timestampInfo"]["wordAlignment"] for chunk in found if chunk["timestampInfo"]]
        expect("".join(word for alignment in told for word in alignment["words"]) == TEXT, f"{strategy}: not the text")
        alone = [chunk for chunk in found if "audioContent" not in chunk]
        expect(bool(alone) == (strategy == "ASYNC"), f"{strategy}: {len(alone)} chunks without audio")
        for alignment in told:
            pairs = zip(alignment["wordStartTimeSeconds"], alignment["wordEndTimeSeconds"], strict=True)
            expect(all(start <= end for start, end in pairs), "a word ends before it begins")


def phones(found):
    """Each word with its phones, in order."""
    alignments = [chunk["timestampInfo"]["wordAlignment"] for chunk in found if chunk["timestampInfo"]]
    for told in alignments:
        times = list(zip(told["words"], told["wordStartTimeSeconds"], told["wordEndTimeSeconds"], strict=True))
        for detail in told.get("phoneticDetails", []):
            yield times[detail["wordIndex"]], detail["phones"]


@check
async def words_tell_their_phones_and_the_shapes_of_the_mouth():
    async with connected() as wire:
        await wire.send(create(timestamp_type="WORD"), say(TEXT), ask("close_context"))
        found = list(phones(chunks(await wire.until("contextClosed"))))
    spoken = [word for (word, *_), own in found if own[0]["phoneSymbol"] != "[silence]"]
    expect(spoken == [word.strip(".,") for word in TEXT.split()], f"phones of {spoken}")
    for (word, start, end), own in found:
        at = [phone["startTimeSeconds"] for phone in own]
        expect(at == sorted(at) and abs(at[0] - start) < 0.001, f"{word!r} begins at {start} s, its phones at {at}")
        last = own[-1]["startTimeSeconds"] + own[-1]["durationSeconds"]
        expect(start <= last <= end + 0.001, f"{word!r} ends at {end} s, its last phone at {last} s")
    shapes = ["".join(phone["visemeSymbol"] + " " for phone in own) for (word, *_), own in found if word == "platform"]
    expect(shapes == ["bmp l aei cdgknstxyz fv o bmp "], f"platform is {shapes}")


@check
async def cancel_is_final_and_harms_no_neighbour():
    async with connected() as wire:
        await wire.send(create(auto_mode=True), create(context="b", auto_mode=True), say(TEXT * 20), say(TEXT, "b"))
        await wire.until("audioChunk")
        await wire.send(ask("cancel_context"), ask("close_context", "b"))
        neighbour = asyncio.create_task(collect(wire, 2))
        seen = await neighbour
    mine = [result for result in seen if result["contextId"] == "a"]
    expect(events(mine)[-1] == "contextClosed" and "flushCompleted" not in events(mine), f"{events(mine)[-2:]}")
    other = [result for result in seen if result["contextId"] == "b"]
    expect(events(other)[-2:] == ["flushCompleted", "contextClosed"], f"{events(other)[-2:]}")


async def collect(wire, closed):
    """Everything up to and with so many ends of contexts."""
    results = []
    while closed:
        results.append(json.loads(await asyncio.wait_for(wire.ws.recv(), 20))["result"])
        closed -= "contextClosed" in results[-1]
    return results


@check
async def new_settings_hold_from_the_next_text_on():
    async with connected() as wire:
        config = {"voiceId": "Ashley", "audioConfig": {"audioEncoding": "MULAW"}, "timestampType": "CHARACTER"}
        await wire.send(create(), say(TEXT), {"updateConfig": config, "contextId": "a"}, say(TEXT), ask("close_context"))
        before = await wire.until("contextUpdated")
        after = await wire.until("contextClosed")
    told = before[-1]["contextUpdated"]
    expect(told["voiceId"] == "Ashley" and told["modelId"] == "inworld-tts-2", f"{told}")
    expect(told["audioConfig"] == {"audioEncoding": "MULAW", "sampleRateHertz": 8000}, f"{told['audioConfig']}")
    expect_speech(decode(b"".join(pieces(before)), "pcm_s16le", 24000), 24000, 3, 9)
    expect_speech(decode(b"".join(pieces(after)), "mulaw", 8000), 8000, 3, 9)
    expect(any(chunk["timestampInfo"] for chunk in chunks(after)), "no times after the update")


@check
async def a_hundred_contexts_live_on_one_socket():
    async with connected() as wire:
        names = [str(number) for number in range(100)]
        for name in names:
            await wire.send(create(context=name, auto_mode=True), say("Hello there.", name), ask("close_context", name))
        results = await asyncio.wait_for(collect(wire, len(names)), 50)
    expect(all(result["status"]["code"] == 0 for result in results), "a context was refused")


@check
async def errors_name_their_context_and_end_nothing():
    async with connected() as wire:
        await wire.send(create(), say("late", "x"), ask("close_context", "x"), say("x" * 2001), {"unknown": {}}, say(TEXT), ask("close_context"))
        await wire.ws.send("no json")
        await wire.ws.send(b"\x00")
        codes, errors, closed = [], 0, False
        while not (closed and errors == 2):
            message = json.loads(await asyncio.wait_for(wire.ws.recv(), 20))
            errors += "error" in message
            result = message.get("result", {"status": {"code": 0}})
            closed = closed or "contextClosed" in result
            if result["status"]["code"]:
                codes.append((result["contextId"], result["status"]["code"], result["status"]["message"]))
    wanted = [
        ("x", 5, "context x not found (payload=SEND_TEXT)"),
        ("x", 5, "context x not found"),
        ("a", 3, "text length should not exceed 2000 characters."),
    ]
    expect(codes == wanted, f"{codes}")


@check
async def keys_are_taken_wherever_clients_put_them():
    pair = base64.b64encode(f"{KEY}:secret".encode()).decode()
    for path, headers in (
        (PATH, basic(pair)),
        (PATH, {"Authorization": f"Bearer {KEY}"}),
        (f"{PATH}?authorization=Basic%20{pair}", {}),
        (PATH.replace(":", "%3A"), basic()),
    ):
        async with connected(path=path, headers=headers) as wire:
            await wire.send(create())
            await wire.until("contextCreated")
    for headers in ({}, basic("wrong")):
        try:
            async with connected(headers=headers):
                raise AssertionError("it was taken")
        except websockets.InvalidStatus as error:
            expect(error.response.status_code == 401, f"status {error.response.status_code}")
            expect(json.loads(error.response.body)["code"] == 16, "another code")


@check
async def both_voice_lists_say_the_same():
    async with httpx.AsyncClient(base_url=URL, headers=basic()) as client:
        old = [voice["voiceId"] for voice in (await client.get("/tts/v1/voices")).json()["voices"]]
        new, token = [], ""
        while True:
            query = {"pageSize": 50, "pageToken": token}
            page = (await client.get("/voices/v1/workspaces/mine/voices", params=query)).json()
            new += [voice["voiceId"] for voice in page["voices"]]
            token = page["nextPageToken"]
            if not token:
                break
        expect(old == new and len(set(new)) == len(new) > 100, f"{len(old)} voices, and {len(new)}")
        one = (await client.get("/voices/v1/voices/Ashley")).json()
        expect(one["langCode"] == "EN_US" and one["gender"] == "female", f"{one}")
        clone = await client.post("/voices/v1/voices:clone", json={})
        expect((clone.status_code, clone.json()["code"]) == (501, 12), f"{clone.status_code}")


@check
async def one_shot_calls_answer_whole_and_in_lines():
    body = {"text": TEXT, "voiceId": "Ashley", "modelId": "m", "audioConfig": {"audioEncoding": "LINEAR16", "sampleRateHertz": 24000}}
    async with httpx.AsyncClient(base_url=URL, headers=basic(), timeout=20) as client:
        whole = (await client.post("/tts/v1/voice", json=body | {"timestampType": "WORD"})).json()
        expect_speech(decode(base64.b64decode(whole["audioContent"]), "wav", 24000), 24000, 3, 9)
        expect("".join(whole["timestampInfo"]["wordAlignment"]["words"]) == TEXT, "not the text")
        expect(whole["usage"] == {"processedCharactersCount": len(TEXT), "modelId": "m"}, f"{whole['usage']}")
        lines = (await client.post("/tts/v1/voice:stream", json=body)).text
        expect(lines.endswith("\n"), "the last line does not end")
        results = [json.loads(line)["result"] for line in lines.splitlines()]
        expect(all(base64.b64decode(result["audioContent"])[:4] == b"RIFF" for result in results), "a line without a header")
        for bad, status, code in (({"voiceId": "nobody"}, 400, 3), ({"text": None}, 400, 3), ({"text": "x" * 9000}, 400, 3)):
            answer = await client.post("/tts/v1/voice:stream", json=body | bad)
            expect((answer.status_code, answer.json()["code"]) == (status, code), f"{bad.keys()}: {answer.status_code}")
        blank = await client.post("/tts/v1/voice:stream", json=body | {"text": " "})
        expect(blank.json() == {"result": {"audioContent": "", "usage": None}}, blank.text)


@check
async def an_idle_socket_is_closed_with_its_contexts_and_a_keep_alive_prevents_it():
    async with own_server("limits.idle=1s") as (url, _), connected(url) as wire:
        await wire.send(create())
        await wire.until("contextCreated")
        begun = time.monotonic()
        for keep_alive in (say(""), {"send_text": {"text": ""}}):
            await wire.silence(0.6)
            await wire.send(keep_alive)
        await wire.until("contextClosed")
        expect(time.monotonic() - begun > 2, "it was closed too early")
        try:
            await wire.ws.recv()
            raise AssertionError("it was not closed")
        except websockets.ConnectionClosed as closed:
            expect(closed.rcvd.code == 1000 and not closed.rcvd.reason, f"{closed.rcvd}")


@check
async def the_vendors_own_bounds_on_request():
    async with own_server("protocols.inworld.column=vendor") as (url, _), connected(url) as wire:
        for name in "123456":
            await wire.send(create(context=name))
            status = (await wire.until("contextCreated", context=name))[-1]["status"]
            expect((status["code"] == 8) == (name == "6"), f"context {name}: {status}")
        expect("limit of 5 TTS contexts" in status["message"], status["message"])
        await wire.send(say("x" * 1001, "1"))
        status = (await wire.until("audioChunk", context="1"))[-1]["status"]
        expect(status["message"] == "text length should not exceed 1000 characters.", f"{status}")
        await wire.send(ask("close_context", "1"))
        await wire.until("contextClosed", context="1")
        await wire.send(create(context="6"))
        await wire.until("contextCreated", context="6")


@check
async def a_wrong_key_after_the_first_message_on_request():
    async with own_server("protocols.inworld.auth=lazy") as (url, _):
        for headers, code in (({}, 16), (basic("wrong"), 7)):
            async with connected(url, headers=headers) as wire:
                await wire.silence(0.3)
                await wire.send(create())
                error = json.loads(await wire.ws.recv())["error"]
                expect(error["code"] == code and "wro" not in error["message"], f"{error}")
                try:
                    await wire.ws.recv()
                    raise AssertionError("it was not closed")
                except websockets.ConnectionClosed as closed:
                    expect(closed.rcvd.code == 1000 and not closed.rcvd.reason, f"{closed.rcvd}")


@check
async def words_with_their_marks_attached_on_request():
    async with own_server("protocols.inworld.tokens=attached") as (url, _), connected(url) as wire:
        await wire.send(create(timestamp_type="WORD"), say(TEXT), ask("close_context"))
        told = [chunk["timestampInfo"] for chunk in chunks(await wire.until("contextClosed")) if chunk["timestampInfo"]]
    expect([word for info in told for word in info["wordAlignment"]["words"]] == TEXT.split(), "not the words")


check.run()
