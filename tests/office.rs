//! Office files and PDF: where their text stands, what a rewrite leaves in them, and that none of them takes all memory or time.

#![cfg(all(feature = "office", feature = "pdf"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use assert_cmd::Command;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use safepaste::source::{Limits, Problem, read};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/samples").join(name)
}

/// The members of an archive.
fn members(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut members = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        members.insert(name, content);
    }
    members
}

/// A sample with another text in one member.
fn altered(name: &str, member: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members(&fs::read(sample(name)).unwrap()) {
        writer.start_file(&*name, SimpleFileOptions::default()).unwrap();
        let content = if name == member { change(str::from_utf8(&content).unwrap()).into_bytes() } else { content };
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What becomes of a file: its text, or why there is none.
fn outcome(name: &str, bytes: &[u8], limits: &Limits) -> Result<String, Problem> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let document = read(&path, limits).map_err(|error| error.problem)?;
    let unread = document.unread().iter().map(|gap| format!("\n[{}: {}]", gap.part, gap.why));
    Ok(document.text().to_owned() + &unread.collect::<String>())
}

/// A PDF of one page, with its resources, its drawing, and further objects from number 5 on.
fn pdf(resources: &str, drawing: &[u8], more: &[Vec<u8>]) -> Vec<u8> {
    let page = format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<{resources}>>/Contents 4 0 R>>");
    let first = [b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec()];
    let objects: Vec<Vec<u8>> =
        first.into_iter().chain([page.into_bytes(), drawing.to_vec()]).chain(more.to_vec()).collect();
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n", index + 1).bytes().chain(object.iter().copied()).chain(*b"\nendobj\n"));
    }
    let end = format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.len() + 1, file.len());
    file.extend(table.into_bytes());
    file.extend(end.into_bytes());
    file
}

/// A stream with these entries in its dictionary.
fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries}/Length {}>>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn places_are_told_as_the_programs_tell_them() {
    for (name, told, part) in [
        ("letter.docx", "00482913", "header 1"),
        ("letter.docx", "WXG204188317", "footer 1"),
        ("letter.docx", "4111 1111", "footnote 2"),
        ("letter.docx", "D09417732", "comment 0"),
        ("letter.docx", "512-48-0193", "table 1, row 2, column 2"),
        ("letter.docx", "7714409263", "paragraph 3 (deleted text)"),
        ("letter.docx", "482 KZV", "paragraph 6 (hidden text)"),
        ("letter.docx", "strand_before.jpg", "paragraph 7 (picture)"),
        ("letter.docx", "mailto:", "links"),
        ("letter.odt", "512-48-0193", "table 1, row 2, column 2"),
        ("letter.odt", "D09417732", "comment 1"),
        ("letter.odt", "00482913", "header or footer"),
        ("letter.pdf", "Philippa", "page 1"),
        ("letter.pdf", "strand_before.jpg", "pictures"),
        ("letter.rtf", "WXG204188317", "footer 1"),
        ("clients.xlsx", "03/14/1962", "Clients!D2"),
        ("clients.xlsx", "203.0.113.57", "Billing!G2"),
        ("clients.xlsx", "4111 1111", "Clients!A2 comment"),
        ("clients.xls", "03/14/1962", "Clients!D2"),
        ("clients.xls", "4111 1111", "comment or text box"),
        ("clients.ods", "203.0.113.57", "Billing!G2"),
        ("slides.pptx", "00482913", "slide 1"),
        ("slides.pptx", "D09417732", "slide 1 notes"),
        ("slides.pptx", "7714409263", "slide 2, table 1, row 2, column 1"),
        ("slides.odp", "D09417732", "slide 1 notes"),
        ("slides.odp", "Bertram", "slide 2"),
    ] {
        let document = read(&sample(name), &Limits::default()).unwrap();
        assert!(document.unread().is_empty(), "{name}");
        let at = document.text().find(told).unwrap_or_else(|| panic!("{name}: {told}\n{}", document.text()));
        assert_eq!(document.places().at(at).part, Some(part), "{name}: {told}");
    }
}

