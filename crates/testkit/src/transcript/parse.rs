//! From lines to a story.

use speech::Moment;

use crate::request::{Method, Request};
use crate::transcript::client::{ClientAct, repeated};
use crate::transcript::expectation::Expectation;
use crate::transcript::setup::Setup;
use crate::transcript::story::{Act, Line, ParseError, Story, Topic};
use crate::transcript::time;

/// Reads a whole transcript.
pub(crate) fn story(text: &str) -> Result<Story, ParseError> {
    let mut reader = Reader::default();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        reader.line(number, line).map_err(|what| ParseError { line: number, what })?;
    }
    let end = text.lines().count();
    let missing =
        || ParseError { line: end, what: "there is no request: connect /path, or POST /path".into() };
    Ok(Story {
        topics: reader.topics,
        setup: reader.setup,
        request: reader.request.ok_or_else(missing)?,
        lines: reader.lines,
    })
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    topics: Vec<Topic>,
    setup: Setup,
    request: Option<Request>,
    lines: Vec<Line>,
    last_time: Moment,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), String> {
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') {
            return Ok(());
        }
        if self.request.is_none() {
            return self.setup_line(text);
        }
        match act(text)? {
            Some((time, act)) => self.act(number, time, act),
            None => self.request_line(line, text),
        }
    }

    fn setup_line(&mut self, text: &str) -> Result<(), String> {
        let (keyword, rest) = text.split_once(' ').unwrap_or((text, ""));
        if keyword == "topics:" {
            self.topics = rest.split_whitespace().map(topic).collect::<Result<_, _>>()?;
            return Ok(());
        }
        if let Some(result) = self.setup.read(keyword, rest.trim()) {
            return result;
        }
        self.request = Some(request(keyword, rest.trim())?);
        Ok(())
    }

    fn act(&mut self, number: usize, time: Option<Moment>, act: Act) -> Result<(), String> {
        if let Some(time) = time {
            if time < self.last_time {
                return Err("times never run backwards".to_owned());
            }
            self.last_time = time;
        }
        self.lines.push(Line { number, time, act });
        Ok(())
    }

    /// Headers and body below the request.
    fn request_line(&mut self, line: &str, text: &str) -> Result<(), String> {
        let request = self.request.as_mut().filter(|_| self.lines.is_empty());
        let request = request.ok_or_else(|| format!("{text:?} is neither `>` nor `<`"))?;
        if let Some(body) = text.strip_prefix('|') {
            if !request.body.is_empty() {
                request.body.push('\n');
            }
            request.body.push_str(&repeated(body.strip_prefix(' ').unwrap_or(body))?);
            return Ok(());
        }
        if !line.starts_with([' ', '\t']) {
            return Err(format!("{text:?} is neither `>` nor `<`; headers are indented"));
        }
        let (name, value) = text.split_once(':').ok_or_else(|| format!("{text:?} is no header"))?;
        request.headers.push((name.trim().to_lowercase(), value.trim().to_owned()));
        Ok(())
    }
}

fn topic(name: &str) -> Result<Topic, String> {
    let known = || Topic::NAMES.map(|(name, _)| name).join(", ");
    Topic::named(name).ok_or_else(|| format!("there is no topic {name:?}; there are {}", known()))
}

fn request(method: &str, rest: &str) -> Result<Request, String> {
    let method = match method {
        "connect" => Method::Connect,
        "GET" => Method::Get,
        "POST" => Method::Post,
        "PUT" => Method::Put,
        "DELETE" => Method::Delete,
        _ => return Err(format!("{method:?} begins neither a setup line nor a request")),
    };
    let (target, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    if !target.starts_with('/') {
        return Err(format!("{target:?} is no path"));
    }
    Ok(Request { method, target: target.to_owned(), headers: headers(rest)?, body: String::new() })
}

/// Headers on one line: a word that ends in `:` begins one.
pub(crate) fn headers(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut headers: Vec<(String, String)> = Vec::new();
    for word in text.split_whitespace() {
        match (word.strip_suffix(':'), headers.last_mut()) {
            (Some(name), _) => headers.push((name.to_lowercase(), String::new())),
            (None, Some((_, value))) if value.is_empty() => value.push_str(word),
            (None, Some((_, value))) => {
                value.push(' ');
                value.push_str(word);
            }
            (None, None) => return Err(format!("{word:?} is no header; write name: value")),
        }
    }
    Ok(headers)
}

/// A line with `>` or `<`, and its time.
fn act(text: &str) -> Result<Option<(Option<Moment>, Act)>, String> {
    let (time, rest) = match text.strip_prefix('+') {
        Some(timed) => {
            let (time, rest) = timed.split_once(char::is_whitespace).unwrap_or((timed, ""));
            (Some(Moment::after_start(time::duration(time)?)), rest.trim())
        }
        None => (None, text),
    };
    let act = match (rest.strip_prefix('>'), rest.strip_prefix('<')) {
        (Some(act), _) => Act::Client(ClientAct::read(act.strip_prefix(' ').unwrap_or(act))?),
        (_, Some(expected)) => Act::Expect(Expectation::read(expected.trim())?),
        _ if time.is_some() => return Err("a time is followed by `>` or `<`".to_owned()),
        _ => return Ok(None),
    };
    Ok(Some((time, act)))
}
