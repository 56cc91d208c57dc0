
use builtin;
use str;

set edit:completion:arg-completer[safepaste] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'safepaste'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'safepaste'= {
            cand --diff 'Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts'
            cand --include 'Check only files that match, written as in .gitignore, such as ''*.md'' or ''content/**''; may be repeated'
            cand --exclude 'Leave out files that match, and folders with all in them; may be repeated'
            cand --files-from 'Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input'
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand --input 'What the input holds'
            cand --format 'How the answer is written'
            cand --baseline 'Tell and count only what is not in this list of what was found before, which safepaste baseline create makes'
            cand --fail-on 'The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it'
            cand --threads 'How many threads check; as many as there are cores where it is not given'
            cand --max-size 'The largest file that is read, in MiB [default: 64]'
            cand --max-unpacked 'The most that may be packed inside it, unpacked, in MiB [default: 256]'
            cand --max-members 'The most files that may be packed inside it [default: 10000]'
            cand --max-depth 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]'
            cand --max-time 'How long reading it may take, in seconds [default: 60]'
            cand --style 'How to replace what identifies somebody; where it is not given, as the policy says, which is with words'
            cand --seed 'Draw the invented values of --style surrogate by this number, the same each time'
            cand --color 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE'
            cand --staged 'Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts'
            cand --schema 'Check nothing; print the JSON Schema of what --format json or jsonl writes'
            cand --why 'Also tell for each finding, in plain words, what speaks for it'
            cand --ocr 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
            cand --show-values 'Show what was found even where the output is no terminal; otherwise it is masked there'
            cand -q 'Say the verdict and nothing else'
            cand --quiet 'Say the verdict and nothing else'
            cand -v 'Also say by which rule each finding was made, and what was left out'
            cand --verbose 'Also say by which rule each finding was made, and what was left out'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand check 'Say whether drafts may go, and what in them identifies somebody (the default)'
            cand rewrite 'Print a draft without what identifies somebody, or write it in place of the draft'
            cand restore 'Put the names, dates and numbers back into a chatbot''s reply to a reversible rewrite'
            cand clip 'Check what you copied, replace it with its rewrite, or watch what you copy'
            cand vault 'Show or remove what reversible rewrites keep'
            cand minimize 'Print of a form or a note only what a task needs, without what identifies somebody'
            cand baseline 'Write down what is found today, so that a check tells only what is new'
            cand explain 'Say what a finding or a reason means, why it counts, and what to do instead'
            cand policy 'Begin a policy for your practice, read it in plain words, check it, try it'
            cand audit 'Show, verify, sample and count the log of checks'
            cand hook 'Answer an AI tool that asks before it sends a prompt or reads a file (JSON on standard input)'
            cand mcp 'Serve AI tools that speak the Model Context Protocol: check, rewrite, restore, explain'
            cand doctor 'Look whether all that safepaste needs is in order: program, policy, vault, clipboard, git, completions'
            cand completions 'Print the completions for a shell'
            cand man 'Print the manual page'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;check'= {
            cand --diff 'Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts'
            cand --include 'Check only files that match, written as in .gitignore, such as ''*.md'' or ''content/**''; may be repeated'
            cand --exclude 'Leave out files that match, and folders with all in them; may be repeated'
            cand --files-from 'Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input'
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand --input 'What the input holds'
            cand --format 'How the answer is written'
            cand --baseline 'Tell and count only what is not in this list of what was found before, which safepaste baseline create makes'
            cand --fail-on 'The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it'
            cand --threads 'How many threads check; as many as there are cores where it is not given'
            cand --max-size 'The largest file that is read, in MiB [default: 64]'
            cand --max-unpacked 'The most that may be packed inside it, unpacked, in MiB [default: 256]'
            cand --max-members 'The most files that may be packed inside it [default: 10000]'
            cand --max-depth 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]'
            cand --max-time 'How long reading it may take, in seconds [default: 60]'
            cand --style 'How to replace what identifies somebody; where it is not given, as the policy says, which is with words'
            cand --seed 'Draw the invented values of --style surrogate by this number, the same each time'
            cand --color 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE'
            cand --staged 'Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts'
            cand --schema 'Check nothing; print the JSON Schema of what --format json or jsonl writes'
            cand --why 'Also tell for each finding, in plain words, what speaks for it'
            cand --ocr 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
            cand --show-values 'Show what was found even where the output is no terminal; otherwise it is masked there'
            cand -q 'Say the verdict and nothing else'
            cand --quiet 'Say the verdict and nothing else'
            cand -v 'Also say by which rule each finding was made, and what was left out'
            cand --verbose 'Also say by which rule each finding was made, and what was left out'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;rewrite'= {
            cand --input 'What the input holds'
            cand --style 'How to replace what identifies somebody; where it is not given, as the policy says, which is with words'
            cand --seed 'Draw the invented values of --style surrogate by this number, the same each time'
            cand --expires 'How long it is kept, such as 90m, 24h or 7d; 30 days at most'
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand --max-size 'The largest file that is read, in MiB [default: 64]'
            cand --max-unpacked 'The most that may be packed inside it, unpacked, in MiB [default: 256]'
            cand --max-members 'The most files that may be packed inside it [default: 10000]'
            cand --max-depth 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]'
            cand --max-time 'How long reading it may take, in seconds [default: 60]'
            cand --color 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE'
            cand -w 'Put the rewrite in the file''s place, and keep the old text beside it as FILE.bak'
            cand --write 'Put the rewrite in the file''s place, and keep the old text beside it as FILE.bak'
            cand --no-backup 'Keep no old text beside the rewrite'
            cand --diff 'Show what would change, as a patch; nothing is written'
            cand -i 'Ask about each change: accept it, keep the text, or write something else'
            cand --interactive 'Ask about each change: accept it, keep the text, or write something else'
            cand --show-values 'Let --diff show what was taken out even where the output is no terminal'
            cand --reversible 'Use numbered tags, and keep what is taken out in your vault, so that safepaste restore can put it back into the reply'
            cand --passphrase 'Lock it with a passphrase instead of the key in your settings folder; SAFEPASTE_PASSPHRASE gives it where nobody can type it'
            cand --ocr 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
            cand -q 'Leave the verdict on standard error out'
            cand --quiet 'Leave the verdict on standard error out'
            cand -v 'Also say what was left out in folders'
            cand --verbose 'Also say what was left out in folders'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;restore'= {
            cand --vault 'The rewrite that the reply belongs to, by its name or the letters at its end; none takes the latest that fits'
            cand --keep-unknown 'Leave tags that no rewrite knows as they are'
            cand -q 'Say nothing on standard error but what is wrong'
            cand --quiet 'Say nothing on standard error but what is wrong'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;clip'= {
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand --expires 'How long it is kept, such as 90m, 24h or 7d; 30 days at most'
            cand --color 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE'
            cand --replace 'Put the rewrite on the clipboard where anything has to be replaced'
            cand --reversible 'Use numbered tags, and keep what is taken out in your vault, so that safepaste restore can put it back into the reply'
            cand --passphrase 'Lock it with a passphrase instead of the key in your settings folder; SAFEPASTE_PASSPHRASE gives it where nobody can type it'
            cand --watch 'Stay, and warn as soon as something is copied that is not safe; Ctrl-C ends it'
            cand --show-values 'Show what was found even where the output is no terminal; otherwise it is masked there'
            cand -q 'Say the verdict and nothing else'
            cand --quiet 'Say the verdict and nothing else'
            cand -v 'Also say by which rule each finding was made, and what was left out'
            cand --verbose 'Also say by which rule each finding was made, and what was left out'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand restore 'Put the names, dates and numbers back into the chatbot''s reply that was copied'
            cand hold 'Hold a text on the clipboard: what safepaste starts by itself'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;clip;restore'= {
            cand --vault 'The rewrite that the reply belongs to, by its name or the letters at its end; none takes the latest that fits'
            cand --keep-unknown 'Leave tags that no rewrite knows as they are'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;clip;hold'= {
            cand --secret 'secret'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;clip;help'= {
            cand restore 'Put the names, dates and numbers back into the chatbot''s reply that was copied'
            cand hold 'Hold a text on the clipboard: what safepaste starts by itself'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;clip;help;restore'= {
        }
        &'safepaste;clip;help;hold'= {
        }
        &'safepaste;clip;help;help'= {
        }
        &'safepaste;vault'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand list 'Show what is kept, when it was made, until when, and how much of each kind'
            cand purge 'Remove what is kept: all of it, or one rewrite'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;vault;list'= {
            cand --format 'How it is written'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;vault;purge'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;vault;help'= {
            cand list 'Show what is kept, when it was made, until when, and how much of each kind'
            cand purge 'Remove what is kept: all of it, or one rewrite'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;vault;help;list'= {
        }
        &'safepaste;vault;help;purge'= {
        }
        &'safepaste;vault;help;help'= {
        }
        &'safepaste;minimize'= {
            cand --template 'The task, by the name that the policy gives its list of facts (templates), such as follow_up'
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand --max-size 'The largest file that is read, in MiB [default: 64]'
            cand --max-unpacked 'The most that may be packed inside it, unpacked, in MiB [default: 256]'
            cand --max-members 'The most files that may be packed inside it [default: 10000]'
            cand --max-depth 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]'
            cand --max-time 'How long reading it may take, in seconds [default: 60]'
            cand --format 'How the answer is written'
            cand --color 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE'
            cand --ocr 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
            cand -q 'Leave out what standard error says: what was left out, what is missing, and the verdict'
            cand --quiet 'Leave out what standard error says: what was left out, what is missing, and the verdict'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;baseline'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand create 'Write down what is found now, in place of an older list'
            cand prune 'Take out of the list what is no longer there; nothing is added'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;baseline;create'= {
            cand --diff 'Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts'
            cand --include 'Check only files that match, written as in .gitignore, such as ''*.md'' or ''content/**''; may be repeated'
            cand --exclude 'Leave out files that match, and folders with all in them; may be repeated'
            cand --files-from 'Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input'
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand -o 'Where the list goes'
            cand --output 'Where the list goes'
            cand --staged 'Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;baseline;prune'= {
            cand -b 'The list'
            cand --baseline 'The list'
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;baseline;help'= {
            cand create 'Write down what is found now, in place of an older list'
            cand prune 'Take out of the list what is no longer there; nothing is added'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;baseline;help;create'= {
        }
        &'safepaste;baseline;help;prune'= {
        }
        &'safepaste;baseline;help;help'= {
        }
        &'safepaste;explain'= {
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand --max-size 'The largest file that is read, in MiB [default: 64]'
            cand --max-unpacked 'The most that may be packed inside it, unpacked, in MiB [default: 256]'
            cand --max-members 'The most files that may be packed inside it [default: 10000]'
            cand --max-depth 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]'
            cand --max-time 'How long reading it may take, in seconds [default: 60]'
            cand --color 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE'
            cand --ocr 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
            cand --show-values 'Show what was found even where the output is no terminal; otherwise it is masked there'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;policy'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand init 'Write a first policy for your practice, after a few questions'
            cand show 'Print the policy that counts here, in plain words'
            cand lint 'Tell what is wrong with a policy, where, and the cure'
            cand test 'Try a policy on example texts with the verdicts that you expect'
            cand schema 'Print the JSON Schema of policies, with which an editor completes and checks them'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;policy;init'= {
            cand --name 'What the practice is called'
            cand --kind 'What kind of practice it is'
            cand --licensed-clinicians 'Do licensed clinicians treat people there?'
            cand --medical-director 'Is there a medical director?'
            cand --bills-insurance 'Do claims or questions about coverage go to insurers electronically, also by a billing service?'
            cand --treatment-records 'Does it keep treatment records?'
            cand --e-prescribes 'Are prescriptions sent electronically?'
            cand --tool 'An AI tool that it uses, with the first and last day of its agreement (BAA) where there is one'
            cand -o 'The file to write; - prints it'
            cand --output 'The file to write; - prints it'
            cand -y 'Ask nothing: what no option answers is taken as unsure'
            cand --yes 'Ask nothing: what no option answers is taken as unsure'
            cand --force 'Write over a file that is there already'
            cand --schema 'Also write the schema beside it, with which an editor completes and checks the policy'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;policy;show'= {
            cand --format 'How to write it; without it, plain text on a terminal and Markdown elsewhere'
            cand --wall 'Print only the paragraph for the break-room wall'
            cand --yaml 'Print it as one YAML file that needs no other'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;policy;lint'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;policy;test'= {
            cand --policy 'The policy to try, whatever the files name'
            cand --show-values 'Show the text of a failing example even where the output is no terminal'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;policy;schema'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;policy;help'= {
            cand init 'Write a first policy for your practice, after a few questions'
            cand show 'Print the policy that counts here, in plain words'
            cand lint 'Tell what is wrong with a policy, where, and the cure'
            cand test 'Try a policy on example texts with the verdicts that you expect'
            cand schema 'Print the JSON Schema of policies, with which an editor completes and checks them'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;policy;help;init'= {
        }
        &'safepaste;policy;help;show'= {
        }
        &'safepaste;policy;help;lint'= {
        }
        &'safepaste;policy;help;test'= {
        }
        &'safepaste;policy;help;schema'= {
        }
        &'safepaste;policy;help;help'= {
        }
        &'safepaste;audit'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand show 'Print the last records'
            cand verify 'Find out whether anything in the log was changed, deleted, added or moved'
            cand sample 'Draw the checks of a week that somebody should review'
            cand report 'Count checks over time by verdict, reason, kind, role and destination'
            cand prune 'Remove records that are older than they must be kept'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;audit;show'= {
            cand --policy 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here'
            cand --folder 'The folder of the log, where it is another than the policy says'
            cand --last 'How many records'
            cand --format 'How they are written'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;audit;verify'= {
            cand --policy 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here'
            cand --folder 'The folder of the log, where it is another than the policy says'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;audit;sample'= {
            cand --policy 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here'
            cand --folder 'The folder of the log, where it is another than the policy says'
            cand --week 'The week, as in 2026-W48, or last, or this'
            cand --size 'How many checks that were not unsafe'
            cand --format 'How they are written'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;audit;report'= {
            cand --policy 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here'
            cand --folder 'The folder of the log, where it is another than the policy says'
            cand --by 'What is counted as one'
            cand --since 'The first day that counts, as in 2026-10-01'
            cand --until 'The last day that counts'
            cand --format 'How the counts are written'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;audit;prune'= {
            cand --policy 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here'
            cand --folder 'The folder of the log, where it is another than the policy says'
            cand --before 'The day, as in 2020-01-01, before which records are removed'
            cand --dry-run 'Only tell how many would be removed'
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;audit;help'= {
            cand show 'Print the last records'
            cand verify 'Find out whether anything in the log was changed, deleted, added or moved'
            cand sample 'Draw the checks of a week that somebody should review'
            cand report 'Count checks over time by verdict, reason, kind, role and destination'
            cand prune 'Remove records that are older than they must be kept'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;audit;help;show'= {
        }
        &'safepaste;audit;help;verify'= {
        }
        &'safepaste;audit;help;sample'= {
        }
        &'safepaste;audit;help;report'= {
        }
        &'safepaste;audit;help;prune'= {
        }
        &'safepaste;audit;help;help'= {
        }
        &'safepaste;hook'= {
            cand --tool 'Whose format it is; without it the event''s name tells'
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;mcp'= {
            cand --policy 'The policy to judge by: a file, or the name of a shipped policy'
            cand -t 'Where the draft goes, by the name that the policy gives the place'
            cand --to 'Where the draft goes, by the name that the policy gives the place'
            cand --role 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe'
            cand --min-confidence 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;doctor'= {
            cand --policy 'The policy to look at: a file, or the name of a shipped policy'
            cand --color 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'safepaste;completions'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;man'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'safepaste;help'= {
            cand check 'Say whether drafts may go, and what in them identifies somebody (the default)'
            cand rewrite 'Print a draft without what identifies somebody, or write it in place of the draft'
            cand restore 'Put the names, dates and numbers back into a chatbot''s reply to a reversible rewrite'
            cand clip 'Check what you copied, replace it with its rewrite, or watch what you copy'
            cand vault 'Show or remove what reversible rewrites keep'
            cand minimize 'Print of a form or a note only what a task needs, without what identifies somebody'
            cand baseline 'Write down what is found today, so that a check tells only what is new'
            cand explain 'Say what a finding or a reason means, why it counts, and what to do instead'
            cand policy 'Begin a policy for your practice, read it in plain words, check it, try it'
            cand audit 'Show, verify, sample and count the log of checks'
            cand hook 'Answer an AI tool that asks before it sends a prompt or reads a file (JSON on standard input)'
            cand mcp 'Serve AI tools that speak the Model Context Protocol: check, rewrite, restore, explain'
            cand doctor 'Look whether all that safepaste needs is in order: program, policy, vault, clipboard, git, completions'
            cand completions 'Print the completions for a shell'
            cand man 'Print the manual page'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'safepaste;help;check'= {
        }
        &'safepaste;help;rewrite'= {
        }
        &'safepaste;help;restore'= {
        }
        &'safepaste;help;clip'= {
            cand restore 'Put the names, dates and numbers back into the chatbot''s reply that was copied'
            cand hold 'Hold a text on the clipboard: what safepaste starts by itself'
        }
        &'safepaste;help;clip;restore'= {
        }
        &'safepaste;help;clip;hold'= {
        }
        &'safepaste;help;vault'= {
            cand list 'Show what is kept, when it was made, until when, and how much of each kind'
            cand purge 'Remove what is kept: all of it, or one rewrite'
        }
        &'safepaste;help;vault;list'= {
        }
        &'safepaste;help;vault;purge'= {
        }
        &'safepaste;help;minimize'= {
        }
        &'safepaste;help;baseline'= {
            cand create 'Write down what is found now, in place of an older list'
            cand prune 'Take out of the list what is no longer there; nothing is added'
        }
        &'safepaste;help;baseline;create'= {
        }
        &'safepaste;help;baseline;prune'= {
        }
        &'safepaste;help;explain'= {
        }
        &'safepaste;help;policy'= {
            cand init 'Write a first policy for your practice, after a few questions'
            cand show 'Print the policy that counts here, in plain words'
            cand lint 'Tell what is wrong with a policy, where, and the cure'
            cand test 'Try a policy on example texts with the verdicts that you expect'
            cand schema 'Print the JSON Schema of policies, with which an editor completes and checks them'
        }
        &'safepaste;help;policy;init'= {
        }
        &'safepaste;help;policy;show'= {
        }
        &'safepaste;help;policy;lint'= {
        }
        &'safepaste;help;policy;test'= {
        }
        &'safepaste;help;policy;schema'= {
        }
        &'safepaste;help;audit'= {
            cand show 'Print the last records'
            cand verify 'Find out whether anything in the log was changed, deleted, added or moved'
            cand sample 'Draw the checks of a week that somebody should review'
            cand report 'Count checks over time by verdict, reason, kind, role and destination'
            cand prune 'Remove records that are older than they must be kept'
        }
        &'safepaste;help;audit;show'= {
        }
        &'safepaste;help;audit;verify'= {
        }
        &'safepaste;help;audit;sample'= {
        }
        &'safepaste;help;audit;report'= {
        }
        &'safepaste;help;audit;prune'= {
        }
        &'safepaste;help;hook'= {
        }
        &'safepaste;help;mcp'= {
        }
        &'safepaste;help;doctor'= {
        }
        &'safepaste;help;completions'= {
        }
        &'safepaste;help;man'= {
        }
        &'safepaste;help;help'= {
        }
    ]
    $completions[$command]
}
