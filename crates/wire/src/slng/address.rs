//! The model that a path names, and what follows from it.

use crate::head::Head;

/// The route's parameter that holds the model path.
const PARAMETER: &str = "model";
/// Gateways that host others' models put their own name first.
const HOST: &str = "slng";

/// Which family a path belongs to; the two carry different frames for one of the models.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// `/v1/tts/…`
    Direct,
    /// `/v1/bridges/unmute/tts/…`
    Bridge,
}

/// What a client expects of an address. All models mean the voices that are here; the wires differ a little.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Address {
    /// What a socket may speak.
    pub(super) wire: Wire,
    /// What a client means that says nothing of its voice.
    pub(super) default_voice: Option<&'static str>,
    /// What `cancel` means.
    pub(super) cancel: Cancel,
}

/// What a socket may speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wire {
    /// One session of utterances.
    Utterances,
    /// The same, or many streams at once: the first `init` decides.
    UtterancesOrStreams,
}

/// What `cancel` means: most models stop at it, one takes it for the end of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cancel {
    /// Stop what is being spoken.
    Stops,
    /// Speak the rest (read in a published client: it ends every utterance of these models so).
    Flushes,
}

impl Address {
    /// Reads the model path: two or three names with slashes between, the last with an optional `:variant`.
    /// `None` for any other shape. Names that we have never heard of are as good as any.
    pub(super) fn of(family: Family, head: &Head) -> Option<Self> {
        let model = head.param(PARAMETER)?;
        let (path, variant) = model.split_once(':').map_or((model, None), |(path, it)| (path, Some(it)));
        let names: Vec<&str> = path.split('/').collect();
        let sound = (2..=3).contains(&names.len()) && names.iter().copied().chain(variant).all(is_name);
        sound.then(|| Self::of_names(family, names.strip_prefix(&[HOST]).unwrap_or(&names)))
    }

    fn of_names(family: Family, names: &[&str]) -> Self {
        let streams = names == ["soniox", "tts-rt"];
        let wire = match family {
            Family::Direct if streams => Wire::UtterancesOrStreams,
            Family::Direct | Family::Bridge => Wire::Utterances,
        };
        let cancel = if names.first() == Some(&"rime") { Cancel::Flushes } else { Cancel::Stops };
        Self { wire, default_voice: streams.then_some("Adrian"), cancel }
    }
}

/// Letters, digits, `.`, `_` and `-`, the first a letter or digit (read in a published client).
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(family: Family, model: &str) -> Option<Address> {
        let params = vec![(PARAMETER.to_owned(), model.to_owned())];
        Address::of(family, &Head { params, ..Head::default() })
    }

    #[test]
    fn two_or_three_names_and_a_variant_are_a_model() {
        for model in ["deepgram/aura:2", "slng/deepgram/aura:2-en", "a/b", "kugelaudio/kugel-1.5", "0/_:x"] {
            assert_eq!(address(Family::Bridge, model).is_some(), model != "0/_:x", "{model}");
        }
        for model in
            ["", "aura", "aura:2", "a//b", "/a/b", "a/b/", "a/b/c/d", "a/b:", "a/b:2:3", "a/b:2/c", "a/ü"]
        {
            assert_eq!(address(Family::Direct, model), None, "{model}");
        }
    }

    #[test]
    fn one_model_has_streams_where_it_is_called_directly() {
        let wire = |family, model| address(family, model).unwrap().wire;
        assert_eq!(wire(Family::Direct, "soniox/tts-rt:v1"), Wire::UtterancesOrStreams);
        assert_eq!(wire(Family::Bridge, "soniox/tts-rt:v1"), Wire::Utterances);
        assert_eq!(wire(Family::Direct, "deepgram/aura:2"), Wire::Utterances);
        assert_eq!(address(Family::Bridge, "soniox/tts-rt:v1").unwrap().default_voice, Some("Adrian"));
    }

    #[test]
    fn one_provider_ends_its_text_with_cancel() {
        let cancel = |model| address(Family::Direct, model).unwrap().cancel;
        assert_eq!(cancel("slng/rime/arcana:3-en"), Cancel::Flushes);
        assert_eq!(cancel("rime/arcana:3"), Cancel::Flushes);
        assert_eq!(cancel("deepgram/aura:2"), Cancel::Stops);
    }
}
