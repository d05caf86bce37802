"""What must hold of word times, whichever client told them. Read `expect_words` first."""

from checks import expect

# What divides words badly: abbreviations, money, clock times, quotes, dashes, apostrophes, words that come twice.
HARD = (
    'Dr. O\'Neil paid $100 for 2 tickets, the "last" ones — yes, twice — on Monday at 5:30 p.m. '
    "Well-known facts, naïve café; and then the last: why not?"
)
# Times are written to a tenth of a millisecond at least, and audio ends with a sample.
SLACK_SECONDS = 0.01


def expect_words(told, text, seconds):
    """Fails unless these words are all words of the text, in order, as they are written there, inside of the audio.

    `told` has (word, start, end), times in seconds; spaces and marks may be words of their own, or parts of words. What is
    left out between them may have neither letters nor digits. So each word is a slice of the text, and is returned
    with its span.
    """
    cursor, latest, spans = 0, 0.0, []
    for word, start, end in told:
        at = text.find(word, cursor)
        expect(at >= 0, f"{word!r} is not in what is left of the text")
        expect(not has_sound(text[cursor:at]), f"{text[cursor:at]!r} has no time")
        expect(latest <= start <= end, f"{word!r} lasts from {start} to {end} s, after one that begins at {latest} s")
        expect(end <= seconds + SLACK_SECONDS, f"{word!r} ends at {end} s, the audio at {seconds} s")
        cursor, latest = at + len(word), start
        spans.append((at, cursor))
    expect(not has_sound(text[cursor:]), f"{text[cursor:]!r} has no time")
    expect(any(start > 0 for _, start, _ in told), "all begin at once")
    return spans


def has_sound(text):
    return any(letter.isalnum() for letter in text)
