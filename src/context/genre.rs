//! What kind of text it is: copy and rules for everybody, business with outsiders, or about individuals.

use super::about;
use super::cues::{Cue, Cues, List, any_of};
use crate::identifier::{Hit, Kind};
use crate::text::Page;
use std::ops::Range;

pub(super) const LISTS: &[List] = &[
    (Cue::Public, MARKETING),
    (Cue::Public, WEB),
    (Cue::Rules, RULES),
    (Cue::Rules, FORMS),
    (Cue::Rules, STOCK),
    (Cue::Rules, RESEARCH),
    (Cue::Staff, STAFF),
    (Cue::Business, BUSINESS),
    (Cue::Applicant, APPLICANT),
    (Cue::NotPatient, NOT_PATIENT),
    (Cue::Crowd, CROWD),
    (Cue::Cited, CITED),
    (Cue::Figure, FIGURE),
    (Cue::Invented, INVENTED),
    (Cue::Ours, OURS),
    (Cue::Contact, CONTACT),
];

/// Copy and rules meant for everybody.
const GENERAL: u32 = any_of(&[Cue::Public, Cue::Rules, Cue::Ours, Cue::Cited, Cue::Staff, Cue::Figure]);
/// What only a text about an individual says.
const PERSONAL: u32 = any_of(&[Cue::Patient, Cue::First, Cue::Second, Cue::AgeSex, Cue::Label, Cue::Note]);
/// From this many bytes on a text may mix kinds, and copy is judged paragraph by paragraph.
const LONG: usize = 500;

/// What kind of text a whole page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Genre {
    /// Long copy or rules for everybody: a paragraph must show by itself that it is about an individual.
    General,
    /// Anything else.
    Personal,
}

/// The kind of a whole page.
pub(super) fn of(page: &Page<'_>, cues: &Cues, hits: &[Hit]) -> Genre {
    let all = 0..page.text().len();
    if all.len() < LONG || cues.any(&all, Cue::Contact.bit()) {
        return Genre::Personal;
    }
    let general = cues.variety(page.text(), &all, GENERAL);
    let numbers =
        hits.iter().filter(|hit| matches!(hit.kind, Kind::Ssn | Kind::Mrn | Kind::HealthPlan | Kind::Account));
    let reached = hits.iter().any(|hit| matches!(hit.kind, Kind::Phone | Kind::Email) && !about::ours(page, cues, hit));
    let personal = cues.variety(page.text(), &all, PERSONAL) + 2 * numbers.count();
    // A short text needs more evidence: a request may quote some words of copy.
    let long = all.len() >= 2 * LONG;
    let enough = if long { 3 } else { 4 };
    let impersonal = personal == 0 && !reached && (general >= 3 || long && general >= 2);
    let copy = general >= enough && general >= personal || impersonal;
    if copy && !(reached && is_resume(page)) { Genre::General } else { Genre::Personal }
}

/// Whether a page is cut up as a résumé is: what stands in it is of one applicant, however much it speaks of the trade.
fn is_resume(page: &Page<'_>) -> bool {
    const HEADINGS: &[&str] = &[
        "objective",
        "experience",
        "work experience",
        "employment",
        "work history",
        "education",
        "references",
        "skills",
        "languages",
        "training",
        "licence",
        "license",
        "licenses",
        "licensure",
        "certifications",
        "certification",
    ];
    let heads = |line: usize| {
        let head = page.text()[page.line_range(line)].trim_start().to_lowercase();
        let head = head.split([':', '\t']).next().unwrap_or_default();
        let head = head.split("  ").next().unwrap_or_default().trim();
        HEADINGS.iter().position(|heading| *heading == head)
    };
    let mut found: Vec<usize> = (0..page.line_count()).filter_map(heads).collect();
    found.sort_unstable();
    found.dedup();
    found.len() >= 3
}

/// The paragraphs of a page: runs of lines between blank lines; in a table each row for itself.
pub(super) fn paragraphs(page: &Page<'_>) -> Vec<Range<usize>> {
    let text = page.text();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for number in 0..page.line_count() {
        let line = page.line_range(number);
        let content = text[line.clone()].trim();
        if content.is_empty() {
            found.extend(open.take());
        } else if is_row(content) {
            found.extend(open.take());
            found.push(line);
        } else {
            let start = open.map_or(line.start, |range| range.start);
            open = Some(start..line.end);
        }
    }
    found.extend(open);
    found
}

