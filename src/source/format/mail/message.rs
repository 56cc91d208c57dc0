//! Messages as mail programs save and send them (.eml), RFC 5322 and MIME.

use super::super::{Format, binary, inside};
use super::{BODY, attachment, header, same_words};
use crate::document::Document;
use crate::source::{Limits, Problem};
use mail_parser::decoders::html::html_to_text;
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::ops::Range;

pub(in super::super) static FORMAT: Format = Format { is, read: |bytes, limits| of(&bytes, limits), write: None };

const WHAT: &str = "an email";

/// How deep the parts of one message may lie in each other.
const DEEPEST: usize = 30;

/// Headers that a mail program writes and nobody types: a text that has one is a message, whatever its name.
const WRITTEN_BY_PROGRAMS: [&str; 6] =
    ["message-id", "mime-version", "received", "content-transfer-encoding", "return-path", "dkim-signature"];

/// Headers that only carry the message, and the beginnings of more.
const CARRYING: [&str; 29] = [
    "received",
    "message-id",
    "in-reply-to",
    "references",
    "mime-version",
    "content-*",
    "dkim-*",
    "domainkey-*",
    "arc-*",
    "authentication-results",
    "authentication-*",
    "x-ms-*",
    "x-google-*",
    "x-gm-*",
    "x-microsoft-*",
    "x-spam-*",
    "x-virus-*",
    "x-forefront-*",
    "x-mailer",
    "x-priority",
    "user-agent",
    "thread-index",
    "list-*",
    "feedback-id",
    "precedence",
    "importance",
    "auto-submitted",
    "x-received",
    "x-mozilla-*",
];

fn is(extension: &str, head: &[u8]) -> bool {
    if extension == "eml" && head.is_empty() {
        return true;
    }
    let mut headers = head.split(|byte| *byte == b'\n').take_while(|line| !line.trim_ascii().is_empty());
    if binary::what(head).is_some() || !headers.next().is_some_and(is_header) {
        return false;
    }
    extension == "eml" || written_by_a_program(head)
}

/// Whether a line is a header: a name without spaces, and a colon.
pub(super) fn is_header(line: &[u8]) -> bool {
    let name = line.iter().position(|byte| *byte == b':').map(|colon| &line[..colon]);
    name.is_some_and(|name| {
        (2..60).contains(&name.len()) && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
    })
}

/// Whether the headers are those of a sent message, and not of one that somebody typed or pasted.
fn written_by_a_program(head: &[u8]) -> bool {
    let lines = head.split(|byte| *byte == b'\n').take_while(|line| !line.trim_ascii().is_empty());
    let mut names = Vec::new();
    for line in lines {
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        if !is_header(line) {
            return false;
        }
        let name = line.split(|byte| *byte == b':').next().unwrap_or_default();
        names.push(String::from_utf8_lossy(name).to_ascii_lowercase());
    }
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    has("from") && names.len() > 2 && WRITTEN_BY_PROGRAMS.into_iter().any(has)
}

/// Reads a message.
///
/// # Errors
/// When there is nothing of one in it, or it is built to take all memory.
pub(super) fn of(bytes: &[u8], limits: &Limits) -> Result<Document, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty(WHAT));
    }
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if !is_header(first) && !first.trim_ascii().is_empty() {
        let mut document = Document::default();
        document.push(BODY, &super::super::text_of(bytes));
        return Ok(document);
    }
    // The parser keeps a message in a message in a message; too many of them have no end.
    if memchr::memmem::find_iter(bytes, b"message/").count() > 500 {
        return Err(Problem::TooDeep);
    }
    let parser = MessageParser::new().with_mime_headers().default_header_text();
    let message = parser.parse(bytes).ok_or(Problem::Damaged(WHAT))?;
    let mut document = Document::default();
    write(&message, &mut document, limits);
    Ok(document)
}

/// Appends a message.
fn write(message: &Message<'_>, document: &mut Document, limits: &Limits) {
    let root = message.part(0);
    let mut read = root.map_or(0, |root| root.offset_header);
    for field in message.headers() {
        between(message, read..field.offset_field, document);
        read = field.offset_end;
        let name = field.name();
        if !carries(name)
            && let Some(value) = field.value().as_text()
        {
            header(document, name, value);
        }
    }
    between(message, read..root.map_or(read, |root| root.offset_body), document);
    if !document.text().is_empty() {
        document.append("\n");
    }
    let mut reader = Reader { message, document, limits, unnamed: 0 };
    reader.part(0, 0);
}

/// Appends what stands between two headers and is none.
fn between(message: &Message<'_>, range: Range<u32>, document: &mut Document) {
    let raw = message.raw_message.get(range.start as usize..range.end as usize).unwrap_or_default();
    let text = super::super::text_of(raw);
    if !text.trim().is_empty() {
        document.push("headers", &format!("{}\n", text.trim()));
    }
}

/// Whether a header only carries the message.
fn carries(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    CARRYING.iter().any(|known| match known.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => name == *known,
    })
}

