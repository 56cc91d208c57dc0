//! Natural rewrites of sentences, by what a value is to the words around it.

use super::tests::check;

#[test]
fn a_labelled_number_goes_with_its_label_or_leaves_it_a_noun() {
    check(&[
        ("Pt MRN ⟦MRN:448-90⟧ had a wheal after the peel.", "Pt had a wheal after the peel."),
        ("Member ⟦OTHER_ID:GL-2210⟧ wants to freeze her plan.", "The member wants to freeze her plan."),
        ("Cigna Choice ID ⟦HEALTH_PLAN:XQ 810 22⟧, patient ⟦NAME:Noa Lind⟧, cyst.", "Cigna Choice, patient, cyst."),
        ("Routing ⟦ACCOUNT:011000015⟧, account ⟦ACCOUNT:55120⟧, $90.", "Routing on file, $90."),
        ("Her pump, serial ⟦DEVICE:PA-118⟧, is off.", "Her pump is off."),
        ("The gray Honda plate ⟦VEHICLE:7KTR20⟧ is in our lot.", "The gray Honda is in our lot."),
        ("Use card ⟦ACCOUNT:4417⟧ for her balance.", "Use the card for her balance."),
        ("She came in with id ⟦LICENSE:S530-44⟧ that looked fake.", "She came in with an ID that looked fake."),
        ("Medicaid ID ⟦HEALTH_PLAN:7G42K⟧ came back inactive.", "The Medicaid ID came back inactive."),
        ("Valve SN ⟦DEVICE:R55-19⟧ on the left", "Valve on the left"),
        (
            "Is this one valid? ⟦HEALTH_PLAN:4TN7-WK2⟧, belongs to a client.",
            "Is this one valid? It belongs to a client.",
        ),
        ("Charge her new card, ⟦ACCOUNT:4000 0012⟧ exp 08/27, today.", "Charge her new card, exp 08/27, today."),
        ("her cell ⟦PHONE:479-555-0113⟧", "her cell on file"),
        ("Her chart ⟦MRN:4471⟧ is open.", "Her chart is open."),
        ("⟦NAME:Dana⟧ gave card ⟦ACCOUNT:4111 1111⟧ exp ⟦DATE:09/28⟧ for it.", "The patient gave the card for it."),
        ("Ceram lot ⟦DEVICE:VC20A⟧ was placed in her chin.", "Ceram was placed in her chin."),
        ("⟦NAME:Dana⟧, 58, account ⟦ACCOUNT:7730⟧, had hives.", "The patient, 58, had hives."),
        ("⟦NAME:Dana⟧'s check no. ⟦ACCOUNT:1182⟧ bounced.", "The patient's check bounced."),
    ]);
}

#[test]
fn ways_to_reach_somebody() {
    check(&[
        ("You can reach me at ⟦PHONE:479-555-0113⟧ or ⟦EMAIL:d@mail.example⟧.", "You can reach me by phone or email."),
        ("He writes from ⟦EMAIL:d@mail.example⟧.", "He writes by email."),
        ("Emailing ⟦EMAIL:d@mail.example⟧ about the rash.", "Emailing them about the rash."),
        (
            "I keep asking, my dear, stop texting ⟦PHONE:479-555-0113⟧!",
            "I keep asking, my dear, stop texting this number!",
        ),
        ("Fwd: ⟦EMAIL:d@mail.example⟧ wants a refund", "Fwd: someone wants a refund"),
        (
            "Agent: Which number?\nCaller: ⟦PHONE:479-555-0113⟧. Call late.\nAgent: Sure.\nCaller: Bye.",
            "Agent: Which number?\nCaller: It's on file. Call late.\nAgent: Sure.\nCaller: Bye.",
        ),
    ]);
}

