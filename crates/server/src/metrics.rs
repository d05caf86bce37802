//! What the server counts, for `/metrics`. Names read `syrinx_<area>_<thing>_<unit>[_total]`; labels come from closed
//! sets: protocols, engines, outcomes, reasons. Nothing that a client chose is ever a label.

use std::time::Duration;

use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use scheduler::Load;
use speech::RefusalKind;
use wire::ProtocolId;

/// Around the marks: 0.5 ms to 5 s.
const FIRST_AUDIO_SECONDS: [f64; 13] =
    [0.0005, 0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];
/// From what the embedded voice needs on an idle machine to four times too slow.
const REAL_TIME_FACTORS: [f64; 13] =
    [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByProtocol {
    protocol: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct BySegment {
    engine: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByReason {
    reason: &'static str,
}

/// What became of a segment, seen from the workers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SegmentEnd {
    /// All of it was computed.
    Finished,
    /// The engine could not complete it.
    Failed,
    /// Nobody wanted it any more.
    Abandoned,
    /// There was no capacity to begin it.
    Declined,
}

impl SegmentEnd {
    const fn label(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Failed => "failed",
            Self::Abandoned => "abandoned",
            Self::Declined => "declined",
        }
    }
}

/// Every counter of the server. Shared; counting takes no lock that is held for long.
pub struct Metrics {
    registry: Registry,
    connections_open: Family<ByProtocol, Gauge>,
    connections: Family<ByProtocol, Counter>,
    contexts_open: Gauge,
    contexts: Counter,
    generations: Counter,
    first_audio: Histogram,
    real_time_factor: Histogram,
    segments: Family<BySegment, Counter>,
    refusals: Family<ByReason, Counter>,
    failed_handshakes: Counter,
    sent_bytes: Family<ByProtocol, Counter>,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("syrinx"),
            connections_open: Family::default(),
            connections: Family::default(),
            contexts_open: Gauge::default(),
            contexts: Counter::default(),
            generations: Counter::default(),
            first_audio: Histogram::new(FIRST_AUDIO_SECONDS),
            real_time_factor: Histogram::new(REAL_TIME_FACTORS),
            segments: Family::default(),
            refusals: Family::default(),
            failed_handshakes: Counter::default(),
            sent_bytes: Family::default(),
        };
        metrics.register();
        metrics
    }
}

impl Metrics {
    fn register(&mut self) {
        let registry = &mut self.registry;
        registry.register("connections_open", "Live connections", self.connections_open.clone());
        registry.register("connections", "Connections since the start", self.connections.clone());
        registry.register("contexts_open", "Live contexts", self.contexts_open.clone());
        registry.register("contexts", "Contexts since the start", self.contexts.clone());
        registry.register("generations", "Generations that ended", self.generations.clone());
        let help = "From the submission of a context's first segment to its first chunk at the socket";
        registry.register_with_unit("first_audio", help, Unit::Seconds, self.first_audio.clone());
        let help = "Computing time of a segment over the length of its audio";
        registry.register_with_unit("real_time_factor", help, Unit::Ratios, self.real_time_factor.clone());
        registry.register("segments", "Segments by engine and outcome", self.segments.clone());
        registry.register("refusals", "What was declined, by reason", self.refusals.clone());
        let help = "TLS handshakes that failed or took too long";
        registry.register("tls_handshakes_failed", help, self.failed_handshakes.clone());
        registry.register_with_unit(
            "sent",
            "Bytes of messages and bodies",
            Unit::Bytes,
            self.sent_bytes.clone(),
        );
    }

    /// A connection began.
    pub fn connection_opened(&self, protocol: ProtocolId) {
        let label = ByProtocol { protocol: protocol.0 };
        self.connections.get_or_create(&label).inc();
        self.connections_open.get_or_create(&label).inc();
    }

    /// A connection ended.
    pub fn connection_closed(&self, protocol: ProtocolId) {
        self.connections_open.get_or_create(&ByProtocol { protocol: protocol.0 }).dec();
    }

    /// A context opened.
    pub fn context_opened(&self) {
        self.contexts.inc();
        self.contexts_open.inc();
    }

