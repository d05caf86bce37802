//! A story against a server.

use std::time::Duration;

use speech::{AudioTime, Moment};
use wire::{Close, HttpReply, ProtocolCard};

use crate::client::{Heard, Said, What};
use crate::eavesdrop::Passed;
use crate::request::{Answer, Method};
use crate::rig::Rig;
use crate::transcript::client::ClientAct;
use crate::transcript::expectation::{Expectation, Goal, Share, described};
use crate::transcript::story::{Act, Line, Story};
use crate::transcript::time;

/// How long an expectation without a time is waited for, where no later line has one.
const PATIENCE: Duration = Duration::from_secs(3_600);
/// By how much sound may be longer or shorter than expected.
const FORGIVEN: AudioTime = AudioTime::from_nanos(500_000);

/// Where a story and the server differ.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Complaint {
    /// Which line, from 1.
    pub line: usize,
    /// What is different.
    pub what: String,
}

/// How a story went, to the end of what was under way where it ends.
#[derive(Debug, Clone)]
pub struct Course {
    /// Everything that its client heard.
    pub heard: Vec<Heard>,
    /// Everything that passed between its protocol and the session; nothing where the request was answered at once.
    pub passed: Vec<Passed>,
}

/// Plays a story to its end.
///
/// # Errors
/// The first [`Complaint`].
pub fn replay(story: &Story, protocols: &[&ProtocolCard]) -> Result<(), Complaint> {
    course(story, protocols).map(|_| ())
}

/// The same; tells how it went.
///
/// # Errors
/// The first [`Complaint`].
pub fn course(story: &Story, protocols: &[&ProtocolCard]) -> Result<Course, Complaint> {
    let mut replay = Replay::begin(story, protocols)?;
    for index in 0..story.lines.len() {
        replay.line(index)?;
    }
    replay.end()
}

/// A story under way.
pub(crate) struct Replay<'a> {
    story: &'a Story,
    stage: Stage,
    /// When the client did something last, or nothing was to be heard until, or something expected was heard.
    reached: Moment,
    /// How much of what was heard has been expected.
    expected: usize,
    /// What the line before lets pass besides.
    open: Open,
}

/// Who answers.
enum Stage {
    Rig(Box<Rig>),
    /// The request was answered at once; this is all there will ever be.
    Answered(Vec<Heard>),
}

#[derive(Clone, Copy)]
enum Open {
    Nothing,
    /// More of what this line expects.
    Row(usize),
    /// More of the same that does not play: what ends a stream.
    Endings(usize),
    /// Whatever comes before the next expectation.
    Whatever,
}

/// When something may arrive.
#[derive(Clone, Copy)]
struct Window {
    earliest: Option<Moment>,
    latest: Moment,
}

impl<'a> Replay<'a> {
    /// Knocks, and sends the body of an HTTP request.
    pub(crate) fn begin(story: &'a Story, protocols: &[&ProtocolCard]) -> Result<Self, Complaint> {
        let unknown = || Complaint { line: 1, what: format!("no protocol has {}", story.request.target) };
        let address = story.request.address(protocols).ok_or_else(unknown)?;
        let (world, offer) = story.setup.build(address.card);
        let stage = match address.knock(&offer) {
            Answer::Stream(protocol) => {
                let mut rig = Rig::new(protocol, &world);
                if story.request.method != Method::Connect {
                    rig.say(Said::Body(story.request.body.clone().into_bytes()));
                }
                Stage::Rig(Box::new(rig))
            }
            Answer::Reply(reply) => Stage::Answered(answered(reply)),
        };
        Ok(Self { story, stage, reached: Moment::START, expected: 0, open: Open::Nothing })
    }