/// The paragraphs that say something of whom a page is about: those with a candidate or a cue. One that was added and
/// has neither must not weigh against what stands in the others.
pub(super) fn telling(page: &Page<'_>, cues: &Cues, hits: &[Hit]) -> Vec<Range<usize>> {
    let mut paragraphs = paragraphs(page);
    let silent = |range: &Range<usize>| about::within(hits, range).is_empty() && cues.within(range).is_empty();
    paragraphs.retain(|range| !silent(range));
    paragraphs
}

/// Whether a line is a row of a table: cells divided by bars, tabs, semicolons or runs of spaces.
pub(super) fn is_row(line: &str) -> bool {
    let barred = |mark: u8| memchr::memchr_iter(mark, line.as_bytes()).nth(1).is_some();
    let gaps = || line.trim().split("   ").filter(|cell| !cell.trim().is_empty()).count();
    [b'|', b'\t', b';'].into_iter().any(barred) || line.contains("   ") && gaps() >= 3
}

const MARKETING: &str = "link in bio, dm us, book now, book online, book your, book before, book by, booking link, % off, percent off, special, specials, promo, promotion,
promotional, promo code, flash sale, sale, discount, giveaway, raffle, free consult, free consultation, complimentary, gift card, gift cards, happy hour, while supplies last,
new clients welcome, new patients welcome, walk-ins welcome, open house, newsletter, subscribers, unsubscribe, follow us, tag us, share this, hashtag, hashtags, instagram, facebook, tiktok,
reel, carousel, caption, captions, tagline, taglines, slogan, flyer, brochure, postcard, billboard, content calendar, content ideas, campaign, landing page,
blog, blog post, website copy, web copy, homepage, headline, headlines, subject line, subject lines, preheader, preview text, seo, meta description, title tag, h1, keywords, cta, call to action,
testimonial request, price list, price book, pricing, prices, starting at, starts at, per unit, a unit, per syringe, per vial, from $, member price, tier, tiers, perks,
membership program, members get, members save, bundle, packages from, menu, treatment menu, services, our services, our team, meet the team, meet the people, meet our, board certified, fellowship in, our story, about us, who we are, why us, our providers,
faq, faqs, frequently asked, question and answer, myth, myths, did you know, what to expect, how it works, what it is, what it treats, who it's for, is it safe, downtime, how long does it last,
black friday, mother's day, father's day, valentine's, holiday hours, opening hours, open daily, hours:, closed on, doors open, press release, google business, social post, stories, emoji, emojis,
dear friends, hello friends, dear neighbors, dear guests, hello everyone, happy spring, happy new year, season's greetings, on the menu, save the date, rsvp, show notes, episode, podcast, our lobby, our studio, our lasers, our own nurses";

const WEB: &str = "privacy policy, privacy statement, privacy notice, cookie, cookies, terms of use, terms and conditions, notice of privacy practices, last updated, effective date, in force from, this site,
our website, our site, placeholder:, base_url, locale, schema.org, faqpage, acceptedanswer, <section, <h1>, <h2>, <main, layout: post, title:, og:, alt=, create table, begin:vcard, prodid";

const RULES: &str = "sop, sops, standard operating procedure, procedure manual, protocol, protocols, policy, policies, guideline, guidelines, handbook, manual, binder, laminated, purpose, scope, applies to, supersedes, replaces, rev., revision, review every, owner:, step 1, checklist, check list,
training, in-service, inservice, lunch-and-learn, module, lesson, quiz, slides, slide, speaker notes, instructor, learning objectives, curriculum, syllabus, onboarding, new hires, orientation, workshop, cheat sheet, handout, take-home sheet, poster, refresher, teaching points, key takeaways, answer key, role play, script, scripts, phone script,
job post, job ad, job description, we're hiring, we are hiring, now hiring, full time, full-time, part time, part-time, salary, per hour, an hour, 401(k), 401k, pto, paid time off, equal opportunity, how to apply, qualifications, responsibilities, what you would do, you have, you will, nice to have,
agenda, minutes, meeting, all staff, all-staff, team meeting, memo, board pack, strategy, roadmap, budget, revenue, forecast, kpi, kpis, payroll, quarter, q1, q2, q3, q4, leads, conversion, average ticket,
45 cfr, hipaa, phi, ocr, hhs, baa, business associate, minimum necessary, de-identif*, compliance, osha, ftc, fda, endorsement guides, contraindications, indications, everybody, everyone, anyone, all locations, never paste, may i paste, general sheet";

