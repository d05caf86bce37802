//! The vocabulary that everything else speaks in: ids, times, audio, text, voices, settings, refusals.
//!
//! Plain data without behaviour of its own. Nothing here is serialisable: each wire protocol has its own message types
//! and copies at the edge. Nothing here reads a clock: a [`Moment`] is always handed in.
//!
//! Start with [`ids`], then [`time`] (three kinds of time, three types), then [`text`].

pub mod alignment;
pub mod audio;
pub mod emphasis;
pub mod ending;
pub mod form;
pub mod ids;
pub mod loudness;
pub mod phoneme;
pub mod refusal;
pub mod request;
pub mod settings;
pub mod shown;
pub mod style;
pub mod text;
pub mod time;
pub mod voice;
pub mod wish;

pub use alignment::{SegmentText, SpokenForm, SpokenWord, WordTime};
pub use audio::{EncodedAudio, PcmChunk, SampleCount, SampleRate, SampleRateError};
pub use emphasis::{Emphasis, Emphasised};
pub use ending::{Ending, Pause};
pub use form::{CodecId, ContainerId, OutputForm, Scope};
pub use ids::{ConnectionId, ContextId, FlushToken, GenerationId, JobId, KeyId, LaneId, ReleaseId};
pub use loudness::Loudness;
pub use phoneme::{Ipa, Phoneme, PhonemeTime};
pub use refusal::{Reach, Refusal, RefusalKind};
pub use request::{Pronounced, SpokenText, SynthesisRequest, WordSource, Wording};
pub use settings::{Pitch, Speed, VoiceSettings, Volume};
pub use shown::{Origin, Shown};
pub use style::{Factor, Style, VoiceWish};
pub use text::{ByteSpan, TextPosition, TextSpan, UserText};
pub use time::{AudioTime, Moment};
pub use voice::{Gender, Language, VoiceCard, VoiceId};
pub use wish::{DateOrder, How, SayAs, Wish};
