//! What a view makes of texts: Markdown, tags, and any division of either.

mod any_division;
mod markdown;
mod reading;
mod slashes;
mod tags;