const FORMS: &str = "template, templates, merge field, merge fields, merge tag, placeholder, placeholders, fill in the, leave blank, blank form, blanks, [name], [date], [time], [patient], [practice], [phone], [link], [clinic], [provider], [your name], [redacted], {{, }}, <<, >>, *|, _____, form no., print double-sided, sample letter, model letter, generic, boilerplate, standing order";

const STOCK: &str = "inventory, stock count, stock list, stock, on hand, on_hand, par, reorder, sku, unit cost, unit_cost, purchase order, po number, vendor no, ship to, bill to, net 30, lot number, expires, exp, serial, asset, assets, fixed assets, service due, next_pm, last_pm, calibrat*, spore test, warranty, autoclave, fridge, cold chain, troubleshooting, operator's manual, ingredients, inci, composition, storage, sterile, single use, rx only, cat. no.";

const RESEARCH: &str = "abstract, background., methods., methods, results., conclusion, conclusions, introduction., randomized, randomised, placebo, p =, p <, n =, 95% ci, meta-analysis, cohort, trial, trials, literature, systematic review, case series, references, published";

const STAFF: &str = "rota, roster of staff, shift, shifts, covers the phones, coverage, present:, absent:, minutes, huddle, extension, extensions, ext., room 1, room 2, day off, pto, team chat, staff note, staff schedule, internal extensions, on call, in-service, employee of the month, work anniversary";

const BUSINESS: &str = "vendor, vendors, supplier, suppliers, distributor, sales rep, sales desk, account rep, our rep, new rep, allergan rep, galderma rep, merz rep, your rep, the rep from, rep, reps, territory manager, loaner, loaners, handpiece, field engineer, tech support, rma, loyalty tiers, lunch and learn, our po, po is, po #, net 60, account manager, rebate, exclusivity, demo unit, demo, purchase order, quote:, invoice total, our order, your order, last order, back order, reorder form, pricing on, new pricing, price quote,
landlord, lease, leasing, tenant, rent, plumber, electrician, hvac, contractor, handyman, cleaning crew, cleaning company, cleaning service, window washer, window cleaner, linen service, laundry service, pest control, water delivery, payroll company, staffing agency, temp agency, zelle, janitor, our cleaner, the cleaner, fixes our, fix our, ac guy, ac company, air conditioning, councilman, councilwoman, senator, alderman, mechanic, builder, architect, locksmith, ups driver, fedex, courier, delivery driver, mail carrier, usps,
accounting firm, accountant, bookkeeper, cpa, attorney, lawyer, auditor, consultant, web guy, web designer, developer, it guy, firewall, vpn, admin login, login attempts, router, printer, toner, copier,
photographer, brand shoot, videographer, influencer, collab, collaboration, food creator, joint giveaway, pitch, pitching, reporter, journalist, editor, newspaper, magazine, press, podcast host, conference speaker, keynote, sponsor, sponsorship, chamber of commerce, mayor, city council,
bakery, florist, caterer, our neighbor, neighbor, neighbour, staff spots, towing, purchasing, procurement, field service, service ticket, service engineer, engineer, technician will, trade show, trade-in, service contract, state board, board of nursing, dea registration, dea renewal, malpractice, credential*, renewal date, w-9, w-4, onboarding packet, direct deposit, pay period, new hire, insurance agent, insurance broker, real estate, bank manager, pallet, pallets, remote access, coworker, co-worker, night guard, security guard, birthday cake, farewell card, staff lunch, on allocation, came short, dumpster, linen company, work with us, working with us, apply with us, partner with us, advertise with us, wholesaler, manufacturer, subcontractor, trainer from";

const APPLICANT: &str = "applicant, applicants, applied for, applying for, applying as, application for the, cover letter, resume, résumé, curriculum vitae, interview, interviews, interviewing, candidate, candidates, hiring, job seeker, references, opening for, receptionist opening, reference check, offer letter, job offer, start date, salary expectation, seeking a, position in";

const NOT_PATIENT: &str = "nothing to do with patients, nothing to do with clients, not a client, not a patient, never been a client, never been a patient, no client of ours, isn't a client, isn't a patient, is not a client, is not a patient, no patient here, no patient involved, no patients involved, nobody was being treated, not a client of ours, not a patient of ours, not our patient, not our client";