    /// Plays one line.
    pub(crate) fn line(&mut self, index: usize) -> Result<(), Complaint> {
        let line = &self.story.lines[index];
        match &line.act {
            Act::Client(act) => {
                self.act(line, act);
                Ok(())
            }
            Act::Expect(Expectation::Nothing) => self.nothing(line),
            Act::Expect(Expectation::Whatever) => {
                self.wait_for_time_of(line);
                self.open = Open::Whatever;
                Ok(())
            }
            Act::Expect(expectation) => self.expect(index, expectation),
        }
        .map_err(|what| Complaint { line: line.number, what })
    }

    /// Nothing may be left.
    fn end(mut self) -> Result<Course, Complaint> {
        self.skip_open();
        match self.unexpected() {
            None => {
                self.collect(None);
                Ok(Course { heard: self.heard().to_vec(), passed: self.passed() })
            }
            Some(heard) => Err(Complaint {
                line: self.story.lines.last().map_or(1, |line| line.number),
                what: format!("the story ends, but there is {}", described(heard)),
            }),
        }
    }

    /// Everything that was heard and not expected, until nothing more is under way, or until `until`.
    pub(crate) fn collect(&mut self, until: Option<Moment>) -> &[Heard] {
        if let Stage::Rig(rig) = &mut self.stage {
            match until {
                Some(until) => rig.run_until(until),
                None => rig.run_until_quiet(),
            }
        }
        &self.heard()[self.expected..]
    }

    /// Whether something had come before the time of this line of the client that no line before it expects.
    pub(crate) fn has_missed(&mut self, line: &Line) -> bool {
        let (Act::Client(_), Some(time)) = (&line.act, line.time) else { return false };
        if matches!(self.open, Open::Whatever) {
            return false;
        }
        self.collect(Some(time));
        self.skip_open();
        self.unexpected().is_some_and(|heard| heard.at < time)
    }

    fn heard(&self) -> &[Heard] {
        match &self.stage {
            Stage::Rig(rig) => rig.heard(),
            Stage::Answered(heard) => heard,
        }
    }

    fn passed(&self) -> Vec<Passed> {
        match &self.stage {
            Stage::Rig(rig) => rig.passed(),
            Stage::Answered(_) => Vec::new(),
        }
    }

    fn unexpected(&self) -> Option<&Heard> {
        self.heard().get(self.expected)
    }

    fn act(&mut self, line: &Line, act: &ClientAct) {
        self.wait_for_time_of(line);
        if let Stage::Rig(rig) = &mut self.stage {
            act.act(rig, self.story.setup.socket);
        }
    }

    fn wait_for_time_of(&mut self, line: &Line) {
        self.run_until_time_of(line);
        self.reached = self.reached.max(line.time.unwrap_or_default()).max(self.now());
    }

    fn run_until_time_of(&mut self, line: &Line) {
        if let (Stage::Rig(rig), Some(time)) = (&mut self.stage, line.time) {
            rig.run_until(time);
        }
    }

    fn now(&self) -> Moment {
        match &self.stage {
            Stage::Rig(rig) => rig.now(),
            Stage::Answered(_) => Moment::START,
        }
    }

    fn nothing(&mut self, line: &Line) -> Result<(), String> {
        self.wait_for_time_of(line);
        self.skip_open();
        match self.unexpected() {
            None => Ok(()),
            Some(heard) => Err(format!("nothing is expected, but there is {}", described(heard))),
        }
    }

    fn expect(&mut self, index: usize, expectation: &Expectation) -> Result<(), String> {
        let line = &self.story.lines[index];
        let window = Window { earliest: line.time.map(|_| self.reached), latest: self.latest(index) };
        match expectation.goal() {
            Goal::One => {
                self.take(expectation, window)?;
            }
            Goal::Row => {
                self.take(expectation, window)?;
                self.open = Open::Row(index);
            }
            Goal::Length(length) => {
                self.take_sound(expectation, window, length)?;
                self.open = Open::Endings(index);
            }
            Goal::Bytes(bytes) => self.take_bytes(expectation, window, bytes)?,
        }
        self.run_until_time_of(line);
        Ok(())
    }

