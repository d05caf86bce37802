//! The sound of every form: its seams, what it costs, and what else its listener wants to know.
//!
//! Nothing of it goes over a socket: the streams are those of `audio`, cut and settled as a connection cuts and settles
//! them, and heard again by `ear`. With `--write` the tables become `docs/sound.md`. Read [`talk`] first, then [`telling`].

mod cost;
mod findings;
mod page;
mod talk;
mod telling;

use audio::{CODECS, CONTAINERS, check};
use speech::{CodecId, OutputForm, SampleRate, Scope};

use self::cost::Costs;
use self::findings::Findings;
use self::talk::Talk;
use crate::bare::Bare;
use crate::failure::Failure;
use crate::options::Options;
use crate::report::Report;

/// What clouds send where nothing else is asked for.
const USUAL: SampleRate = SampleRate::known(24_000);
/// What a telephone has.
const TELEPHONE: SampleRate = SampleRate::known(8_000);
/// Codecs of telephones.
const OF_TELEPHONES: [CodecId; 2] = [CodecId::MULAW, CodecId::ALAW];

/// Every form of the registry, at the rate that it is mostly asked for.
pub(super) fn forms() -> Vec<OutputForm> {
    let rate = |codec| if OF_TELEPHONES.contains(&codec) { TELEPHONE } else { USUAL };
    let of_codec = |codec: CodecId| {
        CONTAINERS.iter().map(move |container| OutputForm {
            codec,
            container: container.id,
            rate: rate(codec),
            bit_rate: None,
            scope: Scope::Context,
        })
    };
    CODECS.iter().flat_map(|card| of_codec(card.id)).filter(|form| check(form).is_ok()).collect()
}

pub(super) async fn run(options: &Options) -> Result<Report, Failure> {
    let mut bare = Bare::start().await?;
    let speech = Talk::spoken(&bare)?;
    let findings =
        forms().into_iter().map(|form| Findings::of(form, &speech)).collect::<Result<Vec<_>, _>>()?;
    let costs = Costs::measure(&mut bare, &speech, options).await?;
    let mut report = Report::new(options.scenario);
    for finding in &findings {
        finding.report(&mut report);
    }
    costs.report(&mut report);
    if options.write {
        page::write(&findings, &costs, &speech)?;
    }
    Ok(report)
}
