//! Writes EBML (RFC 8794), the binary tree that WebM is made of: an id, a length, and what is in it.

/// The id of an element as it is written, with its length marker.
#[derive(Clone, Copy)]
pub(super) struct Id(pub(super) u32);

/// The length of an element that ends where the stream does, in eight bytes.
const UNKNOWN_LEN: [u8; 8] = [0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

/// Appends an element.
pub(super) fn put(id: Id, content: &[u8], out: &mut Vec<u8>) {
    put_parts(id, [content, &[]], out);
}

/// Appends an element with what is in it in two parts.
pub(super) fn put_parts(id: Id, parts: [&[u8]; 2], out: &mut Vec<u8>) {
    put_id(id, out);
    put_len((parts[0].len() + parts[1].len()) as u64, out);
    parts.into_iter().for_each(|part| out.extend_from_slice(part));
}

/// Appends an element with a number in as few bytes as it needs, at least one.
pub(super) fn put_uint(id: Id, value: u64, out: &mut Vec<u8>) {
    put(id, short(&value.to_be_bytes()), out);
}

/// Appends an element with a number that could be negative and is not.
pub(super) fn put_int(id: Id, value: u32, out: &mut Vec<u8>) {
    // A zero in front keeps the sign where it is.
    let mut bytes = vec![0];
    bytes.extend_from_slice(short(&u64::from(value).to_be_bytes()));
    put(id, &bytes, out);
}

/// Appends an element with a floating-point number.
pub(super) fn put_float(id: Id, value: f64, out: &mut Vec<u8>) {
    put(id, &value.to_be_bytes(), out);
}

/// Appends the beginning of an element without an end: all that follows is in it.
pub(super) fn put_endless(id: Id, out: &mut Vec<u8>) {
    put_id(id, out);
    out.extend_from_slice(&UNKNOWN_LEN);
}

fn put_id(Id(id): Id, out: &mut Vec<u8>) {
    out.extend_from_slice(short(&u64::from(id).to_be_bytes()));
}

/// The length in as few bytes as it needs: their count is where the first bit is set. All ones would mean unknown.
fn put_len(len: u64, out: &mut Vec<u8>) {
    let bytes = (1..8).find(|bytes| len < (1 << (7 * bytes)) - 1).unwrap_or(8);
    let marked = len | 1 << (7 * bytes);
    out.extend_from_slice(&marked.to_be_bytes()[8 - bytes..]);
}

fn short(bytes: &[u8; 8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    &bytes[zeros.min(7)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_as_short_as_can_be_and_never_all_ones() {
        let written = |len| {
            let mut out = Vec::new();
            put_len(len, &mut out);
            out
        };
        assert_eq!(written(0), [0x80]);
        assert_eq!(written(126), [0xFE]);
        assert_eq!(written(127), [0x40, 0x7F]);
        assert_eq!(written(16_382), [0x7F, 0xFE]);
        assert_eq!(written(16_383), [0x20, 0x3F, 0xFF]);
        assert_eq!(written((1 << 49) - 1), [0x01, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    }

    #[test]
    fn an_element_is_its_id_its_length_and_its_content() {
        let mut out = Vec::new();
        put(Id(0xA3), b"ab", &mut out);
        put_uint(Id(0x4286), 0, &mut out);
        put_uint(Id(0x2A_D7B1), 1_000_000, &mut out);
        put_int(Id(0x75A2), 200, &mut out);
        assert_eq!(out, b"\xA3\x82ab\x42\x86\x81\0\x2A\xD7\xB1\x83\x0F\x42\x40\x75\xA2\x82\0\xC8");
    }
}