    fn take_sound(
        &mut self,
        expectation: &Expectation,
        window: Window,
        length: AudioTime,
    ) -> Result<(), String> {
        let mut sum = AudioTime::ZERO;
        loop {
            let so_far = format!("after {} of sound", time::written(sum.as_duration()));
            let share = self.take(expectation, window).map_err(|what| format!("{so_far}: {what}"))?;
            if let Share::Length(more) = share {
                sum = sum + more;
            }
            if sum + FORGIVEN >= length {
                break;
            }
        }
        if sum > length + FORGIVEN {
            return Err(format!("there is {} of sound", time::written(sum.as_duration())));
        }
        Ok(())
    }

    fn take_bytes(&mut self, expectation: &Expectation, window: Window, bytes: u64) -> Result<(), String> {
        let mut sum = 0;
        while sum < bytes {
            let share =
                self.take(expectation, window).map_err(|what| format!("after {sum} bytes: {what}"))?;
            if let Share::Bytes(more) = share {
                sum += more;
            }
        }
        if sum == bytes { Ok(()) } else { Err(format!("there are {sum} bytes")) }
    }

    /// Waits for the next frame and takes it if it fits.
    fn take(&mut self, expectation: &Expectation, window: Window) -> Result<Share, String> {
        loop {
            self.await_frame(window.latest)?;
            let heard = &self.heard()[self.expected];
            let at = heard.at;
            let fit = expectation.fit(heard);
            if self.passes(heard, fit.is_ok()) {
                self.expected += 1;
                continue;
            }
            let share = fit.map_err(|why| format!("there is {}: {why}", described(heard)))?;
            if window.earliest.is_some_and(|earliest| at < earliest) {
                return Err(format!("{} was too early", described(heard)));
            }
            self.expected += 1;
            self.open = Open::Nothing;
            self.reached = self.reached.max(at);
            return Ok(share);
        }
    }

    fn await_frame(&mut self, until: Moment) -> Result<(), String> {
        let expected = self.expected;
        let has_come = match &mut self.stage {
            Stage::Rig(rig) => rig.heard().len() > expected || rig.run_until_heard(expected, until),
            Stage::Answered(heard) => heard.len() > expected,
        };
        let in_time = has_come && self.heard()[expected].at <= until;
        if in_time {
            Ok(())
        } else {
            Err(format!("nothing has come by +{}", time::written(until.since_start())))
        }
    }

    /// Whether a frame belongs to what the lines before have let open.
    fn passes(&self, heard: &Heard, fits: bool) -> bool {
        match self.open {
            Open::Nothing => false,
            Open::Row(index) => self.share(index, heard).is_some(),
            Open::Endings(index) => !fits && self.share(index, heard) == Some(Share::Length(AudioTime::ZERO)),
            Open::Whatever => !fits,
        }
    }

    /// What a frame gives towards what a line expects, if it fits.
    fn share(&self, index: usize, heard: &Heard) -> Option<Share> {
        match &self.story.lines[index].act {
            Act::Expect(expectation) => expectation.fit(heard).ok(),
            Act::Client(_) => None,
        }
    }

    fn skip_open(&mut self) {
        while let Some(heard) = self.unexpected()
            && self.passes(heard, false)
        {
            self.expected += 1;
        }
    }

    /// By when what this line expects must have come.
    fn latest(&self, index: usize) -> Moment {
        let times = self.story.lines[index..].iter();
        times.filter_map(|line| line.time).next().unwrap_or(self.reached + PATIENCE)
    }
}

fn answered(mut reply: HttpReply) -> Vec<Heard> {
    let body = std::mem::take(&mut reply.body);
    let heard = |what| Heard { at: Moment::START, what, sound: None };
    let mut all = vec![heard(What::Head(reply))];
    if !body.is_empty() {
        all.push(heard(What::Body(body)));
    }
    all.push(heard(What::Close(Close { code: 1000, reason: String::new() })));
    all
}