/// Goes through the parts of a message.
struct Reader<'m, 'd> {
    message: &'m Message<'m>,
    document: &'d mut Document,
    limits: &'m Limits,
    /// How many attachments without a name there were.
    unnamed: usize,
}

impl Reader<'_, '_> {
    fn part(&mut self, id: u32, depth: usize) {
        let Some(part) = self.message.part(id) else { return };
        if depth > DEEPEST {
            return self.document.leave_unread(BODY, &Problem::TooDeep);
        }
        match &part.body {
            PartType::Multipart(ids) => {
                if part.is_content_type("multipart", "encrypted") {
                    self.document.leave_unread(BODY, &Problem::Encrypted("a message"));
                }
                self.outside(part, ids);
                let alternative = part.is_content_type("multipart", "alternative");
                let text = ids.iter().filter_map(|id| self.message.part(*id)).find(|part| !is_html(part));
                let text = text.and_then(|part| part.text_contents());
                for id in ids {
                    let html = self.message.part(*id).filter(|part| is_html(part));
                    let html = html.and_then(|part| part.text_contents());
                    let twice = alternative && html.zip(text).is_some_and(|(html, text)| says_no_more(html, text));
                    if !twice {
                        self.part(*id, depth + 1);
                    }
                }
            }
            PartType::Message(inner) => self.forwarded(part, inner),
            PartType::Text(text) if !is_attached(part) => {
                if text.contains("-----BEGIN PGP MESSAGE-----") {
                    self.document.leave_unread(BODY, &Problem::Encrypted("a message"));
                }
                self.document.push(BODY, text);
                self.damage(part, BODY);
            }
            PartType::Html(html) if !is_attached(part) => {
                match inside::read("body.html", html.as_bytes().to_vec(), self.limits) {
                    Ok(inner) => self.document.include("HTML body", &inner),
                    Err(problem) => self.document.leave_unread("HTML body", &problem),
                }
                self.damage(part, "HTML body");
            }
            PartType::Text(text) | PartType::Html(text) => self.attached(part, text.as_bytes()),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => self.attached(part, bytes),
        }
    }

    /// What stands before the first part and behind the last, which mail programs do not show.
    fn outside(&mut self, part: &MessagePart<'_>, ids: &[u32]) {
        const USUAL: &str = "This is a multi-part message in MIME format.";
        let parts = ids.first().zip(ids.last());
        let parts = parts.and_then(|(first, last)| self.message.part(*first).zip(self.message.part(*last)));
        let Some((first, last)) = parts else { return };
        for range in [part.offset_body..first.offset_header, last.offset_end..part.offset_end] {
            let raw = self.message.raw_message.get(range.start as usize..range.end as usize).unwrap_or_default();
            let text = super::super::text_of(raw);
            // The boundary is a line of its own and begins with two dashes.
            let lines = text.lines().filter(|line| !line.starts_with("--") && !line.trim().is_empty());
            let said = lines.collect::<Vec<_>>().join("\n");
            if !said.is_empty() && said.trim() != USUAL {
                self.document.push("text between parts", &said);
            }
        }
    }

    /// A message that is attached to this one.
    fn forwarded(&mut self, part: &MessagePart<'_>, inner: &Message<'_>) {
        let name = part.attachment_name().map_or("attached message".to_owned(), attachment);
        match self.limits.member().and_then(|()| self.limits.inside()) {
            Ok(limits) => {
                let mut nested = Document::default();
                write(inner, &mut nested, &limits);
                self.document.include(&name, &nested);
            }
            Err(problem) => self.document.leave_unread(&name, &problem),
        }
    }

    fn attached(&mut self, part: &MessagePart<'_>, bytes: &[u8]) {
        let kind = part.content_type().map(|kind| (kind.ctype(), kind.subtype().unwrap_or_default()));
        let name = part.attachment_name().map(str::to_owned).unwrap_or_else(|| {
            self.unnamed += 1;
            let extension = extension(kind.unwrap_or_default().1);
            if self.unnamed == 1 {
                format!("unnamed{extension}")
            } else {
                format!("unnamed {}{extension}", self.unnamed)
            }
        });
        let place = attachment(&name);
        // A detached signature says nothing; an enveloped one holds the message.
        if kind.is_some_and(|(_, subtype)| subtype.ends_with("pkcs7-signature") || subtype == "pgp-signature") {
            return;
        }
        if kind.is_some_and(|(_, subtype)| subtype.ends_with("pkcs7-mime") || subtype == "pgp-encrypted") {
            return self.document.leave_unread(&place, &Problem::Encrypted("a message"));
        }
        let bytes = self.limits.member().map(|()| bytes.to_vec());
        // The logo in a signature is part of the page; what somebody attached is meant to be seen.
        let inline = part.content_id().is_some() && !part.content_disposition().is_some_and(|how| how.is_attachment());
        inside::attach(self.document, &place, &name, inline, bytes, self.limits);
        self.damage(part, &place);
    }

