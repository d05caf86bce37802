//! EBML: elements of an id, a length and a body.
//!
//! Source: RFC 8794, sections 4 to 7.

/// One element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'a> {
    pub(super) id: u32,
    /// `None` where the length is not known: what follows belongs to it.
    pub(super) body: Option<&'a [u8]>,
}

/// Takes the next element off, or nothing if it is not there as a whole.
pub(super) fn take<'a>(rest: &mut &'a [u8]) -> Option<Element<'a>> {
    let id_len = rest.first()?.leading_zeros() as usize + 1;
    let id = number(rest.get(..id_len).filter(|_| id_len <= 4)?);
    let after_id = &rest[id_len..];
    let size_len = after_id.first()?.leading_zeros() as usize + 1;
    let value = number(after_id.get(..size_len).filter(|_| size_len <= 8)?) & !(1 << (7 * size_len));
    let after_size = &after_id[size_len..];
    if value == (1 << (7 * size_len)) - 1 {
        *rest = after_size;
        return Some(Element { id: id as u32, body: None });
    }
    let (body, left) = after_size.split_at_checked(usize::try_from(value).ok()?)?;
    *rest = left;
    Some(Element { id: id as u32, body: Some(body) })
}

/// All children of a body, if they fill it.
pub(super) fn children(mut body: &[u8]) -> Option<Vec<Element<'_>>> {
    let mut elements = Vec::new();
    while !body.is_empty() {
        elements.push(take(&mut body)?);
    }
    Some(elements)
}

/// A big-endian number of up to eight bytes.
pub(super) fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// A float of four or eight bytes.
pub(super) fn float(bytes: &[u8]) -> Option<f64> {
    match bytes.len() {
        4 => Some(f64::from(f32::from_bits(number(bytes) as u32))),
        8 => Some(f64::from_bits(number(bytes))),
        _ => None,
    }
}