const CROWD: &str = "list, lists, lapsed list, roster, export, spreadsheet, csv, table of, everyone on the, dedupe, de-dupe, duplicates, alphabetize, leaderboard, grid, each of them, one for each, one reminder each, sign-up, signup, sign-ups, signups, mailing list, call list, call back list, winners, attendees, guest list, batch, leads, applicants, candidates, records, schedule";

const CITED: &str = "et al, et al., j drugs dermatol, n engl j med, nejm, jaad, j am acad dermatol, dermatol surg, plast reconstr surg, aesthet surg j, lasers surg med, arch dermatol, lancet, pubmed, published literature, published, publications, first described, named after, coined by, consensus papers";

const CONTACT: &str = "[doctor], doctor:, agent:, my cell, my cell's, my mobile, my direct line, my direct number, my desk line, text me at, call me at, reach me, you can reach me, my email is, my e-mail is, i'm taking over, i am taking over, i'd like to stop by, i'm applying, i am applying, i'm writing to apply, i'm with, this is a business call, business caller";

const FIGURE: &str = "founded, co-founded, our story, family-run, granddaughter, history of the, look book, celebrity, celebrities, red carpet, lip trends, trends changed, in the style of, who invented, hosted by, your hosts";

const INVENTED: &str = "demo row, demo data, demo client, mock chart, mock patient, mock client, mock record, mock intake, everything fake, everything is fake, all fake, fake chart, sample client,
sample patient, test patient, anytown, specimen passport, is a specimen, plainly made up, fake row, fake rows, fake line, fake lines, fake example, fake name, fake names, fake patient, fake data, made-up, made up name, made up names, made up example, fictional, fictitious, imaginary patient, all invented, invented example, dummy data, dummy record, dummy patient, pretend patient, placeholder:, placeholder=, preview_record, example row, test data, test record, sample data, sample conversation, mannequin, jane example, role play, role plays, role-play";

const OURS: &str = "book:, book at, call us, call or text us, text us, visit us, find us, email us, e-mail us, reach us, write us, contact us, come see us, stop by, our main line, our own main line, our main number, our number, our front desk number, our office line, main line, front desk line, return fax, our fax, our address, our email, our e-mail, our website, located at, we're at, we are at, directions, parking behind, parking, contact page, page footer, footer, our studio in, voicemail greeting, office hours, emergencies dial, dial 911, poison control, hotline, crisis line, 988";

#[cfg(test)]
mod tests {
    use super::*;

    fn genre(text: &str) -> Genre {
        let long = format!("{text}{}.", "\n".repeat(2 * LONG));
        let page = Page::new(&long);
        of(&page, &Cues::read(&page), &[])
    }

    #[test]
    fn kinds_of_text() {
        let general = [
            "Instagram caption: our spring special starts May 3, link in bio!",
            "Agenda for the all-staff meeting Monday: budget, new laser protocol.",
            "The chemical peel: a history of the molecule, first described in 1882.",
            "Job post: full-time esthetician, $24 an hour, PTO.",
        ];
        let personal = [
            "My patient Odell wants to come Thursday",
            "She had her filler on Monday and is sore.",
            "Name: Ines Pardo DOB 3/4/1980",
        ];
        for text in general {
            assert_eq!(genre(text), Genre::General, "{text}");
        }
        for text in personal {
            assert_eq!(genre(text), Genre::Personal, "{text}");
        }
    }

    #[test]
    fn a_resume_is_of_one_applicant() {
        let copy = "\nWe train new hires in our protocol. Newsletter, open house, price list, our services.\n";
        let resume =
            format!("Pilar Oduya\n555-0133\n\nObjective: injector\nExperience\n{copy}Languages  Igbo\nReferences\n");
        for (text, expected) in [(resume, Genre::Personal), (format!("555-0133\n{copy}"), Genre::General)] {
            let long = format!("{text}{}.", "\n".repeat(2 * LONG));
            let page = Page::new(&long);
            let at = long.find("555").unwrap();
            let hit = Hit { kind: Kind::Phone, range: at..at + 8, confidence: 0.9, rule: "phone".into() };
            let resume = of(&page, &Cues::read(&page), &[hit]);
            assert_eq!(resume, expected, "{text}");
        }
    }

    #[test]
    fn paragraphs_and_rows() {
        let page = Page::new("one\ntwo\n\nthree\na | b | c\nd | e | f\nfour");
        let texts: Vec<&str> = paragraphs(&page).into_iter().map(|r| &page.text()[r]).collect();
        assert_eq!(texts, ["one\ntwo", "three", "a | b | c", "d | e | f", "four"]);
    }
}