#[test]
fn people_are_what_the_words_beside_them_say() {
    check(&[
        ("⟦NAME:Dana⟧ said Injector ⟦PROVIDER:Bo⟧ listened.", "The patient said the injector listened."),
        ("Invoice from ⟦NAME:Pete⟧ the window washer.", "Invoice from the window washer."),
        ("Tell ⟦NAME:Ali⟧, our UPS driver, thanks.", "Tell our UPS driver thanks."),
        ("15 yo ⟦NAME:M. Castle⟧ with warts", "15 yo patient with warts"),
        ("⟦NAME:Dana⟧ came, and LPN ⟦PROVIDER:Odom⟧ saw it.", "The patient came, and the nurse saw it."),
        ("Someone named ⟦NAME:Faye⟧ keeps writing.", "Someone keeps writing."),
        ("Run by sisters ⟦NAME:Bea⟧ and ⟦NAME:Ines Gil⟧, still.", "Run by sisters, still."),
        ("Hi Ms. ⟦NAME:Ng⟧ your card was declined.", "Hi there your card was declined."),
        ("A text: ⟦NAME:Mai Vo⟧, time for your peel.", "A text: Time for your peel."),
        ("I had a peel. Thank you for reading, ⟦NAME:Imani⟧", "I had a peel. Thank you for reading"),
        ("Paid by her mother in law ⟦NAME/relative:Gail⟧.", "Paid by her mother in law."),
        ("CLEAN IT UP. ⟦NAME:P. LOU⟧, PEEL, SPF APPLIED, HAPPY", "CLEAN IT UP. THE PATIENT, PEEL, SPF APPLIED, HAPPY"),
        ("Resume of ⟦NAME:Lou⟧ attached, is it good?", "Resume of the applicant attached, is it good?"),
        ("I, ⟦NAME:Temple⟧, told them.", "I told them."),
        ("our patient ⟦NAME:Lou⟧, MRN ⟦MRN:44-1⟧, was late.", "our patient was late."),
    ]);
}

#[test]
fn days_that_a_sentence_cannot_do_without() {
    check(&[
        ("The seroma was tapped ⟦DATE:3/14⟧ and ⟦DATE:3/21⟧.", "The seroma was tapped on two days."),
        ("She was seen on ⟦DATE:March 3⟧ and ⟦DATE:March 10⟧ for tox.", "She was seen on two days for tox."),
        ("⟦DATE:Friday⟧ works for her.", "That day works for her."),
        ("Opzelura was started ⟦DATE:January 10⟧.", "Opzelura was started recently."),
        ("We do have ⟦DATE:Saturday⟧ times.", "We do have times."),
        ("Can she do ⟦DATE:Sat⟧ instead?", "Can she do another day instead?"),
        ("No peel until the ⟦DATE:3rd⟧.", "No peel until a later date."),
        ("Peel done. RTC ⟦DATE:11/3⟧.", "Peel done. RTC to be scheduled."),
        ("She is 29 now and on ⟦DATE:Saturday⟧, she will dance.", "She is 29 now and she will dance."),
        ("It was seen here ⟦DATE:this Tuesday⟧ for hives.", "It was seen here recently for hives."),
        ("The order goes in ⟦DATE:Wed⟧.", "The order goes in soon."),
        ("The photo from ⟦DATE:January 9⟧ was blurred.", "The photo was blurred."),
        ("Your drain comes out on the ⟦DATE:9th⟧, rinse it.", "Your drain comes out soon, rinse it."),
        ("Her birthday's ⟦DATE:December 12⟧.", "Her birthday's coming up."),
        ("She pays on the ⟦DATE:1st⟧ of each month.", "She pays on a set day each month."),
        ("Her tox is ⟦DATE:wed.⟧ thx, bye", "Her tox is coming up. thx, bye"),
        ("She can come ⟦DATE:Thursday between 9 and 12⟧.", "She can come."),
        ("At home, got tox on ⟦DATE:sat⟧ before I knew.", "At home, got tox before I knew."),
        ("The doctor will call ⟦DATE:tomorrow⟧.", "The doctor will call soon."),
        ("She met us at the ⟦DATE:Halloween⟧ party.", "She met us at the party."),
        ("Weight is down 6 since ⟦DATE:Feb 18⟧", "Weight is down 6 since an earlier date"),
        ("No rash at noon. ⟦DATE:Feb 16⟧: mild swelling.", "No rash at noon. Later: mild swelling."),
    ]);
}

