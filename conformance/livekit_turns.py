"""What every plugin of LiveKit Agents must show of its turns, whatever it speaks to. Open plugins inside of `job`."""

import asyncio

from checks import expect
from livekit_speaker import interrupt, speak, tokens
from sound import decode, expect_speech

TEXT = "Good morning. The train to Leeds leaves at ten past nine, from platform four."
# Two sentences that the framework sends apart; it joins those of less than twenty characters to the next.
LONG = f"Ladies and gentlemen, please listen. {TEXT}"


def expect_words(spoken):
    """Fails unless `TEXT` was spoken."""
    expect_speech(decode(spoken.audio, "pcm_s16le", spoken.rate), spoken.rate, 3, 9)


async def expect_early_turn(plugin, rate):
    """A turn of tokens is spoken at `rate`, and audio comes before the last token."""
    spoken = await speak(plugin, tokens(LONG), wait_for_audio=True)
    expect(spoken.rate == rate, f"{spoken.rate} Hz")
    expect(spoken.early, "no audio before the last token")
    expect_speech(decode(spoken.audio, "pcm_s16le", rate), rate, 4, 12)


async def expect_alike_at_once(plugin, count):
    """So many turns at once give the same bytes as one."""
    alone = await speak(plugin, tokens(TEXT))
    others = await asyncio.gather(*(speak(plugin, tokens(TEXT)) for _ in range(count)))
    expect(all(other.audio == alone.audio for other in others), "the bytes differ")


async def expect_whole_after_interruptions(plugin, count=8):
    """The turn after so many that were cut short is whole."""
    alone = await speak(plugin, tokens(TEXT))
    for _ in range(count):
        cut = await interrupt(plugin, tokens(TEXT * 10))
        expect(0.2 <= cut.seconds < 30, f"{cut.seconds} s were heard before the interruption")
    after = await speak(plugin, tokens(TEXT))
    expect(after.audio == alone.audio, "the bytes differ")
