# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_safepaste_global_optspecs
    string join \n staged diff= include= exclude= files-from= policy= t/to= role= min-confidence= input= format= schema baseline= fail-on= threads= why max-size= max-unpacked= max-members= max-depth= max-time= ocr style= seed= show-values q/quiet v/verbose color= h/help V/version
end

function __fish_safepaste_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_safepaste_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_safepaste_using_subcommand
    set -l cmd (__fish_safepaste_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c safepaste -n "__fish_safepaste_needs_command" -l diff -d 'Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l include -d 'Check only files that match, written as in .gitignore, such as \'*.md\' or \'content/**\'; may be repeated' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l exclude -d 'Leave out files that match, and folders with all in them; may be repeated' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l files-from -d 'Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input' -r -F
complete -c safepaste -n "__fish_safepaste_needs_command" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_needs_command" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l input -d 'What the input holds' -r -f -a "text\t'One draft in each file'
jsonl\t'One draft on each line: {"id": ..., "text": ..., "to": ...}'"
complete -c safepaste -n "__fish_safepaste_needs_command" -l format -d 'How the answer is written' -r -f -a "human\t'For people: verdict, findings, rewrite'
json\t'One JSON document with every detail'
jsonl\t'One line of JSON for each text'
sarif\t'SARIF 2.1.0, for code scanning and editors'
github\t'Annotations for GitHub Actions'
gitlab\t'A Code Quality report for GitLab'
junit\t'JUnit XML: a test for each text'
markdown\t'Markdown for the summary of a build'
html\t'One page with a chart, a table and every text'"
complete -c safepaste -n "__fish_safepaste_needs_command" -l baseline -d 'Tell and count only what is not in this list of what was found before, which safepaste baseline create makes' -r -F
complete -c safepaste -n "__fish_safepaste_needs_command" -l fail-on -d 'The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it' -r -f -a "conditional\t'Whatever is not safe'
unsafe\t'Only what must not go'"
complete -c safepaste -n "__fish_safepaste_needs_command" -l threads -d 'How many threads check; as many as there are cores where it is not given' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l max-size -d 'The largest file that is read, in MiB [default: 64]' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l max-unpacked -d 'The most that may be packed inside it, unpacked, in MiB [default: 256]' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l max-members -d 'The most files that may be packed inside it [default: 10000]' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l max-depth -d 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l max-time -d 'How long reading it may take, in seconds [default: 60]' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l style -d 'How to replace what identifies somebody; where it is not given, as the policy says, which is with words' -r -f -a "natural\t'With words: the patient, an upcoming appointment'
tags\t'With numbered tags: [NAME_1]'
safe-harbor\t'With what HIPAA\'s Safe Harbor lets stand (year, state, three digits of a ZIP code), else a word: [name]'
surrogate\t'With invented values of the same form, the same for the same person'"
complete -c safepaste -n "__fish_safepaste_needs_command" -l seed -d 'Draw the invented values of --style surrogate by this number, the same each time' -r
complete -c safepaste -n "__fish_safepaste_needs_command" -l color -d 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c safepaste -n "__fish_safepaste_needs_command" -l staged -d 'Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts'
complete -c safepaste -n "__fish_safepaste_needs_command" -l schema -d 'Check nothing; print the JSON Schema of what --format json or jsonl writes'
complete -c safepaste -n "__fish_safepaste_needs_command" -l why -d 'Also tell for each finding, in plain words, what speaks for it'
complete -c safepaste -n "__fish_safepaste_needs_command" -l ocr -d 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
complete -c safepaste -n "__fish_safepaste_needs_command" -l show-values -d 'Show what was found even where the output is no terminal; otherwise it is masked there'
complete -c safepaste -n "__fish_safepaste_needs_command" -s q -l quiet -d 'Say the verdict and nothing else'
complete -c safepaste -n "__fish_safepaste_needs_command" -s v -l verbose -d 'Also say by which rule each finding was made, and what was left out'
complete -c safepaste -n "__fish_safepaste_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_needs_command" -s V -l version -d 'Print version'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "check" -d 'Say whether drafts may go, and what in them identifies somebody (the default)'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "rewrite" -d 'Print a draft without what identifies somebody, or write it in place of the draft'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "restore" -d 'Put the names, dates and numbers back into a chatbot\'s reply to a reversible rewrite'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "clip" -d 'Check what you copied, replace it with its rewrite, or watch what you copy'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "vault" -d 'Show or remove what reversible rewrites keep'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "minimize" -d 'Print of a form or a note only what a task needs, without what identifies somebody'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "baseline" -d 'Write down what is found today, so that a check tells only what is new'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "explain" -d 'Say what a finding or a reason means, why it counts, and what to do instead'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "policy" -d 'Begin a policy for your practice, read it in plain words, check it, try it'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "audit" -d 'Show, verify, sample and count the log of checks'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "hook" -d 'Answer an AI tool that asks before it sends a prompt or reads a file (JSON on standard input)'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "mcp" -d 'Serve AI tools that speak the Model Context Protocol: check, rewrite, restore, explain'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "doctor" -d 'Look whether all that safepaste needs is in order: program, policy, vault, clipboard, git, completions'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "completions" -d 'Print the completions for a shell'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "man" -d 'Print the manual page'
complete -c safepaste -n "__fish_safepaste_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l diff -d 'Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l include -d 'Check only files that match, written as in .gitignore, such as \'*.md\' or \'content/**\'; may be repeated' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l exclude -d 'Leave out files that match, and folders with all in them; may be repeated' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l files-from -d 'Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l input -d 'What the input holds' -r -f -a "text\t'One draft in each file'
jsonl\t'One draft on each line: {"id": ..., "text": ..., "to": ...}'"
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l format -d 'How the answer is written' -r -f -a "human\t'For people: verdict, findings, rewrite'
json\t'One JSON document with every detail'
jsonl\t'One line of JSON for each text'
sarif\t'SARIF 2.1.0, for code scanning and editors'
github\t'Annotations for GitHub Actions'
gitlab\t'A Code Quality report for GitLab'
junit\t'JUnit XML: a test for each text'
markdown\t'Markdown for the summary of a build'
html\t'One page with a chart, a table and every text'"
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l baseline -d 'Tell and count only what is not in this list of what was found before, which safepaste baseline create makes' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l fail-on -d 'The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it' -r -f -a "conditional\t'Whatever is not safe'
unsafe\t'Only what must not go'"
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l threads -d 'How many threads check; as many as there are cores where it is not given' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l max-size -d 'The largest file that is read, in MiB [default: 64]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l max-unpacked -d 'The most that may be packed inside it, unpacked, in MiB [default: 256]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l max-members -d 'The most files that may be packed inside it [default: 10000]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l max-depth -d 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l max-time -d 'How long reading it may take, in seconds [default: 60]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l style -d 'How to replace what identifies somebody; where it is not given, as the policy says, which is with words' -r -f -a "natural\t'With words: the patient, an upcoming appointment'
tags\t'With numbered tags: [NAME_1]'
safe-harbor\t'With what HIPAA\'s Safe Harbor lets stand (year, state, three digits of a ZIP code), else a word: [name]'
surrogate\t'With invented values of the same form, the same for the same person'"
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l seed -d 'Draw the invented values of --style surrogate by this number, the same each time' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l color -d 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l staged -d 'Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts'
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l schema -d 'Check nothing; print the JSON Schema of what --format json or jsonl writes'
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l why -d 'Also tell for each finding, in plain words, what speaks for it'
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l ocr -d 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -l show-values -d 'Show what was found even where the output is no terminal; otherwise it is masked there'
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -s q -l quiet -d 'Say the verdict and nothing else'
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -s v -l verbose -d 'Also say by which rule each finding was made, and what was left out'
complete -c safepaste -n "__fish_safepaste_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l input -d 'What the input holds' -r -f -a "text\t'One draft in each file'
jsonl\t'One draft on each line: {"id": ..., "text": ...}; its text is rewritten, all else in the line stays'"
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l style -d 'How to replace what identifies somebody; where it is not given, as the policy says, which is with words' -r -f -a "natural\t'With words: the patient, an upcoming appointment'
tags\t'With numbered tags: [NAME_1]'
safe-harbor\t'With what HIPAA\'s Safe Harbor lets stand (year, state, three digits of a ZIP code), else a word: [name]'
surrogate\t'With invented values of the same form, the same for the same person'"
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l seed -d 'Draw the invented values of --style surrogate by this number, the same each time' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l expires -d 'How long it is kept, such as 90m, 24h or 7d; 30 days at most' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l max-size -d 'The largest file that is read, in MiB [default: 64]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l max-unpacked -d 'The most that may be packed inside it, unpacked, in MiB [default: 256]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l max-members -d 'The most files that may be packed inside it [default: 10000]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l max-depth -d 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l max-time -d 'How long reading it may take, in seconds [default: 60]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l color -d 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -s w -l write -d 'Put the rewrite in the file\'s place, and keep the old text beside it as FILE.bak'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l no-backup -d 'Keep no old text beside the rewrite'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l diff -d 'Show what would change, as a patch; nothing is written'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -s i -l interactive -d 'Ask about each change: accept it, keep the text, or write something else'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l show-values -d 'Let --diff show what was taken out even where the output is no terminal'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l reversible -d 'Use numbered tags, and keep what is taken out in your vault, so that safepaste restore can put it back into the reply'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l passphrase -d 'Lock it with a passphrase instead of the key in your settings folder; SAFEPASTE_PASSPHRASE gives it where nobody can type it'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -l ocr -d 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -s q -l quiet -d 'Leave the verdict on standard error out'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -s v -l verbose -d 'Also say what was left out in folders'
complete -c safepaste -n "__fish_safepaste_using_subcommand rewrite" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand restore" -l vault -d 'The rewrite that the reply belongs to, by its name or the letters at its end; none takes the latest that fits' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand restore" -l keep-unknown -d 'Leave tags that no rewrite knows as they are'
complete -c safepaste -n "__fish_safepaste_using_subcommand restore" -s q -l quiet -d 'Say nothing on standard error but what is wrong'
complete -c safepaste -n "__fish_safepaste_using_subcommand restore" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l expires -d 'How long it is kept, such as 90m, 24h or 7d; 30 days at most' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l color -d 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l replace -d 'Put the rewrite on the clipboard where anything has to be replaced'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l reversible -d 'Use numbered tags, and keep what is taken out in your vault, so that safepaste restore can put it back into the reply'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l passphrase -d 'Lock it with a passphrase instead of the key in your settings folder; SAFEPASTE_PASSPHRASE gives it where nobody can type it'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l watch -d 'Stay, and warn as soon as something is copied that is not safe; Ctrl-C ends it'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -l show-values -d 'Show what was found even where the output is no terminal; otherwise it is masked there'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -s q -l quiet -d 'Say the verdict and nothing else'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -s v -l verbose -d 'Also say by which rule each finding was made, and what was left out'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -f -a "restore" -d 'Put the names, dates and numbers back into the chatbot\'s reply that was copied'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -f -a "hold" -d 'Hold a text on the clipboard: what safepaste starts by itself'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and not __fish_seen_subcommand_from restore hold help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and __fish_seen_subcommand_from restore" -l vault -d 'The rewrite that the reply belongs to, by its name or the letters at its end; none takes the latest that fits' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and __fish_seen_subcommand_from restore" -l keep-unknown -d 'Leave tags that no rewrite knows as they are'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and __fish_seen_subcommand_from hold" -l secret
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and __fish_seen_subcommand_from hold" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Put the names, dates and numbers back into the chatbot\'s reply that was copied'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and __fish_seen_subcommand_from help" -f -a "hold" -d 'Hold a text on the clipboard: what safepaste starts by itself'
complete -c safepaste -n "__fish_safepaste_using_subcommand clip; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and not __fish_seen_subcommand_from list purge help" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and not __fish_seen_subcommand_from list purge help" -f -a "list" -d 'Show what is kept, when it was made, until when, and how much of each kind'
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and not __fish_seen_subcommand_from list purge help" -f -a "purge" -d 'Remove what is kept: all of it, or one rewrite'
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and not __fish_seen_subcommand_from list purge help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and __fish_seen_subcommand_from list" -l format -d 'How it is written' -r -f -a "text\t'For people'
jsonl\t'One line of JSON for each rewrite'"
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and __fish_seen_subcommand_from purge" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "list" -d 'Show what is kept, when it was made, until when, and how much of each kind'
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "purge" -d 'Remove what is kept: all of it, or one rewrite'
complete -c safepaste -n "__fish_safepaste_using_subcommand vault; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l template -d 'The task, by the name that the policy gives its list of facts (templates), such as follow_up' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l max-size -d 'The largest file that is read, in MiB [default: 64]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l max-unpacked -d 'The most that may be packed inside it, unpacked, in MiB [default: 256]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l max-members -d 'The most files that may be packed inside it [default: 10000]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l max-depth -d 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l max-time -d 'How long reading it may take, in seconds [default: 60]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l format -d 'How the answer is written' -r -f -a "text\t'The facts, ready to copy; the rest on standard error'
json\t'Everything in one object'"
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l color -d 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -l ocr -d 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -s q -l quiet -d 'Leave out what standard error says: what was left out, what is missing, and the verdict'
complete -c safepaste -n "__fish_safepaste_using_subcommand minimize" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and not __fish_seen_subcommand_from create prune help" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and not __fish_seen_subcommand_from create prune help" -f -a "create" -d 'Write down what is found now, in place of an older list'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and not __fish_seen_subcommand_from create prune help" -f -a "prune" -d 'Take out of the list what is no longer there; nothing is added'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and not __fish_seen_subcommand_from create prune help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -l diff -d 'Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -l include -d 'Check only files that match, written as in .gitignore, such as \'*.md\' or \'content/**\'; may be repeated' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -l exclude -d 'Leave out files that match, and folders with all in them; may be repeated' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -l files-from -d 'Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -s o -l output -d 'Where the list goes' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -l staged -d 'Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from prune" -s b -l baseline -d 'The list' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from prune" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from prune" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from prune" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from prune" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from help" -f -a "create" -d 'Write down what is found now, in place of an older list'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from help" -f -a "prune" -d 'Take out of the list what is no longer there; nothing is added'
complete -c safepaste -n "__fish_safepaste_using_subcommand baseline; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l max-size -d 'The largest file that is read, in MiB [default: 64]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l max-unpacked -d 'The most that may be packed inside it, unpacked, in MiB [default: 256]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l max-members -d 'The most files that may be packed inside it [default: 10000]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l max-depth -d 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l max-time -d 'How long reading it may take, in seconds [default: 60]' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l color -d 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l ocr -d 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time'
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -l show-values -d 'Show what was found even where the output is no terminal; otherwise it is masked there'
complete -c safepaste -n "__fish_safepaste_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and not __fish_seen_subcommand_from init show lint test schema help" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and not __fish_seen_subcommand_from init show lint test schema help" -f -a "init" -d 'Write a first policy for your practice, after a few questions'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and not __fish_seen_subcommand_from init show lint test schema help" -f -a "show" -d 'Print the policy that counts here, in plain words'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and not __fish_seen_subcommand_from init show lint test schema help" -f -a "lint" -d 'Tell what is wrong with a policy, where, and the cure'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and not __fish_seen_subcommand_from init show lint test schema help" -f -a "test" -d 'Try a policy on example texts with the verdicts that you expect'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and not __fish_seen_subcommand_from init show lint test schema help" -f -a "schema" -d 'Print the JSON Schema of policies, with which an editor completes and checks them'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and not __fish_seen_subcommand_from init show lint test schema help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l name -d 'What the practice is called' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l kind -d 'What kind of practice it is' -r -f -a "med-spa\t''
therapist\t''
dermatology\t''
cosmetic-only\t''"
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l licensed-clinicians -d 'Do licensed clinicians treat people there?' -r -f -a "yes\t''
no\t''
unsure\t''"
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l medical-director -d 'Is there a medical director?' -r -f -a "yes\t''
no\t''
unsure\t''"
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l bills-insurance -d 'Do claims or questions about coverage go to insurers electronically, also by a billing service?' -r -f -a "yes\t''
no\t''
unsure\t''"
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l treatment-records -d 'Does it keep treatment records?' -r -f -a "yes\t''
no\t''
unsure\t''"
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l e-prescribes -d 'Are prescriptions sent electronically?' -r -f -a "yes\t''
no\t''
unsure\t''"
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l tool -d 'An AI tool that it uses, with the first and last day of its agreement (BAA) where there is one' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -s o -l output -d 'The file to write; - prints it' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -s y -l yes -d 'Ask nothing: what no option answers is taken as unsure'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l force -d 'Write over a file that is there already'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -l schema -d 'Also write the schema beside it, with which an editor completes and checks the policy'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from init" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from show" -l format -d 'How to write it; without it, plain text on a terminal and Markdown elsewhere' -r -f -a "text\t'Plain text'
markdown\t'Markdown, for a file that is printed or published'"
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from show" -l wall -d 'Print only the paragraph for the break-room wall'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from show" -l yaml -d 'Print it as one YAML file that needs no other'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from test" -l policy -d 'The policy to try, whatever the files name' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from test" -l show-values -d 'Show the text of a failing example even where the output is no terminal'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from test" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from schema" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "init" -d 'Write a first policy for your practice, after a few questions'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "show" -d 'Print the policy that counts here, in plain words'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "lint" -d 'Tell what is wrong with a policy, where, and the cure'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "test" -d 'Try a policy on example texts with the verdicts that you expect'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "schema" -d 'Print the JSON Schema of policies, with which an editor completes and checks them'
complete -c safepaste -n "__fish_safepaste_using_subcommand policy; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and not __fish_seen_subcommand_from show verify sample report prune help" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and not __fish_seen_subcommand_from show verify sample report prune help" -f -a "show" -d 'Print the last records'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and not __fish_seen_subcommand_from show verify sample report prune help" -f -a "verify" -d 'Find out whether anything in the log was changed, deleted, added or moved'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and not __fish_seen_subcommand_from show verify sample report prune help" -f -a "sample" -d 'Draw the checks of a week that somebody should review'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and not __fish_seen_subcommand_from show verify sample report prune help" -f -a "report" -d 'Count checks over time by verdict, reason, kind, role and destination'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and not __fish_seen_subcommand_from show verify sample report prune help" -f -a "prune" -d 'Remove records that are older than they must be kept'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and not __fish_seen_subcommand_from show verify sample report prune help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from show" -l policy -d 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from show" -l folder -d 'The folder of the log, where it is another than the policy says' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from show" -l last -d 'How many records' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from show" -l format -d 'How they are written' -r -f -a "text\t'For people'
jsonl\t'One line of JSON for each record'"
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from verify" -l policy -d 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from verify" -l folder -d 'The folder of the log, where it is another than the policy says' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from sample" -l policy -d 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from sample" -l folder -d 'The folder of the log, where it is another than the policy says' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from sample" -l week -d 'The week, as in 2026-W48, or last, or this' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from sample" -l size -d 'How many checks that were not unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from sample" -l format -d 'How they are written' -r -f -a "text\t'For people'
json\t'One JSON document'"
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from sample" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from report" -l policy -d 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from report" -l folder -d 'The folder of the log, where it is another than the policy says' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from report" -l by -d 'What is counted as one' -r -f -a "day\t''
week\t''
month\t''"
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from report" -l since -d 'The first day that counts, as in 2026-10-01' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from report" -l until -d 'The last day that counts' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from report" -l format -d 'How the counts are written' -r -f -a "text\t'Tables for people'
json\t'One JSON document with every count'
html\t'One page with charts, which needs no network'"
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from prune" -l policy -d 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from prune" -l folder -d 'The folder of the log, where it is another than the policy says' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from prune" -l before -d 'The day, as in 2020-01-01, before which records are removed' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from prune" -l dry-run -d 'Only tell how many would be removed'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "show" -d 'Print the last records'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Find out whether anything in the log was changed, deleted, added or moved'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "sample" -d 'Draw the checks of a week that somebody should review'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "report" -d 'Count checks over time by verdict, reason, kind, role and destination'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "prune" -d 'Remove records that are older than they must be kept'
complete -c safepaste -n "__fish_safepaste_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand hook" -l tool -d 'Whose format it is; without it the event\'s name tells' -r -f -a "claude\t'Claude Code: UserPromptSubmit and PreToolUse'
cursor\t'Cursor: beforeSubmitPrompt, beforeReadFile and beforeTabFileRead'
gemini\t'Gemini CLI: BeforeAgent and BeforeTool'"
complete -c safepaste -n "__fish_safepaste_using_subcommand hook" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand hook" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand hook" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand hook" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand hook" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand mcp" -l policy -d 'The policy to judge by: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand mcp" -s t -l to -d 'Where the draft goes, by the name that the policy gives the place' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand mcp" -l role -d 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand mcp" -l min-confidence -d 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences' -r
complete -c safepaste -n "__fish_safepaste_using_subcommand mcp" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand doctor" -l policy -d 'The policy to look at: a file, or the name of a shipped policy' -r -F
complete -c safepaste -n "__fish_safepaste_using_subcommand doctor" -l color -d 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE' -r -f -a "auto\t'On a terminal'
always\t'Always'
never\t'Never'"
complete -c safepaste -n "__fish_safepaste_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c safepaste -n "__fish_safepaste_using_subcommand completions" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand man" -s h -l help -d 'Print help'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "check" -d 'Say whether drafts may go, and what in them identifies somebody (the default)'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "rewrite" -d 'Print a draft without what identifies somebody, or write it in place of the draft'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "restore" -d 'Put the names, dates and numbers back into a chatbot\'s reply to a reversible rewrite'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "clip" -d 'Check what you copied, replace it with its rewrite, or watch what you copy'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "vault" -d 'Show or remove what reversible rewrites keep'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "minimize" -d 'Print of a form or a note only what a task needs, without what identifies somebody'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "baseline" -d 'Write down what is found today, so that a check tells only what is new'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "explain" -d 'Say what a finding or a reason means, why it counts, and what to do instead'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "policy" -d 'Begin a policy for your practice, read it in plain words, check it, try it'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "audit" -d 'Show, verify, sample and count the log of checks'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "hook" -d 'Answer an AI tool that asks before it sends a prompt or reads a file (JSON on standard input)'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "mcp" -d 'Serve AI tools that speak the Model Context Protocol: check, rewrite, restore, explain'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "doctor" -d 'Look whether all that safepaste needs is in order: program, policy, vault, clipboard, git, completions'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "completions" -d 'Print the completions for a shell'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "man" -d 'Print the manual page'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and not __fish_seen_subcommand_from check rewrite restore clip vault minimize baseline explain policy audit hook mcp doctor completions man help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from clip" -f -a "restore" -d 'Put the names, dates and numbers back into the chatbot\'s reply that was copied'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from clip" -f -a "hold" -d 'Hold a text on the clipboard: what safepaste starts by itself'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "list" -d 'Show what is kept, when it was made, until when, and how much of each kind'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from vault" -f -a "purge" -d 'Remove what is kept: all of it, or one rewrite'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from baseline" -f -a "create" -d 'Write down what is found now, in place of an older list'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from baseline" -f -a "prune" -d 'Take out of the list what is no longer there; nothing is added'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from policy" -f -a "init" -d 'Write a first policy for your practice, after a few questions'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from policy" -f -a "show" -d 'Print the policy that counts here, in plain words'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from policy" -f -a "lint" -d 'Tell what is wrong with a policy, where, and the cure'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from policy" -f -a "test" -d 'Try a policy on example texts with the verdicts that you expect'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from policy" -f -a "schema" -d 'Print the JSON Schema of policies, with which an editor completes and checks them'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "show" -d 'Print the last records'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "verify" -d 'Find out whether anything in the log was changed, deleted, added or moved'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "sample" -d 'Draw the checks of a week that somebody should review'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "report" -d 'Count checks over time by verdict, reason, kind, role and destination'
complete -c safepaste -n "__fish_safepaste_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "prune" -d 'Remove records that are older than they must be kept'