#[test]
fn places_that_a_sentence_cannot_do_without() {
    check(&[
        ("Pt was seen in our ⟦LOCATION:Naples office⟧ for hives.", "Pt was seen in our office for hives."),
        ("She is staying at the ⟦LOCATION:Grand Palms Inn⟧ on Pine.", "She is staying at the inn on Pine."),
        ("She lives in ⟦LOCATION:Yakima⟧.", "She lives in another town."),
        ("An ⟦LOCATION:Ogden⟧ welder called about hives.", "A welder called about hives."),
        ("EMS took him to ⟦LOCATION:Sacred Heart⟧.", "EMS took him to a hospital."),
        ("She wants it while she's in ⟦LOCATION:Leeds⟧.", "She wants it while she's in town."),
        ("She's leaving for ⟦LOCATION:Tucson⟧ ⟦DATE:Saturday⟧.", "She's leaving for another town."),
        ("Ship it, she lives at ⟦LOCATION:12 Elm St⟧ now", "Ship it, she lives at her address now"),
        ("He runs the bakery on ⟦LOCATION:Cotton Row⟧.", "He runs the bakery."),
    ]);
}

#[test]
fn no_english_gets_into_other_languages() {
    check(&[
        (
            "Say it better: \"Xin chào, em là ⟦NAME:Lê Trân⟧, em bị sưng\"",
            "Say it better: \"Xin chào, em là …, em bị sưng\"",
        ),
        ("\"Bonjour, je suis ⟦NAME:Odile⟧ et j'ai mal\" means?", "\"Bonjour, je suis … et j'ai mal\" means?"),
        (
            "Hola, soy ⟦NAME:Lupita⟧, la señora del láser, mi cel es ⟦PHONE:956-555-0178⟧",
            "Hola, soy paciente, la señora del láser, mi cel ya lo tienen",
        ),
        (
            "Dile a ⟦NAME:Rosa⟧ que su cita es el ⟦DATE:martes⟧ con la doctora",
            "Dile a la paciente que su cita es próximamente con la doctora",
        ),
    ]);
}

#[test]
fn logs_calendars_and_paths_keep_their_shape() {
    check(&[
        (
            "2026 INFO login ok user=⟦NAME:mercy.t⟧ ip=⟦IP:192.0.2.7⟧ ua=x",
            "2026 INFO login ok user=patient ip=withheld ua=x",
        ),
        ("<img src=\"/media/⟦PHOTO:lee_day0.png⟧\" alt=\"before\">", "<img src=\"/media/photo\" alt=\"before\">"),
        ("DTSTART:⟦DATE:20260427T140000Z⟧", "DTSTART:2026"),
        (
            "Surname    Given    Tx\n⟦NAME:Oduya⟧    ⟦NAME:Penny⟧    tox\n⟦NAME:Haas⟧    ⟦NAME:Cris⟧    tox",
            "Surname    Given    Tx\nPatient    A    tox\nPatient    B    tox",
        ),
    ]);
}