#[test]
fn the_name_of_a_file_decides_nothing() {
    for (name, like) in
        [("letter.docx", "a.xlsx"), ("clients.xls", "a.doc"), ("letter.pdf", "a.txt"), ("letter.rtf", "a.doc")]
    {
        let bytes = fs::read(sample(name)).unwrap();
        let text = outcome(like, &bytes, &Limits::default()).unwrap();
        assert_eq!(text, outcome(name, &bytes, &Limits::default()).unwrap(), "{name} as {like}");
    }
    assert_eq!(outcome("notes.docx", b"Only text", &Limits::default()).unwrap(), "Only text");
}

#[test]
fn a_rewrite_leaves_nothing_in_the_file_and_all_else_as_it_was() {
    let list = fs::read_to_string(sample("../identifiers.txt")).unwrap();
    let values: Vec<&str> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split_once('\t').unwrap().1.split(" | "))
        // An age and a plate stand for themselves in too many places.
        .filter(|value| !["93", "482 KZV"].contains(value))
        .chain(["Jane Roe", "Strand", "mailbox"])
        .collect();
    let folder = tempfile::tempdir().unwrap();
    for name in ["letter.docx", "clients.xlsx", "slides.pptx"] {
        let path = folder.path().join(name);
        fs::copy(sample(name), &path).unwrap();
        let mut command = Command::cargo_bin("safepaste").unwrap();
        command.env("SAFEPASTE_TODAY", "2026-11-21").env("XDG_CONFIG_HOME", "/nowhere").env_remove("SAFEPASTE_POLICY");
        command.args(["rewrite", "--write", "--no-backup"]).arg(&path).assert().success();
        let (old, new) = (members(&fs::read(sample(name)).unwrap()), members(&fs::read(&path).unwrap()));
        assert!(old.keys().eq(new.keys()), "{name}");
        for (member, content) in &new {
            let text = String::from_utf8_lossy(content);
            let left: Vec<&&str> = values.iter().filter(|value| text.contains(**value)).collect();
            assert!(left.is_empty(), "{name}, {member}: {left:?}");
        }
        for same in ["[Content_Types].xml", "word/styles.xml", "word/settings.xml", "xl/styles.xml", "xl/workbook.xml"]
        {
            assert_eq!(old.get(same), new.get(same), "{name}, {same}");
        }
    }
    let text = outcome("a.docx", &fs::read(folder.path().join("letter.docx")).unwrap(), &Limits::default()).unwrap();
    assert!(text.contains("friendly follow-up") && text.contains("DOB\tSSN\tMobile"), "{text}");
}

#[test]
fn a_change_that_spans_runs_goes_into_the_first() {
    let runs = "<w:p><w:r><w:t>My patient Sarah </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>John&#115;</w:t></w:r><w:r><w:t>on likes tea &amp; milk.</w:t></w:r></w:p>";
    let bytes = altered("letter.docx", "word/document.xml", |xml| xml.replacen("<w:p>", &format!("{runs}<w:p>"), 1));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.docx");
    fs::write(&path, bytes).unwrap();
    let document = read(&path, &Limits::default()).unwrap();
    let at = document.text().find("Sarah Johnson").unwrap();
    let changes = [(at..at + "Sarah Johnson".len(), "A & B".to_owned())];
    let written = safepaste::source::written(&path, &document, &changes, &Limits::default()).unwrap().unwrap();
    let xml = members(&written.new)["word/document.xml"].clone();
    let xml = String::from_utf8(xml).unwrap();
    assert!(xml.contains("<w:t>My patient A &amp; B</w:t>"), "{xml}");
    assert!(
        xml.contains("<w:b/></w:rPr><w:t></w:t>")
            && xml.contains("<w:t xml:space=\"preserve\"> likes tea &amp; milk.</w:t>"),
        "{xml}"
    );
}

