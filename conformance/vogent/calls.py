"""The HTTP calls of Vogent Voicelab, from the vendor's public API reference, with the Python `httpx` package: there is no
client package for them."""

import os

import httpx

from checks import Checks, expect, expect_near
from sound import decode, expect_speech, seconds

URL, KEY = os.environ["SYRINX_URL"], os.environ["SYRINX_KEY"]
MABEL, KEVIN = "23b2186b-ed56-4185-998c-8d19e1bb227a", "50c9287d-bcee-4f2a-943f-f0f2184a5d3b"
TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
RATES = (8000, 16000, 22050, 24000, 41500, 44100, 48000)
# An encoder's delay and padding.
MP3_SLACK = 0.25
check = Checks()


def client(key=KEY):
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return httpx.AsyncClient(base_url=f"{URL}/api", headers=headers, timeout=30)


async def speech(path="/tts", **body):
    """The audio of a call that must succeed."""
    async with client() as http:
        answer = await http.post(path, json=body)
    expect(answer.status_code == 200, f"{answer.status_code}: {answer.text[:200]}")
    kind = answer.headers["content-type"]
    expect(kind == "application/octet-stream", f"content type {kind}")
    return answer.content


def form(output, rate):
    return {"outputType": output, "sampleRate": rate}


async def expect_error(status, path="/tts", key=KEY, **request):
    async with client(key) as http:
        answer = await http.request(request.pop("method", "POST"), path, **request)
    expect(answer.status_code == status, f"{request}: {answer.status_code}, not {status}")
    expect(set(answer.json()) == {"error"} and answer.json()["error"], f"{answer.text[:200]}")
    return answer


@check
async def the_default_is_a_wav_file_at_24_khz():
    audio = await speech(text=TEXT, voiceId=MABEL)
    expect(audio[:4] == b"RIFF" and audio[8:12] == b"WAVE", "no WAV header")
    expect(int.from_bytes(audio[24:28], "little") == 24000, "another rate in the header")
    expect_speech(decode(audio, "wav", 24000), 24000, 3, 9)


@check
async def every_type_plays_as_long_at_every_rate():
    reference = seconds(await speech(text=TEXT, voiceId=MABEL), "wav", 24000)
    for rate in RATES:
        raw = await speech(text=TEXT, voiceId=MABEL, format=form("RAW_PCM16", rate))
        expect_near(seconds(raw, "pcm_s16le", rate), reference, 0.01, f"raw at {rate}")
        wav = await speech(text=TEXT, voiceId=MABEL, format=form("WAV_PCM16", rate))
        expect(wav[44:] == raw, f"wav at {rate} is not the raw samples behind a header")
        mp3 = await speech(text=TEXT, voiceId=MABEL, format=form("MP3", rate))
        # MP3 has no 41500 Hz.
        real = 44100 if rate == 41500 else rate
        expect_near(seconds(mp3, "mp3", real), reference, MP3_SLACK, f"mp3 at {rate}")


@check
async def the_answer_streams():
    body = {"text": TEXT * 40, "voiceId": MABEL, "format": form("RAW_PCM16", 24000)}
    async with client() as http, http.stream("POST", "/tts", json=body) as answer:
        expect("content-length" not in answer.headers, "a length that nobody can know")
        pieces = [len(piece) async for piece in answer.aiter_raw()]
    expect(len(pieces) > 5, f"{len(pieces)} pieces")


@check
async def voice_options_are_accepted():
    options = [{"optionId": "temperature", "value": "0.7"}]
    expect(await speech(text=TEXT, voiceId=MABEL, voiceOptionValues=options), "no audio")