#[test]
fn notes_and_messages_read_as_people_write_them() {
    check(&[
        // A note begins without an article.
        ("⟦NAME:Ana Soto⟧, 59 F, abdominoplasty", "Patient, 59 F, abdominoplasty"),
        ("⟦NAME:Ana Soto⟧ / ⟦DATE:11-2-1970⟧ / pemphigus", "Patient / 1970 / pemphigus"),
        ("D: ⟦NAME:Ana⟧ arrived late.", "D: The patient arrived late."),
        // Who is spoken to, or signs, needs no name.
        ("Thx for coming in today ⟦NAME:Steph⟧!! Book soon.", "Thx for coming in today!! Book soon."),
        ("\"Ms. ⟦NAME:Patel⟧ - you were late.\"", "\"You were late.\""),
        ("Please advise. -⟦NAME:Pam⟧", "Please advise."),
        ("⟦NAME:Ana⟧ said \"⟦PROVIDER:Dr. Bloom⟧ is great!\"", "The patient said \"The doctor is great!\""),
        // What stands beside a name says who it is.
        ("Tell the rep from Galderma (⟦NAME:Steve⟧) no.", "Tell the rep from Galderma no."),
        ("Text our 10 am, ⟦NAME:Lucille⟧, about her peel.", "Text our 10 am about her peel."),
        ("⟦NAME:Ana⟧ texted ⟦PROVIDER:Jade⟧, injector, at noon.", "The patient texted the injector at noon."),
        ("Our VIPs: ⟦NAME:Ana⟧ (⟦DATE:June 3⟧) and ⟦NAME:Leo⟧", "Our VIPs: Patient A and Patient B"),
        ("Tell ⟦NAME:Ana⟧ that ⟦NAME:Ana⟧'s bill is paid.", "Tell the patient that their bill is paid."),
        ("Client ⟦NAME:Beth Owens⟧' car was towed.", "Client's car was towed."),
        ("They're ⟦NAME:Ana⟧'s after photos.", "They're the patient's after photos."),
        ("My 4pm, ⟦NAME:Tasha⟧, is nervous.", "My 4pm is nervous."),
        ("I'm ⟦NAME:Ana⟧, office manager at the spa.", "I'm office manager at the spa."),
        ("She said her name was ⟦NAME:Fern⟧, bleeding.", "She said her name was withheld, bleeding."),
        ("Sort: ⟦NAME:Zuniga⟧, ⟦NAME:Marta⟧; ⟦NAME:Abel⟧, ⟦NAME:Tom⟧.", "Sort: Patient A; Patient B."),
    ]);
}

#[test]
fn days_places_and_numbers_leave_a_whole_sentence() {
    check(&[
        ("⟦NAME:Ana⟧ moved from ⟦DATE:7/25 to 7/29⟧.", "The patient moved to another day."),
        ("⟦DATE:Friday⟧'s 2 pm with ⟦NAME:Ana⟧ is off.", "The 2 pm with the patient is off."),
        ("In the ⟦DATE:3rd⟧ room a patient waits.", "In the third room a patient waits."),
        ("She was late 4 times since ⟦DATE:March 3⟧.", "She was late 4 times."),
        ("Her package expires ⟦DATE:12/1⟧, so hurry.", "Her package expires soon, so hurry."),
        (
            "The paciente vive en ⟦LOCATION:Laredo⟧ y su hija lo trae los ⟦DATE:martes⟧",
            "The paciente vive en otra ciudad y su hija lo trae cada semana",
        ),
        ("Can she fly to ⟦LOCATION:Cancun⟧?", "Can she fly?"),
        ("She is in ⟦LOCATION:St. Luke's⟧ with a fever.", "She is in the hospital with a fever."),
        ("She fell in the lot at ⟦LOCATION:410 Main St⟧.", "She fell in the lot."),
        ("Please fax your reply to ⟦FAX:479-555-0140⟧.", "Please fax your reply."),
        ("The patient, who is named ⟦NAME:Rose Ng⟧, is here.", "The patient is here."),
        ("My ⟦DATE:Thursday 11 am⟧ sent four pages on her rash.", "My patient sent four pages on her rash."),
        ("She left the ⟦DATE:11/24⟧ Sofwave visit.", "She left the Sofwave visit."),
        ("Pay your balance at ⟦URL:glow.example/pay⟧ please", "Pay your balance online please"),
        ("He is at ⟦PHONE:479-555-0140⟧.", "He is reachable by phone."),
        (
            "Put it on my card, the one that ends in ⟦ACCOUNT:8830⟧, only the deposit.",
            "Put it on my card, only the deposit.",
        ),
        ("I've ⟦PHOTO:pasted her selfie below⟧, is it normal?", "I've left the picture out, is it normal?"),
    ]);
}

