//! Transcripts: one text file tells one story of what a client said and what it heard, replayed in virtual time.
//!
//! A transcript lives in `crates/wire/src/<protocol>/fixtures/<what it is about>.transcript`. The test
//! `crates/testkit/tests/transcripts.rs` replays all of them against protocol, session, scheduler, encoders and the tone
//! engine; those in `fixtures/long/`, of replies that last, are replayed by the test `formats`, which lets nothing in them be
//! declined. **`UPDATE_TRANSCRIPTS=1 cargo test -p testkit --test transcripts` rewrites the expectations that do not hold;
//! review the diff.** Write the client's lines and run it once to get a first version of the answers.
//!
//! ```text
//! # A flush speaks what is buffered and is acknowledged after the sound.
//! topics: connect speak flush
//! engine tone rate=24000 per_char=20ms
//! connect /syrinx/v1/stream?format=pcm_s16le
//!   authorization: Bearer k-123
//! +0ms   > {"op":"open","context":"a"}
//!        < {"op":"opened","context":"a"}
//! +10ms  > {"op":"say","context":"a","text":"Hello"}
//! +20ms  > {"op":"flush","context":"a"}
//! +20ms  < audio 100ms
//! +20ms  < {"op":"flushed","context":"a","...":"..."}
//! +900ms < nothing
//!        > drop
//! ```
//!
//! Empty lines and lines that begin with `#` mean nothing. Leading spaces mean nothing, but for headers (below).
//!
//! # Setup, before the request
//!
//! | line | meaning |
//! |---|---|
//! | `topics: connect speak flush` | what the story covers: `connect`, `speak`, `flush`, `clear`, `cancel`, `bad-input`, `close`; each protocol's stories together must cover `connect speak bad-input close`, `flush`, and one of `clear`, `cancel`; for a protocol of HTTP routes alone `connect speak bad-input close` |
//! | `engine tone rate=24000 per_char=20ms per_gap=10ms piece=100ms step=0ms slots=1 faults=on` | the engine: how long a letter or digit sounds, how long any other character is silent, how much one step gives, how long a step takes, how many steps run at one time, whether the voices that fail on purpose exist. These are the defaults, but for `faults=off`. Voices: `tone` (the first), `tone-low`, `tone-high` |
//! | `limits unspoken_bytes=100 drain=2s` | fields of `session::Limits` by name; the defaults else |
//! | `option unknown_voice=default` | an unknown voice is spoken by the first; otherwise it is refused |
//! | `option keys=open` | any key or none will do; otherwise the only key is `k-123` |
//! | `option alias=Anna:tone-low` | an alias of the configuration |
//! | `option column=vendor` | the bounds of the protocol's *vendor* column; otherwise of *generous*. A `limits` line still wins |
//! | `option own.terminal=both` | an option of the protocol's own card |
//! | `socket rate=48000` | the client takes so many bytes a second; otherwise all at once |
//!
//! # The request
//!
//! `connect /path?query` opens a WebSocket; `GET`, `POST`, `PUT` and `DELETE` ask over HTTP. Headers follow on the same
//! line (`POST /x content-type: application/json xi-key: k-123`; a word that ends in `:` begins a header) or, one each, on
//! indented lines below. Lines that begin with `|` are the body: `| {"text":"Hello"}`; several are joined by line feeds. The
//! request is at +0ms; request ids are 22 times the letter `r`.
//!
//! # What the client does: `>`
//!
//! | line | meaning |
//! |---|---|
//! | `> {"text":"Hello"}` | a text frame with exactly the rest of the line; JSON or not |
//! | `> text drop` | the same, for texts that look like one of the lines below |
//! | `> binary 00ff` | a binary frame, in hexadecimal |
//! | `> ping` | a WebSocket ping |
//! | `> drop` | the client is gone without a good-bye |
//! | `> drain` | the *server* begins to close |
//! | `> pause`, `> resume` | the client takes no byte; takes them again |
//!
//! In texts and bodies `{{a*5000}}` stands for 5 000 times what is before the star.
//!
//! # What the client hears: `<`
//!
//! | line | meaning |
//! |---|---|
//! | `< {"type":"done"}` | a text frame with this JSON: key order is free, `1` equals `1.0`, the set of keys must be the same unless the object has the pair `"...":"..."`; the value `"*"` stands for any value |
//! | `< {"audio":"<audio 100ms>","id":"*"}` | *one or more* consecutive text frames that fit the rest and carry sound in base64 there, which plays for so long in all; `"<audio>"` for any length |
//! | `< audio 100ms` | one or more consecutive binary frames, or pieces of an HTTP body, with sound that plays for so long in all |
//! | `< audio` | the same, however long: all in a row |
//! | `< text hello` | a text frame with exactly the rest of the line |
//! | `< binary 00ff` | a binary frame |
//! | `< close 1000` | the connection is closed with this code; a reason may follow and must then be the same |
//! | `< 200 content-type: audio/mpeg` | status and some headers of an HTTP answer (also one that refuses a WebSocket); `*` for any value |
//! | `< body {"json"}` | a piece of the body, as JSON; `<audio …>` may stand in it as above |
//! | `< body 1234 bytes` | one or more consecutive pieces of the body with so many bytes in all |
//! | `< body hello` | a piece of the body with exactly this text, but for white space at its end |
//! | `< sse {"json"}`, `< sse audio {"json"}` | a piece of the body that is one server-sent event with these data; with this event name |
//! | `< end`, `< abort` | the body is complete; it is broken off |
//! | `< nothing` | nothing arrives between the line before and this one |
//! | `< ...` | whatever comes before the next expectation fits; as the last line: whatever still comes |
//!
//! How long sound plays is computed from its bytes for PCM, µ-law and A-law (a RIFF header at its beginning left out), and
//! taken from the outbox's own account for codecs in which bytes do not tell. Half a millisecond is forgiven. Frames that do
//! not play, which only end a stream, belong to the sound before them.
//!
//! # Time
//!
//! `+20ms` before `>` or `<` is the time since the request (`us`, `ms`, `s`; fractions are fine); times never run
//! backwards. Engine steps take no time unless `step=` says so.
//!
//! - `+T > …`: everything up to T happens first, then this.
//! - `> …` without a time: at once after the line before: at its time, or when what it expected had arrived.
//! - `+T < …`: arrives not after T, and not before the last `>` or `< nothing` above it happened. The story goes on at T.
//! - `< …` without a time: arrives at any time before the next line that has one (or within an hour, if none has). The
//!   story goes on when it arrives.
//!
//! Frames are expected in the order in which they arrive, none left out, though an expectation may stand later in the
//! story than its frame arrived. Whatever has arrived by the end of the story must have been expected.

mod client;
mod expectation;
mod json;
mod limits;
mod parse;
mod replay;
mod rewrite;
mod setup;
mod story;
mod time;

pub(crate) use json::sound_bytes;
pub use replay::{Complaint, Course, course, replay};
pub use rewrite::rewrite;
pub use story::{ParseError, Story, Topic};