    /// So many contexts are gone.
    pub fn contexts_closed(&self, count: usize) {
        self.contexts_open.dec_by(count as i64);
    }

    /// A generation ended.
    pub fn generation_ended(&self) {
        self.generations.inc();
    }

    /// A listener who waited in silence got the first chunk after so long.
    pub fn first_audio(&self, wait: Duration) {
        self.first_audio.observe(wait.as_secs_f64());
    }

    /// A segment took so much of a worker for so much audio.
    pub fn segment_paced(&self, busy: Duration, audio: Duration) {
        if !audio.is_zero() {
            self.real_time_factor.observe(busy.as_secs_f64() / audio.as_secs_f64());
        }
    }

    /// A segment is over.
    pub fn segment_ended(&self, engine: &'static str, end: SegmentEnd) {
        self.segments.get_or_create(&BySegment { engine, outcome: end.label() }).inc();
    }

    /// Something was declined.
    pub fn refused(&self, kind: RefusalKind) {
        self.refusals.get_or_create(&ByReason { reason: kind.name() }).inc();
    }

    /// A client and we did not come to speak TLS.
    pub fn handshake_failed(&self) {
        self.failed_handshakes.inc();
    }

    /// So many bytes were handed to a socket.
    pub fn sent(&self, protocol: ProtocolId, bytes: usize) {
        self.sent_bytes.get_or_create(&ByProtocol { protocol: protocol.0 }).inc_by(bytes as u64);
    }

    /// All of it in Prometheus' text form, with the scheduler's present load.
    #[must_use]
    pub fn render(&self, load: Load) -> String {
        let mut page = String::new();
        if encode(&mut page, &self.registry).is_err() {
            // Writing to a string cannot fail; a page that stops early is better than none.
            return page;
        }
        let end = page.strip_suffix("# EOF\n").map_or(page.len(), str::len);
        page.truncate(end);
        page.push_str(&gauge(
            "scheduler_reserved_ratio",
            "Promised real time over what the workers can",
            load.reserved,
        ));
        page.push_str(&gauge("scheduler_jobs_queued", "Segments that wait for a worker", load.queued as f32));
        page.push_str(&gauge("scheduler_jobs_open", "Segments that have begun", load.open as f32));
        let wait = load.predicted_wait.as_secs_f32();
        page.push_str(&gauge("scheduler_predicted_wait_seconds", "How long a start would wait now", wait));
        page.push_str("# EOF\n");
        page
    }
}

/// Read at the moment of the request: the scheduler keeps these figures itself.
fn gauge(name: &str, help: &str, value: f32) -> String {
    format!("# HELP syrinx_{name} {help}.\n# TYPE syrinx_{name} gauge\nsyrinx_{name} {value}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_every_area() {
        let metrics = Metrics::default();
        let protocol = ProtocolId("test");
        metrics.connection_opened(protocol);
        metrics.context_opened();
        metrics.first_audio(Duration::from_millis(2));
        metrics.segment_paced(Duration::from_millis(1), Duration::from_secs(1));
        metrics.segment_ended("tone", SegmentEnd::Finished);
        metrics.refused(RefusalKind::Overloaded);
        metrics.handshake_failed();
        metrics.sent(protocol, 7);
        let load = Load { reserved: 0.5, queued: 3, open: 2, predicted_wait: Duration::from_millis(20) };
        let page = metrics.render(load);
        for line in [
            "syrinx_connections_open{protocol=\"test\"} 1",
            "syrinx_connections_total{protocol=\"test\"} 1",
            "syrinx_contexts_open 1",
            "syrinx_first_audio_seconds_bucket{le=\"0.002\"} 1",
            "syrinx_real_time_factor_ratios_count 1",
            "syrinx_segments_total{engine=\"tone\",outcome=\"finished\"} 1",
            "syrinx_refusals_total{reason=\"overloaded\"} 1",
            "syrinx_tls_handshakes_failed_total 1",
            "syrinx_sent_bytes_total{protocol=\"test\"} 7",
            "syrinx_scheduler_jobs_queued 3",
        ] {
            assert!(page.contains(line), "{line} is not in\n{page}");
        }
        assert!(page.ends_with("# EOF\n"));
        assert_eq!(page.matches("# EOF").count(), 1);
    }
}