#[test]
fn what_unpacks_to_more_than_allowed_is_refused() {
    let limits = || Limits::default();
    let much = " ".repeat(3 << 20);
    let mut small = limits();
    small.unpacked = 1 << 20;
    for (name, bytes) in [
        ("bomb.docx", altered("letter.docx", "word/document.xml", |xml| xml.replacen("friendly", &much, 1))),
        ("bomb.xlsx", altered("clients.xlsx", "xl/sharedStrings.xml", |xml| xml.replacen("Mobile", &much, 1))),
        ("bomb.pptx", altered("slides.pptx", "ppt/slides/slide1.xml", |xml| xml.replacen("Client", &much, 1))),
        ("bomb.odt", altered("letter.odt", "content.xml", |xml| xml.replacen("friendly", &much, 1))),
        ("bomb.pdf", pdf("", &stream("/Filter/FlateDecode", &packed(much.as_bytes())), &[])),
        ("twice.pdf", pdf("", &stream("/Filter[/FlateDecode/FlateDecode]", &packed(&packed(much.as_bytes()))), &[])),
    ] {
        assert!(matches!(outcome(name, &bytes, &small), Err(Problem::TooMuch(_))), "{name}");
    }
    let mut few = limits();
    few.members = 3;
    let bytes = fs::read(sample("letter.docx")).unwrap();
    assert!(matches!(outcome("a.docx", &bytes, &few), Err(Problem::TooManyMembers(3))));
}

#[test]
fn hostile_files_end_and_are_never_called_read() {
    let entity = |xml: &str| xml.replacen("<w:document", "<!DOCTYPE x [<!ENTITY a \"Ann\">]><w:document", 1);
    let bytes = altered("letter.docx", "word/document.xml", entity);
    assert!(matches!(outcome("a.docx", &bytes, &Limits::default()), Err(Problem::Damaged(_))));
    let bytes = altered("letter.docx", "word/document.xml", |xml| xml.replacen("friendly", "&unknown;", 1));
    assert!(matches!(outcome("a.docx", &bytes, &Limits::default()), Err(Problem::Damaged(_))));

    let form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]";
    let itself = pdf("/XObject<</X 5 0 R>>", &stream("", b"/X Do"), &[stream(form, b"/X Do")]);
    let missing = pdf("", b"[[[", &[]);
    let broken = pdf("", &stream("", b"BT (one) Tj ET [[[[ ( BT (two) Tj ET"), &[]);
    for (name, bytes) in [("itself.pdf", itself), ("missing.pdf", missing), ("broken.pdf", broken)] {
        let text = outcome(name, &bytes, &Limits::default()).unwrap();
        assert!(text.contains("[page 1: ") && text.contains("damaged"), "{name}: {text}");
    }
    // Each of twenty drawings draws the next ten times.
    let forms: Vec<Vec<u8>> = (6..26)
        .map(|next| stream(&format!("{form}/Resources<</XObject<</X {next} 0 R>>>>"), "/X Do ".repeat(10).as_bytes()))
        .chain([stream(form, b"q Q")])
        .collect();
    let mut limits = Limits::default();
    limits.time = Duration::from_millis(300);
    let endless = pdf("/XObject<</X 5 0 R>>", &stream("", b"/X Do"), &forms);
    assert!(matches!(outcome("a.pdf", &endless, &limits), Err(Problem::TooSlow(_))));
}

#[test]
fn a_page_that_is_a_picture_is_not_read() {
    let pixels = packed(&vec![255; 850 * 1100]);
    let image =
        "/Type/XObject/Subtype/Image/Width 850/Height 1100/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode";
    let scan = pdf("/XObject<</I 5 0 R>>", &stream("", b"q 612 0 0 792 0 0 cm /I Do Q"), &[stream(image, &pixels)]);
    let text = outcome("scan.pdf", &scan, &Limits::default()).unwrap();
    assert!(text.contains("[page 1: ") && text.contains("--ocr"), "{text}");
}

