//! PDF: the text of each page, and what stands beside it: form fields, notes, bookmarks, files within, properties.
//!
//! `lopdf` reads the structure and `pdf-extract` the letters with their places; the lines are laid out here. Both are
//! kept from what a hostile file could do: it is measured before anything unpacks it, a panic costs one page, and it
//! runs on a thread of its own, which is left behind when its time is over.

mod beside;
mod measure;
mod ocr;
mod page;

use super::Format;
use super::guarded::guarded;
use crate::document::Document;
use crate::source::{Limits, Problem};
use lopdf::{Document as Pdf, Object, ObjectId};
use measure::Drawing;
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread::Builder;

pub(super) static FORMAT: Format = Format { is, read, write: None };

const WHAT: &str = "a PDF";

/// The stack of the thread that reads, in bytes: pages may be drawn in pages.
const STACK: usize = 64 << 20;

/// A page with fewer letters than this whose picture is as large as the page is a scan, stamp or not.
const FEW: usize = 200;

/// A page with fewer letters than this and any picture says nothing but in the picture.
const NONE: usize = 20;

/// A page without letters and with more strokes than this may have its letters drawn.
const STROKES: usize = 100;

fn is(_: &str, head: &[u8]) -> bool {
    // Some programs write a few bytes in front.
    let start = &head[..head.len().min(1024)];
    memchr::memmem::find(start, b"%PDF-")
        .is_some_and(|at| at == 0 || start[..at].iter().all(|byte| !byte.is_ascii_alphabetic()))
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    measure::unpacked(&bytes, limits)?;
    let (sender, receiver) = sync_channel(1);
    let inner = limits.clone();
    let work = move || {
        let document = guarded(|| whole(&bytes, &inner)).unwrap_or(Err(Problem::Damaged(WHAT)));
        // Whoever waited may have gone.
        let _ = sender.send(document);
    };
    Builder::new().name("pdf".to_owned()).stack_size(STACK).spawn(work)?;
    match receiver.recv_timeout(limits.left()) {
        Ok(document) => document,
        Err(RecvTimeoutError::Timeout) => Err(Problem::TooSlow(limits.time)),
        Err(RecvTimeoutError::Disconnected) => Err(Problem::Damaged(WHAT)),
    }
}

fn whole(bytes: &[u8], limits: &Limits) -> Result<Document, Problem> {
    let mut pdf = opened(bytes)?;
    if pdf.was_encrypted() {
        measure::unlocked(&pdf, limits)?;
    }
    let pages = pdf.get_pages();
    if pages.is_empty() {
        return Err(Problem::Damaged(WHAT));
    }
    let pictures: Vec<Picture> = pages.values().map(|id| picture(&pdf, *id)).collect();
    without_pictures(&mut pdf);
    let mut document = Document::default();
    for ((number, id), picture) in pages.iter().zip(pictures) {
        limits.in_time()?;
        let part = format!("page {number}");
        let drawing = measure::drawing(&pdf, *id);
        if drawing > Drawing::Whole {
            document.leave_unread(&part, &Problem::Damaged(WHAT));
        }
        if drawing == Drawing::Endless {
            continue;
        }
        match guarded(|| page::text(&pdf, *number, limits)) {
            Some(Ok(page)) => {
                let letters = page.text.chars().filter(|c| c.is_alphanumeric()).count();
                if is_picture(letters, picture, page.strokes) {
                    match seen(bytes, *number, limits) {
                        Ok(text) => document.push(&part, text.trim_end()),
                        Err(problem @ Problem::TooSlow(_)) => return Err(problem),
                        Err(problem) => document.leave_unread(&part, &problem),
                    }
                } else if page::is_garbled(&page.text) {
                    document.leave_unread(&part, &Problem::Garbled);
                }
                if !page.text.trim().is_empty() {
                    document.push(&part, page.text.trim_end());
                }
            }
            Some(Err(problem @ (Problem::TooSlow(_) | Problem::TooLarge(_)))) => return Err(problem),
            Some(Err(problem)) => document.leave_unread(&part, &problem),
            None => document.leave_unread(&part, &Problem::Damaged(WHAT)),
        }
    }
    beside::read(&pdf, &pages, &mut document, limits)?;
    Ok(document)
}

/// The structure of a file. One that can be opened without a password is opened.
fn opened(bytes: &[u8]) -> Result<Pdf, Problem> {
    let locked = || memchr::memmem::find(bytes, b"/Encrypt").is_some();
    let pdf = Pdf::load_mem(bytes).map_err(|error| match error {
        lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => Problem::Encrypted(WHAT),
        _ if locked() => Problem::Encrypted(WHAT),
        _ => Problem::Damaged(WHAT),
    })?;
    if pdf.is_encrypted() && !pdf.was_encrypted() { Err(Problem::Encrypted(WHAT)) } else { Ok(pdf) }
}

/// The words of a page that is a picture, where that is asked for.
fn seen(bytes: &[u8], number: u32, limits: &Limits) -> Result<String, Problem> {
    if !limits.ocr {
        return Err(Problem::Picture);
    }
    match ocr::page(bytes, number, limits)? {
        text if text.trim().is_empty() => Err(Problem::OcrFailed),
        text => Ok(text),
    }
}

/// Whether what a page says stands in its pictures or its strokes, for it has too few letters.
fn is_picture(letters: usize, picture: Picture, strokes: usize) -> bool {
    match picture {
        Picture::Page => letters < FEW,
        Picture::Some => letters < NONE,
        Picture::None => letters == 0 && strokes > STROKES,
    }
}

/// The largest picture on a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Picture {
    None,
    /// One that may hold words.
    Some,
    /// One of the page's own shape, as a scanner makes it.
    Page,
}

fn picture(pdf: &Pdf, page: ObjectId) -> Picture {
    let images = pdf.get_page_images(page).unwrap_or_default();
    let shapes = images.iter().map(|image| (image.width as f32, image.height as f32));
    let shapes: Vec<(f32, f32)> = shapes.filter(|(width, height)| width.min(*height) >= 100.0).collect();
    if shapes.is_empty() {
        return Picture::None;
    }
    let mut page = pdf.get_dictionary(page).ok();
    let mut shape = None;
    for _ in 0..32 {
        let Some(dictionary) = page else { break };
        if let Ok(Object::Array(corners)) = dictionary.get_deref(b"MediaBox", pdf) {
            let corners: Vec<f32> = corners.iter().filter_map(|corner| corner.as_float().ok()).collect();
            if let [left, bottom, right, top] = corners[..] {
                shape = Some(((right - left).abs(), (top - bottom).abs()));
            }
            break;
        }
        page = dictionary.get_deref(b"Parent", pdf).and_then(Object::as_dict).ok();
    }
    let (width, height) = shape.unwrap_or((612.0, 792.0));
    let page = width / height.max(1.0);
    let large = shapes.iter().filter(|(width, height)| width.min(*height) >= 500.0);
    let is_page = large.map(|(width, height)| width / height).any(|image| {
        // A scanned page may lie on its side.
        [image, 1.0 / image].iter().any(|image| (image / page - 1.0).abs() < 0.2)
    });
    if is_page { Picture::Page } else { Picture::Some }
}

/// Takes the pictures out: they hold no text, and their bytes would be taken for drawing.
fn without_pictures(pdf: &mut Pdf) {
    for object in pdf.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image")
        {
            stream.dict.remove(b"Filter");
            stream.set_content(Vec::new());
        }
    }
}