@check
async def several_speakers_make_one_file_in_order():
    lines = [{"text": TEXT, "voiceId": MABEL}, {"text": "And who are you?", "voiceId": KEVIN}]
    lines.append({"text": "Nobody in particular.", "voiceId": MABEL})
    # The voices' own rate: nothing is resampled, so each line's samples are the same alone and in company.
    raw = form("RAW_PCM16", 22050)
    parts = [await speech(format=raw, **line) for line in lines]
    whole = await speech("/tts/multispeaker", lines=lines, format=raw)
    begins = [whole.find(part) for part in parts]
    expected = [0, len(parts[0]), len(parts[0]) + len(parts[1])]
    expect(begins == expected, f"lines begin at bytes {begins}, not {expected}")
    expect(len(whole) == sum(map(len, parts)), "more than the lines")
    wav = await speech("/tts/multispeaker", lines=lines, format=form("WAV_PCM16", 22050))
    expect(wav.count(b"RIFF") == 1 and wav[44:] == whole, "not one file with one header")
    mp3 = await speech("/tts/multispeaker", lines=lines, format=form("MP3", 22050))
    expect_near(seconds(mp3, "mp3", 22050), len(whole) / 44100, MP3_SLACK * 3, "length as mp3")


@check
async def what_is_wrong_has_its_status_and_a_reason():
    await expect_error(400, content=b'{"text":')
    await expect_error(400, json=["text"])
    for body in (
        {},
        {"text": TEXT},
        {"text": "", "voiceId": MABEL},
        {"text": TEXT, "voiceId": "nobody"},
        {"text": TEXT, "voiceId": MABEL, "format": {"outputType": "MP3"}},
        {"text": TEXT, "voiceId": MABEL, "format": form("FLAC", 24000)},
        {"text": TEXT, "voiceId": MABEL, "format": form("MP3", 11025)},
        {"text": "a" * 5001, "voiceId": MABEL},
    ):
        await expect_error(422, json=body)
    for lines in ([], ["Hello"], [{"text": TEXT}], [{"text": TEXT, "voiceId": "nobody"}]):
        await expect_error(422, "/tts/multispeaker", json={"lines": lines})


@check
async def a_wrong_key_is_refused_everywhere():
    body = {"text": TEXT, "voiceId": MABEL}
    for key in ("wrong", None):
        await expect_error(401, key=key, json=body)
        await expect_error(401, "/tts/multispeaker", key=key, json={"lines": [body]})
        await expect_error(401, "/voices", key=key, method="GET")


async def voices(**query):
    async with client() as http:
        answer = await http.get("/voices", params=query)
    expect(answer.status_code == 200, f"{answer.status_code}: {answer.text[:200]}")
    page = answer.json()
    expect(set(page) == {"voices", "cursor"}, f"{set(page)}")
    return page


@check
async def pages_of_voices_join_to_the_whole_list():
    whole = await voices()
    expect(whole["cursor"] is None and len(whole["voices"]) > 100, f"{len(whole['voices'])} voices")
    for voice in whole["voices"]:
        expect(set(voice) == {"id", "name", "voiceType", "voiceTier", "description"}, f"{voice}")
        expect(voice["voiceTier"] in ("STANDARD", "PREMIUM"), f"{voice}")
    joined, page = [], await voices(limit=33)
    while True:
        joined += page["voices"]
        if page["cursor"] is None:
            break
        page = await voices(limit=33, cursor=page["cursor"])
    expect(joined == whole["voices"], "pages do not join to the list")


@check
async def filters_choose_voices_that_can_speak():
    name = (await voices(limit=1))["voices"][0]["name"]
    named = (await voices(name=name.upper()))["voices"]
    expect(named and all(name.lower() in voice["name"].lower() for voice in named), f"{len(named)} voices")
    kind = named[0]["voiceType"]
    expect(len((await voices(voiceType=kind))["voices"]) > 100, "few voices of the engine")
    expect((await voices(voiceType="no such type"))["voices"] == [], "voices of no type")
    audio = await speech(text=TEXT, voiceId=named[0]["id"])
    expect_speech(decode(audio, "wav", 24000), 24000, 2, 12)
    await expect_error(422, "/voices?cursor=zzz", method="GET")


check.run()