#[test]
fn staff_that_nothing_names_is_no_patient() {
    check(&[
        (
            "⟦NAME:Bart⟧ is mad that ⟦NAME:Ilka⟧ charged him a copay.",
            "The patient is mad that the team member charged him a copay.",
        ),
        ("We need to write up ⟦NAME:Ilka⟧. She was late.", "We need to write up the team member. She was late."),
        ("Her peel with ⟦NAME:Ilka⟧ is on.", "Her peel with the team member is on."),
        ("I'm ⟦NAME:Ilka⟧, the office manager here.", "I'm the office manager here."),
        ("My supervisee ⟦NAME:Ann Lee⟧ has a client.", "My supervisee has a client."),
        ("It bruised. Sincerely, ⟦NAME:Ann Lee⟧, Practice Manager", "It bruised. Sincerely, Practice Manager"),
        ("⟦NAME:Kim⟧ you owe us $20.", "You owe us $20."),
        ("One of our patients, ⟦NAME:Bo Ray⟧, is upset.", "One of our patients is upset."),
        ("Patient is ⟦NAME:Bo Ray⟧.", "Patient is on file."),
        ("Caller: ⟦NAME:Bea Ray⟧ (mother)", "Caller: mother"),
        ("the ⟦NAME:Ray⟧ twins are here", "the twins are here"),
    ]);
}

#[test]
fn a_day_is_told_in_the_time_of_its_sentence() {
    check(&[
        ("Thank you for coming in on ⟦DATE:Tuesday⟧.", "Thank you for coming in."),
        ("SHE MISSED HER APPT ON ⟦DATE:2/3⟧.", "SHE MISSED HER RECENT APPT."),
        ("My lip is still swollen from ⟦DATE:Friday⟧.", "My lip is still swollen from that day."),
        ("Is the ⟦DATE:11th⟧ with her ok?", "Is that day with her ok?"),
        ("She can do any ⟦DATE:Tues or Thurs⟧ after 4.", "She can do any day after 4."),
        ("A reminder for his ⟦DATE:4 pm Friday⟧ Fraxel.", "A reminder for his Fraxel."),
        ("Her peel was moved off the ⟦DATE:12th⟧.", "Her peel was moved off that day."),
        ("He cannot miss work in the ⟦DATE:first week of May⟧.", "He cannot miss work."),
        ("We redid it the ⟦DATE:2nd⟧ time.", "We redid it the second time."),
        ("no rash, next lab visit ⟦DATE:3/11⟧", "no rash, next lab visit coming up"),
        ("They got it checked the same ⟦DATE:Tuesday⟧.", "They got it checked the same day."),
        ("Half days till at least ⟦DATE:January⟧.", "Half days until a later date."),
        ("Signed the ⟦DATE:6th day of May 2025⟧ by both.", "Signed in 2025 by both."),
        ("A concussion from the ⟦DATE:3/30⟧ crash.", "A concussion from the crash."),
        ("Did he come in ⟦DATE:this Friday⟧?", "Did he come in recently?"),
    ]);
}

#[test]
fn places_and_numbers_leave_nothing_hanging() {
    check(&[
        ("(age 38, of ⟦LOCATION:12 Elm Street⟧)", "(age 38)"),
        ("She lives all the way in ⟦LOCATION:Boise⟧ so call.", "She lives all the way in another town so call."),
        ("Her daycare is ⟦LOCATION:Little Oaks⟧.", "Her daycare is on file."),
        ("His mom works at ⟦LOCATION:Cigna⟧ too.", "His mom works at a company too."),
        ("Our records show card ending ⟦ACCOUNT:4417⟧ was declined.", "Our records show the card was declined."),
        ("Card: MC **** ⟦ACCOUNT:4471⟧, exp 3/30", "Card: MC on file, exp 3/30"),
        ("Her old one is ⟦ACCOUNT:44-7101⟧.", "Her old one is on file."),
        ("our client ⟦URL:@dana.glow⟧ who lost weight", "our client who lost weight"),
        ("Could you fax them to ⟦FAX:479-555-0177⟧?", "Could you fax them?"),
        ("DOB ⟦DATE:1/2/90⟧ | ID # ⟦HEALTH_PLAN:W220⟧ | acne", "DOB 1990 | ID # withheld | acne"),
    ]);
}
