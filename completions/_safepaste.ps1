
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'safepaste' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'safepaste'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'safepaste' {
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts')
            [CompletionResult]::new('--include', '--include', [CompletionResultType]::ParameterName, 'Check only files that match, written as in .gitignore, such as ''*.md'' or ''content/**''; may be repeated')
            [CompletionResult]::new('--exclude', '--exclude', [CompletionResultType]::ParameterName, 'Leave out files that match, and folders with all in them; may be repeated')
            [CompletionResult]::new('--files-from', '--files-from', [CompletionResultType]::ParameterName, 'Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input')
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'What the input holds')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Tell and count only what is not in this list of what was found before, which safepaste baseline create makes')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads check; as many as there are cores where it is not given')
            [CompletionResult]::new('--max-size', '--max-size', [CompletionResultType]::ParameterName, 'The largest file that is read, in MiB [default: 64]')
            [CompletionResult]::new('--max-unpacked', '--max-unpacked', [CompletionResultType]::ParameterName, 'The most that may be packed inside it, unpacked, in MiB [default: 256]')
            [CompletionResult]::new('--max-members', '--max-members', [CompletionResultType]::ParameterName, 'The most files that may be packed inside it [default: 10000]')
            [CompletionResult]::new('--max-depth', '--max-depth', [CompletionResultType]::ParameterName, 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'How long reading it may take, in seconds [default: 60]')
            [CompletionResult]::new('--style', '--style', [CompletionResultType]::ParameterName, 'How to replace what identifies somebody; where it is not given, as the policy says, which is with words')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Draw the invented values of --style surrogate by this number, the same each time')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--staged', '--staged', [CompletionResultType]::ParameterName, 'Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'Check nothing; print the JSON Schema of what --format json or jsonl writes')
            [CompletionResult]::new('--why', '--why', [CompletionResultType]::ParameterName, 'Also tell for each finding, in plain words, what speaks for it')
            [CompletionResult]::new('--ocr', '--ocr', [CompletionResultType]::ParameterName, 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time')
            [CompletionResult]::new('--show-values', '--show-values', [CompletionResultType]::ParameterName, 'Show what was found even where the output is no terminal; otherwise it is masked there')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say the verdict and nothing else')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say the verdict and nothing else')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also say by which rule each finding was made, and what was left out')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also say by which rule each finding was made, and what was left out')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say whether drafts may go, and what in them identifies somebody (the default)')
            [CompletionResult]::new('rewrite', 'rewrite', [CompletionResultType]::ParameterValue, 'Print a draft without what identifies somebody, or write it in place of the draft')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put the names, dates and numbers back into a chatbot''s reply to a reversible rewrite')
            [CompletionResult]::new('clip', 'clip', [CompletionResultType]::ParameterValue, 'Check what you copied, replace it with its rewrite, or watch what you copy')
            [CompletionResult]::new('vault', 'vault', [CompletionResultType]::ParameterValue, 'Show or remove what reversible rewrites keep')
            [CompletionResult]::new('minimize', 'minimize', [CompletionResultType]::ParameterValue, 'Print of a form or a note only what a task needs, without what identifies somebody')
            [CompletionResult]::new('baseline', 'baseline', [CompletionResultType]::ParameterValue, 'Write down what is found today, so that a check tells only what is new')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say what a finding or a reason means, why it counts, and what to do instead')
            [CompletionResult]::new('policy', 'policy', [CompletionResultType]::ParameterValue, 'Begin a policy for your practice, read it in plain words, check it, try it')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Show, verify, sample and count the log of checks')
            [CompletionResult]::new('hook', 'hook', [CompletionResultType]::ParameterValue, 'Answer an AI tool that asks before it sends a prompt or reads a file (JSON on standard input)')
            [CompletionResult]::new('mcp', 'mcp', [CompletionResultType]::ParameterValue, 'Serve AI tools that speak the Model Context Protocol: check, rewrite, restore, explain')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Look whether all that safepaste needs is in order: program, policy, vault, clipboard, git, completions')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;check' {
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts')
            [CompletionResult]::new('--include', '--include', [CompletionResultType]::ParameterName, 'Check only files that match, written as in .gitignore, such as ''*.md'' or ''content/**''; may be repeated')
            [CompletionResult]::new('--exclude', '--exclude', [CompletionResultType]::ParameterName, 'Leave out files that match, and folders with all in them; may be repeated')
            [CompletionResult]::new('--files-from', '--files-from', [CompletionResultType]::ParameterName, 'Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input')
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'What the input holds')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'Tell and count only what is not in this list of what was found before, which safepaste baseline create makes')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads check; as many as there are cores where it is not given')
            [CompletionResult]::new('--max-size', '--max-size', [CompletionResultType]::ParameterName, 'The largest file that is read, in MiB [default: 64]')
            [CompletionResult]::new('--max-unpacked', '--max-unpacked', [CompletionResultType]::ParameterName, 'The most that may be packed inside it, unpacked, in MiB [default: 256]')
            [CompletionResult]::new('--max-members', '--max-members', [CompletionResultType]::ParameterName, 'The most files that may be packed inside it [default: 10000]')
            [CompletionResult]::new('--max-depth', '--max-depth', [CompletionResultType]::ParameterName, 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'How long reading it may take, in seconds [default: 60]')
            [CompletionResult]::new('--style', '--style', [CompletionResultType]::ParameterName, 'How to replace what identifies somebody; where it is not given, as the policy says, which is with words')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Draw the invented values of --style surrogate by this number, the same each time')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--staged', '--staged', [CompletionResultType]::ParameterName, 'Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'Check nothing; print the JSON Schema of what --format json or jsonl writes')
            [CompletionResult]::new('--why', '--why', [CompletionResultType]::ParameterName, 'Also tell for each finding, in plain words, what speaks for it')
            [CompletionResult]::new('--ocr', '--ocr', [CompletionResultType]::ParameterName, 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time')
            [CompletionResult]::new('--show-values', '--show-values', [CompletionResultType]::ParameterName, 'Show what was found even where the output is no terminal; otherwise it is masked there')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say the verdict and nothing else')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say the verdict and nothing else')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also say by which rule each finding was made, and what was left out')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also say by which rule each finding was made, and what was left out')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;rewrite' {
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'What the input holds')
            [CompletionResult]::new('--style', '--style', [CompletionResultType]::ParameterName, 'How to replace what identifies somebody; where it is not given, as the policy says, which is with words')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Draw the invented values of --style surrogate by this number, the same each time')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'How long it is kept, such as 90m, 24h or 7d; 30 days at most')
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('--max-size', '--max-size', [CompletionResultType]::ParameterName, 'The largest file that is read, in MiB [default: 64]')
            [CompletionResult]::new('--max-unpacked', '--max-unpacked', [CompletionResultType]::ParameterName, 'The most that may be packed inside it, unpacked, in MiB [default: 256]')
            [CompletionResult]::new('--max-members', '--max-members', [CompletionResultType]::ParameterName, 'The most files that may be packed inside it [default: 10000]')
            [CompletionResult]::new('--max-depth', '--max-depth', [CompletionResultType]::ParameterName, 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'How long reading it may take, in seconds [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Put the rewrite in the file''s place, and keep the old text beside it as FILE.bak')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'Put the rewrite in the file''s place, and keep the old text beside it as FILE.bak')
            [CompletionResult]::new('--no-backup', '--no-backup', [CompletionResultType]::ParameterName, 'Keep no old text beside the rewrite')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Show what would change, as a patch; nothing is written')
            [CompletionResult]::new('-i', '-i', [CompletionResultType]::ParameterName, 'Ask about each change: accept it, keep the text, or write something else')
            [CompletionResult]::new('--interactive', '--interactive', [CompletionResultType]::ParameterName, 'Ask about each change: accept it, keep the text, or write something else')
            [CompletionResult]::new('--show-values', '--show-values', [CompletionResultType]::ParameterName, 'Let --diff show what was taken out even where the output is no terminal')
            [CompletionResult]::new('--reversible', '--reversible', [CompletionResultType]::ParameterName, 'Use numbered tags, and keep what is taken out in your vault, so that safepaste restore can put it back into the reply')
            [CompletionResult]::new('--passphrase', '--passphrase', [CompletionResultType]::ParameterName, 'Lock it with a passphrase instead of the key in your settings folder; SAFEPASTE_PASSPHRASE gives it where nobody can type it')
            [CompletionResult]::new('--ocr', '--ocr', [CompletionResultType]::ParameterName, 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Leave the verdict on standard error out')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Leave the verdict on standard error out')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also say what was left out in folders')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also say what was left out in folders')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;restore' {
            [CompletionResult]::new('--vault', '--vault', [CompletionResultType]::ParameterName, 'The rewrite that the reply belongs to, by its name or the letters at its end; none takes the latest that fits')
            [CompletionResult]::new('--keep-unknown', '--keep-unknown', [CompletionResultType]::ParameterName, 'Leave tags that no rewrite knows as they are')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing on standard error but what is wrong')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing on standard error but what is wrong')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;clip' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'How long it is kept, such as 90m, 24h or 7d; 30 days at most')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--replace', '--replace', [CompletionResultType]::ParameterName, 'Put the rewrite on the clipboard where anything has to be replaced')
            [CompletionResult]::new('--reversible', '--reversible', [CompletionResultType]::ParameterName, 'Use numbered tags, and keep what is taken out in your vault, so that safepaste restore can put it back into the reply')
            [CompletionResult]::new('--passphrase', '--passphrase', [CompletionResultType]::ParameterName, 'Lock it with a passphrase instead of the key in your settings folder; SAFEPASTE_PASSPHRASE gives it where nobody can type it')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Stay, and warn as soon as something is copied that is not safe; Ctrl-C ends it')
            [CompletionResult]::new('--show-values', '--show-values', [CompletionResultType]::ParameterName, 'Show what was found even where the output is no terminal; otherwise it is masked there')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say the verdict and nothing else')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say the verdict and nothing else')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Also say by which rule each finding was made, and what was left out')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Also say by which rule each finding was made, and what was left out')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put the names, dates and numbers back into the chatbot''s reply that was copied')
            [CompletionResult]::new('hold', 'hold', [CompletionResultType]::ParameterValue, 'Hold a text on the clipboard: what safepaste starts by itself')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;clip;restore' {
            [CompletionResult]::new('--vault', '--vault', [CompletionResultType]::ParameterName, 'The rewrite that the reply belongs to, by its name or the letters at its end; none takes the latest that fits')
            [CompletionResult]::new('--keep-unknown', '--keep-unknown', [CompletionResultType]::ParameterName, 'Leave tags that no rewrite knows as they are')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;clip;hold' {
            [CompletionResult]::new('--secret', '--secret', [CompletionResultType]::ParameterName, 'secret')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;clip;help' {
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put the names, dates and numbers back into the chatbot''s reply that was copied')
            [CompletionResult]::new('hold', 'hold', [CompletionResultType]::ParameterValue, 'Hold a text on the clipboard: what safepaste starts by itself')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;clip;help;restore' {
            break
        }
        'safepaste;clip;help;hold' {
            break
        }
        'safepaste;clip;help;help' {
            break
        }
        'safepaste;vault' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show what is kept, when it was made, until when, and how much of each kind')
            [CompletionResult]::new('purge', 'purge', [CompletionResultType]::ParameterValue, 'Remove what is kept: all of it, or one rewrite')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;vault;list' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How it is written')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;vault;purge' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;vault;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show what is kept, when it was made, until when, and how much of each kind')
            [CompletionResult]::new('purge', 'purge', [CompletionResultType]::ParameterValue, 'Remove what is kept: all of it, or one rewrite')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;vault;help;list' {
            break
        }
        'safepaste;vault;help;purge' {
            break
        }
        'safepaste;vault;help;help' {
            break
        }
        'safepaste;minimize' {
            [CompletionResult]::new('--template', '--template', [CompletionResultType]::ParameterName, 'The task, by the name that the policy gives its list of facts (templates), such as follow_up')
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('--max-size', '--max-size', [CompletionResultType]::ParameterName, 'The largest file that is read, in MiB [default: 64]')
            [CompletionResult]::new('--max-unpacked', '--max-unpacked', [CompletionResultType]::ParameterName, 'The most that may be packed inside it, unpacked, in MiB [default: 256]')
            [CompletionResult]::new('--max-members', '--max-members', [CompletionResultType]::ParameterName, 'The most files that may be packed inside it [default: 10000]')
            [CompletionResult]::new('--max-depth', '--max-depth', [CompletionResultType]::ParameterName, 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'How long reading it may take, in seconds [default: 60]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--ocr', '--ocr', [CompletionResultType]::ParameterName, 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Leave out what standard error says: what was left out, what is missing, and the verdict')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Leave out what standard error says: what was left out, what is missing, and the verdict')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;baseline' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Write down what is found now, in place of an older list')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Take out of the list what is no longer there; nothing is added')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;baseline;create' {
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed lines is told and counts')
            [CompletionResult]::new('--include', '--include', [CompletionResultType]::ParameterName, 'Check only files that match, written as in .gitignore, such as ''*.md'' or ''content/**''; may be repeated')
            [CompletionResult]::new('--exclude', '--exclude', [CompletionResultType]::ParameterName, 'Leave out files that match, and folders with all in them; may be repeated')
            [CompletionResult]::new('--files-from', '--files-from', [CompletionResultType]::ParameterName, 'Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input')
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Where the list goes')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Where the list goes')
            [CompletionResult]::new('--staged', '--staged', [CompletionResultType]::ParameterName, 'Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told and counts')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;baseline;prune' {
            [CompletionResult]::new('-b', '-b', [CompletionResultType]::ParameterName, 'The list')
            [CompletionResult]::new('--baseline', '--baseline', [CompletionResultType]::ParameterName, 'The list')
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;baseline;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Write down what is found now, in place of an older list')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Take out of the list what is no longer there; nothing is added')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;baseline;help;create' {
            break
        }
        'safepaste;baseline;help;prune' {
            break
        }
        'safepaste;baseline;help;help' {
            break
        }
        'safepaste;explain' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('--max-size', '--max-size', [CompletionResultType]::ParameterName, 'The largest file that is read, in MiB [default: 64]')
            [CompletionResult]::new('--max-unpacked', '--max-unpacked', [CompletionResultType]::ParameterName, 'The most that may be packed inside it, unpacked, in MiB [default: 256]')
            [CompletionResult]::new('--max-members', '--max-members', [CompletionResultType]::ParameterName, 'The most files that may be packed inside it [default: 10000]')
            [CompletionResult]::new('--max-depth', '--max-depth', [CompletionResultType]::ParameterName, 'How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]')
            [CompletionResult]::new('--max-time', '--max-time', [CompletionResultType]::ParameterName, 'How long reading it may take, in seconds [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('--ocr', '--ocr', [CompletionResultType]::ParameterName, 'Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time')
            [CompletionResult]::new('--show-values', '--show-values', [CompletionResultType]::ParameterName, 'Show what was found even where the output is no terminal; otherwise it is masked there')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;policy' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a first policy for your practice, after a few questions')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the policy that counts here, in plain words')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Tell what is wrong with a policy, where, and the cure')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Try a policy on example texts with the verdicts that you expect')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of policies, with which an editor completes and checks them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;policy;init' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the practice is called')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'What kind of practice it is')
            [CompletionResult]::new('--licensed-clinicians', '--licensed-clinicians', [CompletionResultType]::ParameterName, 'Do licensed clinicians treat people there?')
            [CompletionResult]::new('--medical-director', '--medical-director', [CompletionResultType]::ParameterName, 'Is there a medical director?')
            [CompletionResult]::new('--bills-insurance', '--bills-insurance', [CompletionResultType]::ParameterName, 'Do claims or questions about coverage go to insurers electronically, also by a billing service?')
            [CompletionResult]::new('--treatment-records', '--treatment-records', [CompletionResultType]::ParameterName, 'Does it keep treatment records?')
            [CompletionResult]::new('--e-prescribes', '--e-prescribes', [CompletionResultType]::ParameterName, 'Are prescriptions sent electronically?')
            [CompletionResult]::new('--tool', '--tool', [CompletionResultType]::ParameterName, 'An AI tool that it uses, with the first and last day of its agreement (BAA) where there is one')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The file to write; - prints it')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The file to write; - prints it')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask nothing: what no option answers is taken as unsure')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask nothing: what no option answers is taken as unsure')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Write over a file that is there already')
            [CompletionResult]::new('--schema', '--schema', [CompletionResultType]::ParameterName, 'Also write the schema beside it, with which an editor completes and checks the policy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;policy;show' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write it; without it, plain text on a terminal and Markdown elsewhere')
            [CompletionResult]::new('--wall', '--wall', [CompletionResultType]::ParameterName, 'Print only the paragraph for the break-room wall')
            [CompletionResult]::new('--yaml', '--yaml', [CompletionResultType]::ParameterName, 'Print it as one YAML file that needs no other')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;policy;lint' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;policy;test' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to try, whatever the files name')
            [CompletionResult]::new('--show-values', '--show-values', [CompletionResultType]::ParameterName, 'Show the text of a failing example even where the output is no terminal')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;policy;schema' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;policy;help' {
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a first policy for your practice, after a few questions')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the policy that counts here, in plain words')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Tell what is wrong with a policy, where, and the cure')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Try a policy on example texts with the verdicts that you expect')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of policies, with which an editor completes and checks them')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;policy;help;init' {
            break
        }
        'safepaste;policy;help;show' {
            break
        }
        'safepaste;policy;help;lint' {
            break
        }
        'safepaste;policy;help;test' {
            break
        }
        'safepaste;policy;help;schema' {
            break
        }
        'safepaste;policy;help;help' {
            break
        }
        'safepaste;audit' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the last records')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Find out whether anything in the log was changed, deleted, added or moved')
            [CompletionResult]::new('sample', 'sample', [CompletionResultType]::ParameterValue, 'Draw the checks of a week that somebody should review')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Count checks over time by verdict, reason, kind, role and destination')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Remove records that are older than they must be kept')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;audit;show' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here')
            [CompletionResult]::new('--folder', '--folder', [CompletionResultType]::ParameterName, 'The folder of the log, where it is another than the policy says')
            [CompletionResult]::new('--last', '--last', [CompletionResultType]::ParameterName, 'How many records')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How they are written')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;audit;verify' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here')
            [CompletionResult]::new('--folder', '--folder', [CompletionResultType]::ParameterName, 'The folder of the log, where it is another than the policy says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;audit;sample' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here')
            [CompletionResult]::new('--folder', '--folder', [CompletionResultType]::ParameterName, 'The folder of the log, where it is another than the policy says')
            [CompletionResult]::new('--week', '--week', [CompletionResultType]::ParameterName, 'The week, as in 2026-W48, or last, or this')
            [CompletionResult]::new('--size', '--size', [CompletionResultType]::ParameterName, 'How many checks that were not unsafe')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How they are written')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;audit;report' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here')
            [CompletionResult]::new('--folder', '--folder', [CompletionResultType]::ParameterName, 'The folder of the log, where it is another than the policy says')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'What is counted as one')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'The first day that counts, as in 2026-10-01')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'The last day that counts')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the counts are written')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;audit;prune' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here')
            [CompletionResult]::new('--folder', '--folder', [CompletionResultType]::ParameterName, 'The folder of the log, where it is another than the policy says')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'The day, as in 2020-01-01, before which records are removed')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only tell how many would be removed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;audit;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the last records')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Find out whether anything in the log was changed, deleted, added or moved')
            [CompletionResult]::new('sample', 'sample', [CompletionResultType]::ParameterValue, 'Draw the checks of a week that somebody should review')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Count checks over time by verdict, reason, kind, role and destination')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Remove records that are older than they must be kept')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;audit;help;show' {
            break
        }
        'safepaste;audit;help;verify' {
            break
        }
        'safepaste;audit;help;sample' {
            break
        }
        'safepaste;audit;help;report' {
            break
        }
        'safepaste;audit;help;prune' {
            break
        }
        'safepaste;audit;help;help' {
            break
        }
        'safepaste;hook' {
            [CompletionResult]::new('--tool', '--tool', [CompletionResultType]::ParameterName, 'Whose format it is; without it the event''s name tells')
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;mcp' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to judge by: a file, or the name of a shipped policy')
            [CompletionResult]::new('-t', '-t', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Where the draft goes, by the name that the policy gives the place')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Who sends it, by a role of the policy: what that role may never send makes a draft unsafe')
            [CompletionResult]::new('--min-confidence', '--min-confidence', [CompletionResultType]::ParameterName, 'Leave out what is found with less confidence than this, from 0 to 1; a report in JSON tells the confidences')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;doctor' {
            [CompletionResult]::new('--policy', '--policy', [CompletionResultType]::ParameterName, 'The policy to look at: a file, or the name of a shipped policy')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour; auto follows the terminal, NO_COLOR and CLICOLOR_FORCE')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'safepaste;completions' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;man' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'safepaste;help' {
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say whether drafts may go, and what in them identifies somebody (the default)')
            [CompletionResult]::new('rewrite', 'rewrite', [CompletionResultType]::ParameterValue, 'Print a draft without what identifies somebody, or write it in place of the draft')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put the names, dates and numbers back into a chatbot''s reply to a reversible rewrite')
            [CompletionResult]::new('clip', 'clip', [CompletionResultType]::ParameterValue, 'Check what you copied, replace it with its rewrite, or watch what you copy')
            [CompletionResult]::new('vault', 'vault', [CompletionResultType]::ParameterValue, 'Show or remove what reversible rewrites keep')
            [CompletionResult]::new('minimize', 'minimize', [CompletionResultType]::ParameterValue, 'Print of a form or a note only what a task needs, without what identifies somebody')
            [CompletionResult]::new('baseline', 'baseline', [CompletionResultType]::ParameterValue, 'Write down what is found today, so that a check tells only what is new')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say what a finding or a reason means, why it counts, and what to do instead')
            [CompletionResult]::new('policy', 'policy', [CompletionResultType]::ParameterValue, 'Begin a policy for your practice, read it in plain words, check it, try it')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Show, verify, sample and count the log of checks')
            [CompletionResult]::new('hook', 'hook', [CompletionResultType]::ParameterValue, 'Answer an AI tool that asks before it sends a prompt or reads a file (JSON on standard input)')
            [CompletionResult]::new('mcp', 'mcp', [CompletionResultType]::ParameterValue, 'Serve AI tools that speak the Model Context Protocol: check, rewrite, restore, explain')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Look whether all that safepaste needs is in order: program, policy, vault, clipboard, git, completions')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'safepaste;help;check' {
            break
        }
        'safepaste;help;rewrite' {
            break
        }
        'safepaste;help;restore' {
            break
        }
        'safepaste;help;clip' {
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Put the names, dates and numbers back into the chatbot''s reply that was copied')
            [CompletionResult]::new('hold', 'hold', [CompletionResultType]::ParameterValue, 'Hold a text on the clipboard: what safepaste starts by itself')
            break
        }
        'safepaste;help;clip;restore' {
            break
        }
        'safepaste;help;clip;hold' {
            break
        }
        'safepaste;help;vault' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Show what is kept, when it was made, until when, and how much of each kind')
            [CompletionResult]::new('purge', 'purge', [CompletionResultType]::ParameterValue, 'Remove what is kept: all of it, or one rewrite')
            break
        }
        'safepaste;help;vault;list' {
            break
        }
        'safepaste;help;vault;purge' {
            break
        }
        'safepaste;help;minimize' {
            break
        }
        'safepaste;help;baseline' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Write down what is found now, in place of an older list')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Take out of the list what is no longer there; nothing is added')
            break
        }
        'safepaste;help;baseline;create' {
            break
        }
        'safepaste;help;baseline;prune' {
            break
        }
        'safepaste;help;explain' {
            break
        }
        'safepaste;help;policy' {
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a first policy for your practice, after a few questions')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the policy that counts here, in plain words')
            [CompletionResult]::new('lint', 'lint', [CompletionResultType]::ParameterValue, 'Tell what is wrong with a policy, where, and the cure')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Try a policy on example texts with the verdicts that you expect')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of policies, with which an editor completes and checks them')
            break
        }
        'safepaste;help;policy;init' {
            break
        }
        'safepaste;help;policy;show' {
            break
        }
        'safepaste;help;policy;lint' {
            break
        }
        'safepaste;help;policy;test' {
            break
        }
        'safepaste;help;policy;schema' {
            break
        }
        'safepaste;help;audit' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the last records')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Find out whether anything in the log was changed, deleted, added or moved')
            [CompletionResult]::new('sample', 'sample', [CompletionResultType]::ParameterValue, 'Draw the checks of a week that somebody should review')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Count checks over time by verdict, reason, kind, role and destination')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Remove records that are older than they must be kept')
            break
        }
        'safepaste;help;audit;show' {
            break
        }
        'safepaste;help;audit;verify' {
            break
        }
        'safepaste;help;audit;sample' {
            break
        }
        'safepaste;help;audit;report' {
            break
        }
        'safepaste;help;audit;prune' {
            break
        }
        'safepaste;help;hook' {
            break
        }
        'safepaste;help;mcp' {
            break
        }
        'safepaste;help;doctor' {
            break
        }
        'safepaste;help;completions' {
            break
        }
        'safepaste;help;man' {
            break
        }
        'safepaste;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