/// A stream of numbers that is the same on every run.
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below.max(1)
    }
}

#[test]
fn no_change_of_a_byte_makes_a_reader_fail_otherwise_than_with_an_error() {
    let mut limits = Limits::default();
    limits.time = Duration::from_secs(5);
    for name in [
        "letter.docx",
        "clients.xlsx",
        "clients.xls",
        "slides.pptx",
        "letter.odt",
        "clients.ods",
        "letter.pdf",
        "letter.rtf",
    ] {
        let whole = fs::read(sample(name)).unwrap();
        let mut number = numbers(whole.len() as u64);
        for _ in 0..30 {
            let mut bytes = whole.clone();
            for _ in 0..=number(6) {
                let at = number(bytes.len());
                bytes[at] = number(256) as u8;
            }
            bytes.truncate(if number(3) == 0 { number(bytes.len()) } else { bytes.len() });
            // Whatever comes of it: a text, or why there is none.
            let _ = outcome(name, &bytes, &limits);
        }
    }
    for (name, member) in [
        ("letter.docx", "word/document.xml"),
        ("clients.xlsx", "xl/worksheets/sheet1.xml"),
        ("clients.xlsx", "xl/sharedStrings.xml"),
        ("slides.pptx", "ppt/slides/slide1.xml"),
        ("letter.odt", "content.xml"),
    ] {
        let mut number = numbers(7);
        for _ in 0..20 {
            let at = (number(1 << 20), b"<>/\"=& 09z"[number(10)]);
            let bytes = altered(name, member, |xml| {
                let mut xml = xml.as_bytes().to_vec();
                let length = xml.len();
                xml[at.0 % length] = at.1;
                String::from_utf8(xml).unwrap_or_default()
            });
            let _ = outcome(name, &bytes, &limits);
        }
    }
}

#[test]
fn what_stands_where_it_cannot_be_written_keeps_the_file_as_it_was() {
    let name = |xml: &str| xml.replacen("name=\"Clients\"", "name=\"Philippa Strand\"", 1);
    let bytes = altered("clients.xlsx", "xl/workbook.xml", name);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    fs::write(&path, &bytes).unwrap();
    let mut command = Command::cargo_bin("safepaste").unwrap();
    command.env("SAFEPASTE_TODAY", "2026-11-21").env("XDG_CONFIG_HOME", "/nowhere").env_remove("SAFEPASTE_POLICY");
    let output = command.args(["rewrite", "--write"]).arg(&path).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("name of a sheet") && output.status.code() == Some(2), "{told}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn formulas_that_would_bring_a_name_back_go_with_their_cells() {
    let formula = |xml: &str| {
        let from = xml.find("<row r=\"3\"").unwrap();
        let row = "<row r=\"3\"><c r=\"A3\" t=\"str\"><f t=\"shared\" ref=\"A3:A4\" si=\"0\">A2&amp;\"\"</f><v>Philippa Strand</v></c></row>\
                   <row r=\"4\"><c r=\"A4\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>none</v></c></row>";
        format!("{}{row}{}", &xml[..from], &xml[xml.find("</sheetData>").unwrap()..])
    };
    let bytes = altered("clients.xlsx", "xl/worksheets/sheet1.xml", formula);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    fs::write(&path, bytes).unwrap();
    let document = read(&path, &Limits::default()).unwrap();
    let (at, _) = document.text().match_indices("Philippa Strand").nth(1).unwrap();
    let changes = [(at..at + "Philippa Strand".len(), "Client A".to_owned())];
    let written = safepaste::source::written(&path, &document, &changes, &Limits::default()).unwrap().unwrap();
    let xml = String::from_utf8(members(&written.new)["xl/worksheets/sheet1.xml"].clone()).unwrap();
    let cells = "<c r=\"A3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Client A</t></is></c>";
    assert!(xml.contains(cells) && xml.contains("<c r=\"A4\" t=\"str\"><v>none</v></c>"), "{xml}");
}
