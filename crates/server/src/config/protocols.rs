//! What the operator may decide about each protocol: a column of bounds, single bounds, and the options of its card.
//!
//! The settings are made from the cards, so a new protocol has them all without a line here. Read [`ProtocolConfig`]
//! first.

use std::collections::BTreeMap;

use session::Limits;
use wire::{Column, OptionKind, OptionValue, Options, ProtocolCard, ProtocolId, ProtocolOption};

use super::Config;
use super::limits::{BOUNDS, Bound};
use super::settings::Setting;
use super::values::{duration, show_duration};

/// The bounds that may differ from protocol to protocol: those that a client can run into by what it sends or by
/// waiting. The others protect the machine, and are the same for everyone.
const FOR_ONE_PROTOCOL: [&str; 18] = [
    "contexts_per_connection",
    "message_bytes",
    "body_bytes",
    "answer_bytes",
    "message_characters",
    "request_characters",
    "request_parts",
    "part_characters",
    "unspoken_bytes",
    "pending_acknowledgements",
    "strong_release_delay",
    "first_message_wait",
    "idle",
    "context_idle",
    "context_life",
    "connection_life",
    "lane_patience",
    "ping_every",
];

/// What the operator decided about one protocol.
#[derive(Clone, Default)]
pub struct ProtocolConfig {
    /// Whose bounds hold.
    pub column: Column,
    /// The options that were set.
    options: BTreeMap<&'static str, OptionValue>,
    /// The values of the bounds that were set; the others in it mean nothing.
    values: Limits,
    /// Which were set.
    set: BTreeMap<&'static str, &'static Bound>,
}

impl ProtocolConfig {
    /// The bounds of this protocol's connections on a server with these.
    #[must_use]
    pub fn limits(&self, card: &ProtocolCard, server: &Limits) -> Limits {
        let mut limits = self.column_limits(card, server);
        self.set.values().for_each(|bound| (bound.copy)(&self.values, &mut limits));
        limits
    }

    /// The bounds of the chosen column. Ours is there to allow more, but not more than the operator wants: what was
    /// changed for the whole server is not exceeded. The vendor's numbers are what a test wants to see.
    fn column_limits(&self, card: &ProtocolCard, server: &Limits) -> Limits {
        let mut limits = card.columns.limits(self.column, server);
        if self.column == Column::Generous {
            let default = Limits::default();
            let changed = BOUNDS.iter().filter(|bound| !(bound.same)(&default, server));
            changed.for_each(|bound| (bound.cap)(server, &mut limits));
        }
        limits
    }

    /// The settings that would do what the column does, with their values; without those that are set anyway.
    fn of_column(&self, card: &ProtocolCard, server: &Limits) -> Vec<(String, String)> {
        let limits = self.column_limits(card, server);
        let changed = BOUNDS.iter().filter(|bound| !(bound.same)(server, &limits));
        changed
            .filter(|bound| !self.set.contains_key(bound.name))
            .map(|bound| (limit_key(card.id, bound), (bound.show)(&limits)))
            .collect()
    }

    /// Its options; those that were not set at their defaults.
    #[must_use]
    pub fn options(&self, card: &ProtocolCard) -> Options {
        let mut options = Options::of(card.options);
        self.options.iter().for_each(|(name, value)| options.set(name, *value));
        options
    }

    fn set_limit(&mut self, bound: &'static Bound, value: &str) -> Result<(), String> {
        (bound.set)(&mut self.values, value)?;
        self.set.insert(bound.name, bound);
        Ok(())
    }
}