    /// Notes where a part is not encoded as it says.
    fn damage(&mut self, part: &MessagePart<'_>, place: &str) {
        if part.is_encoding_problem {
            self.document.leave_unread(place, &Problem::Damaged("a part of a message"));
        }
    }
}

fn is_html(part: &MessagePart<'_>) -> bool {
    matches!(part.body, PartType::Html(_))
}

/// Whether a text is a file of its own and not what the message says.
fn is_attached(part: &MessagePart<'_>) -> bool {
    let typed = !part.is_content_type("text", "plain") && !part.is_content_type("text", "html");
    part.content_disposition().is_some_and(|how| how.is_attachment())
        || part.attachment_name().is_some()
        || part.content_type().is_some() && typed
}

/// Whether an HTML body says nothing that the text beside it does not say: the same words, and nothing in attributes and
/// comments that could name somebody.
fn says_no_more(html: &str, text: &str) -> bool {
    let lower = html.to_ascii_lowercase();
    let hides = ["href=", "alt=", "title=", "<!--", "content=", "data-"].iter().any(|mark| lower.contains(mark));
    !hides && same_words(&html_to_text(html), text)
}

/// The extension of a kind of file that is sent without a name.
fn extension(subtype: &str) -> &'static str {
    match subtype {
        "calendar" => ".ics",
        "vcard" | "x-vcard" | "directory" => ".vcf",
        "csv" => ".csv",
        "html" => ".html",
        "rfc822" => ".eml",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(message: &str) -> Document {
        of(message.replace('\n', "\r\n").as_bytes(), &Limits::default()).unwrap()
    }

    #[test]
    fn a_message_is_known_by_what_programs_write_and_a_pasted_one_stays_a_text() {
        let sent = b"Received: by x\r\n for y\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n\r\nHi";
        assert!(is("", sent) && is("txt", sent) && is("eml", b"Subject: x\n\nHi"));
        for text in
            ["From: Mia\nTo: Ana\nSubject: x\nDate: today\n\nHi", "Hi team,\nFrom: Mia\n", "MRN: 1\nDOB: 2\n\nx", ""]
        {
            assert!(!is("txt", text.as_bytes()), "{text}");
        }
        assert!(!is("eml", b"Just a note without a header"), "content counts before the name");
    }

    #[test]
    fn headers_are_decoded_and_those_that_carry_are_left_out() {
        let document = document(
            "Received: from a.example ([203.0.113.7]) by b.example\nMessage-ID: <1@b.example>\nFrom: =?UTF-8?B?TWlhIE3DvGxsZXI=?= \
             <mia@glow.example>\nSubject: =?iso-8859-1?Q?Odile_M=E4rsh?=\n =?iso-8859-1?Q?_lips?=\nX-Originating-IP: [203.0.113.9]\n\nHi",
        );
        assert_eq!(
            document.text(),
            "From: Mia Müller <mia@glow.example>\nSubject: Odile Märsh lips\nX-Originating-IP: [203.0.113.9]\n\nHi"
        );
        let mut places = document.places();
        assert_eq!(places.at(0).part, Some("header From"));
        assert_eq!(places.at(document.text().len() - 1).part, Some("body"));
    }

    #[test]
    fn a_body_that_is_there_twice_is_read_once_but_not_what_it_says_more() {
        let both = |html: &str| {
            document(&format!(
                "From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\nCall Odile.\n--x\nContent-Type: \
                 text/html\n\n{html}\n--x--\n"
            ))
        };
        assert_eq!(both("<p>Call <b>Odile</b>.</p>").text().matches("Odile").count(), 1);
        assert!(both("<p>Call Odile Marsh.</p>").text().contains("Odile Marsh"));
        assert!(both("<p>Call <a href=\"tel:4795550142\">Odile</a>.</p>").text().contains("4795550142"));
    }

    #[test]
    fn what_mail_programs_do_not_show_is_read_too() {
        let hidden = document(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\nBefore Odile\n--x\n\nHi\n--x--\nBehind Maj\n",
        );
        assert!(hidden.text().contains("Before Odile") && hidden.text().contains("Behind Maj"), "{}", hidden.text());
        assert!(!hidden.text().contains("--x"));
        let torn = document("From: a@b.example\nOdile Marsh\nSubject: lips\n\nHi\n");
        assert_eq!(torn.text(), "From: a@b.example\nOdile Marsh\nSubject: lips\n\nHi\r\n");
    }

    #[test]
    fn what_is_encrypted_or_wrongly_encoded_is_told() {
        let kinds = [
            "Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAG",
            "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----",
        ];
        for body in kinds {
            let document = document(&format!("From: a@b.example\n{body}\n"));
            assert!(document.unread().iter().any(|gap| gap.why.contains("password")), "{body}");
        }
        let signed = document("From: a@b.example\nContent-Type: application/pgp-signature; name=s.asc\n\nx\n");
        assert!(signed.unread().is_empty());
    }
}