/// The settings of these protocols.
pub(super) fn settings(cards: &[&'static ProtocolCard]) -> impl Iterator<Item = Setting> {
    cards.iter().flat_map(|card| {
        let options = card.options.iter().map(|option| option_of(card.id, option));
        let bounds = BOUNDS.iter().filter(|bound| FOR_ONE_PROTOCOL.contains(&bound.name));
        let limits = bounds.map(|bound| limit_of(card.id, bound));
        std::iter::once(column_of(card)).chain(options).chain(limits)
    })
}

fn column_of(card: &'static ProtocolCard) -> Setting {
    let id = card.id;
    Setting {
        key: format!("protocols.{id}.column").into(),
        about: "whose bounds hold: generous for ours, vendor for the documented ones".into(),
        set: Box::new(move |config, word| {
            own(config, id).column = match word {
                "generous" => Column::Generous,
                "vendor" => Column::Vendor,
                _ => return Err("must be generous or vendor".to_owned()),
            };
            Ok(())
        }),
        show: Box::new(move |config| {
            let column = config.protocols.get(&id).map_or_else(Column::default, |own| own.column);
            Some(if column == Column::Vendor { "vendor" } else { "generous" }.to_owned())
        }),
        means: Box::new(move |config| {
            let default = ProtocolConfig::default();
            config.protocols.get(&id).unwrap_or(&default).of_column(card, &config.limits)
        }),
    }
}

fn option_of(id: ProtocolId, option: &'static ProtocolOption) -> Setting {
    let about = match option.kind {
        OptionKind::Choice(words) => format!("{}: {}", option.about, words.join(", ")),
        OptionKind::Wait(_) => option.about.to_owned(),
    };
    Setting {
        key: format!("protocols.{id}.{}", option.name).into(),
        about: about.into(),
        set: Box::new(move |config, value| {
            let value = option_value(option.kind, value)?;
            own(config, id).options.insert(option.name, value);
            Ok(())
        }),
        show: Box::new(move |config| {
            let set = config.protocols.get(&id).and_then(|own| own.options.get(option.name));
            Some(match set.copied().unwrap_or_else(|| option.kind.default()) {
                OptionValue::Choice(word) => word.to_owned(),
                OptionValue::Wait(wait) => show_duration(wait),
            })
        }),
        means: Box::new(|_| Vec::new()),
    }
}

fn option_value(kind: OptionKind, value: &str) -> Result<OptionValue, String> {
    match kind {
        OptionKind::Choice(words) => {
            kind.word(value).ok_or_else(|| format!("must be one of {}", words.join(", ")))
        }
        OptionKind::Wait(_) => duration(value).map(OptionValue::Wait),
    }
}

fn limit_key(id: ProtocolId, bound: &Bound) -> String {
    format!("protocols.{id}.limits.{}", bound.name)
}

fn limit_of(id: ProtocolId, bound: &'static Bound) -> Setting {
    Setting {
        key: limit_key(id, bound).into(),
        about: bound.about.into(),
        set: Box::new(move |config, value| own(config, id).set_limit(bound, value)),
        show: Box::new(move |config| {
            let own = config.protocols.get(&id)?;
            own.set.contains_key(bound.name).then(|| (bound.show)(&own.values))
        }),
        means: Box::new(|_| Vec::new()),
    }
}

fn own(config: &mut Config, id: ProtocolId) -> &mut ProtocolConfig {
    config.protocols.entry(id).or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::time::Duration;

    use wire::Columns;

    use super::*;

    static CARD: ProtocolCard = ProtocolCard {
        id: ProtocolId("made-up"),
        title: "",
        routes: &[],
        silent: &[],
        closes_on: &[],
        aliases: &[],
        columns: Columns {
            generous: |limits| limits.context_idle = Duration::from_secs(9),
            vendor: |limits| limits.contexts_per_connection = 5,
        },
        formats: &[],
        options: &[
            ProtocolOption { name: "end", about: "when", kind: OptionKind::Choice(&["late", "early"]) },
            ProtocolOption { name: "pause", about: "", kind: OptionKind::Wait(Duration::from_secs(3)) },
        ],
    };

    fn table() -> Vec<Setting> {
        settings(&[&CARD]).collect()
    }

    fn set(config: &mut Config, key: &str, value: &str) -> Result<(), String> {
        table().iter().find(|setting| setting.key == key).expect(key).set(config, value)
    }

    #[test]
    fn the_server_comes_before_the_column_and_that_before_the_protocols_own() {
        let mut config = Config::default();
        config.limits.contexts_per_connection = 77;
        config.limits.idle = Duration::from_secs(5);
        let of = |config: &Config| config.of(&CARD).0;
        assert_eq!((of(&config).contexts_per_connection, of(&config).context_idle.as_secs()), (77, 9));

        set(&mut config, "protocols.made-up.column", "vendor").unwrap();
        assert_eq!((of(&config).contexts_per_connection, of(&config).idle.as_secs()), (5, 5));

        set(&mut config, "protocols.made-up.limits.contexts_per_connection", "6").unwrap();
        set(&mut config, "protocols.made-up.limits.idle", "8s").unwrap();
        assert_eq!((of(&config).contexts_per_connection, of(&config).idle.as_secs()), (6, 8));
        assert_eq!(config.limits.contexts_per_connection, 77, "other protocols have what they had");
    }

    #[test]
    fn options_take_their_words_and_no_others() {
        let mut config = Config::default();
        assert_eq!(config.of(&CARD).1.choice("end"), "late");
        set(&mut config, "protocols.made-up.end", "early").unwrap();
        set(&mut config, "protocols.made-up.pause", "250ms").unwrap();
        let (_, options) = config.of(&CARD);
        assert_eq!((options.choice("end"), options.wait("pause").as_millis()), ("early", 250));
        let wrong = set(&mut config, "protocols.made-up.end", "never");
        assert_eq!(wrong, Err("must be one of late, early".to_owned()));
        assert!(set(&mut config, "protocols.made-up.pause", "long").unwrap_err().contains("duration"));
        assert!(set(&mut config, "protocols.made-up.column", "mine").is_err());
    }

    #[test]
    fn columns_and_options_are_always_shown_and_limits_when_they_were_set() {
        let mut config = Config::default();
        set(&mut config, "protocols.made-up.limits.idle", "8s").unwrap();
        let shown: Vec<_> = table()
            .iter()
            .filter_map(|setting| Some(format!("{} {}", setting.key, setting.show(&config)?)))
            .collect();
        assert_eq!(
            shown,
            [
                "protocols.made-up.column generous",
                "protocols.made-up.end late",
                "protocols.made-up.pause 3s",
                "protocols.made-up.limits.idle 8s"
            ]
        );
        let end = table().into_iter().find(|setting| setting.key.ends_with(".end")).unwrap();
        assert_eq!(
            (end.variable().as_str(), end.about.as_ref()),
            ("SYRINX_PROTOCOLS_MADE_UP_END", "when: late, early")
        );
    }

    /// What `column` says of the made-up protocol.
    fn said(config: &Config) -> Vec<(String, String)> {
        table().into_iter().find(|setting| setting.key.ends_with(".column")).unwrap().means(config)
    }

    #[test]
    fn our_column_stays_below_what_the_operator_changed_and_the_vendors_does_not() {
        let mut config = Config::default();
        let pair = |name: &str, value: &str| (format!("protocols.made-up.limits.{name}"), value.to_owned());
        assert_eq!(said(&config), [pair("context_idle", "9s")]);
        config.limits.context_idle = Duration::from_secs(2);
        config.limits.contexts_per_connection = 3;
        assert_eq!(config.of(&CARD).0.context_idle.as_secs(), 2);
        assert_eq!(said(&config), []);
        config.limits.context_idle = Duration::from_secs(12);
        assert_eq!(config.of(&CARD).0.context_idle.as_secs(), 9);

        set(&mut config, "protocols.made-up.column", "vendor").unwrap();
        assert_eq!(config.of(&CARD).0.contexts_per_connection, 5);
        assert_eq!(said(&config), [pair("contexts_per_connection", "5")]);
        set(&mut config, "protocols.made-up.limits.contexts_per_connection", "6").unwrap();
        assert_eq!(said(&config), [], "it is shown as a setting");
    }

    #[test]
    fn no_column_changes_a_bound_that_is_the_same_for_everyone() {
        let server = Limits::default();
        let both = [Column::Generous, Column::Vendor];
        for (card, column) in wire::PROTOCOLS.iter().flat_map(|card| both.map(|column| (card, column))) {
            let limits = card.columns.limits(column, &server);
            let changed = BOUNDS.iter().filter(|bound| !(bound.same)(&server, &limits));
            let wrong = changed.map(|bound| bound.name).find(|name| !FOR_ONE_PROTOCOL.contains(name));
            assert_eq!(wrong, None, "{} {column:?}", card.id);
        }
    }

    #[test]
    fn each_bound_of_a_protocol_is_a_bound() {
        for name in FOR_ONE_PROTOCOL {
            assert!(BOUNDS.iter().any(|bound| bound.name == name), "{name}");
        }
    }

    #[test]
    fn no_two_settings_share_a_name() {
        let all = || super::super::settings();
        let keys: BTreeSet<_> = all().map(|setting| setting.key.as_ref()).collect();
        let variables: BTreeSet<_> = all().map(Setting::variable).collect();
        assert_eq!((keys.len(), variables.len()), (all().count(), all().count()));
    }
}
